"""The pages of a book on larger sheets, marks drawn over them, and the list before them, in one PDF.

list │ sheet ╭─────────╮ ← trim
     │       │  page   │   untouched: the same glyphs in the same places
     │       ╰─────────╯   marks over it
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs
import weasyprint  # type: ignore[import-untyped]  # no stubs

from publish.model.proof import Sheets
from publish.pdf.finish import finish
from publish.pdf.proof.observe import POINT
from publish.proof import archive

Render = Callable[[str], Any]
"""Lays out a document that brings its own style; returns a weasyprint.Document."""

_NO_DATE = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""What PDF wants to know of a file within it, and what must be the same for the same source."""


def write_sheets(document: Any, made: Sheets, render: Render) -> bytes:
    """Return the PDF of the proof of a weasyprint.Document.

    It has no tags: it is a working paper, and its pages are read where they are published.
    """
    front, overlay = render(made.front).pages, render(made.overlay).pages
    for page, over in zip(document.pages, overlay, strict=True):
        margins = (made.width / POINT - page.width) / 2, (made.height / POINT - page.height) / 2
        page.paint = partial(_paint, page, over, margins)
    kept = weasyprint.Attachment(string=made.record.decode(), name=archive.NAME, created=_NO_DATE, modified=_NO_DATE)

    def finisher(_: Any, pdf: Any) -> None:
        finish(pdf)
        _enlarge(pdf, made, len(front))

    proof = document.copy([*front, *document.pages])
    pdf: bytes = proof.write_pdf(finisher=finisher, pdf_identifier=True, attachments=[kept])
    return pdf


def _paint(page: Any, over: Any, margins: tuple[float, float], stream: Any, scale: float = 1) -> None:
    """Paint a page, and over it the sheet that begins `margins` outside of it."""
    type(page).paint(page, stream, scale)
    with stream.stacked():
        stream.transform(e=-margins[0] * scale, f=-margins[1] * scale)
        over.paint(stream, scale)


def _enlarge(pdf: Any, made: Sheets, first: int) -> None:
    """Let the pages from `first` on be as large as their sheets."""
    pages = [thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/Page"]
    for page in pages[first:]:
        left, top, right, bottom = page["TrimBox"]
        across, down = (made.width - (right - left)) / 2, (made.height - (bottom - top)) / 2
        page["MediaBox"] = pydyf.Array([left - across, top - down, right + across, bottom + down])
        page["BleedBox"] = page["CropBox"] = page["MediaBox"]
