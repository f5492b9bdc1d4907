"""The words of verses in both spellings of the canon, side by side.

simple-plain   يَا  أَيُّهَا   النَّاسُ
uthmani        يَـٰٓأَيُّهَا     ٱلنَّاسُ        one word for two: told by `CanonWord.joined`
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from publish.language.scripture import quran
from publish.language.scripture.orthography import Word, spell, words
from publish.language.scripture.spelling import Slot, fit, joining, merged, slots

MODERN, UTHMANI = quran.SCRIPTS
MOST_JOINED = 3
"""Words that are written as one: يَبْنَؤُمَّ for يَا ابْنَ أُمَّ."""

Spelling = tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class CanonWord:
    """A word of the modern spelling, with what stands for it in the other."""

    surah: int
    ayah: int
    texts: tuple[str, str]
    """As the files have it, modern and Uthmani; the latter empty where it is written with the word before."""
    spellings: tuple[Spelling, ...]
    """How the word is spelled by itself."""
    joined: tuple[int, Spelling] | None = None
    """How many words from this one on are written as one, and how."""


@lru_cache(maxsize=512)
def verse_words(surah: int, ayah: int) -> tuple[CanonWord, ...]:
    """Return the words of one verse.

    Raises `KeyError` where there is no such verse, `PublishError` where the canon is missing.
    """
    modern, uthmani = (words(quran.verse(surah, ayah, script)) for script in quran.SCRIPTS)
    found: list[CanonWord] = []
    for others, own in _pairs(modern, uthmani):
        found += _canon_words(surah, ayah, others, own)
    return tuple(found)


def _canon_words(surah: int, ayah: int, modern: Sequence[Word], uthmani: Word) -> Iterable[CanonWord]:
    if len(modern) == 1:
        yield CanonWord(surah, ayah, (modern[0].text, uthmani.text), _both(modern[0].text, uthmani.text))
        return
    has_signs = any(letter.long_u or letter.long_i for letter in uthmani.letters)
    for index, word in enumerate(modern):
        joined = None if index else (len(modern), slots(uthmani.letters, modern=False))
        alone = slots(word.letters, modern=True)
        alone = joining(alone, has_signs) if index else alone
        yield CanonWord(surah, ayah, (word.text, "" if index else uthmani.text), (alone,), joined)


@lru_cache(maxsize=4096)
def _both(modern: str, uthmani: str) -> tuple[Spelling, ...]:
    return merged(slots(spell(modern), modern=True), slots(spell(uthmani), modern=False))


def _pairs(modern: Sequence[Word], uthmani: Sequence[Word]) -> Iterable[tuple[Sequence[Word], Word]]:
    """Yield every Uthmani word with the modern words that it stands for."""
    start = 0
    for index, word in enumerate(uthmani):
        left = len(modern) - start - (len(uthmani) - index)  # modern words more than there are Uthmani ones
        count = 1 + min(_joined(modern[start:], uthmani[index:], word), left) if left else 1
        yield modern[start : start + count], word
        start += count


def _joined(modern: Sequence[Word], uthmani: Sequence[Word], word: Word) -> int:
    """Return how many modern words after the first one are written together in `word`."""
    for count in range(1, MOST_JOINED + 1):
        if _is(word, modern[:count]):
            return count - 1
    for count in range(1, MOST_JOINED + 1):  # a letter is assimilated, too: وَأَلَّوِ for وَأَنْ لَوِ
        if uthmani[1:] and _is(uthmani[1], modern[count : count + 1]):
            return count - 1
    return 0


def _is(word: Word, modern: Sequence[Word]) -> bool:
    letters = [letter for part in modern for letter in part.letters]
    return fit(word.letters, slots(letters, modern=True)) is not None
