"""Ace by DAISY and axe find nothing to object to, and what the metadata promises is complete."""

import json

from tests.readers import node
from tests.readers.defects import damaged
from tests.readers.unpacked import documents

FOR_PAGES_OF_THE_WEB = {"landmark-one-main", "region", "page-has-heading-one"}
"""Rules of axe for a page that stands alone; a document of an e-book is one part of many."""
TOLD = {
    "schema:accessMode",
    "schema:accessModeSufficient",
    "schema:accessibilityFeature",
    "schema:accessibilityHazard",
    "schema:accessibilitySummary",
}


def ace(path, folder):
    """Return Ace's report on an e-book."""
    node.run(node.ACE, "-s", "-f", "-o", folder / "ace", path, home=folder)
    return json.loads((folder / "ace" / "report.json").read_text("utf-8"))


def assertions(report):
    """Return what Ace asserts against documents: document, rule and the element."""
    return [
        (document["earl:testSubject"]["url"], one["earl:test"]["dct:title"], one["earl:result"].get("html"))
        for document in report["assertions"]
        for one in document["assertions"]
    ]


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


def test_ace_asserts_nothing_against_it(book, tmp_path):
    report = ace(book, tmp_path)
    assert assertions(report) == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    metadata = report["a11y-metadata"]
    assert set(metadata["present"]) >= TOLD
    assert metadata["empty"] == []


def test_axe_finds_nothing_wrong_in_its_documents(book, tmp_path):
    wrong, kept = axe(book, tmp_path)
    assert wrong == []
    assert {"html-has-lang", "valid-lang", "document-title", "list"} <= kept


def test_both_see_a_language_that_is_none(books, tmp_path):
    broken = damaged(books["notes"], tmp_path / "x.epub", "EPUB/bolum-01.xhtml", 'xml:lang="tr"', 'xml:lang="t r"')
    broken = damaged(broken, tmp_path / "y.epub", "EPUB/bolum-01.xhtml", 'lang="tr"', 'lang="t r"')
    assert {rule for _, rule, _ in assertions(ace(broken, tmp_path))} >= {"html-lang-valid"}
    wrong, _ = axe(broken, tmp_path / "unpacked")
    assert {rule for _, rule, _ in wrong} >= {"html-lang-valid"}
