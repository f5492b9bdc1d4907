"""Which words of a place of the canon explain a damaged text best: where the quotation begins, and where it ends.

a window of the text's length is moved over the place     the best is a start
also from and to every verse's border there               whole verses are what is mostly quoted
each end is moved by some words, as long as that helps    the passage, and how clearly its ends are known
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from publish.language.scripture.recovery.index import Index, Spelling
from publish.language.scripture.recovery.places import Words
from publish.language.scripture.recovery.query import Query, Window

MARGIN = 0.08
"""Places so much worse than the best, at first sight, are not looked into."""
FOLLOWED = 6
"""Places that are looked into."""
STEP = 3
"""Words by which an end is moved at once."""
PART, ACROSS = 0.01, 0.03
"""What a passage must be better than whole verses to be preferred: within a verse, over a border of verses."""
BEGINNINGS = 4
"""Passages of a place from which the ends are moved."""
CLEAR, CLEAR_OF_DOUBLES = 0.02, 0.03
"""By how much the best of several passages must lead, that its first and last word be sure: where letters stand twice,
there are some left over that a word too many explains."""
CLEAR_LETTERS = 50
"""Letters of a passage up to which that lead is asked for; in a longer one a letter counts for less."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Some words in a row."""

    spelling: Spelling
    first: int
    after: int
    """The word after the last."""

    @property
    def letters(self) -> str:
        """The skeleton, without spaces."""
        return self.spelling.letters[self.spelling.starts[self.first] : self.spelling.starts[self.after]]

    @property
    def verses(self) -> tuple[int, int]:
        """The positions of its first and its last verse in `Index.keys`."""
        return self.spelling.verse_of(self.first), self.spelling.verse_of(self.after - 1)

    @property
    def whole(self) -> bool:
        """Whether it begins with a verse and ends with one."""
        first, last = self.verses
        return self.spelling.firsts[first] == self.first and self.spelling.firsts[last + 1] == self.after

    @property
    def handicap(self) -> float:
        """What is taken from its score before it is compared: whole verses are likelier quotations than parts."""
        first, last = self.verses
        if self.whole:
            return 0.0
        return PART if first == last else ACROSS


_Scored = list[tuple[float, Passage]]


@dataclass(frozen=True, slots=True)
class Fit:
    """A passage, and how well it explains the text."""

    passage: Passage
    score: float
    lead: float
    """By how much it is better than others thereabouts."""

    @property
    def rank(self) -> float:
        """By which fits are compared."""
        return self.score - self.passage.handicap


def fit(query: Query, places: Iterable[Words], index: Index, *, all_of_them: bool = False) -> Iterator[Fit]:
    """Yield the best passages of the most promising places, or of all, in the spelling that explains them better.

    Places are numbered in the first spelling.
    """
    found = [(_best_windows(query, index.spellings[0], place), place) for place in places]
    least = float("-inf") if all_of_them else max((windows[0][0] for windows, _ in found), default=0.0) - MARGIN
    found = [_better_spelt(query, windows, place, index) for windows, place in found if windows[0][0] > least]
    rows = [(score, passage, place) for windows, place in found for score, passage in windows if score > least]
    rows.sort(key=lambda row: -row[0])
    for _, passage, place in rows if all_of_them else rows[:FOLLOWED]:
        yield _refined(query, passage, place)


def _better_spelt(query: Query, windows: _Scored, place: Words, index: Index) -> tuple[_Scored, Words]:
    """Return the best windows of a place in any spelling, and the place as it is numbered there."""
    best = windows, place
    origin, *others = index.spellings
    for spelling in others:
        first, after = (_counterpart(word, spelling, origin) for word in place)
        there = first, max(after, first + 1)
        scored = _best_windows(query, spelling, there)
        if scored[0][0] > best[0][0][0]:
            best = scored, there
    return best


def _counterpart(word: int, spelling: Spelling, origin: Spelling) -> int:
    """Return the word that stands as far within its verse, by proportion."""
    if word >= origin.firsts[-1]:
        return spelling.firsts[-1]
    verse = origin.verse_of(word)
    start, end = origin.firsts[verse], origin.firsts[verse + 1]
    length = spelling.firsts[verse + 1] - spelling.firsts[verse]
    return spelling.firsts[verse] + round((word - start) * length / (end - start))


