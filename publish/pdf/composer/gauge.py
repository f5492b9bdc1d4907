"""Measures a paragraph: every place where a line may end, and how long lines are between them.

    Content ─ shapings, ways ─ measure ─→ Paragraph

Widths are taken from one shaping of every leaf. What a break changes at its line's end (a hyphen, a ligature cut in
two, a kern to a space that is gone) is shaped apart, once for every pair of letters.
"""

from __future__ import annotations

import re
from array import array
from operator import sub
from typing import Any

from publish.pdf.composer import ways
from publish.pdf.composer.fit import Kind, Measure, Origin
from publish.pdf.composer.glyphs import SPACES, Shaping
from publish.pdf.composer.leaves import LINE_FEED, Content
from publish.pdf.composer.optics import NOTHING, edge_of
from publish.pdf.composer.paragraph import Cut, Paragraph, cut
from publish.pdf.composer.rules import Rules
from publish.pdf.composer.shaper import Shaper
from publish.pdf.composer.ways import SOFT_HYPHEN, Breaks, Effort

_SPACE = re.compile(f"[{SPACES}]")
_BLANKS, _ALL_BLANKS = " " + LINE_FEED, SPACES + LINE_FEED


def measure(content: Content, children: Any, breaks: Breaks, rules: Rules, effort: Effort = Effort.USUAL) -> Paragraph:
    """Return a paragraph with all that a plan needs."""
    shaper = Shaper.of(next(leaf.box.style for leaf in content.leaves if not leaf.is_atom), rules.space)
    shapings = [
        None if leaf.is_atom else shaper.shape(content.text[leaf.start : leaf.end], leaf.box.style)
        for leaf in content.leaves
    ]
    places = ways.chosen(content, shapings, breaks, rules, effort)
    return _Gauge(content, shapings, shaper, rules).paragraph(children, places)


