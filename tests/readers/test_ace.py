"""Ace by DAISY finds nothing to object to, and what the metadata promises is complete."""

import json

from tests.readers import node
from tests.readers.defects import in_no_language

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


def test_ace_asserts_nothing_against_it(book, tmp_path):
    report = ace(book, tmp_path)
    assert assertions(report) == []
    assert report["earl:result"]["earl:outcome"] == "pass"
    metadata = report["a11y-metadata"]
    assert set(metadata["present"]) >= TOLD
    assert metadata["empty"] == []


def test_ace_sees_a_language_that_is_none(books, tmp_path):
    report = ace(in_no_language(books["notes"], tmp_path / "x.epub"), tmp_path)
    assert {rule for _, rule, _ in assertions(report)} >= {"html-lang-valid"}
