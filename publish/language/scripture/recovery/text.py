"""What a passage of the canon is outside of the index: its verses, its words in another spelling, its text."""

from __future__ import annotations

import re

from publish.language.scripture import quran, skeleton
from publish.language.scripture.recovery.fit import Passage
from publish.language.scripture.recovery.index import Index, Spelling
from publish.language.scripture.verse_text import end_sign
from publish.model.inline import Reference

_NO_BREAK_SPACE = "\u00a0"
_WORD = re.compile(r"\S+")


def reference_of(passage: Passage, index: Index) -> Reference:
    """Return the verses that the passage lies in."""
    first, last = (index.keys[verse] for verse in passage.verses)
    return Reference(first[0], first[1], last[1])


def respelled(passage: Passage, spelling: Spelling) -> Passage:
    """Return the same passage in another spelling."""
    if passage.spelling is spelling:
        return passage
    first_verse, last_verse = passage.verses
    first = _border(passage.spelling, passage.first, spelling, first_verse)
    after = _border(passage.spelling, passage.after, spelling, last_verse)
    return Passage(spelling, first, max(after, first + 1))


def _border(origin: Spelling, word: int, spelling: Spelling, verse: int) -> int:
    """Return the word before which the verse's letters, alefs apart, are parted as before `word` of the origin."""
    number = word - origin.firsts[verse]
    offsets, others = _offsets(origin, verse), _offsets(spelling, verse)
    before, behind = offsets[number], offsets[-1] - offsets[number]

    def distance(other: int) -> tuple[int, int]:
        return abs(others[other] - before) + abs(others[-1] - others[other] - behind), abs(other - number)

    return spelling.firsts[verse] + min(range(len(others)), key=distance)


def _offsets(spelling: Spelling, verse: int) -> list[int]:
    """Return how many letters of the verse's frame stand before each of its words, and how many there are."""
    first, after = spelling.firsts[verse], spelling.firsts[verse + 1]
    start = spelling.starts[first]
    return [len(skeleton.frame(spelling.letters[start:end])) for end in spelling.starts[first : after + 1]]


def text_of(passage: Passage, reference: Reference) -> str:
    """Return the passage byte for byte, the verses of several parted as `scripture` does.

    A verse that is cut at its end has no sign. Raises `PublishError` where the canon is missing or was changed.
    """
    spelling = passage.spelling
    parts = []
    first_verse, last_verse = passage.verses
    for verse in range(first_verse, last_verse + 1):
        ayah = reference.first + verse - first_verse
        start, end = spelling.firsts[verse], spelling.firsts[verse + 1]
        first, after = max(passage.first, start) - start, min(passage.after, end) - start
        part = _part(quran.verse(reference.surah, ayah, spelling.script), first, after)
        parts.append(part if verse == last_verse else f"{part}{_NO_BREAK_SPACE}{end_sign(ayah)}")
    if first_verse != last_verse and passage.after == spelling.firsts[last_verse + 1]:
        parts[-1] += f"{_NO_BREAK_SPACE}{end_sign(reference.last)}"
    return " ".join(parts)


def _part(verse: str, first: int, after: int) -> str:
    """Return the words of a verse from one to another, pause marks before its first and after its last word too."""
    spans = [match.span() for match in _WORD.finditer(verse) if skeleton.letters(match.group())]
    start = spans[first][0] if first else 0
    end = spans[after - 1][1] if after < len(spans) else len(verse)
    return verse[start:end]
