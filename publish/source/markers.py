"""The markers of points, `1-`, `A-`, `b)`, `IV-`: of which kind they are, and which number they count.

Apart from the rule, because points are nested by kind long after the rule has found them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

SIGNS = "-–)"
MARKER = rf"(?:\d{{1,2}}[-–]|(?:[A-ZÇĞİÖŞÜ]|[a-zçğıöşü]|[IVX]{{2,5}})[{SIGNS}])"
"""A number takes no parenthesis here: `1)` is a list of Markdown."""

_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_ROMAN_DIGITS = {"": 0, "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}
_ALPHABET = "abcçdefgğhıijklmnoöpqrsştuüvwxyz"
_SKIPPED = 3
"""Letters by which a series may move on: many leave out Ç, Ğ, I, Ö, Ş, Ü."""


def kind(marker: str, last: Mapping[str, str]) -> str:
    """Return the kind of a marker, its sign included; `last` holds the last marker of each kind so far.

    I, V and X are letters where the letter before them was the last, else Roman numerals.

    >>> kind("12-", {}), kind("Ç-", {}), kind("b)", {}), kind("IV-", {}), kind("I-", {}), kind("I-", {"capital-": "H-"})
    ('number-', 'capital-', 'small)', 'roman-', 'roman-', 'capital-')
    """
    name, sign = _split(marker)
    if name.isdigit():
        return f"number{sign}"
    if name.islower():
        return f"small{sign}"
    if len(name) > 1:
        return f"roman{sign}"
    before = _split(last.get(f"roman{sign}", ""))[0]
    counts_on = name == "I" or _roman(name) == _roman(before) + 1
    if name in "IVX" and counts_on and not follows(marker, last.get(f"capital{sign}")):
        return f"roman{sign}"
    return f"capital{sign}"


def follows(marker: str, last: str | None) -> bool:
    """Say whether a marker is the next in the series of letters or numbers that has come to `last`.

    >>> follows("2-", "1-"), follows("4-", "1-"), follows("D-", "C-"), follows("J-", "A-"), follows("2-", None)
    (True, False, True, False, False)
    """
    if not last:
        return False
    name, before = _split(marker)[0], _split(last)[0]
    if name.isdigit():
        return before.isdigit() and int(name) == int(before) + 1
    if len(name) > 1 or len(before) > 1:
        return _roman(name) == _roman(before) + 1
    return 1 <= _letter(name) - _letter(before) <= _SKIPPED


def is_first(marker: str) -> bool:
    """Say whether a series begins with this marker: 1, A, a, I."""
    return _split(marker)[0] in ("1", "A", "a", "I")


def _split(marker: str) -> tuple[str, str]:
    """Return name and sign; a long dash counts as a hyphen."""
    return marker.rstrip(SIGNS), "-" if marker.endswith("–") else marker[-1:]


def _letter(name: str) -> int:
    return _ALPHABET.find(name.replace("I", "ı").replace("İ", "i").lower())


def _roman(name: str) -> int:
    """Return the number that Roman digits up to XXXIX stand for, 0 for anything else.

    >>> _roman("XIV"), _roman("VX")
    (14, 0)
    """
    match = _ROMAN.fullmatch(name)
    return 10 * len(match[1]) + _ROMAN_DIGITS[match[2]] if match else 0
