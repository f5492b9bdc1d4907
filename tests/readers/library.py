"""The booklets whose e-books the readers are given, and how make builds them: a library of its own in `build/readers/`.

To add a booklet, add it to `volumes.VOLUMES`, which writes booklets that are much of one thing.
"""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.volumes import VOLUMES

HOME = Path(__file__).parents[2]
OURS = HOME / os.environ.get("CONTENT", "content")
"""A publisher's own library, where make was told of one."""
REAL = HOME.parent / "shared" / "documents"
"""Documents that others wrote; there are none where the checkout stands alone."""
ROOT = HOME / "build" / "readers"
CONTENT, BUILT = ROOT / "content", ROOT / "build"
CATALOG = BUILT / "catalog"


OWN = sorted(folder.parent.name for folder in OURS.glob("*/booklet.toml"))
IMPORTED = [name for name in ("kazakistan",) if (REAL / f"{name}.txt").exists()]
NAMES = [*OWN, *IMPORTED, *VOLUMES]


def epub(name):
    """Return where the e-book of a booklet lies once `build` has been called."""
    return BUILT / name / f"{name}.epub"


def build():
    """Make the e-books and their catalogue; what has not changed since the last time is left alone, as make does it."""
    ROOT.mkdir(parents=True, exist_ok=True)
    with (ROOT / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _write()
        _make("catalog")


def _write():
    """Write the library anew; what says the same as before keeps its age."""
    before = ROOT / "before"
    shutil.rmtree(before, ignore_errors=True)
    if CONTENT.exists():
        CONTENT.rename(before)
    shutil.copytree(OURS, CONTENT)
    for name in IMPORTED:
        command = [sys.executable, "-m", "publish", "import", str(REAL / f"{name}.txt"), "--content", str(CONTENT)]
        subprocess.run(command, cwd=HOME, check=True, capture_output=True)
    for name, write in VOLUMES.items():
        write(CONTENT / name)
    for path in CONTENT.rglob("*"):
        old = before / path.relative_to(CONTENT)
        if path.is_file() and old.is_file() and old.read_bytes() == path.read_bytes():
            os.utime(path, ns=(old.stat().st_atime_ns, old.stat().st_mtime_ns))
    shutil.rmtree(before, ignore_errors=True)


def _make(*targets):
    environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    environment.pop("NAME", None)
    command = ["make", "-j2", *targets, f"CONTENT={CONTENT}", f"BUILD={BUILT}"]
    done = subprocess.run(command, cwd=HOME, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
