"""Mend: running heads and folios are tagged as text, and some programs read them aloud on each page.

What stands in the margins of a page is an artifact here (ISO 14289-1, 7.8; ISO 32000-1, 14.8.2.2), and no element.
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs
from weasyprint import draw as _draw  # type: ignore[import-untyped]  # no stubs
from weasyprint.formatting_structure.boxes import MarginBox  # type: ignore[import-untyped]  # no stubs
from weasyprint.pdf import tags as _tags  # type: ignore[import-untyped]  # no stubs

_stock_draw, _stock_build = _draw.draw_stacking_context, _tags._build_box_tree
_KINDS = {"@top": "/Header", "@bottom": "/Footer"}
"""What stands over and below the text; margins at the sides have no name of their own."""


def install() -> None:
    """Replace how margins are drawn and tagged."""
    _draw.draw_stacking_context, _tags._build_box_tree = _draw_stacking_context, _build_box_tree


def uninstall() -> None:
    """Put back what was replaced."""
    _draw.draw_stacking_context, _tags._build_box_tree = _stock_draw, _stock_build


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


def _build_box_tree(box: Any, *others: Any) -> Any:
    return () if isinstance(box, MarginBox) else _stock_build(box, *others)
