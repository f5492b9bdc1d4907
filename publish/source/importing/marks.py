"""What a row shows by itself: how it begins and ends, whether it is Arabic, and whether its number counts on.

A numbered line is a point only in company: “A. Hamdi” and “19. yüzyılda” at the start of a line are not points, “1.
…” and a “2. …” after it are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from publish.source.importing.rows import Row
from publish.source.importing.signs import BULLET, DASH, LABEL, NUMBERED, POINT, End, Start, begin, finish, is_arabic

SURE = 12.0
"""Weight of what decides by itself, in logarithms of odds."""
LEADER = re.compile(r"(?:\.{4,}|(?:\. ){3,}\.?|…{2,})\s*\d{1,4}$")
"""How a line of a table of contents ends."""
_SIGNS = frozenset(".)-–")
_LETTERS = "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ"
_LATIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}


@dataclass(frozen=True, slots=True)
class Mark:
    """What is known of one row before its neighbours are."""

    start: Start
    end: End
    weight: float
    """Of the marker it begins with, for a new paragraph."""
    hanging: bool
    """Whether it begins with a marker or a label, so that the lines below may be indented more."""
    arabic: bool
    """Whether it is Arabic alone."""


def marks(rows: Sequence[Row]) -> tuple[Mark, ...]:
    """Return what each of `rows` shows."""
    counted = _counting(rows)
    return tuple(_mark(row.text, index in counted) for index, row in enumerate(rows))


def _mark(text: str, counts: bool) -> Mark:
    if text[0].islower() and not counts:
        return Mark(begin(text), finish(text), 0.0, hanging=False, arabic=False)
    if LEADER.search(text):
        return Mark(begin(text), End.ENDED, SURE, hanging=False, arabic=False)
    weight, rest = _weight(text, counts)
    start = begin(text[rest:]) if rest else begin(text)
    return Mark(start, finish(text), weight, bool(rest), is_arabic(text))


def _weight(text: str, counts: bool) -> tuple[float, int]:
    """Return the weight of the marker that `text` begins with, and its length."""
    first = text[0]
    if match := LABEL.match(text):
        return SURE, match.end()
    if match := POINT.match(text):
        return (SURE if begin(text[match.end() :]) is not Start.LOWER else 4.0), match.end()
    if counts and (match := NUMBERED.match(text)):
        return 6.0, match.end()
    if match := BULLET.match(text):
        return (4.0 if first == "*" else 8.0), match.end()
    if match := DASH.match(text):
        after = begin(text[match.end() :])
        return (-2.0 if after is Start.LOWER else 1.5), match.end()
    return 0.0, 0


def _counting(rows: Sequence[Row]) -> set[int]:
    """Return the indices of numbered rows that belong to a series: one before or one after counts on."""
    styles: defaultdict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for index, row in enumerate(rows):
        if not _SIGNS.isdisjoint(row.text[:6]) and (match := NUMBERED.match(row.text)):
            for style, value in _values(match["mark"]):
                if begin(row.text[match.end() :]) is not Start.LOWER or match["sign"] != ".":
                    styles[style, match["sign"]].append((index, value))
    counted: set[int] = set()
    for series in styles.values():
        for (index, value), (later, following) in pairwise(series):
            if following == value + 1 and value + 1 >= 2:
                counted |= {index, later}
    return counted


def _values(mark: str) -> list[tuple[str, int]]:
    """Return what `mark` may count, with its style: an I may be the letter or the number."""
    if mark.isdigit():
        return [("digit", int(mark))]
    style = "upper" if mark.isupper() else "lower"
    letters = mark.replace("i", "İ").upper()
    found = [
        (f"{style} {kind}", alphabet.index(letters) + 1)
        for kind, alphabet in (("tr", _LETTERS), ("en", _LATIN))
        if len(letters) == 1 and letters in alphabet
    ]
    roman = _ROMAN.get(mark.upper())
    return [*found, (f"{style} roman", roman)] if roman else found
