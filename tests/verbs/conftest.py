"""A booklet in its library, for the tests of verbs."""

import pytest

from tests.pdf.samples import CACHE
from tests.verbs.samples import DATED, HOUSE, TEXT


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "content" / "oruc"
    path.mkdir(parents=True)
    (path / "booklet.toml").write_text(f'title = "Oruç"\n{DATED}', "utf-8")
    (path / "text.md").write_text(TEXT, "utf-8")
    (tmp_path / "content" / "house.toml").write_text(HOUSE, "utf-8")
    return path


@pytest.fixture
def cache():
    """The cache that all tests share: to cut the faces anew takes longer than a booklet."""
    return ["--cache", str(CACHE)]
