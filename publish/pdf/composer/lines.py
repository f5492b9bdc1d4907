"""The door to WeasyPrint's layout: a paragraph planned as a whole, handed over line by line.

A paragraph that is cut by a page goes on in its plan on the next one. What cannot be planned is left to WeasyPrint,
and counted.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.float import avoid_collisions  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.inline import (  # type: ignore[import-untyped]  # no stubs
    _adjust_line_height,
    iter_line_boxes,
    line_box_verticality,
    text_align,
)
from weasyprint.layout.percent import (  # type: ignore[import-untyped]  # no stubs
    resolve_one_percentage,
    resolve_percentages,
)
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer import endings, fit, gauge, leaves, resuming
from publish.pdf.composer.fit import Kind
from publish.pdf.composer.grid import Grid
from publish.pdf.composer.leaves import Odd
from publish.pdf.composer.paragraph import Paragraph
from publish.pdf.composer.plans import Overfull, Plans, count
from publish.pdf.composer.rules import Rules
from publish.pdf.composer.setting import Builder, How, Line, Placed
from publish.pdf.composer.turning import Room, Source, needs_another, room
from publish.pdf.composer.ways import Breaks, Effort

KEPT = 400
"""Paragraphs whose measures are kept: those of the pages that WeasyPrint may still lay out again."""
FILLED, CENTRED = "justify", "center"
"""Alignments of paragraphs that are composed: all lines of one width, or standing in the middle and much alike."""
_FRAGMENT = 40
MOST_LINES_BESIDE = 200
"""Lines beside a float that are looked at."""


@dataclass(slots=True)
class Composer:
    """Lays out the paragraphs of one document."""

    breaks: Breaks
    rules: Rules
    is_first_fit: bool = False
    """Whether lines are filled one by one, as WeasyPrint does: to compare with it."""
    fills_pages: bool = False
    """Whether a paragraph may be given a line more or less for the sake of the page that it ends or begins."""
    wishes: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    """Numbers of lines that are wanted, and after which of them the page is turned, if that matters.

    By the `id` of a paragraph's box and its first character on the page.
    """
    left_to_stock: Counter[str] = field(default_factory=Counter)
    """How many lines that should be filled were left to WeasyPrint, by reason; the last of a paragraph is none."""
    first_left: str = ""
    """How the first paragraph with such lines begins."""
    composed: int = 0
    """How many lines were composed."""
    plans: Plans = field(init=False)
    _grid: tuple[Any, Grid | None] | None = None
    """The style of a document's root, and its grid."""
    _kept: OrderedDict[int, tuple[Any, Paragraph, Effort]] = field(default_factory=OrderedDict)

    def __post_init__(self) -> None:
        self.plans = Plans(self.is_first_fit)

    def lines(
        self, context: Any, box: Any, y: float, bottom: float, skip_stack: Any, containing_block: Any, *others: Any
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the lines of a paragraph and where each next one begins, as `iter_line_boxes` of WeasyPrint does."""
        grid = self._grid_of(box)
        for line, resume_at in self._lines(context, box, y, bottom, skip_stack, containing_block, *others):
            if grid:
                grid.settle(line, containing_block)
            yield line, resume_at

    def _lines(
        self,
        context: Any,
        box: Any,
        position_y: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        absolute_boxes: list[Any],
        fixed_boxes: list[Any],
        first_letter_style: Any,
        first_line_style: Any,
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the lines as they were planned, or as WeasyPrint makes them."""
        try:
            if not self._is_composed(box.style, containing_block):
                raise Odd("")
            if containing_block.style["text_overflow"] != "clip" or containing_block.style["block_ellipsis"] != "none":
                raise Odd("cut short")
            if (first_letter_style and skip_stack is None) or first_line_style:
                raise Odd("first letter or line")
            column = _column(context, box, position_y, containing_block, is_first=skip_stack is None)
            column.room = self._room(context, box, position_y, bottom_space, skip_stack, containing_block)
            known, start, plan = self._planned(context, box, containing_block, skip_stack, column)
        except Odd as odd:
            for line, resume_at in iter_line_boxes(
                context, box, position_y, bottom_space, skip_stack, containing_block,
                absolute_boxes, fixed_boxes, first_letter_style, first_line_style,
            ):  # fmt: skip
                if odd.args[0] and resume_at is not None and box.style["text_align_all"] == FILLED:
                    self.left_to_stock[odd.args[0]] += 1
                    self.first_left = self.first_left or _beginning(box)
                line.how = How(endings.filled(box, line, resume_at), None)
                yield line, resume_at
            return
        setter = _Setter(known.rules, context, box, known, containing_block, column)
        number, source = 0, None
        if box.style["text_align_all"] == FILLED:
            source = Source(box, known, start, count(known, plan, start), column.lengths)
        while start < len(known.content.text):
            at = plan[start]
            line, following = setter.set(number, start, at, position_y, absolute_boxes, fixed_boxes)
            line.source, line.ends = source, at
            known.followed[following] = column.lengths[-1:], plan
            self.composed += 1
            number += 1
            position_y = line.position_y + line.height
            is_end = following >= len(known.content.text)
            yield line, None if is_end else resuming.skip_to(known, following)
            if is_end:
                return
            start = following
            box.text_indent = 0

    def _room(
        self, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any, containing_block: Any
    ) -> Room | None:
        if not self.fills_pages or skip_stack is not None or box.style["text_align_all"] != FILLED:
            return None
        return room(context, box, position_y, bottom_space, containing_block)

    def _grid_of(self, box: Any) -> Grid | None:
        root = box.style.root_style
        if self.rules.registers and (not self._grid or self._grid[0] is not root):
            self._grid = root, Grid.of(box.style)
        return self._grid[1] if self._grid else None

    def _is_composed(self, style: Any, containing_block: Any) -> bool:
        """Tell whether a paragraph is set by us. Running heads are not: WeasyPrint made their boxes as wide as they."""
        alignments = (FILLED,) if self.is_first_fit else (FILLED, CENTRED)
        is_text = style["white_space"] == "normal" and not isinstance(containing_block, boxes.MarginBox)
        return is_text and style["text_align_all"] in alignments

    def _rules(self, box: Any, column: _Column) -> Rules:
        """Return the rules for a paragraph: what stands in the middle of its column is neither scaled nor hung out."""
        if box.style["text_align_all"] == CENTRED:
            return replace(self.rules, scale=0, hang=0, parts_citations=False)
        if column.lengths[-1] < self.rules.narrow * box.style["font_size"]:
            return replace(self.rules, scale=self.rules.narrow_scale)
        return self.rules

    def _planned(
        self, context: Any, box: Any, containing_block: Any, skip_stack: Any, column: _Column
    ) -> tuple[Paragraph, int, dict[int, int]]:
        """Return the paragraph, the character its next line begins with, and where lines end. Raises `Odd`."""
        rules = self._rules(box, column)
        last = Overfull("nothing fits")
        for effort, tolerance, squeeze in self._efforts(box):
            known = self._measured(context, box, containing_block, rules, effort)
            try:
                return self._planned_with(known, box, skip_stack, column, (tolerance, squeeze))
            except Overfull as overfull:
                last = overfull
        raise last

    def _efforts(self, box: Any) -> tuple[tuple[Effort, float, float], ...]:
        """Return what is tried until something does, and how far lines may stretch and shrink each time."""
        if self.is_first_fit or box.style["text_align_all"] == CENTRED:
            return (Effort.USUAL, fit.ENDLESS, 1.0), (Effort.TORN, fit.ENDLESS, 1.0)
        squeeze = self.rules.last_squeeze
        return (
            (Effort.USUAL, self.rules.tolerance, self.rules.squeeze),
            (Effort.HARD, self.rules.tolerance, squeeze),
            (Effort.HARDER, self.rules.tolerance, squeeze),
            (Effort.HARDER, self.rules.patience, squeeze),
            (Effort.HARDER, fit.ENDLESS, squeeze),
            (Effort.TORN, fit.ENDLESS, squeeze),
        )

    def _planned_with(
        self, known: Paragraph, box: Any, skip_stack: Any, column: _Column, give: tuple[float, float]
    ) -> tuple[Paragraph, int, dict[int, int]]:
        text = known.content.text
        start = known.first if skip_stack is None else resuming.place(known, box, skip_stack)
        while start < len(text) and text[start] == " ":
            start += 1
        if start >= len(text):
            raise Odd("")
        wished = self.wishes.get((id(box), start))
        if skip_stack is not None and not wished:
            width, plan = known.followed.get(start, ((), {}))
            if width == column.lengths:
                return known, start, plan
        plan = self.plans.of(known, start, column.lengths, give, is_centred=box.style["text_align_all"] == CENTRED)
        if wished:
            plan = self.plans.with_lines(known, start, column.lengths, *wished) or plan
        elif column.room and needs_another(plan, known, column.room):
            plan = self.plans.turned(known, start, column.lengths, plan, column.room)
        return known, start, plan

    def _measured(self, context: Any, box: Any, containing_block: Any, rules: Rules, effort: Effort) -> Paragraph:
        """Return the measures of a paragraph, as long as its box is the same; with more effort once made, those."""
        entry = self._kept.get(id(box))
        if entry and entry[0] is box and entry[1].children is box.children and entry[2] >= effort:
            self._kept.move_to_end(id(box))
            known = entry[1]
            if known.content.margins:
                leaves.read(context, box, containing_block)
            return known
        content = leaves.read(context, box, containing_block)
        known = gauge.measure(content, box.children, self.breaks, rules, effort)
        self._kept[id(box)] = box, known, effort
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return known


@dataclass(slots=True)
class _Column:
    """How long lines are and where they begin, from the one that comes next; the last for all that follow."""

    lengths: tuple[float, ...]
    lefts: tuple[float, ...]
    room: Room | None = None
    """How many lines the page has left for a paragraph that begins on it."""


def _column(context: Any, box: Any, position_y: float, containing_block: Any, *, is_first: bool) -> _Column:
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
    return _Column(tuple(lengths), tuple(lefts))


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


class _Setter:
    """Sets the lines of one paragraph in one column."""

    def __init__(
        self, rules: Rules, context: Any, box: Any, known: Paragraph, containing_block: Any, column: _Column
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


def _beginning(box: Any) -> str:
    """Return the first words of a paragraph."""
    return "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))[:_FRAGMENT]
