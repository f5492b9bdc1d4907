"""Typed Arabic against the verses it is said to be: every word that is not the Quran's, with both readings.

What spellings differ in is no fault (`spelling` says what that is), nor are marks left out. A part of a verse is no
fault either, but a single word missing at its beginning or end is: a part that leaves out no more is marked by an
ellipsis, or named in the reference.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import combinations
from typing import Literal

from publish.language.scripture import quran
from publish.language.scripture.alignment import Kind, Step, align, are_same
from publish.language.scripture.canon_words import CanonWord, verse_words
from publish.language.scripture.orthography import Word
from publish.language.scripture.verse_text import canon_words
from publish.model.inline import Reference

LEAST_AGREEMENT = 0.4
"""Share of typed words that must agree with the canon, or these are not the verses meant."""
_BASMALA_BEGINS = "بسم"
LEAST_WORDS = 3
"""Words from which on a text is judged as a whole."""


class FaultKind(Enum):
    """What is wrong with a word."""

    LETTERS = "letters"
    MARKS = "marks"
    MISSING = "missing"
    EXTRA = "extra"
    DOUBLED = "doubled"
    SWAPPED = "swapped"
    JOINED = "joined"
    """From this word on the text is another verse's."""
    MISSING_VERSE = "missing_verse"
    SPACED = "spaced"
    OTHER = "other"
    """The text as a whole is not that of the verses."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something typed that is not the canon's."""

    kind: FaultKind
    first: int
    """Index of the first typed word that is meant; of missing words, of the one they should stand before."""
    last: int
    """Index after the last one."""
    canon: tuple[CanonWord, ...] = ()
    """What the canon has there."""
    other: tuple[int, int] | None = None
    """Surah and number of the verse that was typed instead or in addition, where it is known."""


@dataclass(frozen=True, slots=True)
class Expected:
    """Words of the canon that a text is said to be."""

    words: tuple[CanonWord, ...]
    ends: Literal["strict", "single", "loose"] = "single"
    """What is a fault at the ends: whatever is missing; a single word, or a whole verse; nothing."""
    basmala: int = 0
    """How many words at the beginning are the basmala, which need not be typed."""


def verses(references: Sequence[Reference], ends: Literal["single", "loose"] = "single") -> Expected:
    """Return the words of all verses of `references`; before the first verse of a surah the basmala may be typed.

    Raises `KeyError` where there is no such verse, `PublishError` where the canon is missing.
    """
    found = canon_words(references)
    first = references[0]
    if first.first != 1 or first.surah in (quran.OPENING_SURAH, quran.SURAH_WITHOUT_BASMALA):
        return Expected(found, ends)
    basmala = verse_words(quran.OPENING_SURAH, 1)
    return Expected((*basmala, *found), ends, len(basmala))


def collate(typed: Sequence[Word], expected: Expected) -> tuple[Fault, ...]:
    """Return what is wrong with typed words, in their order; an ellipsis among them is a word without letters."""
    read = [word for word in typed if word.letters]
    gaps, count = set(), 0
    for word in typed:
        if word.letters:
            count += 1
        else:
            gaps.add(count)
    if not read:
        return ()
    expected = _with_basmala_as_typed(read, expected)
    steps = align(read, frozenset(gaps), expected.words)
    return tuple(_Reader(read, expected, steps).faults())


def _with_basmala_as_typed(typed: Sequence[Word], expected: Expected) -> Expected:
    """Return what is expected without the basmala, unless the text begins with its first word."""
    if expected.basmala and [letter.char for letter in typed[0].letters] != [*_BASMALA_BEGINS]:
        return Expected(expected.words[expected.basmala :], expected.ends)
    return expected


