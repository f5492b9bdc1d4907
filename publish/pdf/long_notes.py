"""Notes longer than a page: WeasyPrint does not part a note, and what runs over the head of the page is lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from weasyprint.formatting_structure.boxes import FootnoteAreaBox  # type: ignore[import-untyped]  # no stubs

from publish.model.finding import Finding, Span, found
from publish.pdf.folios import folio

_SLACK = 1
"""CSS pixels."""


def find_long_notes(pages: Sequence[Any], folder: Path) -> Iterator[Finding]:
    """Find pages whose notes do not fit on them (P013), the longest named."""
    for page in pages:
        box = page._page_box
        areas = (child for child in box.children if isinstance(child, FootnoteAreaBox))
        if any(area.children and area.position_y < box.margin_top - _SLACK for area in areas):
            notes = [note for area in box.children if isinstance(area, FootnoteAreaBox) for note in area.children]
            longest = max(notes, key=lambda note: float(note.margin_height()))
            number = longest.element.get("data-number") or "*"
            yield found("P013", Span(str(folder / "text.md")), number=number, page=folio(page))
