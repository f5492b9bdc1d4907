"""Titles on covers: how large, and in which lines, so that they are balanced and none ends in a word that clings on.

Widths are the advances of the text face; Arabic letters, which join, are taken at their mean.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise
from math import ceil, inf

from publish.language import turkish
from publish.model.length import Pt

FILE = ("fontpkg_eb_garamond", "EBGaramond[wght].ttf")
ARABIC, UNKNOWN = 0.46, 0.5
"""Mean advance of a letter of Amiri, and of one that the face lacks, em."""
MOST_WORDS = 60
"""Titles of more words are not weighed word by word: they could be no title."""

_CLINGS = frozenset(
    (
        "ve", "veya", "ya", "ile", "ki", "bir", "bu", "şu", "o", "her", "hiç", "en", "çok", "daha", "pek", "hz.", "dr.",
        "prof.", "ebû", "ibn", "bin", "of", "the", "and", "a", "de", "la",
        "في", "من", "على", "إلى", "عن", "و", "أو", "وما", "ما", "لا",
    )
)  # fmt: skip
"""Words after which a line of a title does not end gladly."""
_TRAILS = frozenset(("mi", "mı", "mu", "mü", "da", "de", "ki", "ile", "için", "gibi", "üzerine"))
"""Words with which none begins gladly."""
_AWKWARD, _TORN, _WIDOW, _SMALL, _LINE = 0.16, 0.6, 0.10, 0.9, 0.06
"""What such a break costs, one within an Arabic phrase of a Turkish title, a last line of one short word under others,
a smaller size and a further line, where 1 is a line that is empty."""
_FURTHER = 3
"""More lines than that over the fewest are no better."""
SMALLER = 0.62
"""How much smaller than it could be a title may be set, so that its lines end well."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """A title as it is set."""

    size: Pt
    lines: tuple[str, ...]
    fits: bool
    """False where even the smallest size leaves it too long."""


@cache
def _advances() -> dict[int, float]:
    """Return the advance of each character of the text face, em."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no stubs

    with (resources.files(FILE[0]) / "files" / FILE[1]).open("rb") as file:
        font = TTFont(file, lazy=True)
        units, metrics = font["head"].unitsPerEm, font["hmtx"]
        return {code: metrics[glyph][0] / units for code, glyph in font.getBestCmap().items()}


def width(text: str) -> float:
    """Return how wide `text` is, em.

    >>> 0.5 < width("A") < 0.8, width("\\u064e")
    (True, 0.0)
    """
    return sum(map(_advance, text))


def _advance(char: str) -> float:
    if unicodedata.combining(char):
        return 0.0
    known = _advances().get(ord(char))
    if known is not None:
        return known
    return ARABIC if unicodedata.bidirectional(char) == "AL" else UNKNOWN


def fit(text: str, measure: Pt, room: Pt, sizes: Sequence[float], leading: float) -> Lettering:
    """Return `text` in balanced lines at one of `sizes`, in points and falling, at which it has room.

    It is the largest, or one not much smaller where lines end better. `measure` and `room` are the width and the height
    it has; `leading` is in em.
    """
    words = text.split(" ") if text.count(" ") < MOST_WORDS else [text]
    widths = [width(word) for word in words]
    best: tuple[float, Lettering] | None = None
    largest = 0.0
    for size in sizes:
        if best and size < SMALLER * largest:
            break
        most = min(int(room.value / (leading * size)), len(words))
        least = ceil((sum(widths) + width(" ") * (len(words) - 1)) * size / measure.value)
        for count in range(least, min(most, least + _FURTHER) + 1):
            cost, lines = _lines(words, widths, measure.value / size, count)
            largest = largest or (size if lines else 0.0)
            cost += _SMALL * (1 - size / largest) + _LINE * count if lines else inf
            if lines and (best is None or cost < best[0]):
                best = cost, Lettering(Pt(size), lines, fits=True)
    return best[1] if best else Lettering(Pt(sizes[-1]), (text,), fits=False)


def _lines(words: Sequence[str], widths: Sequence[float], measure: float, count: int) -> tuple[float, tuple[str, ...]]:
    """Part `words` into `count` lines, none wider than `measure`, as alike as can be; nothing where it cannot be.

    Return what they cost, too.
    """
    blank = width(" ")
    is_mixed = not all(map(is_arabic, words))
    ends = [0.0]
    for each in widths:
        ends.append(ends[-1] + each + blank)
    ideal = max(ends[-1] / count, max(widths))

    def cost(start: int, end: int) -> float:
        wide = ends[end] - ends[start] - blank
        awkward = _awkwardness(words[end - 1], words[end], is_mixed=is_mixed) if end < len(words) else 0.0
        widow = _WIDOW * (count > 2 and end == len(words) and end - start == 1 and wide < ideal / 2)
        return ((ideal - wide) / ideal) ** 2 / count + awkward + widow

    starts = [
        [start for start in range(end) if ends[end] - ends[start] - blank <= measure] for end in range(len(words) + 1)
    ]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, (0,)), *((inf, ()) for _ in words)]
    for _ in range(count):
        best = [
            min(
                (
                    (best[start][0] + cost(start, end), (*best[start][1], end))
                    for start in starts[end]
                    if best[start][0] < inf
                ),
                default=(inf, ()),
            )
            for end in range(len(words) + 1)
        ]
    total, breaks = best[-1]
    return (inf, ()) if total == inf else (total, tuple(" ".join(words[a:b]) for a, b in pairwise(breaks)))


def _awkwardness(before: str, after: str, *, is_mixed: bool) -> float:
    """Return what a line that ends between two words costs, where one clings to the other."""
    if is_mixed and is_arabic(before) and is_arabic(after):
        return _TORN
    return _AWKWARD * (turkish.lower(before) in _CLINGS or turkish.lower(after) in _TRAILS)


def is_arabic(word: str) -> bool:
    """Say whether there are Arabic letters in it."""
    return any(unicodedata.bidirectional(char) == "AL" for char in word)
