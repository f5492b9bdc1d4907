"""The column that a paragraph is set in: how long each of its lines may be, beside floats too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from weasyprint.layout.float import avoid_collisions  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.percent import (  # type: ignore[import-untyped]  # no stubs
    resolve_one_percentage,
    resolve_percentages,
)
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer import fit
from publish.pdf.composer.leaves import Odd
from publish.pdf.composer.turning import Room

MOST_LINES_BESIDE = 200
"""Lines beside a float that are looked at."""


@dataclass(slots=True)
class Column:
    """How long lines are and where they begin, from the one that comes next; the last for all that follow."""

    lengths: tuple[float, ...]
    lefts: tuple[float, ...]
    room: Room | None = None
    """How many lines the page has left for a paragraph that begins on it."""


def column_of(context: Any, box: Any, position_y: float, containing_block: Any, *, is_first: bool) -> Column:
    """Return the room for the lines of `box`. Raises `Odd`."""
    resolve_percentages(box, containing_block)
    if is_first:
        resolve_one_percentage(box, "text_indent", containing_block.width)
    else:
        box.text_indent = 0
    width, left = containing_block.width, containing_block.content_box_x()
    lengths, lefts = list[float](), list[float]()
    if any(shape.position_y + shape.margin_height() > position_y for shape in context.excluded_shapes or ()):
        lengths, lefts = _beside(context, box, position_y, containing_block)
    lengths, lefts = [*lengths, width], [*lefts, left]
    if box.text_indent:
        if len(lengths) == 1:
            lengths, lefts = lengths * 2, lefts * 2
        lengths[0] -= box.text_indent
    return Column(tuple(lengths), tuple(lefts))


def _beside(context: Any, box: Any, position_y: float, containing_block: Any) -> tuple[list[float], list[float]]:
    """Return room and left edge of the lines beside floats. Raises `Odd` where a line must move down."""
    height, _ = strut(box.style)
    lengths, lefts = list[float](), list[float]()
    for _ in range(MOST_LINES_BESIDE):
        if not any(shape.position_y + shape.margin_height() > position_y for shape in context.excluded_shapes):
            return lengths, lefts
        box.position_y, box.width, box.height = position_y, 4 * box.style["font_size"], height
        left, y, room = avoid_collisions(context, box, containing_block, outer=False)
        if abs(y - position_y) > fit.ROUNDING:
            raise Odd("no room beside a float")
        lengths.append(room)
        lefts.append(left)
        position_y += height
    raise Odd("no end of floats")
