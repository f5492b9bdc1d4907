"""Finds verses in Arabic that names no source: stretches of four words or more whose letters are the Quran's.

The canon is kept as one line of bytes: of every word the letters that all spellings write, a byte each, doubled ones
once. To search is to search for bytes; what is found is then compared letter by letter. Nothing is read before the
first question.

    يَا أَيُّهَا النَّاسُ اتَّقُوا  →   ه لنس تق          words without such letters leave nothing
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice

from publish.language.scripture import quran, skeleton
from publish.language.scripture.alignment import Kind, align
from publish.language.scripture.canon_words import MODERN, verse_words
from publish.language.scripture.orthography import Word, words

LEAST_WORDS = 4
SURE_WORDS = 7
"""Words from which on a stretch among other words is a quotation; shorter ones are often phrases that are also said."""
FORMULAS = ("بسم الله الرحمن الرحيم", "لا إله إلا الله")
"""Said everywhere, and no quotation."""

MOST_PLACES = 20
"""Places that a phrase is compared at: some stand in the Quran eighty times."""
_AGREEING = {Kind.SAME, Kind.SPACED, Kind.MARKS}
_LEAST_BYTES = 8
_STOP = re.compile("[^\\s\u0610-\u061a\u064b-\u065f\u06d6-\u06ed\u0640]")
_ARABIC = range(0x0600, 0x0700)
_BLANK = b" "


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch of a text that stands in the Quran."""

    start: int
    end: int
    surah: int
    first: int
    last: int
    """Verses; of words that stand in several places the first."""


@dataclass(frozen=True, slots=True)
class _Canon:
    line: bytes
    """All words, with blanks before, between and after them."""
    starts: tuple[int, ...]
    """Where each verse begins, at the blank before its first word, and the end of the line."""
    verses: tuple[tuple[int, int], ...]
    triples: frozenset[tuple[bytes, bytes, bytes]]
    """Words that follow one another: what has none of them need not be searched for."""

    def verse(self, offset: int) -> tuple[int, int]:
        """Return surah and number of the verse that the byte at `offset` belongs to."""
        return self.verses[bisect_right(self.starts, offset) - 1]

    def holds_whole(self, start: int, end: int) -> bool:
        """Say whether verses begin and end at these blanks."""
        return all(self.starts[bisect_right(self.starts, offset) - 1] == offset for offset in (start, end))


def quotations(text: str) -> tuple[Quotation, ...]:
    """Return what of `text` stands in the Quran, none overlapping. Raises `PublishError` where the canon is missing.

    >>> [(found.surah, found.first) for found in quotations("قال تعالى: قل هو الله أحد")]
    [(112, 1)]
    """
    return tuple(_quotations(text, [word for word in words(text) if word.letters]))


def _quotations(text: str, read: Sequence[Word]) -> Iterator[Quotation]:
    frames = [_frame(word.text) for word in read]
    index = 0
    while index + LEAST_WORDS <= len(read):
        count = _longest(frames[index:])
        found = _judged(text, read, index, index + count) if count else None
        if found:
            yield found
        index += count if found else 1


def _longest(frames: Sequence[bytes]) -> int:
    """Return how many words from the first one on stand in the canon, none where they are too few."""
    line, longest = _canon().line, 0
    if tuple(islice(filter(None, frames), 3)) not in _canon().triples:
        return 0
    for count in range(LEAST_WORDS, len(frames) + 1):
        needle = _spaced(frames[:count])
        if needle not in line:
            break
        if frames[count - 1] and len(needle) >= _LEAST_BYTES:
            longest = count
    return longest


def _judged(text: str, read: Sequence[Word], first: int, last: int) -> Quotation | None:
    """Return the quotation that words are, None where they are phrases in common use, or other words after all."""
    needle = _spaced([_frame(word.text) for word in read[first:last]])
    if needle in (_spaced([_frame(word.text) for word in words(formula)]) for formula in FORMULAS):
        return None
    canon = _canon()
    spots = sorted(_spots(canon.line, needle), key=lambda spot: not canon.holds_whole(*spot))
    if not (last - first >= SURE_WORDS or canon.holds_whole(*spots[0]) or _is_set_apart(text, read, first, last)):
        return None
    for start, end in spots[:MOST_PLACES]:
        (surah, verse), (other, ayah) = canon.verse(start), canon.verse(end - 1)
        ayah = ayah if other == surah else verse
        own = [word for number in range(verse, ayah + 1) for word in verse_words(surah, number)]
        steps = align(read[first:last], frozenset((0, last - first)), own)
        if {step.kind for step in steps if not step.free} <= _AGREEING:
            return Quotation(read[first].start, read[last - 1].end, surah, verse, ayah)
    return None


def _spots(line: bytes, needle: bytes) -> Iterator[tuple[int, int]]:
    """Yield where `needle` stands: the blanks before and after it."""
    start = line.find(needle)
    while start >= 0:
        yield start, start + len(needle) - 1
        start = line.find(needle, start + 1)


def _is_set_apart(text: str, read: Sequence[Word], first: int, last: int) -> bool:
    """Say whether other signs than blanks stand before and after words, or nothing does."""
    before = text[read[first - 1].end : read[first].start] if first else ":"
    after = text[read[last - 1].end : read[last].start] if last < len(read) else "."
    return bool(_STOP.search(before) and _STOP.search(after))


def _spaced(frames: Sequence[bytes]) -> bytes:
    return _BLANK + b"".join(frame + _BLANK for frame in frames if frame)


def _frame(word: str) -> bytes:
    """Return a byte for each letter of a word that all spellings write, doubled ones once."""
    frame = skeleton.frame(skeleton.letters(word).replace("و", "").replace("ي", ""))
    return bytes(ord(char) & 0xFF if ord(char) in _ARABIC else 0 for char in frame)


@cache
def _canon() -> _Canon:
    verses = quran.verses(MODERN)
    # The file holds ASCII blanks and one Unicode block of 256 characters, so the low byte says which character it is.
    low = "\n".join(verses.values()).encode("utf-16-le")[::2]
    codes = {code: _frame(chr(_ARABIC.start + code)) for code in {*low} - {*b" \n"}}
    kept = bytes(codes[code][0] if codes.get(code) else code for code in range(256))
    line = low.translate(kept, bytes(code for code, frame in codes.items() if not frame))
    for code in {*line} - {*b"\n"}:
        while bytes((code, code)) in line:
            line = line.replace(bytes((code, code)), bytes((code,)))
    texts = [verse.strip() for verse in line.split(b"\n")]
    starts = [0]
    for verse in texts:
        starts.append(starts[-1] + len(verse) + (1 if verse else 0))
    line = _BLANK.join(filter(None, texts))
    frames = line.split(_BLANK)
    triples = frozenset(zip(frames, frames[1:], frames[2:], strict=False))
    return _Canon(_BLANK + line + _BLANK, tuple(starts), tuple(verses), triples)


def stands_in(text: str, surah: int, ayah: int) -> bool:
    """Say whether the letters of `text` stand in one verse. Raises `KeyError` where there is none."""
    verse = _spaced([_frame(word) for word in quran.verse(surah, ayah, MODERN).split()])
    return _spaced([_frame(word.text) for word in words(text)]) in verse
