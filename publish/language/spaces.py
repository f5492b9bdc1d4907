"""Finds the spaces at which no line may end: before what belongs to the word it follows, behind what opens a word.

Hz.·Muhammed   Mûsâ·(a.s.)   Peygamber·ﷺ      a title, and the wish spoken after a name
هُدًى·ۖ   ۞·إِنَّ   الْعَالَمِينَ·۝١          signs of recitation, which the canon writes as words of their own
"""

from __future__ import annotations

import re

PAUSES = "\u06d6-\u06dc\u06e9"
"""Pause marks and the sign of prostration: they follow a word."""
OPENING = "\u06de"
"""Start of a quarter: it stands before a word."""
END_OF_AYAH = "\u06dd"
WISHES = "\ufd40-\ufd4f\ufdfa\ufdfb"
"""Honorifics written as one sign."""

_BLANK = r"[ \t\n]"
_DOT = rf"\.?{_BLANK}?"
_ABBREVIATED = rf"s{_DOT}a{_DOT}[vsw]|[ra]{_DOT}[as]|[ck]{_DOT}[cs]|rh{_DOT}a|r{_DOT}a{_DOT}h|r{_DOT}anh[aâuüûo]m?[aâ]?"
"""s.a.v., s.a.s., a.s., r.a., c.c., k.s., rh.a., r.anha, r.anhüm, r.anhümâ: with dots and spaces or without."""
_IN_PARENTHESES = rf"\((?:{_ABBREVIATED})\.?\)"
_RECITED = rf"(?<=\S){_BLANK}(?=[{PAUSES}{END_OF_AYAH}{WISHES}])|(?<={OPENING}){_BLANK}(?=\S)"
_SIGNS = re.compile(_RECITED)
_SPACE = re.compile(rf"{_RECITED}|(?<=\bHz\.){_BLANK}(?=\S)|(?<=\S){_BLANK}(?={_IN_PARENTHESES})", re.IGNORECASE)
_WITHIN = re.compile(_IN_PARENTHESES, re.IGNORECASE)


def unbreakable(text: str, *, with_wishes: bool = True) -> tuple[int, ...]:
    """Return the offsets of the spaces at which no line may end, in order.

    Without titles and the wishes of the author's letters only those of signs of recitation.

    >>> unbreakable("Hz. Mûsâ (a.s.) ile")
    (3, 8)
    """
    if not with_wishes:
        return tuple(match.start() for match in _SIGNS.finditer(text))
    found = {match.start() for match in _SPACE.finditer(text)}
    for wish in _WITHIN.finditer(text):
        found.update(wish.start() + offset for offset, char in enumerate(wish.group()) if char.isspace())
    return tuple(sorted(found))
