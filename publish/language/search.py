"""What a search compares: words without anything that is written in several ways, or left out in typing.

    İhlâs, IHLAS, ihlas → ihlas     Kur’ân, kuran → kuran     Çağrı, cagri → cagri
    اللَّهُ, الله → الله              ٢٥٥ → 255

It folds more than `turkish.fold`, which keeps ç, ğ, ö, ş and ü apart: not everybody who searches has Turkish keys.
A letter's key depends on that letter alone, so that programs in other languages can fold by a table.
"""

from __future__ import annotations

import unicodedata

from publish.language import arabic, turkish
from publish.language.scripture import skeleton


def words(text: str) -> tuple[str, ...]:
    """Return the words of `text` as a search compares them.

    >>> words("el-İhlâs: Kur’ân’ın 112. sûresi")
    ('el', 'ihlas', 'kuranin', '112', 'suresi')
    """
    return tuple("".join(map(letter, unicodedata.normalize("NFC", text))).split())


def letter(char: str) -> str:
    """Return what stands for a letter: none for marks, apostrophes and what is not seen, a blank for what parts words.

    >>> [letter(char) for char in "Şİıâ’أ-٣"]
    ['s', 'i', 'i', 'a', '', 'ا', ' ', '3']
    """
    if char in turkish.APOSTROPHES or unicodedata.category(char) in ("Mn", "Mc", "Me", "Cf"):
        return ""
    digit = unicodedata.digit(char, None)
    if digit is not None:
        return str(digit)
    if arabic.is_arabic(char):
        return skeleton.letters(char) or ("" if char.isalpha() else " ")
    return plain(turkish.fold(char).translate(turkish.SPELT_IN_ASCII))


def plain(text: str) -> str:
    """Return `text` in letters without marks, blanks for all that is none; what any program does by itself.

    >>> plain("Ĝ-x")
    'g x'
    """
    parts = unicodedata.normalize("NFKD", text).lower()
    return "".join(
        char if char.isalnum() else " " for char in parts if unicodedata.category(char) not in ("Mn", "Mc", "Me", "Cf")
    )


def table() -> dict[str, str]:
    """Return what `letter` says of each letter of our scripts of which `plain` would say something else.

    Joined letters of Arabic (U+FB50 …) are not in it: they are to be taken apart before (NFKC,
    without its blanks).
    """
    ranges = (
        (0x20, 0x250),
        (0x2B0, 0x300),
        (0x600, 0x700),
        (0x750, 0x780),
        (0x1E00, 0x1F00),
        (0x2010, 0x2070),
        (0xFD3E, 0xFD50),
        (0xFDF0, 0xFE00),
        (0xFE73, 0xFE74),
    )
    chars = [chr(code) for start, end in ranges for code in range(start, end)]
    return {char: letter(char) for char in chars if letter(char) != plain(char)}
