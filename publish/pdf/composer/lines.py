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
from weasyprint.layout.inline import iter_line_boxes  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer import endings, fit, gauge, leaves, resuming
from publish.pdf.composer.column import Column, column_of
from publish.pdf.composer.grid import Grid
from publish.pdf.composer.leaves import Odd
from publish.pdf.composer.paragraph import Paragraph
from publish.pdf.composer.plans import Overfull, Plans, count
from publish.pdf.composer.rules import CENTRED, FILLED, Rules
from publish.pdf.composer.setter import Setter
from publish.pdf.composer.setting import How
from publish.pdf.composer.turning import Room, Source, needs_another, room
from publish.pdf.composer.ways import Breaks, Effort

KEPT = 400
"""Paragraphs whose measures are kept: those of the pages that WeasyPrint may still lay out again."""
_FRAGMENT = 40


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
            column = column_of(context, box, position_y, containing_block, is_first=skip_stack is None)
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
        setter = Setter(known.rules, context, box, known, containing_block, column)
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

    def _rules(self, box: Any, column: Column) -> Rules:
        """Return the rules for a paragraph: what stands in the middle of its column is neither scaled nor hung out."""
        if box.style["text_align_all"] == CENTRED:
            return replace(self.rules, scale=0, hang=0, parts_citations=False)
        if column.lengths[-1] < self.rules.narrow * box.style["font_size"]:
            return replace(self.rules, scale=self.rules.narrow_scale)
        return self.rules

    def _planned(
        self, context: Any, box: Any, containing_block: Any, skip_stack: Any, column: Column
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
        self, known: Paragraph, box: Any, skip_stack: Any, column: Column, give: tuple[float, float]
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


def _beginning(box: Any) -> str:
    """Return the first words of a paragraph."""
    return "".join(part.text for part in box.descendants() if isinstance(part, boxes.TextBox))[:_FRAGMENT]
