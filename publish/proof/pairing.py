"""Which passage of the last proof became which of this one: kept, changed, moved, split, joined, or none of them.

equal ones in order ─→ gaps between them ─ moved ones out ─→ pairs by likeness ─→ what was split or joined
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from publish.proof.script import edits

Words = tuple[str, ...]

ALIKE = 0.4
"""Likeness from which on two passages in one place are taken for one that was changed."""
KNOWN = 0.6
"""The same of two wherever they stand."""
FEWEST_TO_MOVE = 4
"""Words from which on a passage found elsewhere is taken for the same: short ones are often twice in a book."""
FEWEST_TO_KNOW = 8
"""Words from which on a passage that was changed is known again wherever it stands."""
CANDIDATES = 8
"""Passages with most words in common that are looked at."""
SHORT = 6
"""Words up to which passages are compared letter by letter."""
BETTER = 0.1
"""By how much a passage must be more like two others than like one of them to have been split or joined."""
_IN_PLACE = ("heading", "cell", "caption")
"""Kinds that keep their place whatever is written in it."""
BAND = 60
"""How many passages away from its place, in a long gap, the other half of a pair is looked for."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages that became passages, by index: one and one, or several where one was split or several joined."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    is_moved: bool = False


@dataclass(slots=True)
class _Gap:
    """Passages between two that are the same."""

    old: list[int]
    new: list[int]
    pairs: list[Pair] = field(default_factory=list)


def pairs(old: Sequence[Words], new: Sequence[Words], kinds: tuple[Sequence[str], Sequence[str]]) -> list[Pair]:
    """Return what became of every passage, in no order; `kinds` are those of the old and of the new ones.

    An empty side stands for what was added or removed.
    """
    names = _named(old, new)
    found, gaps, at, to = list[Pair](), list[_Gap](), 0, 0
    for edit in (*edits(*names), None):
        until = edit.old_start if edit else len(old)
        found += [Pair((at + step,), (to + step,)) for step in range(until - at)]
        if edit:
            gaps.append(_Gap(list(range(edit.old_start, edit.old_end)), list(range(edit.new_start, edit.new_end))))
            at, to = edit.old_end, edit.new_end
    found += _moved(gaps, names)
    for gap in gaps:
        gap.pairs = _alike(gap, old, new)
        found += gap.pairs
    found = _grown(found, gaps, old, new)
    for gap in gaps:
        found += _filled(gap, kinds)
    found += [Pair((index,), ()) for gap in gaps for index in gap.old]
    return found + [Pair((), (index,)) for gap in gaps for index in gap.new]


def _named(old: Sequence[Words], new: Sequence[Words]) -> tuple[list[Words], list[Words]]:
    """Return names of the old and the new passages: their words, or those that a passage had before it was changed.

    So that passages that were changed keep their places, and one that was moved among them is the one that moved.
    """
    earlier, later = set(old), set(new)
    gone = [words for words in dict.fromkeys(old) if words not in later and len(words) >= FEWEST_TO_KNOW]
    come = [words for words in dict.fromkeys(new) if words not in earlier and len(words) >= FEWEST_TO_KNOW]
    holders: dict[str, list[int]] = {}
    for number, words in enumerate(gone):
        for word in set(words):
            holders.setdefault(word, []).append(number)
    best = {words: _most_alike(words, gone, holders) for words in come}
    heirs: dict[int, tuple[float, Words]] = {}
    for words, (like, number) in best.items():
        if like >= KNOWN and like > heirs.get(number, (0.0, ()))[0]:
            heirs[number] = like, words
    before = {words: gone[number] for number, (_, words) in heirs.items()}
    return list(old), [before.get(words, words) for words in new]


def _most_alike(words: Words, others: Sequence[Words], holders: dict[str, list[int]]) -> tuple[float, int]:
    """Return how much the passage that is most like `words` is like it, and its number."""
    shared = Counter(number for word in set(words) for number in holders.get(word, ()))
    likest = shared.most_common(CANDIDATES)
    return max(((likeness(others[number], words), number) for number, _ in likest), default=(0.0, 0))


def likeness(first: Words, second: Words) -> float:
    """Return how much two passages have in common: from 0 to 1, the same words.

    >>> likeness(("Giriş",), ("Girış",)), likeness(("12",), ("37",))
    (0.8, 0.0)
    """
    if max(len(first), len(second)) <= SHORT:
        return SequenceMatcher(None, " ".join(first), " ".join(second), autojunk=False).ratio()
    return 2 * (_counted(first) & _counted(second)).total() / (len(first) + len(second))


