"""The index of verses is built once a test run, whatever cache a test names."""

import pytest

from publish.language import recovery_index
from tests.language.verse_index import index


@pytest.fixture(autouse=True)
def _one_index(monkeypatch):
    monkeypatch.setattr(recovery_index, "load", lambda world: index())
