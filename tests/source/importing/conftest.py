"""The index of verses is built once a test run, whatever cache a test names."""

import pytest

from publish.language.scripture.recovery import index as recovery_index
from tests.language.verse_index import index


@pytest.fixture(autouse=True, scope="package")
def _one_index():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recovery_index, "load", lambda world: index())
        yield
