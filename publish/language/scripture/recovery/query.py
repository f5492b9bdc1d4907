"""How well a passage of the canon, from one letter to another, explains the letters of a damaged text.

What extraction does to Arabic decides what is compared. Pieces of a line change places, words are torn and joined, but
hardly a letter is lost, so

    letters   as often in both, whatever their order           weighs most; alef and lam, which ligatures lose, little
    pairs     neighbours in both; at a gap either side counts  tells the order within pieces
    triples   neighbours over spaces, within a line            tells passages of the same words apart
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, pairwise

from publish.language.scripture import skeleton

STRONG, WEAK = 1.0, 0.25
"""What letters weigh."""
LOST, ADDED = 2.0, 3.0
"""What a letter of weight 1 takes from the score that only the passage has, or only the text, as a share of the letters
of both: extraction loses letters, and hardly ever invents one."""
FEW = 8
"""Letters by which that share is reckoned of fewer: one letter of a short text says more."""
PAIRS, TRIPLES = 0.2, 0.1
"""What the score loses where no pair, no triple is common."""
DOUBLED = 0.03
"""Share of letters standing twice from which on that is the extractor's doing; the canon has 1 in 1000."""

MOST_MARKS = 8
"""Marks before a letter: damaged text has more of them than spelling has, but not without end."""
_WEIGHTS = {"ا": WEAK, "ل": WEAK}
_SIZES = (1, 2, 3)  # of letters, pairs, triples
_LINE_END = re.compile("[\n\x0b\x0c\r\u2028\u2029\u202a-\u202e\u2066-\u2069]+")
"""Extractors set every piece of a line between controls of direction."""
_GAP = re.compile("[\\s\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+")
_TWICE = re.compile(f"((?:[{skeleton.MARKS}]{{1,{MOST_MARKS}}}[\u0621-\u064a\u0671]){{1,3}})\\1+")
_FILLING = re.compile("[ \t\u00a0\u0640]+")


@dataclass(frozen=True, slots=True)
class Query:
    """The letters of a damaged text, and which of them stand side by side."""

    lines: tuple[str, ...]
    pieces: tuple[str, ...]
    """What stands between spaces."""

    @property
    def letters(self) -> str:
        """All letters in the order of the text."""
        return "".join(self.pieces)

    def backwards(self) -> Query:
        """Return the query as it reads where letters were stored in the order of sight, from left to right."""
        return Query(tuple(line[::-1] for line in self.lines), tuple(piece[::-1] for piece in self.pieces))


def query(text: str) -> Query:
    """Make a query of a text; only its Arabic letters count."""
    lines = map(skeleton.letters, _LINE_END.split(text))
    pieces = map(skeleton.letters, _GAP.split(text))
    return Query(tuple(filter(None, lines)), tuple(filter(None, pieces)))


def undoubled(text: str) -> str:
    """Return `text` without the letters that stand twice with the same mark before each, if they are many.

    Glyphs of several letters are extracted so from PDFs that name all the letters for each glyph.
    """
    single = _TWICE.sub(r"\1", _FILLING.sub("", text))
    many = len(skeleton.letters(single)) < (1 - DOUBLED) * len(skeleton.letters(text))
    return single if many else text


class Window:
    """A passage that is moved and widened; what it has in common with the query is kept up to date."""

    def __init__(self, query: Query, letters: str) -> None:
        self._letters = letters
        self._asked = len(query.letters)
        triples = Counter(chain.from_iterable(map(_triples, query.lines)))
        self._asked_triples = triples.total()
        self._asked_weight = sum(_WEIGHTS.get(letter, STRONG) for letter in query.letters)
        self._missing: tuple[dict[str, int], ...] = (Counter(query.letters), _pairs(query.pieces), triples)
        self._common = [0, 0, 0]
        self._weight = self._common_weight = 0.0
        self._start = self._end = 0

    def move(self, start: int, end: int) -> None:
        """Let the passage be `letters[start:end]`; the cost is that of the letters which come and go."""
        for size in _SIZES:
            before = range(self._start, max(self._start, self._end - size + 1))
            after = range(start, max(start, end - size + 1))
            self._take(size, _without(after, before))
            self._give(size, _without(before, after))
        self._start, self._end = start, end

    def _take(self, size: int, places: Iterable[int]) -> None:
        missing, letters, common = self._missing[size - 1], self._letters, 0
        for place in places:
            sequence = letters[place : place + size]
            left = missing.get(sequence, 0)
            missing[sequence] = left - 1
            common += left > 0
            if size == 1:
                self._weigh(sequence, 1, common=left > 0)
        self._common[size - 1] += common

    def _give(self, size: int, places: Iterable[int]) -> None:
        missing, letters, common = self._missing[size - 1], self._letters, 0
        for place in places:
            sequence = letters[place : place + size]
            missing[sequence] = left = missing[sequence] + 1
            common -= left > 0
            if size == 1:
                self._weigh(sequence, -1, common=left > 0)
        self._common[size - 1] += common

    def _weigh(self, letter: str, sign: int, *, common: bool) -> None:
        weight = sign * _WEIGHTS.get(letter, STRONG)
        self._weight += weight
        if common:
            self._common_weight += weight

    def score(self) -> float:
        """Return how well the passage explains the query: 1 where nothing is amiss, 0 and less for nonsense."""
        _, pairs, triples = self._common
        asked, given = self._asked, self._end - self._start
        lost, added = self._weight - self._common_weight, self._asked_weight - self._common_weight
        differing = (LOST * lost + ADDED * added) / max(asked + given - FEW, FEW)
        unlike_pairs = 1 - _alike(min(pairs, asked - 1), asked - 1, given - 1)
        unlike_triples = 1 - _alike(triples, self._asked_triples, given - 2)
        return 1 - differing - PAIRS * unlike_pairs - TRIPLES * unlike_triples


def _pairs(pieces: tuple[str, ...]) -> Counter[str]:
    """Count neighbours; at a gap both orders of the pieces are thought possible."""
    pairs = Counter(map("".join, chain.from_iterable(map(pairwise, pieces))))
    for one, other in pairwise(pieces):
        pairs[one[-1] + other[0]] += 1
        pairs[other[-1] + one[0]] += 1
    return pairs


def _triples(line: str) -> Iterator[str]:
    return (line[at : at + 3] for at in range(len(line) - 2))


def _alike(common: int, one: int, other: int) -> float:
    """Return the share that two collections have in common (Dice's coefficient); 1 where both are empty."""
    total = max(one, 0) + max(other, 0)
    return 2 * common / total if total else 1.0


def _without(places: range, other: range) -> Iterator[int]:
    """Return what is in one range and not in the other."""
    before = range(places.start, min(places.stop, other.start))
    return chain(before, range(max(places.start, other.stop), places.stop))
