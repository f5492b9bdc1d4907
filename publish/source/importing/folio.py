"""What a line would be if it were furniture: its folio, and the words beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from publish.language import turkish
from publish.source.importing.signs import End, Start, begin, finish

LONGEST = 100
"""Characters of the longest running head."""
HEAD_WORDS = 10
"""Words of a running head at most."""
_FOLIO_AT_EDGE = re.compile(r"^\s*\d{1,4}\b\W*|\W*\b\d{1,4}\s*$")
_ADDRESS = re.compile(r"www\.|https?://|@|\.(?:com|org|net|edu|gov)\b")
_ROMAN = "(?=[ivxlcdm])m{0,3}(?:c[md]|d?c{0,3})(?:x[cl]|l?x{0,3})(?:i[xv]|v?i{0,3})"
_FOLIO = re.compile(
    rf"(?P<open>[-–—•|~\[(]\s*)?(?P<word>(?:sayfa|sahife|sayfa\s*no|sf?\.|page)\s*[:.]?\s*)?(?:(?P<number>\d{{1,4}})|(?P<roman>{_ROMAN}))"
    r"(?P<total>\s*(?:/|\\|of)\s*\d{1,4})?\s*[-–—•|~\])]?\.?",
    re.IGNORECASE,
)
_NUMBER_FIRST = re.compile(r"(?P<number>\d{1,4})(?:\s*[|•·–—-]\s*|\s+)(?P<words>\D.*)")
_NUMBER_LAST = re.compile(r"(?P<words>.*\D)(?:\s*[|•·–—-]\s*|\s+)(?P<number>\d{1,4})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line could be if it were furniture."""

    words: str
    """Folded, without the folio; empty when the line is nothing but a folio."""
    number: int | None
    """The folio on it."""
    plain: bool
    """A folio without brackets, dashes or the word “sayfa”: it needs more proof."""


def read(text: str) -> Mark:
    """Return what `text` would be as furniture.

    >>> read("Sayfa 12 / 40").number, read("14  Kitap Yolu").words
    (12, 'kitap yolu')
    """
    text = " ".join(text.split())
    if match := _FOLIO.fullmatch(text):
        number = int(match["number"]) if match["number"] else _roman(match["roman"])
        plain = not (match["open"] or match["word"] or match["total"])
        return Mark("", number, plain)
    for pattern in (_NUMBER_LAST, _NUMBER_FIRST):
        if len(text) <= LONGEST and (match := pattern.fullmatch(text)):
            words = match["words"].strip(" |•·–—-")
            words = re.sub(r"\s*(?:sayfa|sf?\.)\s*:?$", "", words, flags=re.IGNORECASE)
            return Mark(turkish.fold(words), int(match["number"]), plain=False)
    return Mark(turkish.fold(text), None, plain=False)


def _roman(text: str) -> int:
    values = [_VALUES[letter] for letter in turkish.fold(text)]
    return sum(-value if value < max(values[index:]) else value for index, value in enumerate(values))


def is_phrase(text: str) -> bool:
    """Say whether a line, its folio apart, is a name, a title or an address, and no piece of running text.

    >>> is_phrase("14  Köy Kitaplığı"), is_phrase("yerinden kıpırdamamıştı.")
    (True, False)
    """
    words = _FOLIO_AT_EDGE.sub("", text).strip()
    if _ADDRESS.search(words):
        return len(words.split()) <= 2
    return (
        len(words.split()) <= HEAD_WORDS
        and begin(words or "A") is Start.UPPER
        and finish(words or "a") in (End.BARE, End.CLOSED)
    )
