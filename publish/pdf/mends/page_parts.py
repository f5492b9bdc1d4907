"""Mend: what stands around the text is tagged as if it were text.

Running heads and folios are read aloud on each page by some programs: here they are artifacts and no element
(ISO 14289-1, 7.8; ISO 32000-1, 14.8.2.2). Notes are spans somewhere at the end: here they are notes, each with a label
and a name of its own (7.9).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs
from weasyprint import draw as _draw  # type: ignore[import-untyped]  # no stubs
from weasyprint.formatting_structure.boxes import FootnoteAreaBox, MarginBox  # type: ignore[import-untyped]  # no stubs
from weasyprint.pdf import tags as _tags  # type: ignore[import-untyped]  # no stubs

_stock_draw, _stock_build, _stock_tag = _draw.draw_stacking_context, _tags._build_box_tree, _tags._get_pdf_tag
_KINDS = {"@top": "/Header", "@bottom": "/Footer"}
"""What stands over and below the text; margins at the sides have no name of their own."""
_MARKER = "::footnote-marker"
"""How the tag of what begins a note ends."""


def install() -> None:
    """Replace how margins are drawn and tagged."""
    _draw.draw_stacking_context, _tags._build_box_tree = _draw_stacking_context, _build_box_tree
    _tags._get_pdf_tag = _get_pdf_tag


def uninstall() -> None:
    """Put back what was replaced."""
    _draw.draw_stacking_context, _tags._build_box_tree = _stock_draw, _stock_build
    _tags._get_pdf_tag = _stock_tag


def _draw_stacking_context(stream: Any, context: Any) -> None:
    marks = stream._tags
    if marks is None or not isinstance(context.box, MarginBox):
        _stock_draw(stream, context)
        return
    properties = pydyf.Dictionary({"Type": "/Pagination"})
    kind = _KINDS.get(context.box.at_keyword.partition("-")[0])
    if kind:
        properties["Subtype"] = kind
    stream.begin_marked_content("Artifact", properties)
    stream._tags = None  # within an artifact nothing is marked
    try:
        _stock_draw(stream, context)
    finally:
        stream._tags = marks
        stream.end_marked_content()


def _get_pdf_tag(tag: str | None) -> str:
    return "Lbl" if tag is not None and tag.endswith(_MARKER) else str(_stock_tag(tag))


def _build_box_tree(box: Any, parent: Any, pdf: Any, *others: Any) -> Any:
    if isinstance(box, MarginBox):
        return ()
    made = _stock_build(box, parent, pdf, *others)
    return _with_notes(made, pdf) if isinstance(box, FootnoteAreaBox) else made


def _with_notes(areas: Iterator[Any], pdf: Any) -> Iterator[Any]:
    """Call those notes that begin here notes; the rest of one that began on the page before has no label."""
    for area in areas:
        for note in (_element(reference, pdf) for reference in area["K"]):
            if _has_label(note, pdf):
                note["S"], note["ID"] = "/Note", pydyf.String(f"note-{note.number}")
        yield area


def _has_label(element: Any, pdf: Any) -> bool:
    kids = [_element(kid, pdf) for kid in element["K"] if isinstance(kid, bytes)]
    return bool(kids) and (kids[0].get("S") == "/Lbl" or ("K" in kids[0] and _has_label(kids[0], pdf)))


def _element(reference: bytes, pdf: Any) -> Any:
    return pdf.objects[int(reference.split()[0])]
