"""Two texts that should be one, laid side by side: where they agree, in time that grows with their length.

difflib compares every word with all its other places, and a book has two thousand times “ve”: a minute for a book of
280 pages that differs in one word. So equal words are passed over, and difflib looks only around a difference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

WINDOW = 400
"""Words within which the texts should meet again."""
ANCHOR = 8
"""Words in a row that tell that they have."""


class Stretch(NamedTuple):
    """Words that both texts have: where they begin in each, and how many there are; the last one has none."""

    one: int
    other: int
    size: int


def agreement(one: Sequence[str], other: Sequence[str]) -> Iterator[Stretch]:
    """Yield where two texts agree, in order, and an empty stretch at their ends.

    >>> list(agreement("abcd", "abxd"))
    [Stretch(one=0, other=0, size=2), Stretch(one=3, other=3, size=1), Stretch(one=4, other=4, size=0)]
    """
    i = j = 0
    while True:
        start = i
        while i < len(one) and j < len(other) and one[i] == other[j]:
            i, j = i + 1, j + 1
        if i > start:
            yield Stretch(start, j - (i - start), i - start)
        if i == len(one) or j == len(other):
            break
        for stretch in _around(one, other, i, j):
            if stretch.size >= ANCHOR or not stretch.size:
                i, j = stretch.one, stretch.other
                break
            yield stretch
    yield Stretch(len(one), len(other), 0)


def _around(one: Sequence[str], other: Sequence[str], i: int, j: int) -> Iterator[Stretch]:
    """Yield where the texts agree behind a difference: in a window, and in all that follows where they do not meet."""
    for size in (WINDOW, max(len(one), len(other))):
        blocks = SequenceMatcher(None, one[i : i + size], other[j : j + size], autojunk=False).get_matching_blocks()
        if any(block.size >= ANCHOR for block in blocks):
            break
    return (Stretch(i + block.a, j + block.b, block.size) for block in blocks)
