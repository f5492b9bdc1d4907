"""Marks of Arabic in the line that would come too near to those of the line below.

Letters with a mark below them hang deeper, and letters with two marks on each other stand higher, than half of what
parts two lines. Where such a pair stands one above the other, the plan of a paragraph pays for it. Which letters may
is known from one look at a paragraph; where they stand in a line, well enough, from its width before it is filled.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.fit import Clash
from publish.pdf.composer.paragraph import Paragraph

LEAST = 0.2
"""CSS pixels that stay between two marks."""
BESIDE = 2.5
"""CSS pixels by which a letter may stand elsewhere than is reckoned: spaces are not given alike along a line."""


class _Letter(NamedTuple):
    """A letter that stands out of its line."""

    at: int
    """Its character,"""
    leaf: int
    reach: float
    """and how far, in CSS pixels."""


def of(known: Paragraph, start: int, lengths: Sequence[float]) -> Clash | None:
    """Return what finds clashes between lines of a paragraph from `start` on; None where there can be none."""
    inked = [number for number, shaping in enumerate(known.shapings) if shaping and shaping.ink]
    if not inked or len(lengths) > len(("indented", "others")):
        return None
    pairs = zip(known.content.leaves, known.shapings, strict=True)
    leading = max((strut(leaf.box.style)[0] for leaf, shaping in pairs if shaping and shaping.font), default=0.0)
    if not leading:
        return None  # a paragraph in Arabic has lines that are far enough apart
    above, below = list[_Letter](), list[_Letter]()
    for number in inked:
        first, shaping = known.starts[number], known.shapings[number]
        for at, high, deep in shaping.ink if shaping else ():
            above.append(_Letter(first + at, number, high))
            below.append(_Letter(first + at, number, deep))
    room = leading - LEAST
    highest, deepest = max(letter.reach for letter in above), max(letter.reach for letter in below)
    if highest + deepest <= room:
        return None
    above = sorted(letter for letter in above if letter.reach + deepest > room)
    below = sorted(letter for letter in below if letter.reach + highest > room)
    if below[0].at >= above[-1].at:
        return None
    return _Clashes(known, start, lengths, room, below, above).clash


@dataclass(frozen=True, slots=True)
class _Clashes:
    """The letters of a paragraph that may clash."""

    known: Paragraph
    start: int
    lengths: Sequence[float]
    room: float
    """Less than this both letters of a pair reach."""
    below: list[_Letter]
    above: list[_Letter]

    def clash(self, first: int, second: int, third: int) -> bool:
        """Say whether marks of the line from `first` to `second` come too near to those of the line to `third`."""
        upper = self._within(self.below, first, second)
        if not upper:
            return False
        lower = self._within(self.above, second, third)
        if not lower:
            return False
        places = [self._place(letter, second, third) for letter in lower]
        for letter in upper:
            left, right = self._place(letter, first, second)
            for other, (begin, end) in zip(lower, places, strict=True):
                if letter.reach + other.reach > self.room and begin < right + BESIDE and left < end + BESIDE:
                    return True
        return False

    def _line(self, first: int, last: int) -> tuple[int, int]:
        known = self.known
        return (self.start if first < 0 else known.line_starts[first]), known.line_ends[last]

    def _within(self, letters: list[_Letter], first: int, last: int) -> list[_Letter]:
        start, end = self._line(first, last)
        return letters[bisect_left(letters, (start,)) : bisect_left(letters, (end,))]

    def _place(self, letter: _Letter, first: int, last: int) -> tuple[float, float]:
        """Return from where to where a letter stands in the line between two breaks, in CSS pixels."""
        known, widths = self.known, self.known.widths
        start, end = self._line(first, last)
        leaf = known.content.leaves[letter.leaf]
        left, right = widths[max(start, leaf.start)], widths[min(end, leaf.end)]
        length = self.lengths[0 if first < 0 else -1]
        is_last = last == len(known.line_ends) - 1
        share = 1.0 if is_last else length / max(1.0, widths[end] - widths[start])
        indent, ends = self.lengths[-1] - length, left + right - widths[start]
        return indent + (ends - widths[letter.at + 1]) * share, indent + (ends - widths[letter.at]) * share
