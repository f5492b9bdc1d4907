"""The setter of a paragraph: each line as it was planned, as wide as its column, where its alignment wants it."""

from __future__ import annotations

from typing import Any

from weasyprint.layout.inline import (  # type: ignore[import-untyped]  # no stubs
    _adjust_line_height,
    line_box_verticality,
    text_align,
)

from publish.pdf.composer import endings, fit
from publish.pdf.composer.column import Column
from publish.pdf.composer.fit import Kind
from publish.pdf.composer.paragraph import Paragraph
from publish.pdf.composer.rules import CENTRED, FILLED, Rules
from publish.pdf.composer.setting import Builder, How, Line, Placed


class Setter:
    """Sets the lines of one paragraph in one column."""

    def __init__(
        self, rules: Rules, context: Any, box: Any, known: Paragraph, containing_block: Any, column: Column
    ) -> None:
        self.rules, self.context, self.box, self.known = rules, context, box, known
        self.containing_block, self.column = containing_block, column
        self.is_rtl = containing_block.style["direction"] == "rtl"

    def set(
        self, number: int, start: int, at: int, position_y: float, absolute: list[Any], fixed: list[Any]
    ) -> tuple[Any, int]:
        """Return the line that begins with `start` and ends at the break `at`, and where the next one begins."""
        known, box = self.known, self.box
        kind, end, following = known.measure.kinds[at], known.line_ends[at], known.line_starts[at]
        origin = known.origin(start)
        assert origin is not None  # noqa: S101  # a plan leads only to where lines may begin
        room = self.column.lengths[min(number, len(self.column.lengths) - 1)]
        edge = self.column.lefts[min(number, len(self.column.lefts) - 1)]
        scale, gap = self._given(start, at, origin, room)
        line = Line(start, end, following, known.tail(at), known.heads.get(start), scale, gap)
        placed = Placed(absolute, fixed)
        hanging = known.hanging.get(start, 0.0) * scale
        box.position_x, box.position_y = edge, position_y
        indent = box.text_indent if number == 0 else 0
        left = edge + (0 if self.is_rtl else indent - hanging)
        children, right = Builder(self.context, known, self.containing_block, line, placed).children(
            box, (), left, position_y
        )
        made = box.copy_with_children(children)
        made.remove_decoration(start=start != known.first, end=kind != Kind.FORCED)
        made.width = right - edge
        _adjust_line_height(made)
        self._align(made, kind, room + indent, position_y)
        _place_apart(placed, made, position_y)
        made.how = How(endings.PLANNED[Kind(kind)], self._mean_gap(line, at, origin))
        return made, following

    def _mean_gap(self, line: Line, at: int, origin: fit.Origin) -> float | None:
        """Return the mean width of the spaces of a line in em; None where it has none, or is not filled."""
        count = self.known.spaces(line.start, line.end)
        if not count or (line.scale == 1 and not line.gap):
            return None
        natural = (self.known.measure.end_spaces[at] - origin.spaces) / count
        return float((natural * line.scale + line.gap) / self.box.style["font_size"])

    def _given(self, start: int, at: int, origin: fit.Origin, room: float) -> tuple[float, float]:
        """Return how the glyphs of a line are scaled and what is added to its spaces, so that it fills its room."""
        known, measure = self.known, self.known.measure
        spaces = known.spaces(start, known.line_ends[at])
        natural = measure.ends[at] - origin.begin
        left = room - natural
        is_filled = (
            self.box.style["text_align_last" if measure.kinds[at] == Kind.FORCED else "text_align_all"] == FILLED
        )
        if not is_filled and left >= 0:
            return 1.0, 0.0
        scale = 1.0
        limit = self.rules.scale * (
            natural - (measure.end_spaces[at] - origin.spaces) - (measure.end_stiff[at] - origin.stiff)
        )
        if limit > 0:
            scale += max(-1.0, min(1.0, left / limit)) * self.rules.scale
            left -= (natural - known.rigid(start, at)) * (scale - 1)
        return scale, left / spaces if spaces else 0.0

    def _align(self, line: Any, kind: int, room: float, position_y: float) -> None:
        """Put a line where the alignment of the paragraph wants it, and give it the height of a line."""
        style = self.box.style
        offset = 0.0
        if style["text_align_all"] == CENTRED:
            offset = (room - line.width - (self.box.text_indent or 0)) / 2
        elif self.is_rtl:
            offset = room - line.width - (self.box.text_indent or 0)
            if kind == Kind.FORCED and style["text_align_last"] == "center":
                offset /= 2
        elif kind == Kind.FORCED and style["text_align_last"] not in ("auto", "justify"):
            offset = text_align(self.context, line, room, last=True)
        bottom, top = line_box_verticality(line)
        line.baseline, line.position_y, line.height = -top, top, bottom - top
        line.margin_top = line.margin_bottom = 0
        line.translate(offset, position_y - top)
        line.position_y = position_y


def _place_apart(placed: Placed, line: Any, position_y: float) -> None:
    """Move boxes that are placed absolutely to where they would have stood."""
    for box in placed.placeholders:
        if "inline" in box.style.specified["display"]:
            box.translate(0, position_y - box.position_y)
        else:
            box.translate(line.position_x - box.position_x, position_y + line.height - box.position_y)
