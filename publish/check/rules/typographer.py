"""What the typographer changes in a booklet, once a rule, and what it leaves to the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from publish.check import places, spelling
from publish.check.registry import rule
from publish.language.typographer import RULES, Flat, Mended, flatten, mend
from publish.language.typographer.doubts import doubts
from publish.language.typographer.holds import HOLDING
from publish.language.typographer.registry import KEPT, NOTE
from publish.model.booklet import Booklet
from publish.model.finding import Finding, found
from publish.model.world import World

MOST = 20
"""Findings in one line; one that has more is no prose."""
_CONTEXT = 30
"""Characters on either side of a place that a finding quotes."""
_TITLES = ("title", "subtitle", "series", "description")
_NEXT_WORD = re.compile(r"\s*\S+")
_SHOWN = str.maketrans({"\u00a0": "⍽", NOTE: "¹"})
"""How a blank that holds and the mark of a note are shown."""


@rule
def typographer(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find what the typographer leaves (T010–T015), what it changes (T018, T019), and two spellings (T016, T017)."""
    if booklet.settings.language != "tr":
        return
    rows = places.rows(booklet, world)
    flats = tuple(map(flatten, booklet.lines()))  # once for all three
    yield from _doubtful(booklet, flats, rows)
    yield from _changes(booklet, flats, rows)
    yield from spelling.one_spelling(booklet, flats, rows)


def _doubtful(booklet: Booklet, flats: Sequence[Flat], rows: Sequence[str]) -> Iterator[Finding]:
    """Find marks without a sure partner (T010, T011), slips in numbers (T012–T014), and odd dots (T015)."""
    for flat in flats:
        for each in [each for each in doubts(flat.text) if flat.kinds[each.start] != KEPT][:MOST]:
            span = places.in_line(flat, each.start, each.end, rows)
            yield found(each.code, span, _around(flat.text, each.start), **each.values)
    for key in _TITLES:
        text = getattr(booklet.settings, key) or ""
        for each in [*doubts(text)][:MOST]:
            yield found(each.code, booklet.place(key), _around(text, each.start), **each.values)


def _around(text: str, offset: int) -> str:
    return text[max(0, offset - _CONTEXT) : offset + _CONTEXT].strip()


@dataclass(slots=True)
class _Deeds:
    """What one rule did in a booklet."""

    count: int
    flat: Flat
    mended: Mended
    offset: int
    """Of the first thing it did."""


def _changes(booklet: Booklet, flats: Sequence[Flat], rows: Sequence[str]) -> Iterator[Finding]:
    """Tell what each rule changes: how often, and where first (T018); and which one was switched off in vain (T019).

    Blanks that hold are not told: what is read stays the same.
    """
    off = {row.rule: f"typography.off.{index}.rule" for index, row in enumerate(booklet.settings.typography.off)}
    done = _deeds(flats, frozenset(row.rule for row in booklet.house.typography.off).difference(off))
    for name, deeds in done.items():
        if name not in off and name != HOLDING:
            span = places.in_line(deeds.flat, deeds.offset, deeds.offset + 1, rows)
            typed, printed = _shown(deeds)
            yield found("T018", span, typed, rule=name, count=deeds.count, typed=typed, printed=printed)
    for name in [name for name in RULES if name in off and name not in done]:
        yield found("T019", booklet.place(off[name]), rule=name)


def _deeds(flats: Sequence[Flat], off: frozenset[str]) -> dict[str, _Deeds]:
    """Return what the rules did by name, those that the booklet has switched off as if they were not."""
    done: dict[str, _Deeds] = {}
    for flat in flats:
        mended = mend(flat.text, flat.kinds, off)
        for act in mended.acts:
            deeds = done.setdefault(act.rule, _Deeds(0, flat, mended, act.offset))
            deeds.count += 1
    return done


def _shown(deeds: _Deeds) -> Iterator[str]:
    """Yield the words around the first thing that a rule did, as typed and as printed."""
    text, offset = deeds.flat.text, deeds.offset
    start = max(text.rfind(" ", 0, offset) + 1, offset - _CONTEXT)
    word = _NEXT_WORD.match(text, offset)
    end = min(word.end() if word else len(text), offset + _CONTEXT)
    yield text[start:end].translate(_SHOWN)
    yield deeds.mended.stretch(start, end).translate(_SHOWN)
