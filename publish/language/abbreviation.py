"""Tells abbreviations in capitals from words in capitals: GSYİH is never broken, İSTANBUL may be."""

from __future__ import annotations

import re

from publish.language.turkish import VOWELS, upper

LONGEST_UNLISTED = 5
"""Letters up to which a word in capitals is taken for an abbreviation: a short name kept whole costs little."""

_SPOKEN = """
    ASELSAN BAĞKUR CENTCOM ÇAYKUR EUROPOL HAVELSAN INTERPOL İNTERPOL KOSGEB MERNİS MİLGEM MOSSAD MÜSİAD PETKİM ROKETSAN
    TAKBİS TÜBİTAK TÜPRAŞ TÜRKAK TÜRKPA TÜRKSAT TÜRKSOY TÜRMOB TÜRSAB TÜSEB TÜSİAD UNESCO UNICEF YÖKDİL YÖKSİS
"""
LISTED = frozenset(_SPOKEN.split())
"""Longer abbreviations that are spoken like words, which no rule can tell from words."""

_VOWEL = re.compile(f"[{VOWELS}{upper(VOWELS)}]")
_CROWD = re.compile(f"[^{VOWELS}{upper(VOWELS)}]{{4}}")


def is_abbreviation(word: str) -> bool:
    """Say whether `word`, letters only, is an abbreviation in capitals, by its length and shape.

    >>> is_abbreviation("KGAÖ"), is_abbreviation("TÜBİTAK"), is_abbreviation("İSTANBUL")
    (True, True, False)
    """
    if len(word) < 2 or not word.isupper():
        return False
    return len(word) <= LONGEST_UNLISTED or word in LISTED or not _VOWEL.search(word) or bool(_CROWD.search(word))
