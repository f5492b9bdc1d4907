"""What all tests share: the flag that rewrites goldens, no shrinking against the clock, and what is not traced.

Tracing nearly doubles the time of a layout. A test marked `untraced` lays pages out to judge them, or goes through
thousands of words, by code that other tests go through line by line: nothing is noted of it, nor of its fixtures.
"""

import fcntl
import sys
import sysconfig
from pathlib import Path

import pytest
from hypothesis import settings

from tests.tracing import untraced

settings.register_profile("project", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("project")


def pytest_configure(config):
    config.addinivalue_line("markers", "untraced: judges pages; what it runs is covered by other tests")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item):
    """Let coverage rest while an untraced test is set up, runs and is torn down.

    The process is asked, not pytest-cov 7.1: in a worker that has started coverage twice, and to pause the second lets
    the first go on.
    """
    tracer = sys.gettrace() if item.get_closest_marker("untraced") else None
    if tracer is None:
        return (yield)
    sys.settrace(None)
    try:
        return (yield)
    finally:
        sys.settrace(tracer)


def pytest_addoption(parser):
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite expected.txt; read the diff, commit it apart"
    )


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")


@pytest.fixture(scope="session", autouse=True)
def _faces():
    """Have the faces cut before a test wants one, by one process: it takes ten seconds where nothing was built yet."""
    from publish.ledger import Ledger  # what is imported before tests are collected is lost to coverage
    from publish.pdf import faces

    cache = Path(__file__).parents[1] / "build" / ".cache"
    cache.mkdir(parents=True, exist_ok=True)
    world = Ledger((Path(sysconfig.get_path("purelib")),), cache)
    with (cache / ".cutting").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for face in faces.FACES:
            untraced(faces.content)(face.name, world)


@pytest.fixture(scope="session")
def shelf(request, tmp_path_factory):
    """Return the shelf of whole booklets that all processes of this test run share."""
    from tests.pdf.shelf import Shelf  # with WeasyPrint, which few tests want

    own = tmp_path_factory.getbasetemp()
    return Shelf((own.parent if hasattr(request.config, "workerinput") else own) / "shelf")
