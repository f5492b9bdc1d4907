"""The printed numbers of pages: what `counter(page)` says on each, which WeasyPrint forgets when a page is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from weasyprint import document  # type: ignore[import-untyped]  # no stubs

from publish.model.html import Folios

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


def _layout_document(html: Any, root_box: Any, context: Any, *others: Any) -> Iterator[Any]:
    for index, page_box in enumerate(_stock(html, root_box, context, *others), 1):
        _, _, _, (_, counters, *_), _ = context.page_maker[index]  # as it is when the margins of this page are written
        setattr(page_box, _FOLIO, counters["page"][-1])
        yield page_box
