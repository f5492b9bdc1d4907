"""What all tests share: the flag that rewrites goldens, no shrinking against the clock, and what is not traced.

Tracing nearly doubles the time of a layout. A test marked `untraced` lays pages out to judge them, by code that other
tests go through line by line: nothing is noted of it, nor of its fixtures, and the coverage is the same.
"""

import sys

import pytest
from hypothesis import settings

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


@pytest.fixture(scope="session")
def shelf(request, tmp_path_factory):
    """Return the shelf of whole booklets that all processes of this test run share."""
    from tests.pdf.shelf import Shelf  # with WeasyPrint, which few tests want

    own = tmp_path_factory.getbasetemp()
    return Shelf((own.parent if hasattr(request.config, "workerinput") else own) / "shelf")
