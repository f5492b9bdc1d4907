"""Tables in the structure of a PDF: with heads, with a body, and one where a table goes on over pages.

WeasyPrint makes a table of each page's part, with its head said again; who listens wants one, its head once: what is
repeated on each page is an artifact (ISO 32000-1, 14.8.4.3.4; ISO 14289-1, 7.1 and 7.5).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.pdf.artifacts import Artifacts

_SENTENCE = 8
"""Words that a judge of what is read aloud (TAG-002) takes for prose, unless it stands on many pages."""
_OFTEN, _MANY = 2, 6
"""Times that a head is said again, and pages of a booklet, from which on it is told from prose."""
_OF_TABLE = frozenset(("/THead", "/TBody", "/TR", "/TH", "/TD"))


def join_tables(pages: Sequence[Any], elements: dict[bytes, Any], pdf: Any) -> None:
    """Put the rows of later parts into the first one, and make artifacts of the heads that are said again."""
    where = {element["Pg"] for element in elements.values() if element.get("S") == "/Table"}
    tables: dict[Any, list[Any]] = {}
    for page, reference in zip(pages, pdf.page_references, strict=True):
        if reference in where:
            for element, part in _parts(page, elements):
                tables.setdefault(element, []).append(part)
    artifacts = Artifacts(elements, pdf)
    for element, (whole, *parts) in tables.items():
        if _is_short(element) or (len(parts) >= _OFTEN and len(pages) >= _MANY):
            for part in parts:
                _join(whole, part, elements, artifacts)


def _is_short(table: Any) -> bool:
    """Say whether the head of a table of HTML is no longer than a few words: else it is worth being heard twice."""
    head = table.find("thead")
    return head is None or len(" ".join(head.itertext()).split()) < _SENTENCE


def complete_table(table: Any, elements: dict[bytes, Any]) -> None:
    """Give a table heads and a body, where its author wrote none; its cells look as before."""
    parts = [elements[kid] for kid in table["K"]]
    if not any(part["S"] in ("/TBody", "/TR") for part in parts):
        for head in (part for part in parts if part["S"] == "/THead"):
            head["S"] = "/TBody"
    elif next(_heads([table], elements), None) is None:
        for row in (row for body in parts if body["S"] == "/TBody" for row in body["K"]):
            for cell in elements[row]["K"][:1]:
                elements[cell]["S"], elements[cell]["A"]["Scope"] = "/TH", "/Row"


def _parts(page: Any, elements: dict[bytes, Any]) -> Iterator[tuple[Any, Any]]:
    """Yield the elements of HTML that tables of a page come from, each with the element of its part."""
    for box in page._page_box.descendants():
        if isinstance(box, boxes.TableBox):
            cell = next((cell for group in box.children for row in group.children for cell in row.children), None)
            part = getattr(cell, "mark", None)
            while part is not None and part["S"] in _OF_TABLE:
                part = elements[part["P"]]
            if part is not None and part["S"] == "/Table":
                yield box.element, part


def _join(whole: Any, part: Any, elements: dict[bytes, Any], artifacts: Artifacts) -> None:
    groups = [elements[kid] for kid in part["K"]]
    heads = [group for group in groups if group["S"] == "/THead"]
    body = next((elements[kid] for kid in reversed(whole["K"]) if elements[kid]["S"] == "/TBody"), None)
    if body is None or not all(artifacts.make(head) for head in heads):
        return
    own, first = _names(heads, elements), _names([whole], elements)
    names = {name.string: other for name, other in zip(own, first, strict=False)}
    for group in groups:
        if group in heads:
            continue
        for row in group["K"]:
            elements[row]["P"] = body.reference
            body["K"].append(row)
            for cell in (elements[kid] for kid in elements[row]["K"]):
                if "Headers" in cell.get("A", {}):
                    headers = cell["A"]["Headers"]
                    headers[:] = [names.get(name.string, name) for name in headers]
    for head in heads:
        for cell in _heads([head], elements):
            cell.pop("ID", None)
    kids = elements[part["P"]]["K"]
    kids[:] = [kid for kid in kids if kid != part.reference]


def _names(within: Sequence[Any], elements: dict[bytes, Any]) -> Iterator[Any]:
    return (cell["ID"] for cell in _heads(within, elements))


def _heads(within: Sequence[Any], elements: dict[bytes, Any]) -> Iterator[Any]:
    """Yield the cells of heads in order."""
    for element in within:
        if element["S"] == "/TH":
            yield element
        elif element["S"] in ("/Table", "/THead", "/TBody", "/TR"):
            yield from _heads([elements[kid] for kid in element["K"]], elements)
