"""Pages at the end that name the pages of the text, an index: laid out by themselves when the text has its pages.

    text    … 21  22 │ 23 place kept
    end            ╳   │ 23  24  25      ╳ gives running heads and the side of the leaf, and is left out

The page that keeps their place gives the first one its number, its side, and its line in the table of contents. The
text is laid out once; and as nothing follows the index, however long it is, no page of the text moves. What the
contents say of a second index is known last of all: its figures are exchanged on the page.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.formatting_structure.boxes import (  # type: ignore[import-untyped]  # no stubs
    FootnoteAreaBox,
    TextBox,
)
from weasyprint.text.line_break import create_layout, line_size  # type: ignore[import-untyped]  # no stubs

from publish.model.html import EndPages
from publish.pdf.folios import folio, folios, name_parts

Render = Callable[[str, str], Any]
"""Lays out a document, given its HTML and a style sheet besides those of the booklet; returns a weasyprint.Document."""

_NOTES_FIRST = "#{identifier}::before {{ content: ''; display: block; break-after: page }}"
"""A page more before these: for a note of the text that found no room on the last page of the text."""
_GOES_ON = (
    "@page :first {{ counter-reset: page {before} !important }}\n#{identifier} {{ break-before: {side} !important }}"
)


def with_end_pages(text: str, end: EndPages, render: Render) -> Any:
    """Return the weasyprint.Document of `text` with its end pages; without, where nothing keeps their place."""
    document = render(text, "")
    start = _start(document, end)
    if start is not None and any(isinstance(box, FootnoteAreaBox) for box in document.pages[start]._page_box.children):
        document = render(text, _NOTES_FIRST.format(identifier=end.identifier))
        start = _start(document, end)
    if start is None:
        return document
    kept, first = document.pages[start], document.pages[0]
    side = _side(kept)
    skipped = 2 if side == _side(first) else 1
    css = _GOES_ON.format(identifier=end.identifier, side=side, before=folio(kept) - skipped)
    text_pages = document.pages[:start]
    parts = name_parts(text_pages, end.parted)
    pages = render(end.write(folios(text_pages), parts), css).pages
    for identifier in end.later:
        number = next((folio(page) for page in pages[skipped:] if identifier in page.anchors), None)
        if number is not None:
            _renumber(text_pages, identifier, number)
    return document.copy([*document.pages[:start], *pages[skipped:]])


def _start(document: Any, end: EndPages) -> int | None:
    """Return the index of the last page that keeps the place of the end pages."""
    return max((index for index, page in enumerate(document.pages) if end.identifier in page.anchors), default=None)


def _side(page: Any) -> str:
    return str(page._page_box.page_type.side)


def _renumber(pages: list[Any], identifier: str, number: int) -> None:
    """Write another number behind what leads to a place, its end where it was; figures stay of their kind."""
    leading = [page for page in pages if any(target == identifier for _, target, *_ in page.links)]
    for box in (box for page in leading for box in page._page_box.descendants()):
        if _counts(box, identifier) and int(box.text) != number:
            zero = ord(box.text[0]) - int(box.text[0])
            box.text = "".join(chr(zero + int(figure)) for figure in str(number))
            layout = create_layout(box.text, box.style, None, None, 0)
            width, _ = line_size(layout.get_first_line()[0], box.style)
            box.position_x += box.width - width
            box.width, box.pango_layout = width, layout


def _counts(box: Any, identifier: str) -> bool:
    """Say whether a box is the number of the page that a link leads to."""
    is_behind = isinstance(box, TextBox) and box.element_tag == "a::after" and box.text.isdecimal()
    return is_behind and box.element.get("href") == f"#{identifier}"