class _Gauge:
    """Adds widths up and measures the ends of lines."""

    def __init__(self, content: Content, shapings: list[Shaping | None], shaper: Shaper, rules: Rules) -> None:
        self.content, self.shapings, self.shaper, self.rules = content, shapings, shaper, rules
        self.edges = [
            edge_of(leaf.box.style) if shaping and shaping.is_scaled and rules.hang else NOTHING
            for leaf, shaping in zip(content.leaves, shapings, strict=True)
        ]
        self.widths, self.spaces = array("d", [0.0]), array("d", [0.0])
        self.rigid, self.rigid_spaces = array("d", [0.0]), array("d", [0.0])
        self._add_up()
        self.lengths = self._with_margins()
        self.heads: dict[int, Cut] = {}
        self.hanging: dict[int, float] = {}
        self.last_signs = [shaper.last_signs(leaf.box.style) for leaf in content.leaves]

    def _add_up(self) -> None:
        """Add up widths, those of spaces, and both of leaves that are never scaled."""
        for leaf, shaping in zip(self.content.leaves, self.shapings, strict=True):
            own = shaping.widths if shaping else array("d", [0.0, leaf.width])
            count, base, rigid = leaf.end - leaf.start, self.widths[-1], self.rigid[-1]
            is_scaled = shaping is not None and shaping.is_scaled
            self.widths.extend(own[1:] if not base else [base + width for width in own[1:]])
            self.rigid.extend(array("d", [rigid]) * count if is_scaled else [rigid + width for width in own[1:]])
            total, rigid_total, done = self.spaces[-1], self.rigid_spaces[-1], 0
            spaces, rigid_spaces = self.spaces, self.rigid_spaces
            for match in _SPACE.finditer(self.content.text, leaf.start, leaf.end):
                at = match.start() - leaf.start
                spaces.extend(array("d", [total]) * (at - done))
                rigid_spaces.extend(array("d", [rigid_total]) * (at - done))
                width = own[at + 1] - own[at]
                total += width
                rigid_total += 0.0 if is_scaled else width
                done = at
            spaces.extend(array("d", [total]) * (count - done))
            rigid_spaces.extend(array("d", [rigid_total]) * (count - done))

    def _with_margins(self) -> array[float]:
        """Return the widths up to every character with the margins of inline boxes in them, which are rigid too."""
        if not self.content.margins:
            return self.widths
        added = [0.0] * len(self.widths)
        for place, width in self.content.margins:
            added[min(place, len(added) - 1)] += width
        lengths, total = array("d"), 0.0
        for index, width in enumerate(self.widths):
            total += added[index]
            lengths.append(width + total)
            self.rigid[index] += total
        return lengths

    def paragraph(self, children: Any, places: list[tuple[int, Kind]]) -> Paragraph:
        """Return the paragraph whose lines may begin at `places`."""
        text, count = self.content.text, len(self.content.text)
        first = count - len(text.lstrip(" "))
        opening = self._begin(first, 0)
        kinds, ends, begins = array("b"), array("d"), array("d")
        line_ends, line_starts, number, floor, slack = array("i"), array("i"), 0, 0, 0.0
        last, lengths, leaves = -1, self.lengths, self.content.leaves
        for place, kind in (*places, (count, Kind.FORCED)):
            end, start = place, place
            blanks = _ALL_BLANKS if kind == Kind.GLUED else _BLANKS
            while end > floor and text[end - 1] in blanks:
                end -= 1
            while start < count and text[start] == " ":
                start += 1
            if place != count and (start >= count or (kind != Kind.FORCED and (end <= first or end <= last))):
                continue
            while leaves[number].end < end:
                number += 1
            added, over = self._end(number, end, kind) if end > floor else (0.0, 0.0)
            floor = place if kind == Kind.FORCED else floor
            line_ends.append(end)
            line_starts.append(start)
            kinds.append(kind)
            ends.append(lengths[end] + added - over)
            begins.append(self._begin(start, number))
            last = end
            if abs(added) + over > slack:
                slack = abs(added) + over
        end_spaces, end_stiff, end_rigid = self._sums(line_ends)
        begin_spaces, begin_stiff, begin_rigid = self._sums(line_starts)
        (spaces,), (stiff,), _ = self._sums(array("i", [first]))
        return Paragraph(
            self.content, children, first, Origin(0, opening, spaces, stiff), [leaf.start for leaf in leaves],
            self.shapings, self.shaper, self.widths,
            Measure(kinds, ends, end_spaces, end_stiff, begins, begin_spaces, begin_stiff, slack),
            line_ends, line_starts, end_rigid, begin_rigid, self.heads, self.hanging, self.rules,
        )  # fmt: skip

    def _sums(self, places: array[int]) -> tuple[array[float], array[float], array[float]]:
        """Return the widths up to `places` of spaces, of what is never scaled but spaces, and of both."""
        rigid = array("d", map(self.rigid.__getitem__, places))
        stiff = array("d", map(sub, rigid, map(self.rigid_spaces.__getitem__, places)))
        return array("d", map(self.spaces.__getitem__, places)), stiff, rigid

    def _begin(self, start: int, number: int) -> float:
        """Return where a line begins with `start`, in the leaf `number` or behind it."""
        begin = self.lengths[start]
        if start in self.heads:
            begin -= self.heads[start].width
        if start < len(self.content.text):
            while self.content.leaves[number].end <= start:
                number += 1
            share = self.edges[number].left.get(self.content.text[start])
            if share:
                over = self.hanging[start] = self.rules.hang * share * (self.widths[start + 1] - self.widths[start])
                begin += over
        return begin

    def _end(self, number: int, end: int, kind: Kind) -> tuple[float, float]:
        """Return what a break adds to the width of its line, and how far the line hangs out."""
        leaf, shaping, is_hyphen = self.content.leaves[number], self.shapings[number], kind == Kind.HYPHEN
        if shaping is None or (shaping.font is None and not is_hyphen):
            return 0.0, 0.0
        last, at = self.content.text[end - 1], end - leaf.start
        known = self.last_signs[number].get((last, is_hyphen))
        if known is None:
            known = self.last_signs[number][last, is_hyphen] = self._last_sign(number, last, is_hyphen=is_hyphen)
        width, over = known
        if shaping.joined[at] or shaping.joined[at - 1] or last == SOFT_HYPHEN:
            made, head = cut(self.content, leaf, shaping, self.shaper, end, kind)
            if head:
                self.heads[end] = head
            return made.width, over
        return width - (shaping.widths[at] - shaping.widths[at - 1]), over

    def _last_sign(self, number: int, last: str, *, is_hyphen: bool) -> tuple[float, float]:
        """Return how wide the last letter of a line is, with a hyphen behind it, and how far the line hangs out."""
        style = self.content.leaves[number].box.style
        written = last + style["hyphenate_character"] if is_hyphen else last
        sign = style["hyphenate_character"] if is_hyphen else last
        share = self.edges[number].right.get(sign)
        over = self.rules.hang * share * self.shaper.snippet(sign, style).widths[-1] if share else 0.0
        return self.shaper.snippet(written, style).widths[-1], over
