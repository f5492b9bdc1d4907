"""How a line begins and how it ends: the signs that tell a torn sentence from a finished one.

Everything here looks at one line of Turkish text and knows nothing of its neighbours.
"""

from __future__ import annotations

import re
from enum import Enum, auto

from publish.language import turkish
from publish.source.importing.words import HANGING, HELD

LABEL = re.compile(
    r"(?:(?:\d{1,3}\.\s?)?(?:SORU|Soru|CEVAP|Cevap|YANIT|Yanıt|El-?[Cc]evap|EL-?CEVAP)"
    r"\s?[-–]?\s?(?:\d{1,3}|[IVX]{1,5})?[.)]?\s?:|[SC]\s?[-.]?\s?\d{0,3}\s?:)(?!\S*\d\d)"
)
"""A question or an answer begins: “Soru:”, “SORU 3:”, “Cevap 3 :”, “S.1:”, “C:”."""
POINT = re.compile(r"(?P<mark>\d{1,2}|[IVX]{2,6}|[A-ZÇĞİÖŞÜ])\s?[-–—]\s+(?=\S)")
"""A point of the dialect, “1- …”, “A- …”, and its near relatives “1 - …”, “1– …”."""
NUMBERED = re.compile(
    r"\(?(?P<mark>\d{1,2}|[IVX]{1,5}|[ivx]{1,5}|[A-Za-zÇĞİÖŞÜçğıöşü])(?P<sign>\.?\)|\.|[-–])(?:\s+(?=\S)|(?=[A-ZÇĞİÖŞÜ“]))"
)
"""A numbered paragraph that is none of the dialect: “1. …”, “1) …”, “a) …”, “II. …”, “1-Bir …”."""
BULLET = re.compile(r"[•▪●○◦‣■□➢►▶✓❖·∙*\uf0b7\uf0a7]\s+(?=\S)")
DASH = re.compile(r"[-–—]\s*(?=\S)")
ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
"""A letter or mark of Arabic script, signs and presentation forms with it."""
_LATIN = re.compile(r"[^\W\d_\u0600-\u08ff\ufb50-\ufefc]")


class Start(Enum):
    """How a line begins."""

    LOWER = auto()
    UPPER = auto()
    DIGIT = auto()
    QUOTED_LOWER = auto()
    CLOSING = auto()
    """With a sign that closes or continues: a comma, a full stop, a closing bracket."""
    OTHER = auto()


class End(Enum):
    """How a line ends."""

    ENDED = auto()
    """With a sentence."""
    COLON = auto()
    CLOSED = auto()
    """With a closing bracket or quotation mark, and no full stop."""
    BARE = auto()
    """With a word."""
    OPEN = auto()
    """With what cannot end a sentence: a comma, “ve”, an abbreviated title."""


_OPENERS = "“\"«‘'([{¿"
_CLOSERS = "”\"»’')]}“"
_STOPS = ".!?…؟۔"
_TAIL = re.compile(r"(?P<word>[^\W\d_]+)\.$")
_ARTICLES = frozenset(("el-", "en-", "es-", "et-", "er-", "eş-", "ez-", "ed-"))
"""How names begin in transliteration, at the start of a sentence too."""
_DATED = re.compile(r"\(\d{1,2}[./]\d{1,2}[./]\d{4}\s")
"""A source in parentheses, which always goes with what it is the source of."""
_NOTE_MARK = re.compile(r"\ufdd0\d+\ufdd1$|(?<=[.!?…”])(?:\[?\d{1,3}\]?|[*†]{1,3}|[\u00b9\u00b2\u00b3\u2070-\u2079]+)$")
_NOTE_ENDS = frozenset("0123456789]*†\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079\ufdd1")
_BRACKET = re.compile(r"(?:\([^()]{0,160}\)|\[[^\[\]]{0,80}\])$")


def begin(text: str) -> Start:
    """Say how `text`, stripped, begins.

    >>> begin("“Bir”"), begin("kalan")
    (<Start.UPPER: 2>, <Start.LOWER: 1>)
    """
    if text[:1].islower() and text[:3] not in _ARTICLES:
        return Start.LOWER
    bare = text.lstrip(_OPENERS)
    if not bare:
        return Start.OTHER
    first = bare[0]
    if _DATED.match(text):
        return Start.CLOSING
    if first.islower():
        return Start.OTHER if len(bare) == len(text) else Start.QUOTED_LOWER
    if first.isupper():
        return Start.UPPER
    if first.isdigit():
        return Start.DIGIT
    return Start.CLOSING if first in ",;:!?)]}”»%" or (first == "." and not bare.startswith("..")) else Start.OTHER


def finish(text: str) -> End:
    """Say how `text`, stripped, ends.

    >>> finish("dedi.”"), finish("Kerim ve"), finish("(06.01.2022 AFP)")
    (<End.ENDED: 1>, <End.OPEN: 5>, <End.CLOSED: 3>)
    """
    if text[-1:].islower():
        word = text[text.rfind(" ") + 1 :]
        return End.OPEN if word in HANGING else End.BARE
    bare = _NOTE_MARK.sub("", text) if text[-1:] in _NOTE_ENDS else text
    if bare[-1:] in ")]" and (bracket := _BRACKET.search(bare)):  # a source is named after the full stop
        told = bare[: bracket.start()].rstrip()
        return End.ENDED if told and told[-1] in _STOPS + "”" else End.CLOSED
    stripped = bare.rstrip(_CLOSERS + " ")
    if not stripped:
        return End.CLOSED
    last = stripped[-1]
    if last in _STOPS:
        return End.OPEN if len(stripped) == len(bare) and _held(stripped) else End.ENDED
    if last == ":":
        return End.COLON
    if last in ",;،-‐–—/(“‘[{&" or bare[-1] in "“‘([{":
        return End.OPEN
    if len(stripped) < len(bare):
        return End.CLOSED
    return End.BARE


def _held(text: str) -> bool:
    """Say whether the last full stop belongs to an abbreviation that holds what follows, or to an initial."""
    match = _TAIL.search(text[-12:])
    if match is None:
        return False
    word = match["word"]
    return (len(word) == 1 and word.isupper()) or turkish.lower(word) in HELD


def interrupts(before: str, after: str) -> bool:
    """Say whether a sentence runs on from `before` to `after`."""
    return finish(before) in (End.OPEN, End.BARE) or begin(after) in (Start.LOWER, Start.CLOSING)


def is_arabic(text: str) -> bool:
    """Say whether `text` is Arabic and nothing else but numbers and signs.

    >>> is_arabic("﴾ الحمد لله ﴿ (2)"), is_arabic("Allah رحمه")
    (True, False)
    """
    return _LATIN.search(text) is None and ARABIC.search(text) is not None


def is_titled(text: str) -> bool:
    """Say whether all words of `text` but the small ones begin with a capital, as in names and titles."""
    return all(word[:1].isupper() or len(word) <= 3 or not word[:1].isalpha() for word in text.split())


def runs_on(before: str, after: str) -> bool:
    """Say whether a sentence surely runs on from `before`, unfinished, to `after`, in small letters."""
    return finish(before) in (End.OPEN, End.BARE) and begin(after) in (Start.LOWER, Start.CLOSING)
