"""A paragraph measured: all that a plan and its lines need."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from publish.pdf.composer.fit import Kind, Measure, Origin
from publish.pdf.composer.glyphs import SPACES, Shaping
from publish.pdf.composer.leaves import Content, Leaf
from publish.pdf.composer.rules import Rules
from publish.pdf.composer.shaper import Shaper
from publish.pdf.composer.ways import SOFT_HYPHEN


class Cut(NamedTuple):
    """What the end, or the beginning, of a line looks like when it is cut off from its neighbour."""

    width: float
    """CSS pixels to be added to that of the characters."""
    start: int
    """The first character that is written anew, counted in the paragraph; up to `end`."""
    end: int
    text: str
    """What is written for them; empty where nothing is."""


@dataclass(slots=True)
class Paragraph:
    """A paragraph, its leaves shaped and its breaks measured."""

    content: Content
    children: Any
    """Those of the box, to tell whether it is still the same."""
    first: int
    """The first character that is no space."""
    opening: Origin
    """Where its first line begins."""
    starts: list[int]
    """Where the leaves begin."""
    shapings: list[Shaping | None]
    """Of the leaves; none for an atom."""
    shaper: Shaper
    widths: array[float]
    """Up to every character, without margins."""
    measure: Measure
    line_ends: array[int]
    """For every break the character behind the last of its line."""
    line_starts: array[int]
    """And the first of the next."""
    end_rigid: array[float]
    """Widths up to the end of a line of what is never scaled, spaces and margins in it."""
    begin_rigid: array[float]
    """And up to the beginning of the next."""
    heads: dict[int, Cut]
    """What begins a line anew, by its first character."""
    hanging: dict[int, float]
    """How far what begins a line hangs out to the left, by its first character, in CSS pixels."""
    rules: Rules
    """Those that its lines are judged by."""
    plans: dict[Any, dict[int, int]] = field(default_factory=dict)
    """For every shape of column, and all else that was asked, where each line ends: break by first character."""
    followed: dict[int, tuple[tuple[float, ...], dict[int, int]]] = field(default_factory=dict)
    """By the first character of a line: the length of lines, and the plan that the line before was set by."""

    def before(self, start: int) -> int | None:
        """Return the number of the break behind which a line begins with `start`; None where none may begin."""
        at = bisect_left(self.line_starts, start)
        return at if at < len(self.line_starts) and self.line_starts[at] == start else None

    def origin(self, start: int) -> Origin | None:
        """Return what a plan needs that begins with the character `start`; None where no line may begin there."""
        if start == self.first:
            return self.opening
        at, measure = self.before(start), self.measure
        if at is None:
            return None
        return Origin(
            bisect_right(self.line_ends, start), measure.begins[at], measure.begin_spaces[at], measure.begin_stiff[at]
        )

    def rigid(self, start: int, at: int) -> float:
        """Return the width of what is not scaled in the line that begins with `start` and ends at the break `at`."""
        before = self.before(start) if start != self.first else None
        return self.end_rigid[at] - (0.0 if before is None else self.begin_rigid[before])

    def leaf_number(self, character: int) -> int:
        """Return the number of the leaf that a character stands in."""
        return max(0, bisect_right(self.starts, character) - 1)

    def spaces(self, start: int, end: int) -> int:
        """Return how many spaces stand from `start` up to, not with, `end`."""
        return sum(self.content.text.count(space, start, end) for space in SPACES)

    def tail(self, at: int) -> Cut:
        """Return how the line ends that ends at a break."""
        end = self.line_ends[at]
        number = self.leaf_number(end - 1)
        shaping = self.shapings[number]
        if shaping is None or end <= self.starts[number]:
            return Cut(0.0, end, end, "")
        return cut(self.content, self.content.leaves[number], shaping, self.shaper, end, self.measure.kinds[at])[0]


def cut(content: Content, leaf: Leaf, shaping: Shaping, shaper: Shaper, end: int, kind: int) -> tuple[Cut, Cut | None]:
    """Return how a line ends before the character `end`, and how the next one begins where a ligature is cut."""
    text, style, offset = content.text, leaf.box.style, leaf.start
    hyphen = style["hyphenate_character"] if kind == Kind.HYPHEN else ""
    if shaping.font is None and not hyphen:
        return Cut(0.0, end, end, ""), None
    joined, widths = shaping.joined, shaping.widths
    first, head = end - 1, None
    while first > offset and text[first] == SOFT_HYPHEN:
        first -= 1
    while first > offset and joined[first - offset]:
        first -= 1
    if joined[end - offset]:
        behind = end
        while behind < leaf.end and joined[behind - offset]:
            behind += 1
        rest = text[end:behind]
        width = shaper.snippet(rest, style).widths[-1] - (widths[behind - offset] - widths[end - offset])
        head = Cut(width, end, behind, rest)
    written = text[first:end].rstrip(SOFT_HYPHEN) + hyphen
    width = shaper.snippet(written, style).widths[-1] - (widths[end - offset] - widths[first - offset])
    return Cut(width, first, end, written), head
