"""Where in the canon a damaged text may have its place: stretches of the frame that share many sequences of letters.

A sequence counts the more the rarer it is. Ways of asking follow each other, from the likely damage to the rare one;
whoever asks stops when an answer is good enough.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice
from math import log

from publish.language.scripture import skeleton
from publish.language.scripture.recovery.index import STRETCH, Index, Postings
from publish.language.scripture.recovery.query import Query

MOST = 12
"""Places that are looked at for one way of asking."""
LEAST_SHARE = 0.4
"""What a place must have of the votes of the best one."""
FEWEST_VOTES, FEWEST_PAIRS = 0.25, 0.6
"""What a place must have of all votes there can be; pairs are so common that every place has many."""
_NO_VOTE = 1e-6  # what is less comes of reckoning

SURE, LIKELY = 0.92, 0.85
"""Scores that are good enough after the first and after later ways of asking."""
SHORT = 24
"""Letters of a frame up to which pairs tell enough: a longer text shares too many with every place."""

Words = tuple[int, int]
"""The first word of a place, and the one after its last."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way of asking."""

    query: Query
    words: tuple[Words, ...]
    """Places, numbered in the first spelling."""
    enough: float
    """The score with which to stop."""


def ways(query: Query, index: Index) -> Iterator[Way]:
    """Yield one way of asking after the other."""
    fours, threes, pairs = index.postings
    frames, reordered = _frames(query.lines), _frames(("".join(reversed(query.pieces)),))
    length = sum(map(len, frames))

    def way(query: Query, poll: _Poll, enough: float, fewest: float = FEWEST_VOTES) -> Way:
        return Way(query, tuple(_places(poll, length, fewest, index)), enough)

    poll = _Poll(index)
    poll.ask(fours, frames)
    yield way(query, poll, SURE)
    poll = _Poll(index)
    poll.ask(fours, reordered)
    poll.ask(threes, frames, 0.5)
    poll.ask_besides(threes, reordered, 0.5)
    yield way(query, poll, LIKELY)
    if length <= SHORT:
        poll = _Poll(index)
        poll.ask(pairs, frames)
        poll.ask_besides(pairs, _frames(query.pieces) + reordered)
        yield way(query, poll, LIKELY, FEWEST_PAIRS)
    backwards = query.backwards()
    poll = _Poll(index)
    poll.ask(fours, _frames(backwards.lines))
    poll.ask_besides(fours, _frames(("".join(backwards.pieces),)))
    yield way(backwards, poll, LIKELY)


def _frames(lines: Iterable[str]) -> list[str]:
    return [frame for frame in map(skeleton.frame, lines) if frame]


class _Poll:
    """Votes of sequences of letters for the stretches where they occur: the rarer the sequence, the weightier."""

    def __init__(self, index: Index) -> None:
        self.votes = [0.0] * ((index.frame_starts[-1] >> STRETCH) + 1)
        self.total = 0.0
        """What a place would have that all sequences vote for."""

    def ask(self, postings: Postings, frames: Iterable[str], weight: float = 1.0) -> None:
        """Let every sequence of letters in `frames` vote."""
        everywhere, length, votes = len(postings.stretches), postings.length, self.votes
        for frame in frames:
            for at in range(len(frame) - length + 1):
                stretches = postings.of(frame[at : at + length])
                vote = weight * log(everywhere / max(1, len(stretches)))
                self.total += vote
                for stretch in stretches:
                    votes[stretch] += vote

    def ask_besides(self, postings: Postings, frames: Iterable[str], weight: float = 1.0) -> None:
        """Let sequences vote that are not expected to be in the text, but may be."""
        total = self.total
        self.ask(postings, frames, weight)
        self.total = total


def _places(poll: _Poll, length: int, fewest: float, index: Index) -> Iterator[Words]:
    """Yield the places with the most votes, wide enough for `length` letters of a frame, each within one surah."""
    width = (length >> STRETCH) + 2
    until = list(accumulate(poll.votes + [0.0] * (width - 1), initial=0.0))
    sums = [after - before for before, after in zip(until, until[width:], strict=False)]
    least = max(LEAST_SHARE * max(sums), fewest * poll.total, _NO_VOTE)
    ranked = sorted((first for first, votes in enumerate(sums) if votes >= least), key=lambda first: -sums[first])
    for first in islice(_apart(ranked, max(2, width // 2)), MOST):
        yield from _words(first << STRETCH, (first + width) << STRETCH, length // 3 + 8, index)


def _apart(ranked: list[int], distance: int) -> Iterator[int]:
    """Yield those that are not near one which came before."""
    taken: set[int] = set()
    for first in ranked:
        if taken.isdisjoint(range(first - distance + 1, first + distance)):
            taken.add(first)
            yield first


def _words(start: int, end: int, slack: int, index: Index) -> Iterator[Words]:
    """Yield the words between two places of the frame and some way around, cut where a surah ends."""
    starts, spelling = index.frame_starts, index.spellings[0]
    first = max(0, bisect_right(starts, max(0, start - slack)) - 1)
    after = min(bisect_left(starts, end + slack), len(starts) - 1)
    while first < after:
        surah, _ = index.keys[spelling.verse_of(first)]
        next_surah = spelling.firsts[bisect_left(index.keys, (surah + 1, 0))]
        yield first, min(after, next_surah)
        first = next_surah
