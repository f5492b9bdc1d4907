"""Typed words laid against words of the canon, so that as little as possible is wrong.

    typed   قُلْ  هُوَ   اللَّهِ         أَحَدٌ  أَحَدٌ
    canon   قُلْ  هُوَ   اللَّهُ         أَحَدٌ
            same same  marks              same  extra

Words of the canon before the first typed word and after the last cost next to nothing, for a quotation may be a part
of a verse; at an ellipsis they cost nothing. Runs of missing or extra words are cheaper than as many by themselves.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from publish.language.scripture.canon_words import CanonWord, Spelling
from publish.language.scripture.orthography import Letter, Word, variants
from publish.language.scripture.spelling import Slot, fit

SAME_COST, SPACING_COST, MARKS_COST, SWAPPED_COST = 0, 15, 30, 50
LIKE_COST, UNLIKE_COST = 40, 85
"""For a word with other letters: nearly the same one, an altogether different one."""
OPEN_COST, EXTRA_COST, MISSING_COST = 90, 60, 20
EDGE_OPEN_COST, EDGE_COST = 50, 1
_NEVER = 1 << 30
BAND = 40
"""Words by which a long passage may be out of step with the canon."""
MOST_CELLS = 20_000
SURE_STEPS = 3
"""Words without fault at an end from which on they are not looked at again."""

_GROUPS = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))
_VARYING = "اويء"
_LEANING = ("يا", "ها", "ويا", "لو")
"""Words that some write together with the next."""


class Kind(Enum):
    """How typed words stand to the canon."""

    SAME = "same"
    SPACED = "spaced"
    """The same letters and marks, but written together or apart."""
    MARKS = "marks"
    LETTERS = "letters"
    SWAPPED = "swapped"
    EXTRA = "extra"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Step:
    """Typed words from `first` up to, not with, `last` stand for those of the canon from `start` up to `end`."""

    kind: Kind
    first: int
    last: int
    start: int
    end: int
    free: bool = False
    """Of missing words: whether they may be missing, at an ellipsis or at an end."""


def align(typed: Sequence[Word], gaps: frozenset[int], canon: Sequence[CanonWord]) -> tuple[Step, ...]:
    """Return how `typed` stands to `canon`; `gaps` are the indexes of typed words with an ellipsis before them.

    An ellipsis at the end stands at the index after the last word.
    """
    judge = Judge(typed, canon)
    return _straight(judge, gaps) or _around_faults(judge, gaps)


def are_same(typed: Sequence[Word], canon: Sequence[CanonWord]) -> bool:
    """Say whether typed words are those of the canon, one for one; of none it is not said."""
    judge = Judge(typed, canon)
    return len(typed) == len(canon) > 0 and all(
        judge(index, index + 1, index, index + 1)[0] is Kind.SAME for index in range(len(typed))
    )


_Cell = tuple[int, int, Kind]
_WAYS = (Kind.SAME, Kind.EXTRA, Kind.MISSING)
_Verdict = tuple[Kind, int]


class Judge:
    """Compares words, several of them taken as one, and remembers what came of it."""

    def __init__(self, typed: Sequence[Word], canon: Sequence[CanonWord]) -> None:
        self.typed = typed
        self.canon = canon
        self.keys = [_key(word.letters) for word in typed]
        self.own: dict[tuple[int, int], list[tuple[str, Spelling]]] = {}
        self.known: dict[tuple[int, int, int, int], _Verdict] = {}

    def __call__(self, first: int, last: int, start: int, end: int) -> _Verdict:
        """Return how the typed words stand to those of the canon, and what that costs."""
        group = (first, last, start, end)
        if group not in self.known:
            self.known[group] = self._verdict(*group)
        return self.known[group]

    def _verdict(self, first: int, last: int, start: int, end: int) -> _Verdict:
        key = "".join(self.keys[first:last])
        spellings = [spelling for own, spelling in self._own(start, end) if key == own]
        if not spellings and (last - first > 1 or end - start not in (1, _length_joined(self.canon[start]))):
            return Kind.LETTERS, _NEVER
        typed, canon = self.typed[first:last], self.canon[start:end]
        kind = _kind(tuple(letter for word in typed for letter in word.letters), spellings)
        if kind is Kind.LETTERS:
            return kind, _cost_of_letters(typed, canon)
        apart = len(typed) != len(canon) and not _may_be_apart(typed, canon)
        if kind is Kind.MARKS:
            return kind, MARKS_COST + SPACING_COST * apart
        return (Kind.SPACED, SPACING_COST) if apart else (kind, SAME_COST)

    def _own(self, start: int, end: int) -> list[tuple[str, Spelling]]:
        """Return the spellings of words of the canon taken as one, each with its key."""
        if (start, end) not in self.own:
            spellings = _spellings(self.canon[start:end])
            self.own[start, end] = [(_key([slot.letter for slot in spelling]), spelling) for spelling in spellings]
        return self.own[start, end]


def _key(letters: Sequence[Letter]) -> str:
    """Return the letters that no spelling leaves out or adds."""
    return "".join(letter.char for letter in letters if letter.char not in _VARYING)


def _length_joined(word: CanonWord) -> int:
    return word.joined[0] if word.joined else 1


def _spellings(canon: Sequence[CanonWord]) -> tuple[Spelling, ...]:
    if len(canon) == 1:
        return canon[0].spellings
    apart = tuple(slot for word in canon for slot in word.spellings[0])
    joined = canon[0].joined
    return (apart, joined[1]) if joined and joined[0] == len(canon) else (apart,)


def _kind(letters: tuple[Letter, ...], spellings: Sequence[Spelling]) -> Kind:
    kind = Kind.LETTERS
    for variant in variants(letters) if spellings else ():
        for spelling in spellings:
            conflicts = fit(variant, spelling)
            if conflicts == ():
                return Kind.SAME
            kind = kind if conflicts is None else Kind.MARKS
    return kind


def _may_be_apart(typed: Sequence[Word], canon: Sequence[CanonWord]) -> bool:
    """Say whether these words are written together by some and apart by others: يا أيها, هاأنتم, و + a word."""
    if canon[0].joined and canon[0].joined[0] == len(canon):
        return True
    short = [word.letters for word in typed[:-1]] + [word.spellings[0] for word in canon[:-1]]
    return all(len(letters) == 1 or "".join(_chars(letters)) in _LEANING for letters in short)


def _chars(letters: Sequence[Letter | Slot]) -> list[str]:
    return [item.char if isinstance(item, Letter) else item.letter.char for item in letters]


def _cost_of_letters(typed: Sequence[Word], canon: Sequence[CanonWord]) -> int:
    first = Counter(char for word in typed for char in _chars(word.letters))
    second = Counter(char for word in canon for char in _chars(word.spellings[0]))
    likeness = (first & second).total() / max(first.total(), second.total())
    return round(UNLIKE_COST - (UNLIKE_COST - LIKE_COST) * likeness)


def _straight(judge: Judge, gaps: frozenset[int]) -> tuple[Step, ...]:
    """Return the steps where the typed words are a stretch of the canon without any fault, else nothing."""
    if not gaps.isdisjoint(range(1, len(judge.typed))):
        return ()
    for start in range(len(judge.canon)):
        if steps := _walk(judge, start):
            end = steps[-1].end
            before = [Step(Kind.MISSING, 0, 0, index, index + 1, 0 in gaps) for index in range(start)]
            last, total = len(judge.typed), len(judge.canon)
            after = [Step(Kind.MISSING, last, last, index, index + 1, last in gaps) for index in range(end, total)]
            return (*before, *steps, *after)
    return ()


def _walk(judge: Judge, start: int) -> list[Step]:
    steps = _same_from(judge, 0, start)
    return steps if steps and steps[-1].last == len(judge.typed) else []


def _same_from(judge: Judge, row: int, column: int) -> list[Step]:
    """Return the steps from here on as far as typed words are those of the canon."""
    steps: list[Step] = []
    while row < len(judge.typed):
        for height, width in _GROUPS:
            group = (row, row + height, column, column + width)
            fits = group[1] <= len(judge.typed) and group[3] <= len(judge.canon)
            if fits and judge(*group)[0] is Kind.SAME:
                steps.append(Step(Kind.SAME, *group))
                row, column = group[1], group[3]
                break
        else:
            break
    return steps


def _around_faults(judge: Judge, gaps: frozenset[int]) -> tuple[Step, ...]:
    """Return the steps where something is wrong; of long stretches without fault at both ends no table is made."""
    before = [] if gaps else _same_from(judge, 0, 0)[:-1]
    before = before if len(before) >= SURE_STEPS else []
    top, left = (before[-1].last, before[-1].end) if before else (0, 0)
    after = [] if gaps else _same_up_to_the_end(judge, top, left)[1:]
    after = after if len(after) >= SURE_STEPS else []
    bottom, right = (after[0].first, after[0].start) if after else (len(judge.typed), len(judge.canon))
    return (*before, *_Table(judge, gaps, (top, bottom), (left, right)).steps(), *after)


def _same_up_to_the_end(judge: Judge, top: int, left: int) -> list[Step]:
    """Return the steps at the end over which typed words are those of the canon, not going back before these words."""
    steps: list[Step] = []
    row, column = len(judge.typed), len(judge.canon)
    while row > top and column > left:
        for height, width in _GROUPS:
            group = (row - height, row, column - width, column)
            if group[0] >= top and group[2] >= left and judge(*group)[0] is Kind.SAME:
                steps.append(Step(Kind.SAME, *group))
                row, column = group[0], group[2]
                break
        else:
            break
    return steps[::-1]


class _Table:
    """The table of least costs: typed words down, words of the canon across, for three ways to have come there."""

    def __init__(self, judge: Judge, gaps: frozenset[int], typed: tuple[int, int], canon: tuple[int, int]) -> None:
        self.judge, self.gaps = judge, gaps
        (self.top, self.bottom), (self.left, self.right) = typed, canon
        self.edges = {row for row in typed if row in (0, len(judge.typed))}
        self.costs: dict[_Cell, int] = {(self.top, self.left, Kind.SAME): 0}
        self.steps_to: dict[_Cell, tuple[_Cell, Step]] = {}
        self.narrow = (self.bottom - self.top) * (self.right - self.left) > MOST_CELLS

    def steps(self) -> tuple[Step, ...]:
        """Fill the table, and return the steps of the cheapest way through it."""
        for row in range(self.top, self.bottom + 1):
            for column in self._columns(row):
                for way in _WAYS:
                    if (row, column, way) in self.costs:
                        self._go_on(row, column, way)
        ends = ((self.bottom, self.right, way) for way in _WAYS)
        cell = min(ends, key=lambda cell: self.costs.get(cell, _NEVER))
        steps = []
        while cell in self.steps_to:
            cell, step = self.steps_to[cell]
            steps.append(step)
        return tuple(reversed(steps))

    def _columns(self, row: int) -> range:
        if not self.narrow or row in (self.top, self.bottom):
            return range(self.left, self.right + 1)
        reach = BAND + abs((self.right - self.left) - (self.bottom - self.top))
        centre = self.left + row - self.top
        return range(max(self.left, centre - reach), min(self.right, centre + reach) + 1)

    def _go_on(self, row: int, column: int, way: Kind) -> None:
        self._skip(row, column, way)
        if row == self.bottom:
            return
        self._extra(row, column, way)
        for height, width in _GROUPS:
            if row + height <= self.bottom and column + width <= self.right:
                kind, cost = self.judge(row, row + height, column, column + width)
                if cost < _NEVER:
                    self._reach(row, column, way, Step(kind, row, row + height, column, column + width), cost)
        if self._are_swapped(row, column):
            self._reach(row, column, way, Step(Kind.SWAPPED, row, row + 2, column, column + 2), SWAPPED_COST)

    def _are_swapped(self, row: int, column: int) -> bool:
        if row + 2 > self.bottom or column + 2 > self.right:
            return False
        crossed = (self.judge(row, row + 1, column + 1, column + 2), self.judge(row + 1, row + 2, column, column + 1))
        return all(kind is Kind.SAME for kind, _ in crossed)

    def _skip(self, row: int, column: int, way: Kind) -> None:
        if column == self.right:
            return
        at_gap, at_edge = row in self.gaps, row in self.edges
        opening, going_on = (EDGE_OPEN_COST, EDGE_COST) if at_edge else (OPEN_COST, MISSING_COST)
        cost = 0 if at_gap else going_on if way is Kind.MISSING else opening
        self._reach(row, column, way, Step(Kind.MISSING, row, row, column, column + 1, free=at_gap), cost)

    def _extra(self, row: int, column: int, way: Kind) -> None:
        cost = OPEN_COST if way is not Kind.EXTRA else EXTRA_COST
        self._reach(row, column, way, Step(Kind.EXTRA, row, row + 1, column, column), cost)

    def _reach(self, row: int, column: int, way: Kind, step: Step, cost: int) -> None:
        kind = step.kind if step.kind in (Kind.EXTRA, Kind.MISSING) else Kind.SAME
        cell = (step.last, step.end, kind)
        total = self.costs[row, column, way] + cost
        if total < self.costs.get(cell, _NEVER):
            self.costs[cell] = total
            self.steps_to[cell] = (row, column, way), step
