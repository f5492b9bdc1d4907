"""epubcheck has nothing to say of our e-books, and little to note."""

from tests.epub.judge import epubcheck
from tests.readers.defects import in_no_language

ALLOWED = {
    "CSS-028": "a font is embedded: readers' own fonts seldom place vowel marks well",
}
"""Usage notes that are no fault, with the reason."""


def test_epubcheck_finds_nothing(book):
    assert [entry for entry in epubcheck(book) if entry[0] != "USAGE" or entry[1] not in ALLOWED] == []


def test_epubcheck_sees_a_language_that_is_none(books, tmp_path):
    found = epubcheck(in_no_language(books["notes"], tmp_path / "x.epub"))
    assert {"ERROR"} <= {severity for severity, *_ in found}