@lru_cache(maxsize=4096)
def _counted(words: Words) -> Counter[str]:
    return Counter(words)


def _moved(gaps: list[_Gap], names: tuple[list[Words], list[Words]]) -> Iterator[Pair]:
    """Take passages out of the gaps that stand in another one, and yield them."""
    waiting: dict[Words, list[tuple[_Gap, int]]] = {}
    for gap in gaps:
        for index in gap.old:
            if len(names[0][index]) >= FEWEST_TO_MOVE:
                waiting.setdefault(names[0][index], []).append((gap, index))
    for gap in gaps:
        for index in list(gap.new):
            if others := waiting.get(names[1][index]):
                other, was = others.pop(0)
                other.old.remove(was)
                gap.new.remove(index)
                yield Pair((was,), (index,), is_moved=True)


def _alike(gap: _Gap, old: Sequence[Words], new: Sequence[Words]) -> list[Pair]:
    """Take the pairs out of a gap that are most alike in all, keeping their order."""
    rows, columns = len(gap.old), len(gap.new)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    alike = [[0.0] * columns for _ in range(rows)]
    for row in range(rows - 1, -1, -1):
        for column in range(columns - 1, -1, -1):
            if abs(row * columns - column * rows) <= BAND * max(rows, columns):
                like = likeness(old[gap.old[row]], new[gap.new[column]])
                alike[row][column] = like if like >= ALIKE else 0.0
            taken = alike[row][column] + best[row + 1][column + 1] if alike[row][column] else 0.0
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    found, row, column = list[Pair](), 0, 0
    while row < rows and column < columns:
        if best[row][column] == best[row + 1][column]:
            row += 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            found.append(Pair((gap.old[row],), (gap.new[column],)))
            row, column = row + 1, column + 1
    for pair in found:
        gap.old.remove(pair.old[0])
        gap.new.remove(pair.new[0])
    return found


def _grown(found: list[Pair], gaps: list[_Gap], old: Sequence[Words], new: Sequence[Words]) -> list[Pair]:
    """Let changed passages take in those beside them that were split off, or joined to them."""
    loose = {index: gap.old for gap in gaps for index in gap.old}, {index: gap.new for gap in gaps for index in gap.new}
    grown = list[Pair]()
    for pair in found:
        if old[pair.old[0]] != new[pair.new[0]]:
            pair = _grow(pair, loose[1], is_old=False, old=old, new=new)
            pair = _grow(pair, loose[0], is_old=True, old=old, new=new)
        grown.append(pair)
    return grown


def _grow(pair: Pair, loose: dict[int, list[int]], *, is_old: bool, old: Sequence[Words], new: Sequence[Words]) -> Pair:
    """Return a pair with the loose passages beside it that make its sides more alike."""
    like = _like(pair, old, new)
    while True:
        own = pair.old if is_old else pair.new
        wider = [tuple(sorted((*own, index))) for index in (own[0] - 1, own[-1] + 1) if index in loose]
        wide = [Pair(each, pair.new) if is_old else Pair(pair.old, each) for each in wider]
        more, number = max(((_like(each, old, new), number) for number, each in enumerate(wide)), default=(0.0, 0))
        if more < like + min(BETTER, (1 - like) / 2) or more <= like:
            return pair
        (index,) = {*wider[number]} - {*own}
        loose.pop(index).remove(index)
        pair, like = Pair(wide[number].old, wide[number].new, pair.is_moved), more


def _like(pair: Pair, old: Sequence[Words], new: Sequence[Words]) -> float:
    return likeness(
        tuple(word for index in pair.old for word in old[index]),
        tuple(word for index in pair.new for word in new[index]),
    )


def _filled(gap: _Gap, kinds: tuple[Sequence[str], Sequence[str]]) -> Iterator[Pair]:
    """Pair what has nothing in common but its place: a cell, a heading, that was written anew."""
    fences = sorted((pair.old[0], pair.new[0]) for pair in gap.pairs)
    for (old_from, new_from), (old_to, new_to) in pairwise([(-1, -1), *fences, (len(kinds[0]), len(kinds[1]))]):
        olds = [index for index in gap.old if old_from < index < old_to]
        news = [index for index in gap.new if new_from < index < new_to]
        for was, index in zip(olds, news, strict=False):
            if kinds[0][was] != kinds[1][index] or kinds[1][index] not in _IN_PLACE:
                break
            gap.old.remove(was)
            gap.new.remove(index)
            yield Pair((was,), (index,))
