"""Mend: a picture behind a whole page ends at the trim, or begins again there, and the bleed around it stays white.

What is placed on the whole page, because it has no margins or because the background is `fixed`, is placed on the page
with its bleed here, as the background's colour is painted already. `center / cover` then reaches what is cut away.
"""

from __future__ import annotations

from copy import copy
from typing import Any

from weasyprint.formatting_structure.boxes import PageBox  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout import background as _background  # type: ignore[import-untyped]  # no stubs

_stock = _background.layout_background_layer


class _Wide(PageBox):  # type: ignore[misc]  # no stubs
    """A page whose bleed belongs to it."""

    def margin_width(self) -> float:
        bleed = self.bleed
        return float(PageBox.margin_width(self) + bleed["left"] + bleed["right"])

    def margin_height(self) -> float:
        bleed = self.bleed
        return float(PageBox.margin_height(self) + bleed["top"] + bleed["bottom"])


def install() -> None:
    """Replace how the layers of a background are placed."""
    _background.layout_background_layer = _layout_background_layer


def uninstall() -> None:
    """Put back what was replaced."""
    _background.layout_background_layer = _stock


def _layout_background_layer(box: Any, page: Any, *others: Any) -> Any:
    layer = _stock(box, page, *others)
    if box is not page or layer.image is None or not any(page.bleed.values()):
        return layer
    if layer.positioning_area != (0, 0, page.margin_width(), page.margin_height()):
        return layer
    wide = copy(page)
    wide.__class__ = _Wide
    *sizes, _ = others
    placed = _stock(wide, wide, *sizes, "fixed")
    left, top = page.bleed_area[:2]
    return placed._replace(
        painting_area=page.bleed_area, positioning_area=(left, top, wide.margin_width(), wide.margin_height())
    )
