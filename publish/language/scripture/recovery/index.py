"""The canon made ready for searching: the skeletons of its words, and where letters follow each other as in a query.

    letters   the skeletons of all words, verse after verse, without spaces; once in each spelling
    frame     the frames (see `skeleton`) of all verses, one after the other, cut into stretches of 32 letters
    postings  three or four letters in a row → the stretches where they occur

Building takes a second or two, so the index is kept in the cache, as text and arrays of numbers behind a checksum:
what a damaged or foreign file holds is never believed, only made anew.
"""

from __future__ import annotations

import json
import sys
from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from itertools import accumulate, pairwise

from publish.language.scripture import quran, skeleton
from publish.model.failure import PublishError
from publish.model.world import World

FORMAT = 1
"""To be raised with every change of what is kept, of `skeleton`, or of the order of sections."""
STRETCH = 5
"""Bits of a place in the frame that its stretch does not tell: a stretch has 32 letters."""
LENGTHS = (4, 3, 2)
"""Letters in a row: four say more and are found sooner, fewer are left more often when words were torn apart."""

_NUMBER, _STRETCH_NUMBER = "I", "H"  # array types of four and of two bytes; the frame has some 8,000 stretches


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """All verses in one spelling; their words are numbered through from 0."""

    script: str
    letters: str
    starts: array[int]
    """Where each word starts in `letters`; last of all, the length of `letters`."""
    firsts: array[int]
    """The first word of each verse; last of all, the number of words."""

    def verse_of(self, word: int) -> int:
        """Return the position of the verse, in `Index.keys`, that the word belongs to."""
        return bisect_right(self.firsts, word) - 1

    def places(self, letters: str) -> Iterator[tuple[int, int]]:
        """Yield first word and word after the last wherever `letters` are whole words in a row."""
        at = self.letters.find(letters)
        while at >= 0:
            first, after = bisect_left(self.starts, at), bisect_left(self.starts, at + len(letters))
            if self.starts[first] == at and self.starts[after] == at + len(letters):
                yield first, after
            at = self.letters.find(letters, at + 1)


@dataclass(frozen=True, slots=True)
class Postings:
    """Where each sequence of `length` letters occurs in the frame."""

    length: int
    places: dict[str, tuple[int, int]]
    """Start and end of the sequence's part of `stretches`."""
    stretches: array[int]

    def of(self, sequence: str) -> array[int]:
        """Return the stretches where `sequence` starts, one for each time."""
        start, end = self.places.get(sequence, (0, 0))
        return self.stretches[start:end]


@dataclass(frozen=True, slots=True)
class Index:
    """The canon as `recovery` searches it."""

    keys: tuple[tuple[int, int], ...]
    """Surah and ayah of every verse."""
    spellings: tuple[Spelling, ...]
    """In the order of `quran.SCRIPTS`; the frame is that of the first."""
    frame_starts: array[int]
    """Where each word of the first spelling starts in the frame; last of all, the length of the frame."""
    postings: tuple[Postings, ...]
    """In the order of `LENGTHS`."""


def load(world: World) -> Index:
    """Return the index from the cache, or build it and put it there; a cache that cannot be used costs only time.

    Raises `PublishError` where the canon is missing or was changed.
    """
    path = world.cached(cache_key(), ".index")
    try:
        index = unpack(path.read_bytes())
    except OSError:
        index = None
    if index is None:
        index = build()
        with suppress(PublishError):
            world.store(path, pack(index))
    return index


def cache_key() -> str:
    """Return the name in the cache: of this canon in this format, and no other."""
    return f"verses-{sha256(_origin().encode()).hexdigest()}"


def build() -> Index:
    """Make the index from the canon. Raises `PublishError` where that is missing or was changed."""
    keys = _keys()
    spellings = tuple(_spelling(keys, script) for script in quran.SCRIPTS)
    frame, frame_starts = _frame(spellings[0])
    return Index(keys, spellings, frame_starts, tuple(_postings(frame, length) for length in LENGTHS))


def _keys() -> tuple[tuple[int, int], ...]:
    return tuple((surah.number, ayah) for surah in quran.surahs() for ayah in range(1, surah.verses + 1))


