"""Mend: a note that is moved to the next page leaves the margins of its area behind, and a hole in the page.

Where a note does not fit under its mark, `report_footnote` empties the area of notes, and `_update_footnote_area` goes
on taking its margin, border and padding from the page. The line with the mark no longer fits, and the whole paragraph
is thrown to the next page. An empty area takes nothing here.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import LayoutContext  # type: ignore[import-untyped]  # no stubs

_stock = LayoutContext._update_footnote_area


def install() -> None:
    """Replace how the area of notes is measured."""
    LayoutContext._update_footnote_area = _update_footnote_area


def uninstall() -> None:
    """Put back what was replaced."""
    LayoutContext._update_footnote_area = _stock


def _update_footnote_area(context: Any) -> Any:
    overflows = _stock(context)
    area = context.current_footnote_area
    if not area.children and not context.in_column:
        context.page_bottom += area.margin_height()
        area.height = "auto"  # so that the next update gives nothing back once more
    return overflows
