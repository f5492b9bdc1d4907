"""Firefox breaks Turkish words by its own dictionary, where our style lets it; pictures stay in `build/readers/`."""

import pytest

from tests.readers import library, node
from tests.readers.defects import damaged
from tests.readers.unpacked import documents

ENOUGH = 20
"""Words that are broken in a booklet of ten pages and more, in a column of 300 px."""


def broken(path, folder, pictures):
    """Return the words that Firefox breaks in the documents of an e-book."""
    pictures.mkdir(parents=True, exist_ok=True)
    told = node.tell("firefox.mjs", pictures, *documents(path, folder / "unpacked"), home=folder)
    return {name: of["words"] for name, of in told.items()}


@pytest.fixture(scope="module")
def words(book, tmp_path_factory):
    return broken(book, tmp_path_factory.mktemp(book.stem), library.ROOT / "firefox" / book.stem)


def test_words_of_the_text_are_broken(words, book):
    if book.stem == "arabic":
        assert [word for of in words.values() for word in of if word["language"] == "ar"] == []
        return
    assert sum(len(of) for of in words.values()) > ENOUGH


def test_no_heading_no_arabic_and_nothing_but_text_is_broken(words):
    assert [word for of in words.values() for word in of if word["heading"] or word["language"] != "tr"] == []
    assert {name for name, of in words.items() if of} <= {name for name in words if name.startswith("bolum")}


def test_a_text_in_a_language_without_a_dictionary_is_not_broken(books, tmp_path):
    of = "EPUB/bolum-01.xhtml"
    other = damaged(books["notes"], tmp_path / "x.epub", of, 'lang="tr" xml:lang="tr"', 'lang="tlh" xml:lang="tlh"')
    assert broken(other, tmp_path, tmp_path)["bolum-01.xhtml"] == []
