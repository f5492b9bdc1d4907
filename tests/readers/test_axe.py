"""axe, as anybody runs it on a page of the web, finds nothing wrong in any document of an e-book."""

from tests.readers import node
from tests.readers.defects import in_no_language
from tests.readers.unpacked import documents

FOR_PAGES_OF_THE_WEB = {"landmark-one-main", "region", "page-has-heading-one"}
"""Rules of axe for a page that stands alone; a document of an e-book is one part of many."""


def axe(path, folder):
    """Return what axe finds wrong in the documents of an e-book, and how many rules it found kept."""
    names = [str(document.relative_to(folder)) for document in documents(path, folder)]
    told = node.tell("axe.mjs", folder, 420, *names, home=folder)
    assert sorted(told) == sorted(names)
    wrong = [
        (name, rule["id"], rule["where"])
        for name, of in told.items()
        for rule in of["violated"]
        if rule["id"] not in FOR_PAGES_OF_THE_WEB
    ]
    return wrong, {rule for of in told.values() for rule in of["passed"]}


def test_axe_finds_nothing_wrong_in_its_documents(book, tmp_path):
    wrong, kept = axe(book, tmp_path)
    assert wrong == []
    assert {"html-has-lang", "valid-lang", "document-title", "list"} <= kept


def test_axe_sees_a_language_that_is_none(books, tmp_path):
    wrong, _ = axe(in_no_language(books["notes"], tmp_path / "x.epub"), tmp_path / "unpacked")
    assert {rule for _, rule, _ in wrong} >= {"html-lang-valid"}
