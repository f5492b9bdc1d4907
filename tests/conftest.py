"""What all tests share: the flag that rewrites goldens, and no shrinking against the clock."""

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None, derandomize=True, max_examples=100)
settings.load_profile("project")


def pytest_addoption(parser):
    parser.addoption(
        "--update-goldens", action="store_true", help="rewrite expected.txt; read the diff, commit it apart"
    )


@pytest.fixture
def update_goldens(request):
    return request.config.getoption("--update-goldens")
