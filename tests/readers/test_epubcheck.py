"""epubcheck has nothing to say of our e-books, and little to note."""

from tests.epub.judge import epubcheck

ALLOWED = {
    "CSS-028": "a font is embedded: readers' own fonts seldom place vowel marks well",
}
"""Usage notes that are no fault, with the reason."""


def test_epubcheck_finds_nothing(book):
    assert [entry for entry in epubcheck(book) if entry[0] != "USAGE" or entry[1] not in ALLOWED] == []
