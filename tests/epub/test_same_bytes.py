"""The same source gives the same e-book: in another folder, in another time zone, on another day."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.pdf.samples import ROOT, STYLES
from tests.pdf.shelf import pages_of

ANOTHER_DAY = """
import datetime, time
SHIFT = 40 * 86400
clock, local, universal, Real = time.time, time.localtime, time.gmtime, datetime.datetime
time.time = lambda: clock() + SHIFT
time.localtime = lambda at=None: local(time.time() if at is None else at)
time.gmtime = lambda at=None: universal(time.time() if at is None else at)
class Later(Real):
    @classmethod
    def now(cls, tz=None):
        return Real.now(tz) + datetime.timedelta(seconds=SHIFT)
    utcnow = today = now
datetime.datetime = Later
assert datetime.datetime.now() - Real.now() > datetime.timedelta(days=39) and time.time() - clock() > SHIFT - 1
import sys
from publish.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.untraced
def test_two_places_two_days_one_file(shelf, tmp_path):
    place = shelf.volume("arabic", 2)
    elsewhere = tmp_path / "başka bir yer" / place.name
    shutil.copytree(place, elsewhere)
    for path in elsewhere.rglob("*"):
        os.utime(path, (0, 0))
    made = tmp_path / "x.epub"
    options = ["--pages", pages_of(place), "-o", made, "--styles", STYLES, "--cache", tmp_path / "cache"]
    subprocess.run(
        [sys.executable, "-c", ANOTHER_DAY, "epub", elsewhere, *options],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "3", "TZ": "Pacific/Kiritimati"},
        check=True,
        capture_output=True,
    )
    assert made.read_bytes() == shelf.epub(place).read_bytes()
