"""The shortest way from one sequence to another: what is taken out, what is put in.

Source: E. W. Myers, Algorithmica 1, 1986, pages 251–266.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 1000
"""Edits up to which the shortest way is looked for: its memory grows with their square. Then any good one will do."""


class Edit(NamedTuple):
    """Items `old_start` up to `old_end` gave way to items `new_start` up to `new_end`; one of the two may be empty."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int


def edits(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """Return the fewest edits that make `new` out of `old`, those that touch put together.

    >>> edits("bu bir ev".split(), "bu yeni bir köşk".split())
    [Edit(old_start=1, old_end=1, new_start=1, new_end=2), Edit(old_start=2, old_end=3, new_start=3, new_end=4)]
    """
    first = 0
    while first < min(len(old), len(new)) and old[first] == new[first]:
        first += 1
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    kept = _kept(old[first : len(old) - last], new[first : len(new) - last])
    found, at, to = list[Edit](), first, first
    for left, right in (*((i + first, j + first) for i, j in kept), (len(old) - last, len(new) - last)):
        if left > at or right > to:
            found.append(Edit(at, left, to, right))
        at, to = left + 1, right + 1
    return _settled(found, old, new)


def _settled(found: list[Edit], old: Sequence[Hashable], new: Sequence[Hashable]) -> list[Edit]:
    """Take an edit that only adds and one that only removes for one, where what stands between them says itself again.

    >>> edits("çok çok iyi".split(), "pek çok iyi".split())
    [Edit(old_start=0, old_end=1, new_start=0, new_end=1)]
    """
    settled = list[Edit]()
    for edit in found:
        if settled and (merged := _merged(settled[-1], edit, old, new)):
            settled[-1] = merged
        else:
            settled.append(edit)
    return settled


def _merged(first: Edit, second: Edit, old: Sequence[Hashable], new: Sequence[Hashable]) -> Edit | None:
    added, removed = first.new_end - first.new_start, second.old_end - second.old_start
    if added and removed and first.old_start == first.old_end and second.new_start == second.new_end:
        between = old[first.old_end : second.old_start]
        if old[first.old_end + removed : second.old_end] == between:
            return Edit(first.old_start, first.old_start + removed, first.new_start, first.new_end)
    removed, added = first.old_end - first.old_start, second.new_end - second.new_start
    if added and removed and first.new_start == first.new_end and second.old_start == second.old_end:
        between = new[first.new_end : second.new_start]
        if new[first.new_end + added : second.new_end] == between:
            return Edit(first.old_start, first.old_end, first.new_start, first.new_start + added)
    return None


def _kept(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the pairs of a longest common subsequence."""
    if not (old and new):
        return []
    rows = _furthest(old, new)
    if rows is not None:
        return _back(rows, len(old), len(new))
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return [(block.a + at, block.b + at) for block in blocks for at in range(block.size)]


def _furthest(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[dict[int, int]] | None:
    """Return how far each diagonal reaches after 0, 1, 2 … edits, until the end is reached; None after too many."""
    rows, reach = list[dict[int, int]](), {1: 0}
    for cost in range(min(len(old) + len(new), MOST) + 1):
        rows.append(dict(reach))
        for diagonal in range(-cost, cost + 1, 2):
            down = diagonal == -cost or (diagonal != cost and reach[diagonal - 1] < reach[diagonal + 1])
            x = reach[diagonal + 1] if down else reach[diagonal - 1] + 1
            while x < len(old) and 0 <= x - diagonal < len(new) and old[x] == new[x - diagonal]:
                x += 1
            reach[diagonal] = x
            if x >= len(old) and x - diagonal >= len(new):
                return rows
    return None


def _back(rows: list[dict[int, int]], x: int, y: int) -> list[tuple[int, int]]:
    """Return the items kept on the way back from the end."""
    kept = list[tuple[int, int]]()
    for cost in range(len(rows) - 1, -1, -1):
        reach, diagonal = rows[cost], x - y
        down = diagonal == -cost or (diagonal != cost and reach[diagonal - 1] < reach[diagonal + 1])
        before = diagonal + 1 if down else diagonal - 1
        before_x = reach[before] if cost else 0
        before_y = before_x - before if cost else 0
        while x > before_x and y > before_y:
            x, y = x - 1, y - 1
            kept.append((x, y))
        x, y = before_x, before_y
    return kept[::-1]