class _Reader:
    """Makes faults of the steps of an alignment."""

    def __init__(self, typed: Sequence[Word], expected: Expected, steps: Sequence[Step]) -> None:
        self.typed, self.expected = typed, expected
        self.canon = expected.words
        self.steps = _runs(steps)

    def faults(self) -> list[Fault]:
        """Return the faults; one for the whole text where it is not that of these verses at all."""
        agreeing = sum(step.last - step.first for step in self.steps if step.kind not in (Kind.EXTRA, Kind.LETTERS))
        own = min(len(self.typed), len(self.canon) - self.expected.basmala)
        if len(self.typed) >= LEAST_WORDS and agreeing < LEAST_AGREEMENT * own:
            return [Fault(FaultKind.OTHER, 0, len(self.typed), self.canon)]
        found = [fault for step in self.steps for fault in self._of(step)]
        return sorted(_crossed(found, self.typed), key=lambda fault: fault.first)

    def _of(self, step: Step) -> Iterator[Fault]:
        canon = self.canon[step.start : step.end]
        match step.kind:
            case Kind.LETTERS | Kind.MARKS | Kind.SWAPPED | Kind.SPACED:
                yield Fault(FaultKind(step.kind.value), step.first, step.last, canon)
            case Kind.EXTRA:
                yield self._extra(step)
            case Kind.MISSING if not step.free:
                yield from self._missing(step)
            case _:
                pass

    def _extra(self, step: Step) -> Fault:
        if other := self._verse_of(step):
            return Fault(FaultKind.JOINED, step.first, step.last, other=other)
        words, count = self.typed[step.first : step.last], step.last - step.first
        for beside in (self.canon[max(0, step.start - count) : step.start], self.canon[step.start :][:count]):
            if are_same(words, beside):
                return Fault(FaultKind.DOUBLED, step.first, step.last, tuple(beside))
        return Fault(FaultKind.EXTRA, step.first, step.last)

    def _verse_of(self, step: Step) -> tuple[int, int] | None:
        """Return the verse before or after the expected ones that extra words are the beginning or the end of."""
        words = self.typed[step.first : step.last]
        first, last = self.canon[self.expected.basmala], self.canon[-1]
        if step.start == len(self.canon):
            near = _verse(last.surah, last.ayah + 1)[: len(words)]
        elif step.start in (0, self.expected.basmala):
            near = _verse(first.surah, first.ayah - 1)[-len(words) :]
        else:
            return None
        agreeing = sum(are_same([word], [own]) for word, own in zip(words, near, strict=False))
        return (near[0].surah, near[0].ayah) if agreeing and agreeing >= len(words) / 2 else None

    def _missing(self, step: Step) -> Iterator[Fault]:
        words = self.canon[max(step.start, self.expected.basmala) : step.end]
        kind = FaultKind.MISSING
        if step.first in (0, len(self.typed)) and self.expected.ends != "strict":
            whole = () if self.expected.ends == "loose" else _whole_verses(words, self.canon)
            is_single = len(words) == 1 and self.expected.ends == "single"
            kind, words = (FaultKind.MISSING_VERSE, whole) if whole else (kind, words if is_single else ())
        if words:
            yield Fault(kind, step.first, step.first, tuple(words))


def _runs(steps: Sequence[Step]) -> list[Step]:
    """Return the steps with those that leave out, or add, one word after the other drawn together."""
    runs: list[Step] = []
    for step in steps:
        before = runs[-1] if runs else None
        joins = before and step.kind is before.kind in (Kind.EXTRA, Kind.MISSING) and step.free == before.free
        if before and joins:
            runs[-1] = Step(step.kind, before.first, step.last, before.start, step.end, step.free)
        else:
            runs.append(step)
    return runs


def _verse(surah: int, ayah: int) -> tuple[CanonWord, ...]:
    try:
        return verse_words(surah, ayah)
    except KeyError:
        return ()


def _whole_verses(words: Sequence[CanonWord], canon: Sequence[CanonWord]) -> tuple[CanonWord, ...]:
    """Return the words, among those left out, of verses that were left out altogether."""
    left = {(word.surah, word.ayah) for word in words}
    counts = {verse: sum((word.surah, word.ayah) == verse for word in canon) for verse in left}
    return tuple(
        word
        for word in words
        if sum((other.surah, other.ayah) == (word.surah, word.ayah) for other in words) == counts[word.surah, word.ayah]
    )


def _crossed(faults: list[Fault], typed: Sequence[Word]) -> list[Fault]:
    """Say of words in each other's places, and of a word in another place, that this is what is wrong with them."""
    odd = [fault for fault in faults if fault.kind in (FaultKind.LETTERS, FaultKind.EXTRA, FaultKind.MISSING)]
    for one, other in combinations(odd, 2):
        if one in faults and other in faults and _are_crossed(one, other, typed):
            kept = [replace(fault, kind=FaultKind.SWAPPED) for fault in (one, other) if fault.last > fault.first]
            if len(kept) == 1:
                kept = [replace(kept[0], canon=one.canon or other.canon)]
            faults = [fault for fault in faults if fault not in (one, other)] + kept
    return faults


def _are_crossed(one: Fault, other: Fault, typed: Sequence[Word]) -> bool:
    """Say whether what was typed in either place is what the canon has in the other; one of them may be empty."""
    crossed = [(typed[fault.first : fault.last], second.canon) for fault, second in ((one, other), (other, one))]
    filled = [(words, canon) for words, canon in crossed if words or canon]
    return all(are_same(words, canon) for words, canon in filled)
