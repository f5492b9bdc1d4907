"""The text of verses, or of a part of them, byte for byte as the canon has it.

A part is named by its first and last words, in any spelling, with or without vowels:

    رَبَّنَا لَا تُؤَاخِذْنَا … الْكَافِرِينَ      from these words to those
    … الْكَافِرِينَ                        from the beginning
    رَبَّنَا لَا تُؤَاخِذْنَا …                 to the end
    رَبَّنَا لَا تُؤَاخِذْنَا                   these words
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from publish.language.scripture import quran
from publish.language.scripture.alignment import are_same
from publish.language.scripture.canon_words import CanonWord, verse_words
from publish.language.scripture.orthography import Word, words
from publish.model.inline import Reference

END_OF_AYAH = "\u06dd"
"""ARABIC END OF AYAH: a font draws the digits that follow it within its ring."""
_NO_BREAK_SPACE = "\u00a0"  # a verse's number never opens a line
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")


@dataclass(frozen=True, slots=True)
class NotFound:
    """Why words do not tell where a part begins or ends."""

    kind: Literal["missing", "ambiguous"]
    words: str
    count: int = 0
    """In how many places they stand."""


def of_reference(reference: Reference, script: str, *, numbered: bool) -> str:
    """Return verses, each with the end-of-verse sign and its number after it where they are `numbered`.

    Raises `KeyError` where there is no such verse, `PublishError` where the canon is missing.
    """
    ayahs = range(reference.first, reference.last + 1)
    return " ".join(_signed(quran.verse(reference.surah, ayah, script), ayah, numbered) for ayah in ayahs)


def end_sign(ayah: int) -> str:
    """Return the end-of-verse sign with the verse's number in Arabic-Indic digits.

    >>> end_sign(255)
    '۝٢٥٥'
    """
    return END_OF_AYAH + str(ayah).translate(_ARABIC_DIGITS)


def canon_words(references: Sequence[Reference]) -> tuple[CanonWord, ...]:
    """Return the words of all verses of `references`. Raises as `of_reference` does."""
    return tuple(
        word
        for reference in references
        for ayah in range(reference.first, reference.last + 1)
        for word in verse_words(reference.surah, ayah)
    )


def part_of(references: Sequence[Reference], part: str) -> tuple[int, int] | NotFound:
    """Return from which word up to, not with, which the part reaches. Raises as `of_reference` does."""
    own = canon_words(references)
    named = words(part)
    gap = next((index for index, word in enumerate(named) if not word.letters), None)
    head = [word for word in named[:gap] if word.letters]
    tail = [word for word in named[gap:] if word.letters] if gap is not None else []
    if not head and not tail:
        return NotFound("missing", part)
    starts = _places(head, own, 0) if head else [0]
    if len(starts) != 1:
        return _unclear(head, starts)
    if gap is None:
        return starts[0], starts[0] + len(head)
    ends = _places(tail, own, starts[0] + len(head)) if tail else [len(own)]
    if len(ends) != 1:
        return _unclear(tail, ends)
    return starts[0], ends[0] + len(tail)


def of_part(references: Sequence[Reference], start: int, end: int, script: str, *, numbered: bool) -> str:
    """Return the words from `start` up to, not with, `end`; a verse that ends among them is `numbered` where asked.

    Words that the Uthmani spelling writes as one are kept whole.
    """
    chosen = enumerate(canon_words(references))
    by_verse = groupby(chosen, key=lambda item: (item[1].surah, item[1].ayah))
    pieces = []
    for (surah, ayah), items in by_verse:
        marked = [(start <= index < end, word) for index, word in items]
        if any(inside for inside, _ in marked):
            text = _cut(quran.verse(surah, ayah, script), marked, quran.SCRIPTS.index(script))
            pieces.append(_signed(text, ayah, numbered and marked[-1][0]))
    return " ".join(pieces)


def _cut(verse: str, marked: Sequence[tuple[bool, CanonWord]], script: int) -> str:
    """Return the part of a verse whose words are marked, pause marks within it too."""
    spans = iter(words(verse))
    inside: list[Word] = []
    span = None
    for is_inside, word in marked:
        span = next(spans) if word.texts[script] else span
        if is_inside and span:
            inside.append(span)
    return verse[inside[0].start if not marked[0][0] else 0 : inside[-1].end if not marked[-1][0] else None]


def _places(sought: Sequence[Word], own: Sequence[CanonWord], start: int) -> list[int]:
    last = len(own) - len(sought) + 1
    return [index for index in range(start, last) if are_same(sought, own[index : index + len(sought)])]


def _unclear(sought: Sequence[Word], places: Sequence[int]) -> NotFound:
    text = " ".join(word.text for word in sought)
    return NotFound("ambiguous", text, len(places)) if places else NotFound("missing", text)


def _signed(text: str, ayah: int, numbered: bool) -> str:
    return f"{text}{_NO_BREAK_SPACE}{end_sign(ayah)}" if numbered else text
