"""The grid of a page: lines of any size put where the lines of the text would stand, pictures as high as whole lines.

A line in a larger or smaller size stands higher or lower in its room than the text does in its own. Where that room is
as high as whole lines of the text, the line is moved within it. So the lines of facing pages, and of both sides of a
leaf, register, whatever stands above them. Source: Robert Bringhurst, “The Elements of Typographic Style”, 2.2.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.replaced import block_replaced_box_layout  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

ROUNDING = 1e-3
"""CSS pixels that make no difference."""
LEAST_DROP = -0.6
"""Of the leading: a line is raised by no more, else it is lowered.

Arabic in the middle of two lines' room is so raised to the upper one: it has more below its baseline than Turkish has.
"""
LEAST_GAP = 0.25
"""Of the leading: what is left free under a picture."""


@dataclass(frozen=True, slots=True)
class Grid:
    """The lines of the text, in CSS pixels."""

    leading: float
    baseline: float
    """From the top of a line."""

    @classmethod
    def of(cls, style: Any) -> Grid | None:
        """Return the grid of the document that `style` belongs to: that of its root; none where it has no leading."""
        leading, baseline = strut(style.root_style)
        return cls(leading, baseline) if leading > 1 else None

    def holds(self, height: float) -> bool:
        """Tell whether a height is that of whole lines."""
        whole = round(height / self.leading)
        return whole > 0 and abs(height - whole * self.leading) < ROUNDING

    def drop(self, height: float, baseline: float) -> float:
        """Return by how much a line of this height, its baseline there, must be lowered to stand on the grid."""
        if not self.holds(height):
            return 0.0
        drop = (self.baseline - baseline) % self.leading
        if drop > (1 + LEAST_DROP) * self.leading:
            drop -= self.leading
        return 0.0 if abs(drop) < ROUNDING else drop

    def settle(self, line: Any, box: Any) -> None:
        """Put a line of `box` on the grid."""
        drop = self.drop(line.height, line.baseline)
        if drop and not isinstance(box, boxes.InlineBlockBox):
            for child in line.children:
                child.translate(0, drop)
            line.baseline += drop


def replaced_layout(context: Any, box: Any, containing_block: Any) -> Any:
    """Lay out a picture between paragraphs as WeasyPrint does, then give it the room of whole lines."""
    result = block_replaced_box_layout(context, box, containing_block)
    grid, made = Grid.of(box.style), result[0]
    if grid and abs(strut(box.style)[0] - grid.leading) < ROUNDING:
        lines = ceil((made.border_height() + LEAST_GAP * grid.leading) / grid.leading - ROUNDING)
        made.padding_bottom += lines * grid.leading - made.border_height()
    return result
