"""The thirty parts (cüz) of the Quran, and which of them a set of verses holds.

The parts begin where the Madina mushaf has them. Turkish mushafs begin some a few verses earlier or later, so a part
counts as whole when next to nothing of it is missing.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache
from itertools import pairwise

from publish.language.scripture.quran import surahs

Verse = tuple[int, int]

STARTS: tuple[Verse, ...] = (
    (1, 1), (2, 142), (2, 253), (3, 93), (4, 24), (4, 148), (5, 82), (6, 111), (7, 88), (8, 41),
    (9, 93), (11, 6), (12, 53), (15, 1), (17, 1), (18, 75), (21, 1), (23, 1), (25, 21), (27, 56),
    (29, 46), (33, 31), (36, 28), (39, 32), (41, 47), (46, 1), (51, 31), (58, 1), (67, 1), (78, 1),
)  # fmt: skip
"""Surah and number of the verse that each part begins with."""
WHOLE = 0.96
"""Share of a part's verses that make it whole."""


@cache
def parts() -> tuple[tuple[Verse, ...], ...]:
    """Return the verses of each part, in order."""
    verses = [(surah.number, ayah) for surah in surahs() for ayah in range(1, surah.verses + 1)]
    bounds = [*(verses.index(start) for start in STARTS), len(verses)]
    return tuple(tuple(verses[start:end]) for start, end in pairwise(bounds))


def whole(verses: Set[Verse]) -> tuple[int, ...]:
    """Return the numbers of the parts that are whole in `verses`, counted from 1."""
    return tuple(
        number
        for number, part in enumerate(parts(), 1)
        if len(part) <= len(verses) / WHOLE and sum(verse in verses for verse in part) >= WHOLE * len(part)
    )
