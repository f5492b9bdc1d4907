"""Mend: a note that is moved to the next page leaves a hole in its own, and notes are moved that had their room.

Where a note does not fit under its mark, `report_footnote` empties the area of notes, and `_update_footnote_area` goes
on taking its margin, border and padding from the page. The line with the mark no longer fits, and the whole paragraph
is thrown to the next page. An empty area takes nothing here.

Where the first lines of a later paragraph reach the foot of the page and are too few to be parted, `_linebox_layout`
throws the notes overleaf, away from their marks, so that these lines stay. It does not within columns; so here it
believes to be within one, and what measures the area of notes does not.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import LayoutContext, block  # type: ignore[import-untyped]  # no stubs

_stock = LayoutContext._update_footnote_area
_stock_lines = block._linebox_layout
_LINES = "lines"
"""What tells the lines of a page, which only believe to stand in a column, from those that do."""


def install() -> None:
    """Replace how the area of notes is measured, and how lines are laid out."""
    LayoutContext._update_footnote_area = _update_footnote_area
    block._linebox_layout = _linebox_layout


def uninstall() -> None:
    """Put back what was replaced."""
    LayoutContext._update_footnote_area = _stock
    block._linebox_layout = _stock_lines


def _linebox_layout(context: Any, *arguments: Any) -> Any:
    believed = context.in_column
    context.in_column = believed or _LINES
    try:
        return _stock_lines(context, *arguments)
    finally:
        context.in_column = believed


def _update_footnote_area(context: Any) -> Any:
    believed = context.in_column
    context.in_column = believed is True
    overflows = _stock(context)
    area = context.current_footnote_area
    if not area.children and not context.in_column:
        context.page_bottom += area.margin_height()
        area.height = "auto"  # so that the next update gives nothing back once more
    context.in_column = believed
    return overflows