def _best_windows(query: Query, spelling: Spelling, words: Words) -> _Scored:
    """Move a window of the query's length over a place; return where its score is best, and where else it is good."""
    window, length = Window(query, spelling.letters), len(query.letters)
    starts, (first, end) = spelling.starts, words
    scored: list[tuple[float, int, int]] = []
    for after in range(first + 1, end + 1):
        while first + 1 < after and starts[after] - starts[first + 1] >= length:
            first += 1
        window.move(starts[first], starts[after])
        if starts[after] - starts[first] >= length or after == end:
            scored.append((window.score(), first, after))
    best = max(scored, key=lambda row: row[0])
    apart = (row for row in scored if row[2] <= best[1] or best[2] <= row[1])
    second = max(apart, key=lambda row: row[0], default=best)
    return [(score, Passage(spelling, first, after)) for score, first, after in dict.fromkeys((best, second))]


def _refined(query: Query, passage: Passage, words: Words) -> Fit:
    """Move both ends of a passage, and of overlapping ones from or to a border of verses, to where they fit best."""
    scores = _Scores(query, passage.spelling)
    borders = _from_borders(len(query.letters), passage.spelling, words)
    beginnings = {ends for ends in borders if ends[0] < passage.after and passage.first < ends[1]}
    beginnings.add((passage.first, passage.after))
    least = max(map(scores.rank, sorted(beginnings))) - MARGIN
    likely = sorted((ends for ends in sorted(beginnings) if scores.rank(ends) > least), key=scores.rank, reverse=True)
    climbed = (_climbed(scores, beginning, words) for beginning in likely[:BEGINNINGS])
    best = max(climbed, key=lambda ends: (scores.rank(ends), ends))
    score = scores.of(best)
    for ends in _shifted(best, words):  # "no god but He … no god but": at which end the repeated words stand
        scores.of(ends)
    others = [scores.of(ends) for ends in scores.known if ends != best]
    return Fit(Passage(passage.spelling, *best), score, score - max(others, default=0.0))


class _Scores:
    """The scores of passages, each reckoned once."""

    def __init__(self, query: Query, spelling: Spelling) -> None:
        self._spelling = spelling
        self._window = Window(query, spelling.letters)
        self.known: dict[Words, tuple[float, float]] = {}

    def rank(self, ends: Words) -> float:
        """Return the score less the handicap."""
        return self._both(ends)[1]

    def of(self, ends: Words) -> float:
        """Return the score."""
        return self._both(ends)[0]

    def _both(self, ends: Words) -> tuple[float, float]:
        if ends not in self.known:
            first, after = ends
            self._window.move(self._spelling.starts[first], self._spelling.starts[after])
            score = self._window.score()
            self.known[ends] = score, score - Passage(self._spelling, first, after).handicap
        return self.known[ends]


def _from_borders(length: int, spelling: Spelling, words: Words) -> Iterator[Words]:
    """Yield the passages of nearly `length` letters that begin or end at a border of verses."""
    starts, (start, end) = spelling.starts, words
    first_border, after_borders = bisect_left(spelling.firsts, start), bisect_right(spelling.firsts, end)
    for border in spelling.firsts[first_border:after_borders]:
        if border < (after := _nearest(starts, starts[border] + length)) <= end:
            yield border, after
        if start <= (first := _nearest(starts, starts[border] - length)) < border:
            yield first, border


def _nearest(starts: Sequence[int], letter: int) -> int:
    """Return the word that starts nearest to a letter."""
    after = min(bisect_left(starts, letter), len(starts) - 1)
    return after - 1 if after and letter - starts[after - 1] < starts[after] - letter else after


def _shifted(ends: Words, words: Words) -> Iterator[Words]:
    """Yield the passages of as many words that begin some words before or behind."""
    (first, after), (start, end) = ends, words
    for step in range(-STEP, STEP + 1):
        if step and start <= first + step and after + step <= end:
            yield first + step, after + step


def _climbed(scores: _Scores, ends: Words, words: Words) -> Words:
    """Move one end of a passage by some words, whichever helps most, until that does not help any more."""
    start, end = words
    before = None
    while before != ends:
        before = ends
        first, after = ends
        firsts = range(max(start, first - STEP), min(first + STEP + 1, after))
        afters = range(max(first + 1, after - STEP), min(after + STEP, end) + 1)
        moved = [*((other, after) for other in firsts), *((first, other) for other in afters)]
        ends = max([ends, *moved], key=scores.rank)
    return ends
