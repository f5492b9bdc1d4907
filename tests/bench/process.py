"""What a process costs."""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

HOME = Path(__file__).parents[2]


class Cost(NamedTuple):
    """Wall and CPU seconds, megabytes at the most, CPU seconds of layout and drawing as the process says."""

    wall: float
    cpu: float
    peak: float
    setting: float


def environment(scratch):
    """Return what processes are told: TeX keeps what it caches in `scratch`."""
    return {**os.environ, "TEXMFVAR": str(scratch / "texmf"), "SOURCE_DATE_EPOCH": "0"}


def run(command, scratch):
    """Run a command, and stop where it fails; return its cost."""
    begun = time.monotonic()
    with (scratch / "said").open("w+") as said:
        process = subprocess.Popen(command, cwd=HOME, stdout=said, stderr=said, env=environment(scratch))
        _, status, used = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        said.seek(0)
        words = said.read()
    process.returncode = os.waitstatus_to_exitcode(status)
    if status:
        sys.exit(f"{' '.join(map(str, command))}\n{words}")
    last = words.split()[-1:]
    setting = float(last[0]) if last and last[0].replace(".", "", 1).isdigit() else 0.0
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, setting)
