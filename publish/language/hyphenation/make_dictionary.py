"""Writes `hyph_tr.dic`, the hyphenation patterns of Turkish, from the syllable rule of the TDK spelling guide.

Run it with `python -m publish.language.hyphenation.make_dictionary` after a change of the alphabet; a test compares the
bytes.

The rule (TDK Yazım Kılavuzu, “Hece Yapısı ve Satır Sonunda Kelimelerin Bölünmesi”): of the consonants between two
vowels only the last goes to the right (a-ra-ba, al-dı, alt-lık, kont-rol); two vowels part (sa-at); compounds are
treated as one word (il-ko-kul). In Liang's patterns an odd number allows a break, a greater even number forbids it:

    1ra     before a consonant with its vowel
    a1e     between two vowels
    .st2    not after two consonants that open the word: stra-te-ji, never st-ra-te-ji
"""

from __future__ import annotations

from itertools import product
from pathlib import Path

from publish.language.turkish import CONSONANTS, VOWELS
from publish.ledger import write_whole

TARGET = Path(__file__).with_name("hyph_tr.dic")
ALPHABET_CONSONANTS = CONSONANTS[:21]  # transliterated Arabic never opens a word with two consonants

_HEAD = """\
UTF-8
% Turkish hyphenation patterns, made from the syllable rule of the TDK spelling guide by make_dictionary.py.
LEFTHYPHENMIN 2
RIGHTHYPHENMIN 2
"""


def patterns() -> tuple[str, ...]:
    """Return Liang patterns for words in small letters."""
    consonant_and_vowel = (f"1{consonant}{vowel}" for consonant, vowel in product(CONSONANTS, VOWELS))
    hiatus = (f"{first}1{second}" for first, second in product(VOWELS, VOWELS))
    onsets = (f".{first}{second}2" for first, second in product(ALPHABET_CONSONANTS, ALPHABET_CONSONANTS))
    return (*consonant_and_vowel, *hiatus, *onsets)


def dictionary() -> bytes:
    """Return the file: the format that hunspell, LibreOffice and pyphen read."""
    return (_HEAD + "\n".join(patterns()) + "\n").encode()


if __name__ == "__main__":
    write_whole(TARGET, dictionary())
