"""The printed numbers of pages: what `counter(page)` says on each, which WeasyPrint forgets when a page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint import document  # type: ignore[import-untyped]  # no stubs
from weasyprint.formatting_structure.boxes import TextBox  # type: ignore[import-untyped]  # no stubs

from publish.model.html import Folios, Parts

_stock = document.layout_document
_FOLIO = "folio"
"""Attribute of a page's box."""


def install() -> None:
    """Let every page remember its number; a second call changes nothing."""
    document.layout_document = _layout_document


def folio(page: Any) -> int:
    """Return the printed number of a page that was laid out after `install`."""
    return int(getattr(page._page_box, _FOLIO))


def folios(pages: Iterable[Any]) -> Folios:
    """Return the numbers of the pages on which each identifier stands, in the order of the pages."""
    found: dict[str, tuple[int, ...]] = {}
    for page in pages:
        for identifier in page.anchors:
            found[identifier] = (*found.get(identifier, ()), folio(page))
    return found


def name_parts(pages: Iterable[Any], identifiers: frozenset[str]) -> Parts:
    """Return the parts of blocks that run over pages, and let links lead to them."""
    known: dict[str, int] = {}
    found: dict[str, tuple[tuple[int, str], ...]] = {}
    before: Any = None
    for page in pages:
        for identifier in sorted(identifiers & page.anchors.keys()):
            if identifier in known:
                known[identifier] += _letters(before, identifier)
                part = f"{identifier}:{known[identifier]}"
                page.anchors[part] = page.anchors[identifier]
                found[identifier] = (*found.get(identifier, ()), (known[identifier], part))
            known.setdefault(identifier, 0)
        before = page
    return found


def _letters(page: Any, identifier: str) -> int:
    """Return how many letters of a block stand on a page."""
    for box in page._page_box.descendants():
        if box.element is not None and box.element.get("id") == identifier and box.element_tag == box.element.tag:
            texts = (inner.text for inner in box.descendants() if isinstance(inner, TextBox))
            return sum(map(str.isalpha, "".join(texts)))
    return 0


def _layout_document(html: Any, root_box: Any, context: Any, *others: Any) -> Iterator[Any]:
    for index, page_box in enumerate(_stock(html, root_box, context, *others), 1):
        _, _, _, (_, counters, *_), _ = context.page_maker[index]  # as it is when the margins of this page are written
        setattr(page_box, _FOLIO, counters["page"][-1])
        yield page_box
