"""Where the rules of the typographer register themselves, and how what they say is carried out.

A rule is a pure function: the text of a line → the stretches of it that are to be written otherwise. It sees the words
of the whole line, whatever is emphasised or linked in it; what it must not touch stands there as `FILLER` letters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

FILLER, FOREIGN_FILLER = "x", "ع"
"""A letter for each of what is not touched: code and addresses; Arabic, and what is written in other letters."""
NOTE = "\ufffc"
"""Stands for the mark of a note."""
REMEMBERED = 20_000
"""Lines: a booklet is judged and then set, and its lines are the same."""


class Edit(NamedTuple):
    """Characters from `start` up to, not with, `end`, at least one, are written as `text`."""

    start: int
    end: int
    text: str


Function = Callable[[str], Iterable[Edit]]
WORDS, SHORT, MARK, KEPT = "w", "s", "n", "-"
"""Kinds of characters: words of the booklet; abbreviations and English, in which only quotation marks, apostrophes and
dots of omission are mended; the mark of a note; what no rule touches."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the house or of TDK."""

    name: str
    """As authors write it to switch the rule off."""
    edits: Function
    reach: str
    """The kinds of characters that it may change."""


RULES: dict[str, Rule] = {}
"""By name, in the order in which they are applied: each sees what those before it left."""


def rule(name: str, reach: str = WORDS) -> Callable[[Function], Function]:
    """Register a function as the rule `name`; `reach` names the kinds of characters that it may change."""

    def register(function: Function) -> Function:
        RULES[name] = Rule(name, function, reach)
        return function

    return register


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a rule did."""

    rule: str
    offset: int
    """In the text as it was typed."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mended:
    """A text as it is printed."""

    text: str
    origins: Sequence[int]
    """For each character the offset, in the text as typed, of what it was made from; never falling."""
    acts: tuple[Act, ...]

    def stretch(self, start: int, end: int) -> str:
        """Return what became of the characters from `start` up to, not with, `end`."""
        return self.text[self._range(start, end)]

    def sources(self, start: int, end: int) -> Sequence[int]:
        """Return the offset as typed for each character of that stretch."""
        return self.origins[self._range(start, end)]

    def _range(self, start: int, end: int) -> slice:
        return slice(bisect_left(self.origins, start), bisect_left(self.origins, end))


@lru_cache(maxsize=REMEMBERED)
def mend(text: str, kinds: str, off: frozenset[str] = frozenset()) -> Mended:
    """Return `text` as all rules but those of `off` leave it; `kinds` holds the kind of each of its characters."""
    origins: Sequence[int] = range(len(text))
    acts: list[Act] = []
    for each in RULES.values():
        if each.name in off:
            continue
        edits = _apart(edit for edit in each.edits(text) if _is_allowed(edit, kinds, origins, each.reach))
        if edits:
            acts += [Act(each.name, origins[edit.start], text[edit.start : edit.end], edit.text) for edit in edits]
            text, origins = _carried_out(text, origins, edits)
    return Mended(text, origins, tuple(acts))


def _is_allowed(edit: Edit, kinds: str, origins: Sequence[int], reach: str) -> bool:
    return all(kinds[origins[offset]] in reach for offset in range(edit.start, edit.end))


def _apart(edits: Iterable[Edit]) -> list[Edit]:
    """Return edits in order; where two of them meet in one place, the first."""
    apart: list[Edit] = []
    for edit in sorted(edits):
        if not apart or edit.start >= apart[-1].end:
            apart.append(edit)
    return apart


def _carried_out(text: str, origins: Sequence[int], edits: Iterable[Edit]) -> tuple[str, Sequence[int]]:
    pieces: list[str] = []
    sources: list[int] = []
    end = 0
    for edit in edits:
        pieces += [text[end : edit.start], edit.text]
        sources += [*origins[end : edit.start], *([origins[edit.start]] * len(edit.text))]
        end = edit.end
    return "".join((*pieces, text[end:])), [*sources, *origins[end:]]
