"""Blanks at which no line may end: between a short sign and the number or name it belongs to.

Source: the house, after the practice of Turkish publishers; TDK says nothing about it. Of a date the day and its month
stay together, of a long title each part with the next; more would leave holes in the lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.language.sources import MONTHS
from publish.language.typographer.registry import Edit, rule

HOLDING = "no-break"
"""The name of the one rule here."""
_NO_BREAK = "\u00a0"
_U = "A-ZÇĞİÖŞÜÂÎÛ"
_L = "a-zçğıöşüâîû"
_TITLES = (
    "Prof|Doç|Dr|Yrd|Öğr|Gör|Arş|Uzm|Op|Ord|Av|Sn|Hz|Alb|Yb|Bnb|Yzb|Org|Korg|Tümg|Tuğg|Gen|Müh|Mim|Ecz|Dt|Vet|St|Mr"
    "|Mrs|Ms"
)
_COUNTED = "ss?|sy|[cnhmödvSCHM]|[nN][ro]|[mM]d|vrk?|yk|hd|bs|fas|sh"
"""Page, volume, number, article, leaf, hadith; before a year: hijri, Gregorian, died, born."""
_UNITS = "bin|milyon|milyar|trilyon|katrilyon|[kcmn]?m[²³]?|[km]?gr?|lt|ml|ha|dk|sn|TL|°[CF]?|kWh|MW|GB|MB|TB|Hz"
_HIJRI = (
    "Muharrem", "Safer", "Rebîülevvel", "Rebiülevvel", "Rebîülâhir", "Rebiülahir", "Cemâziyelevvel", "Cemaziyelevvel",
    "Cemâziyelâhir", "Cemaziyelahir", "Receb", "Recep", "Şâban", "Şaban", "Ramazan", "Şevvâl", "Şevval", "Zilkade",
    "Zilhicce",
)  # fmt: skip
_COUNTABLE = (
    "Dünya Savaşı|Cihan Harbi|Meşrutiyet|Haçlı Seferi|Bölüm|Kısım|Cilt|Baskı|Basım|Yüzyıl|Madde|Sınıf|Fasıl|Ordu"
    "|Kolordu|Tümen|Cadde|Sokak"
)
"""What is counted by ordinals though it is written with a capital."""
_DOT = re.compile(r"\. (?=\S)")
_BEHIND_A_DOT = re.compile(
    rf"(?<![\w’'])(?:(?:{_TITLES})\. |(?:{_COUNTED})\. (?=\d)|(?:[{_U}]|b)\. (?=[{_U}‘])"
    rf"|[IVXLC]{{1,7}}\. (?=[{_U}{_L}])|(?<![.,])\d{{1,4}}\. (?=[{_L}]|(?:{_COUNTABLE})(?!\w))|M\.[ÖS]\. (?=\d))"
)
_LONGEST = 7
"""Characters before a dot that are looked at."""
_FARTHEST = 20
"""The same behind it."""
_BEHIND_A_NUMBER = re.compile(rf"\d (?=(?:{_UNITS}|{'|'.join((*MONTHS, *_HIJRI))})(?!\w))")
_NUMBER = re.compile(r" (?=\d)")
_BEFORE_A_NUMBER = re.compile(
    r"(?:(?<=[^\W\d])|(?<=[^\W\d][’)])|(?<=[^\W\d],)|(?<=[^\W\d]\),)) (?P<verse>(?=\d{1,3}/\d))"
    r"|(?<=[^\W\d]) (?=\d{1,3}(?:[–-]\d{1,3})?\])|(?<=[§№]) |(?:(?<=\bMÖ)|(?<=\bMS)) "
)
_LAST_WORD = re.compile(rf"[{_U}‘][\w’‘]*[),]*$")
"""A name, before which an article may stand: el-Enfâl."""
_LONGEST_NAME = 20


@rule(HOLDING)
def no_break(text: str) -> Iterator[Edit]:
    """Dr.·Ali, M.·Âkif, II.·Abdülhamid, 19.·yüzyıl, s.·15, 2,7·milyon, 5·km, 5·Ocak, §·4, Bakara·2/255, [Hacc·40]."""
    for match in _DOT.finditer(text):
        if _belongs(text, match.start()):
            yield Edit(match.end() - 1, match.end(), _NO_BREAK)
    for match in _BEHIND_A_NUMBER.finditer(text):
        yield Edit(match.end() - 1, match.end(), _NO_BREAK)
    for match in _NUMBER.finditer(text):
        found = _BEFORE_A_NUMBER.match(text, match.start())
        if found and (found["verse"] is None or _is_named(text, match.start())):
            yield Edit(*match.span(), _NO_BREAK)


def _belongs(text: str, dot: int) -> bool:
    """Say whether what ends with a dot belongs to what follows; most dots end sentences, behind longer words."""
    begin = max(0, dot - _LONGEST)
    if text[dot - 5 : dot].isalpha() and dot >= _LONGEST and not text[dot - 1].isupper():
        return False
    return any(match.end() == dot + 2 for match in _BEHIND_A_DOT.finditer(text, begin, dot + _FARTHEST))


def _is_named(text: str, blank: int) -> bool:
    """Say whether a name stands before a blank: Bakara 2/255, Taberî, 2/15; not: hafta 7/24."""
    return _LAST_WORD.search(text[max(0, blank - _LONGEST_NAME) : blank]) is not None
