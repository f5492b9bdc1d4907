"""Turkish letters: casing that knows İ and ı, keys to compare by, and names in ASCII."""

from __future__ import annotations

import re
import unicodedata

VOWELS = "aeıioöuüâêîôûāēīōū"
"""Circumflexed vowels are Turkish spelling, those with a macron the İSNAD transliteration."""
CONSONANTS = "bcçdfgğhjklmnprsştvyz" + "ḍḏġḥḫḳñṣṭṯẓẕż"
"""The alphabet's 21, then those of the İSNAD transliteration; not q, w, x, which mark words of other languages."""
APOSTROPHES = "’'‘ʼʾʿ`´"
"""What is typed for the apostrophe, and for the hemze and ayn of transliteration."""

FALLBACK_SLUG = "kitapcik"
LONGEST_SLUG = 80  # file names hold 255 bytes, and the artefacts add suffixes of their own

_OWN_LETTERS = frozenset("çğöşü")
_ASCII = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "œ": "oe"})


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


def slug(text: str) -> str:
    """Return a name for files and anchors: ASCII, small letters, hyphens; never empty.

    >>> slug("Türk’ün Ağır İşi"), slug("رحمه الله")
    ('turkun-agir-isi', 'kitapcik')
    """
    plain = unicodedata.normalize("NFKD", fold(text).translate(_ASCII)).encode("ascii", "ignore").decode()
    name = re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")
    if len(name) > LONGEST_SLUG:
        head, _, _ = name[: LONGEST_SLUG + 1].rpartition("-")
        name = head or name[:LONGEST_SLUG]
    return name or FALLBACK_SLUG
