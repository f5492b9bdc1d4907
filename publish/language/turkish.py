"""Turkish letters: casing that knows İ and ı, keys to compare and to sort by, and names in ASCII."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

VOWELS = "aeıioöuüâêîôûāēīōū"
"""Circumflexed vowels are Turkish spelling, those with a macron the İSNAD transliteration."""
CONSONANTS = "bcçdfgğhjklmnprsştvyz" + "ḍḏġḥḫḳñṣṭṯẓẕż"
"""The alphabet's 21, then those of the İSNAD transliteration; not q, w, x, which mark words of other languages."""
APOSTROPHES = "’'‘ʼʾʿ`´"
"""What is typed for the apostrophe, and for the hemze and ayn of transliteration."""

FALLBACK_SLUG = "kitapcik"
LONGEST_SLUG = 80  # file names hold 255 bytes, and the artefacts add suffixes of their own

ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
"""The 29 letters in their order; q, w and x, which only words of other languages have, where Unicode puts them."""

_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile("[^\u0300-\u036f]?[\u0300-\u036f]*", re.DOTALL)
_DOTTED_I = "i\u0307"  # what str.lower makes of İ, met in text that passed through other programs
_OWN_LETTERS = frozenset("çğöşü")
_SIGNS = " _-‐–—,;:!?.'\"«»()[]{}§@*/\\&#%+=0123456789"
"""What comes before the letters, in order: blanks first, so that words are compared one by one."""
_RANKS = {char: rank for rank, char in enumerate(_SIGNS + ALPHABET)}
_AFTER_ALL = len(_RANKS)
_OWN_MARKS = {
    "c\u0327": "ç",
    "g\u0306": "ğ",
    "I\u0307": "i",
    "i\u0307": "i",
    "o\u0308": "ö",
    "s\u0327": "ş",
    "u\u0308": "ü",
}
"""Letters and marks that together are letters of the alphabet."""
_STROKE = "\u0338"
_SPELT = {
    "ß": "ss", "æ": "ae", "œ": "oe", "đ": f"d{_STROKE}", "ð": f"d{_STROKE}", "ħ": f"h{_STROKE}", "ł": f"l{_STROKE}",
    "ø": f"o{_STROKE}", "‘": "'\u0301", "’": "'\u0300", "“": '"\u0301', "”": '"\u0300', "‑": "‐", "…": "...",
    "\u00a0": " ", "\u202f": " ", "\n": " ", "\t": " ",
}  # fmt: skip
_MARKS = "\u0301\u0300\u0306\u0302\u030c\u030a\u0308\u030b\u0303\u0307\u0338\u0327\u0328\u0304\u0309\u0323\u032e\u0331"
"""Marks that part words which are otherwise equal, in the order in which they do."""
SPELT_IN_ASCII = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe"})


def lower(text: str) -> str:
    """Return `text` in small letters, composed (NFC).

    >>> lower("IŞIK İÇİN")
    'ışık için'
    """
    return unicodedata.normalize("NFC", text).replace("İ", "i").replace("I", "ı").lower()


def upper(text: str) -> str:
    """Return `text` in capitals, composed (NFC).

    >>> upper("ılık şiir, millî")
    'ILIK ŞİİR, MİLLÎ'
    """
    return unicodedata.normalize("NFC", text).replace("i", "İ").upper()


def composed(word: str) -> tuple[str, Sequence[int]]:
    """Return `word` with one code point a letter, and where each of them starts in `word`.

    Both are empty where a mark makes no letter that has a code point.
    """
    if not _MARK.search(word):
        return word, range(len(word))
    clusters = [match for match in _CLUSTER.finditer(word) if match.group()]
    letters = [unicodedata.normalize("NFC", match.group()).replace(_DOTTED_I, "i") for match in clusters]
    text = "".join(letters)
    if len(text) != len(letters):
        return "", ()
    return text, [match.start() for match in clusters]


def fold(text: str) -> str:
    """Return a key to search and compare by: ç ğ ö ş ü stay apart, everything else that varies in writing is gone.

    That is case, circumflex, macron and dots of transliteration, apostrophes, and the dot of the i.

    >>> fold("İhlâs"), fold("EN’ÂM"), fold("Kāria")
    ('ihlas', 'enam', 'karia')
    """
    small = unicodedata.normalize("NFC", lower(text).casefold()).replace("ı", "i")
    return "".join(char if char in _OWN_LETTERS else _bare(char) for char in small)


def _bare(char: str) -> str:
    if char in APOSTROPHES:
        return ""
    if char.isascii():
        return char
    return "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))


SortKey = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], str]


def sort_key(text: str) -> SortKey:
    """Return a key that puts words into Turkish order: ç behind c, ğ behind g, ı before i, ö, ş, ü behind o, s, u.

    Letters with circumflex, macron or dots are their base letters, and capitals small ones, unless all else is equal.
    Blanks come before hyphens, these before apostrophes, then figures, then letters; other scripts follow by code
    point. That is the order of Unicode for Turkish (CLDR, collation “tr”), whose tables of 30 MB this spares us.

    >>> sorted(["iz", "ızgara", "Çin", "cuma", "hala", "Hâlâ", "hâlâ", "Ali Paşa", "Aliye"], key=sort_key)
    ['Ali Paşa', 'Aliye', 'cuma', 'Çin', 'hala', 'hâlâ', 'Hâlâ', 'ızgara', 'iz']
    """
    letters: list[int] = []
    marks: list[int] = []
    capitals: list[int] = []
    decomposed = unicodedata.normalize("NFD", text)
    for char in decomposed:
        if unicodedata.combining(char) and letters:
            _add_mark(char, letters, marks)
            continue
        for rank, *of_char in _weights(char):
            letters.append(rank)
            marks += [0, *of_char]
            capitals.append(int(char.isupper()))
    return tuple(letters), tuple(marks), tuple(capitals), text


def _add_mark(mark: str, letters: list[int], marks: list[int]) -> None:
    """Put a mark behind the last letter, or make it another letter of the alphabet."""
    own = _own_with(letters[-1], mark)
    if own is not None:
        letters[-1] = own
    else:
        marks.append(_mark_rank(mark))


@cache
def _own_with(rank: int, mark: str) -> int | None:
    base = (_SIGNS + ALPHABET)[rank] if rank < _AFTER_ALL else ""
    own = _OWN_MARKS.get(("I" if base == "ı" else base) + mark)
    return _RANKS[own] if own else None


def _mark_rank(mark: str) -> int:
    return _MARKS.index(mark) + 1 if mark in _MARKS else len(_MARKS) + ord(mark)


@cache
def _weights(char: str) -> tuple[tuple[int, ...], ...]:
    """Return the ranks of the letters that `char` counts as, each with those of its marks."""
    small = lower(char)
    weights: list[tuple[int, ...]] = []
    for each in _SPELT.get(small, small):
        if unicodedata.combining(each) and weights:
            weights[-1] = (*weights[-1], _mark_rank(each))
        else:
            weights.append((_RANKS.get(each, _AFTER_ALL + ord(each)),))
    return tuple(weights)


def slug(text: str) -> str:
    """Return a name for files and anchors: ASCII, small letters, hyphens; never empty.

    >>> slug("Türk’ün Ağır İşi"), slug("رحمه الله")
    ('turkun-agir-isi', 'kitapcik')
    """
    plain = unicodedata.normalize("NFKD", fold(text).translate(SPELT_IN_ASCII)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(name) > LONGEST_SLUG:
        head, _, _ = name[: LONGEST_SLUG + 1].rpartition("-")
        name = head or name[:LONGEST_SLUG]
    return name or FALLBACK_SLUG
