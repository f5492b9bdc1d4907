"""How wide the text was set: the measure that explains the most line ends, and how far each line fell short of it.

A line ends where the next word did not fit. So every line end within a paragraph says that the measure lies between the
width of the line and the width it would have with the next line's first word; the measure is where the most of these
intervals overlap. Widths are counted in one of three ways, whichever explains the text best: in characters as drawn
(typewriter, `-layout`), in characters of the words, or in the widths of a book face.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from publish.language.hyphenation.dictionary import breaks
from publish.source.importing.lines import SOFT_HYPHEN
from publish.source.importing.rows import Row
from publish.source.importing.seams import HYPHENS
from publish.source.importing.signs import Start, begin

LEAST = 5
"""Line ends that are needed to find a measure."""
WRAPPED = 0.12
"""Share of the lines that go on in small letters before a text is taken for wrapped."""
SAMPLE = 4000
"""Lines that are looked at to find the measure of the whole."""
QUANTILE = 0.95
"""Share of the line ends within sentences that the tolerance covers."""
EXACT = 0.97
"""Share of explained line ends from which characters were surely counted when the lines were broken."""
EXACT_FROM = 25
"""Line ends that are needed to say so."""
DIVIDED = 0.04
"""Share of the lines that end with a hyphen in a text whose words are divided."""
RUN_TOGETHER = 1.12
"""Share of the measure from which a row is several lines: with a hyphen pdftotext drops the line end after it."""
BLUR = 0.05
"""Share of the measure by which each line so swallowed may have differed from it."""
CERTAIN = 0.03
"""What a single character left is worth where characters are counted."""
NOISE = 0.005
"""Share of the measure by which the widths of the true face may differ in sum from those of ours."""
FEW = 60
"""Lines below which fewer that go on in small letters are enough."""
MOST_NOISE = 0.12
COLUMN = 0.9
"""Average letters to a column of characters as pdftotext draws them."""
RUN = 5
"""Rows that the measure does not explain, near one another, before they get one of their own."""
CROWDED, AGREED = 0.45, 0.7
"""Share of a stretch that must be unexplained, and that its own measure must explain."""
_TRUST = {"set": 1.0, "words": 1.015, "drawn": 1.015, "set divided": 1.12, "words divided": 1.13}
"""What a way of counting is worth beside the line ends it explains: the sharper it tells a full line, the more."""

Width = Callable[[str], float]
Widths = tuple[list[float], list[float]]
"""Of each row its width, and that of its first word with the space before it."""

# Advance widths of Times Roman in thousandths of the em (Adobe font metrics): book faces differ little in proportion.
_ADVANCES = {
    250: " .,",
    278: "ijltıİI/:;|",
    333: "frJ()[]-‐’‘'!`",
    389: "s",
    444: 'aceczv?“”"',
    500: "bdghknopquvxy0123456789–_«»*$",
    556: "FPS",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "m&",
    889: "MW%",
    1000: "—…@",
}
_UNIT = 450.0
"""The average letter of Turkish text, so that widths are near to counts of characters."""


class _Advances(dict[int, float]):
    """Widths by code point; accented letters are as wide as the bare one, marks have no width."""

    def __missing__(self, point: int) -> float:
        char = chr(point)
        base = unicodedata.normalize("NFD", char)[0]
        if unicodedata.category(char)[0] == "M":
            width = 0.0
        elif base != char:
            width = self[ord(base)]
        else:
            width = 500 / _UNIT
        self[point] = width
        return width


_WIDTHS = _Advances({ord(char): width / _UNIT for width, chars in _ADVANCES.items() for char in chars})


def set_width(text: str) -> float:
    """Return the width of `text` in a book face, in average letters.

    >>> set_width("mmmm") > set_width("illi")
    True
    """
    return sum(map(_WIDTHS.__getitem__, map(ord, text)))


@dataclass(frozen=True, slots=True)
class Gauge:
    """The measure of a text and how each of its rows fills it."""

    measure: float
    """Infinite where lines are not wrapped."""
    tolerance: float
    """How far a full line may seem to fall short."""
    widths: Sequence[float]
    """Of each row."""
    heads: Sequence[float]
    """Of each row's first word and the space before it."""
    local: dict[int, float]
    """Measures of rows that are set narrower or wider than the whole."""
    exact: bool
    """Whether widths are counts of characters."""

    def slack(self, index: int) -> float | None:
        """Return how much of the measure the row leaves, the next row's first word set; negative when full.

        In shares of the measure. None where nothing can be said: lines that the producer has run together.
        """
        measure = self.local.get(index, self.measure)
        if measure == inf:
            return 1.0
        width, blur = self.widths[index], 0.0
        if width > measure * RUN_TOGETHER:
            blur = width // measure * BLUR
            width %= measure
        reach = width + (self.heads[index + 1] if index + 1 < len(self.heads) else 0.0)
        left = (measure - reach - self.tolerance) / measure
        if blur and (abs(left) < blur or width < blur * measure):
            return None
        return max(left, CERTAIN) if self.exact and left > 0 else left


