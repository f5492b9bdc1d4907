"""What readers of PDF take a character for when they put a line in order.

They find the order of reading by rules of their own, simpler than the Unicode ones, and not the same in all. What is
said here of pdftotext stands in poppler's UnicodeTypeTable.cc and TextOutputDev.cc (reorderText), of pypdf in
_utils.py and _text_extraction (get_display_str).
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from functools import cache

LRM = "\u200e"
"""Left-to-right mark: a Latin letter to readers that count letters, and not seen."""
RLM = "\u200f"
"""Right-to-left mark: turns a place on the page to the right-to-left side without being seen."""
ALM = "\u061c"
"""Arabic letter mark: the same, where a reader takes the RLM for punctuation."""
NOTHING = "\u202c"
"""End of an embedding: nothing at all to any reader, and not seen."""

RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Characters that make a line one of ours."""
_PYPDF_RIGHT_TO_LEFT = re.compile("[\u0590-\u065f\u066e-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_PYPDF_NEUTRAL = re.compile("[\x00-\x2f\x3a-\x40\u0660-\u066d\u06f0-\u06f9\u2000-\u206f\u20a0-\u21ff]")
_NUMBER_SIGNS = re.compile("[\u0600-\u0605\u06dd\u08e2]")
"""Signs drawn around the number behind them: the end of a verse, of a year."""


class Kind(Enum):
    """What pdftotext takes a character for."""

    RIGHT = "right to left"
    LEFT = "left to right"
    """Letters of Latin and numbers, but also the full stop, the colon and the Arabic comma: they end what is read from
    right to left."""
    NEUTRAL = "neutral"
    """Spaces, brackets, and the vowel marks."""


_BIDIRECTIONAL = {
    "R": Kind.RIGHT,
    "AL": Kind.RIGHT,
    **dict.fromkeys(("L", "EN", "ES", "ET", "CS", "AN"), Kind.LEFT),
}


@cache
def kind(character: str) -> Kind:
    """Return what pdftotext takes `character` for.

    >>> [kind(character).name for character in "ب،َ ٣﴿"]
    ['RIGHT', 'LEFT', 'NEUTRAL', 'NEUTRAL', 'LEFT', 'NEUTRAL']
    """
    if _NUMBER_SIGNS.match(character):
        return Kind.RIGHT
    return _BIDIRECTIONAL.get(unicodedata.bidirectional(character), Kind.NEUTRAL)


def is_number_sign(character: str) -> bool:
    """Tell whether `character` is drawn around the number behind it."""
    return _NUMBER_SIGNS.match(character) is not None


@cache
def turns_pypdf(character: str) -> bool:
    """Tell whether pypdf reads from right to left from `character` on."""
    return _PYPDF_RIGHT_TO_LEFT.match(character) is not None


@cache
def stays_in_pypdf(character: str) -> bool:
    """Tell whether pypdf goes on reading from right to left behind `character`."""
    return turns_pypdf(character) or _PYPDF_NEUTRAL.match(character) is not None
