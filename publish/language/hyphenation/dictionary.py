"""Where Turkish words may be broken, asked by ourselves and by WeasyPrint alike.

pyphen comes without Turkish and says nothing about it. `register` gives it our dictionary, as an object of our own:
stock pyphen lower-cases İ into two code points, which shifts every later break, and would break GSYİH, web addresses
and suffixed names. So `pyphen.Pyphen(lang="tr")`, which WeasyPrint makes for itself, and `breaks` give the same answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

import pyphen  # type: ignore[import-untyped]  # pyphen has no stubs

from publish.language.abbreviation import is_abbreviation
from publish.language.hyphenation.strange import is_strange
from publish.language.turkish import APOSTROPHES, CONSONANTS, VOWELS, composed, upper

DICTIONARY = Path(__file__).with_name("hyph_tr.dic")
LANGUAGE = "tr"
LEAST = 2  # letters that stay on either side (TDK: no single letter at the end or the start of a line)
LONGEST = 120  # characters; the longest word of Turkish records has 70, what is longer is no word
REMEMBERED = 50_000  # words: more than a long book has, and a bound for a press that runs for days

_LETTER = f"[{VOWELS}{CONSONANTS}{upper(VOWELS)}{upper(CONSONANTS)}]"
_HYPHEN = "[-\u2010\u2011]"
_APOSTROPHE = f"[{APOSTROPHES}]"
_ONE = rf"(?:{_LETTER}+|\d+)(?:{_APOSTROPHE}\u200b?{_LETTER}*)*"
# Dots, @ and # anywhere, slashes, soft hyphens, q, w, x and foreign letters match nowhere: such a word is left whole.
_WORD = re.compile(rf"(?:(?![@#])[\W{APOSTROPHES}])*(?P<stem>{_ONE}(?:{_HYPHEN}{_ONE})*)\W*")
_PART = re.compile(rf"(?:\A|{_HYPHEN})({_LETTER}+)")
"""What stands at the head of a word, or behind one of its hyphens: of what follows an apostrophe nothing is broken."""
_VOWEL = VOWELS[0]
_SHAPES = str.maketrans(
    dict.fromkeys(VOWELS + upper(VOWELS), _VOWEL)
    | dict.fromkeys(CONSONANTS[:21] + upper(CONSONANTS[:21]), CONSONANTS[0])
    | dict.fromkeys(CONSONANTS[21:] + upper(CONSONANTS[21:]), CONSONANTS[21])
)
"""Letters that the patterns do not tell apart, by one of them."""


Breaks = Callable[[str], tuple[int, ...]]


class TurkishDictionary(pyphen.HyphDict):  # type: ignore[misc]  # pyphen has no stubs
    """Patterns that are asked only about what is a Turkish word."""

    answer: Breaks
    """Where WeasyPrint may break a word."""

    def positions(self, word: str) -> list[int]:
        """Return what was registered as pyphen's `DataInt`, whose `data` is None: no letter changes at a break."""
        return [pyphen.DataInt(point) for point in self.answer(word)]

    def points(self, letters: str) -> list[int]:
        """Return what the patterns alone say of a word in small letters."""
        points: list[int] = super().positions(letters)
        self.cache.clear()  # `syllables` remembers
        return points


@cache
def _dictionary() -> TurkishDictionary:
    return TurkishDictionary(DICTIONARY)


def register(answer: Breaks | None = None) -> None:
    """Make `pyphen.Pyphen(lang="tr")`, and "tr-TR" and the like with it, give `answer`, or our breaks.

    It holds until the next call: every layout registers what its booklet lists, so that none sees another's.
    """
    pyphen.LANGUAGES[LANGUAGE] = DICTIONARY
    pyphen.LANGUAGES_LOWERCASE[LANGUAGE] = LANGUAGE
    pyphen.hdcache[DICTIONARY] = dictionary = _dictionary()
    dictionary.answer = answer or breaks


@lru_cache(maxsize=REMEMBERED)
def breaks(word: str) -> tuple[int, ...]:
    """Return the offsets in `word`, as written, before which a line may end with a hyphen.

    Two letters or more stay on either side. What stands behind an apostrophe is not broken, up to the next hyphen.
    Empty for what must stay whole: abbreviations in capitals, addresses, numbers, words with q, w, x or letters of
    other languages, or spelled as no Turkish word is.
    Source: TDK Yazım Kılavuzu, “Satır Sonunda Kelimelerin Bölünmesi”.

    >>> breaks("İstanbul"), breaks("Kazakistan’daki"), breaks("GSYİH")
    ((2, 5), (2, 4, 7), ())
    """
    text, offsets = composed(word)
    match = _WORD.fullmatch(text) if len(text) <= LONGEST else None
    if match is None:
        return ()
    return tuple(
        offsets[match.start("stem") + part.start(1) + point]
        for part in _PART.finditer(match.group("stem"))
        for point in _inside(part.group(1))
    )


def _inside(letters: str) -> tuple[int, ...]:
    """Return the breaks of one part of a hyphenated word."""
    if letters[1:].islower() or (letters.isupper() and not is_abbreviation(letters)):
        return () if is_strange(letters) else syllables(letters)
    return ()  # an abbreviation, or capitals within, as in McDonald


def syllables(letters: str) -> tuple[int, ...]:
    """Return the breaks of a word that is letters of our alphabet and nothing else, in whatever case.

    The patterns ask of a letter only whether it is a vowel, a consonant, or one of transliteration: words of the same
    shape have the same breaks, and a book has few shapes.

    >>> syllables("strateji"), syllables("MÜDAFAA")
    ((4, 6), (2, 4))
    """
    return _of_shape(letters.translate(_SHAPES))


@lru_cache(maxsize=REMEMBERED)
def _of_shape(letters: str) -> tuple[int, ...]:
    """Return the breaks of a word that is the shape of others."""
    first_vowel = letters.find(_VOWEL)
    # The patterns know openings of two consonants; a longer one (Schröder) must not be cut off either.
    return tuple(
        point
        for point in _dictionary().points(letters)
        if LEAST <= point <= len(letters) - LEAST and 0 <= first_vowel < point
    )