def _spelling(keys: tuple[tuple[int, int], ...], script: str) -> Spelling:
    words: list[str] = []
    firsts = array(_NUMBER)
    for surah, ayah in keys:
        firsts.append(len(words))
        words += filter(None, map(skeleton.letters, quran.verse(surah, ayah, script).split()))
    firsts.append(len(words))
    return Spelling(script, "".join(words), _ends(map(len, words)), firsts)


def _ends(lengths: Iterable[int]) -> array[int]:
    return array(_NUMBER, accumulate(lengths, initial=0))


def _frame(spelling: Spelling) -> tuple[str, array[int]]:
    """Return the frame, and where each word starts in it: the frame of a verse is not cut at its words."""
    frame: list[str] = []
    starts = array(_NUMBER)
    begun = set(spelling.firsts)
    last = ""
    for word, (start, end) in enumerate(pairwise(spelling.starts)):
        last = "" if word in begun else last
        starts.append(len(frame))
        grown = skeleton.frame(last + spelling.letters[start:end])
        frame += grown[len(last) :]
        last = grown[-1:]
    starts.append(len(frame))
    return "".join(frame), starts


def _postings(frame: str, length: int) -> Postings:
    found: defaultdict[str, array[int]] = defaultdict(lambda: array(_STRETCH_NUMBER))
    for at in range(len(frame) - length + 1):
        found[frame[at : at + length]].append(at >> STRETCH)
    sequences = sorted(found)
    stretches = array(_STRETCH_NUMBER)
    for sequence in sequences:
        stretches += found[sequence]
    return _placed(length, sequences, _ends(len(found[sequence]) for sequence in sequences), stretches)


def _placed(length: int, sequences: list[str], ends: array[int], stretches: array[int]) -> Postings:
    return Postings(length, dict(zip(sequences, pairwise(ends), strict=True)), stretches)


def _origin() -> str:
    return json.dumps({"format": FORMAT, "canon": [quran.SUMS[script] for script in quran.SCRIPTS]})


def pack(index: Index) -> bytes:
    """Return the index as bytes, the same for the same canon: a line about them, then section after section."""
    sections = [_numbers(index.frame_starts)]
    for spelling in index.spellings:
        sections += [spelling.letters.encode(), _numbers(spelling.starts), _numbers(spelling.firsts)]
    for postings in index.postings:
        ends = _ends(end - start for start, end in postings.places.values())
        sections += ["".join(postings.places).encode(), _numbers(ends), _numbers(postings.stretches)]
    body = b"".join(sections)
    lengths = [len(section) for section in sections]
    head = {"origin": _origin(), "lengths": lengths, "sum": _sum(lengths, body)}
    return json.dumps(head, sort_keys=True).encode() + b"\n" + body


def unpack(content: bytes) -> Index | None:
    """Return the index that `pack` made bytes of; None for any other bytes, of another version too."""
    line, _, body = content.partition(b"\n")
    try:
        head = json.loads(line)
        whole = head["origin"] == _origin() and head["sum"] == _sum(head["lengths"], body)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    if not whole:
        return None
    ends = accumulate(head["lengths"], initial=0)
    parts = iter([body[start:end] for start, end in pairwise(ends)])
    frame_starts = _array(_NUMBER, next(parts))
    spellings = tuple(
        Spelling(script, next(parts).decode(), _array(_NUMBER, next(parts)), _array(_NUMBER, next(parts)))
        for script in quran.SCRIPTS
    )
    return Index(_keys(), spellings, frame_starts, tuple(_unpacked(length, parts) for length in LENGTHS))


def _unpacked(length: int, parts: Iterator[bytes]) -> Postings:
    text = next(parts).decode()
    sequences = [text[at : at + length] for at in range(0, len(text), length)]
    return _placed(length, sequences, _array(_NUMBER, next(parts)), _array(_STRETCH_NUMBER, next(parts)))


def _sum(lengths: list[int], body: bytes) -> str:
    return sha256(repr(lengths).encode() + body).hexdigest()


def _numbers(numbers: array[int]) -> bytes:
    """Return the bytes of an array, the lowest first."""
    if sys.byteorder == "big":
        numbers = array(numbers.typecode, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _array(typecode: str, content: bytes) -> array[int]:
    numbers = array(typecode, content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
