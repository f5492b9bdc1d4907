"""The order of names in an index: what stands before a name and is none of it is passed over.

    el-Buhârî     B    the article, in every form that it takes before its letter
    ‘Ömer         Ö    ayn and hemze at the beginning
    II. Bayezid   B    the number of a ruler; it parts names that are otherwise equal
    البخاري       ب    the article, marks and the kinds of alef

Titles (Hz., Dr.) are part of the name: who wants it under another letter writes it so.
"""

from __future__ import annotations

import re

from publish.language import arabic, turkish
from publish.language.scripture import skeleton
from publish.language.turkish import APOSTROPHES, SortKey

FIGURES = "0–9"
"""What stands over names that begin with a figure."""
OTHERS = "…"
"""What stands over names that begin with a sign."""

_OPENING = re.compile(rf"[\s{APOSTROPHES}“”\"«»(\[]+")
_ARTICLE = re.compile(r"(?:[ae](?:[ltdrznsş]|[ḍṣṭẓ]|th|sh|s̱)|ü?l)[-‐‑](?=\w)", re.IGNORECASE)
_RULER = re.compile(r"(?P<number>[IVXL]{1,6})\.\s+(?=\w)")
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_ARABIC_ARTICLE = "ال"

Key = tuple[bool, str, SortKey, int, SortKey]


def key(name: str, language: str) -> Key:
    """Return a key that puts names into order; those in the script of the booklet come first.

    >>> sorted(["III. Ahmed", "Ahmed Cevdet", "el-Cevherî", "II. Ahmed", "Cenab"], key=lambda name: key(name, "tr"))
    ['II. Ahmed', 'III. Ahmed', 'Ahmed Cevdet', 'Cenab', 'el-Cevherî']
    """
    bare, number = _bare(name)
    is_arabic = _is_arabic(bare)
    letters = _letters(bare) if is_arabic else ""
    return is_arabic != (language == "ar"), letters, turkish.sort_key(bare), number, turkish.sort_key(name)


def initial(name: str) -> str:
    """Return what stands over the names that begin like `name`.

    >>> initial("İbrahim"), initial("el-Ilgazî"), initial("31 Mart"), initial("Âkif")
    ('İ', 'I', '0–9', 'A')
    """
    bare, _ = _bare(name)
    if _is_arabic(bare):
        return _letters(bare)[:1]
    if bare[:1].isdigit():
        return FIGURES
    rank = turkish.sort_key(bare[:2])[0][:1]
    letter = next((each for each in turkish.ALPHABET if turkish.sort_key(each)[0] == rank), "")
    return turkish.upper(letter) or (bare[:1].upper() if bare[:1].isalpha() else OTHERS)


def _bare(name: str) -> tuple[str, int]:
    """Return a name without what is passed over, and the number of a ruler, 0 for none."""
    opening = _OPENING.match(name)
    rest = name[opening.end() :] if opening else name
    ruler = _RULER.match(rest)
    rest = rest[ruler.end() :] if ruler else rest
    article = _ARTICLE.match(rest)
    rest = (rest[article.end() :] if article else rest).lstrip(APOSTROPHES)
    return rest or name, _value(ruler["number"]) if ruler else 0


def _value(roman: str) -> int:
    values = [_ROMAN[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def _is_arabic(text: str) -> bool:
    letter = next((char for char in text if char.isalpha()), "")
    return bool(letter) and arabic.is_arabic(letter)


def _letters(text: str) -> str:
    words = " ".join(skeleton.words(text)) or text
    return words[len(_ARABIC_ARTICLE) :] if words.startswith(_ARABIC_ARTICLE) and len(words) > 3 else words