def gauge(rows: Sequence[Row]) -> Gauge:
    """Find the measure of `rows`."""
    sure = [index for index in range(len(rows) - 1) if _runs_on(rows[index], rows[index + 1])]
    pairs = max(1, len(rows) - 1)
    if len(sure) < max(LEAST, WRAPPED * min(pairs, FEW)) or len(sure) < WRAPPED * pairs:
        widths, heads = _WAYS["words"](rows)
        return Gauge(inf if len(sure) < WRAPPED * pairs else max(widths), 0.0, widths, heads, {}, exact=False)
    divided = sum(row.text[-1] in HYPHENS + SOFT_HYPHEN for row in rows) >= DIVIDED * len(rows)
    ways = [way for way in _WAYS if divided or "divided" not in way]
    seen, sample = rows[: SAMPLE + 1], [index for index in sure if index < SAMPLE]
    best = max(ways, key=lambda way: _agreement(*_WAYS[way](seen), sample)[1] * _TRUST[way])
    widths, heads = _WAYS[best](rows)
    measure, share = _agreement(widths, heads, sample)
    exact = not best.startswith("set") and share >= EXACT and len(sample) >= EXACT_FROM
    short = sorted(max(0.0, measure - widths[index] - heads[index + 1]) for index in sample)
    tolerance = min(
        max(short[int(QUANTILE * (len(short) - 1))], 0.0 if exact else NOISE * measure), measure * MOST_NOISE
    )
    return Gauge(measure, tolerance, widths, heads, _local(rows, sure, widths, heads, measure, tolerance), exact)


def _set(rows: Sequence[Row]) -> Widths:
    return [row.indent * COLUMN + set_width(row.text) for row in rows], _heads(rows, set_width)


def _drawn(rows: Sequence[Row]) -> Widths:
    return [float(row.extent) for row in rows], _heads(rows, len)


def _words(rows: Sequence[Row]) -> Widths:
    return [float(row.indent + len(row.text)) for row in rows], _heads(rows, len)


def _set_divided(rows: Sequence[Row]) -> Widths:
    return _set(rows)[0], _openings(rows, set_width)


def _words_divided(rows: Sequence[Row]) -> Widths:
    return _words(rows)[0], _openings(rows, len)


_WAYS: dict[str, Callable[[Sequence[Row]], Widths]] = {
    "set": _set,
    "drawn": _drawn,
    "words": _words,
    "set divided": _set_divided,
    "words divided": _words_divided,
}


def _heads(rows: Sequence[Row], word: Width) -> list[float]:
    space = word(" ")
    return [space + word(row.text.split(" ", 1)[0]) for row in rows]


def _openings(rows: Sequence[Row], word: Width) -> list[float]:
    """Return the widths of the least that could have stood in the line before: a space, a syllable, a hyphen."""
    space, hyphen = word(" "), word("-")
    widths = []
    for row in rows:
        first = row.text.split(" ", 1)[0]
        points = breaks(first)
        widths.append(space + (word(first[: points[0]]) + hyphen if points else word(first)))
    return widths


def _runs_on(row: Row, following: Row) -> bool:
    """Say whether the sentence surely runs on to the next row, its last word whole."""
    return (
        begin(following.text) is Start.LOWER and " " in row.text and row.text[-1] not in HYPHENS + SOFT_HYPHEN + "’'.:"
    )


def _agreement(widths: Sequence[float], heads: Sequence[float], rows: Sequence[int]) -> tuple[float, float]:
    """Return the measure that explains the most line ends after `rows`, and what share of them."""
    edges = [(widths[index], 1) for index in rows] + [(widths[index] + heads[index + 1], -1) for index in rows]
    best, depth, measure = 0, 0, 0.0
    for place, step in sorted(edges):
        depth += step
        if depth > best:
            best, measure = depth, place
    return measure, best / len(rows)


def _local(
    rows: Sequence[Row],
    sure: Sequence[int],
    widths: Sequence[float],
    heads: Sequence[float],
    measure: float,
    tolerance: float,
) -> dict[int, float]:
    """Return the measure of rows that run on in stretches where `measure` explains next to nothing."""
    narrow, wide = measure - 2 * tolerance, measure + 2 * tolerance
    odd = [index for index in sure if widths[index] + heads[index + 1] < narrow or widths[index] > wide]
    local: dict[int, float] = {}
    for run in _runs(odd):
        if len(run) < RUN or len(run) < (run[-1] - run[0] + 1) * CROWDED:
            continue
        own, share = _agreement(widths, heads, run)
        if share >= AGREED:
            local.update((index, own) for index in range(run[0], min(run[-1] + 2, len(rows))))
    return local


def _runs(indices: list[int]) -> list[list[int]]:
    """Group `indices` that stand near one another."""
    runs: list[list[int]] = []
    for index in indices:
        if runs and index - runs[-1][-1] <= 3:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
