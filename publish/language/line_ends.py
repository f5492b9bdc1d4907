"""Where a line may end within a word, with a hyphen or without, and where it must not though Unicode lets it.

    Kazakistan’daki   Ka-za-kis-tan’|daki     Kur’an-ı          Kur’an-ı       (never one letter on a line)
    KGAÖ’nün          KGAÖ’|nün               Nur-Sultan        Nur-Sul-tan    (behind the hyphen that is there)
    2022’de           2022’|de                el-Enfâl          el-En-fâl      (never behind the article)
    Fâtihatü’l-Kitâb  Fâ-ti-ha-tü’l-Ki-tâb    www.a.com/b       www|.a|.com/|b

TDK's own (Yazım Kılavuzu, “Satır Sonunda Kelimelerin Bölünmesi”): syllables, no single letter at the end or the
beginning of a line, no hyphen behind an apostrophe at a line's end. The house's: what stands behind an apostrophe that
joins no suffix (Kur’an, En’âm) is kept with what stands before it; an article with its name; addresses are broken
before a dot and behind a slash, as the Chicago Manual of Style has it (17th ed., 7.46).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import cache, lru_cache

import pyphen  # type: ignore[import-untyped]  # pyphen has no stubs

from publish.language import hyphenation, whole
from publish.language.turkish import APOSTROPHES, CONSONANTS, VOWELS, lower, upper


class LineEnd(IntEnum):
    """How a line may end before a letter."""

    HYPHEN = 0
    """With a hyphen that is added."""
    BARE = 1
    """With nothing added."""
    NEVER = 2
    """Not at all."""


_LETTERS = VOWELS + CONSONANTS + upper(VOWELS) + upper(CONSONANTS)
_A, _I = "[ae]", "[ıiuü]"
_PARTS = (
    f"[yn]?{_I}|[yn]?{_A}|n?[dt]{_A}n?|n?{_I}n|[yn]?l{_A}|n?[cç]{_A}",  # cases
    f"s{_I}|{_I}m|{_I}[mn]{_I}z|l{_A}r{_I}?",  # possessives and the plural
    f"l{_I}k?|s{_I}z|[cç]{_I}|k[iü]|{_I}?nc{_I}|ş?{_A}r",  # words made of words
    f"y?[dt]{_I}|y?s{_A}|[dt]{_I}r|y?m{_I}ş|y{_I}[mz]|s{_I}n|yken",  # the copula
)
_SUFFIX = re.compile(f"(?:{'|'.join(_PARTS)}){{1,5}}")
"""Suffixes behind an apostrophe, one after another; -an, -âm, -set are none. Source: TDK, “Kesme İşareti”."""
_JOINT = re.compile(rf"(?<=[\w%°])[{APOSTROPHES}](?=[{_LETTERS}]{{2}})")
_NAME = re.compile(rf"[{upper(VOWELS)}{upper(CONSONANTS)}0-9%]")
_HYPHEN = re.compile("[-\u2010](?=\\w)")
_ARTICLE = re.compile(r"(?<!\w)(?:[ae][a-zçşżḍṣṭẓ]{1,2})(?=[-\u2010])", re.IGNORECASE)
"""The article of Arabic names and its assimilated forms: el-, er-, eş-, al-."""
_DOT_OR_SLASH = re.compile(r"(?<=\w)(?=[.@?=&])|(?<=/)(?=[^/\s])")
_PLAIN = re.compile(rf"[“‘(\[]?([{_LETTERS}][{VOWELS}{CONSONANTS}]+)[.,;:!?…”)\]]*")
"""A word without hyphen, apostrophe, dot or digit: most are, and nothing more is to be asked of them."""
KEPT = ("kur’an", "kur’ân", "en’âm", "en’am")
"""Words that the house keeps whole, in small letters, without a suffix."""
REMEMBERED = 50_000


@lru_cache(maxsize=REMEMBERED)
def line_ends(word: str, language: str) -> tuple[tuple[int, LineEnd], ...]:
    """Return the offsets in `word` before which a line may begin, or never does, in order.

    `word` is what stands between two spaces, with its punctuation; `language` is a tag such as “tr” or “en-GB”.

    >>> [(offset, end.name) for offset, end in line_ends("Sultan’ın", "tr")]
    [(3, 'HYPHEN'), (7, 'BARE')]
    """
    if not language.lower().startswith(hyphenation.LANGUAGE):
        return tuple((offset, LineEnd.HYPHEN) for offset in _foreign(word, language))
    plain = _PLAIN.fullmatch(word)
    if plain:
        start = plain.start(1)
        return tuple((start + offset, LineEnd.HYPHEN) for offset in hyphenation.syllables(plain.group(1)))
    found: dict[int, LineEnd] = {}
    for start, end in whole.wholes(word):
        if "." in word[start:end]:
            found |= dict.fromkeys(_in_address(word, start, end), LineEnd.BARE)
            found |= {match.end(): LineEnd.NEVER for match in _HYPHEN.finditer(word, start, end)}
            return tuple(sorted(found.items()))
    found |= dict.fromkeys(hyphenation.breaks(word), LineEnd.HYPHEN)
    found |= dict.fromkeys(_behind_apostrophes(word), LineEnd.BARE)
    found |= dict.fromkeys(_kept(word), LineEnd.NEVER)
    return tuple(sorted(found.items()))


def _in_address(word: str, start: int, end: int) -> Iterator[int]:
    return (match.start() for match in _DOT_OR_SLASH.finditer(word, start, end) if start < match.start() < end)


def _behind_apostrophes(word: str) -> Iterator[int]:
    """Yield the offsets behind apostrophes that join a suffix to a name, a number or an abbreviation."""
    for joint in _JOINT.finditer(word):
        stem = re.split("[-\u2010]", word[: joint.start()])[-1].lstrip("“‘([«")
        if _NAME.match(stem) and _SUFFIX.fullmatch(_suffix(word, joint.end())):
            yield joint.end()


def _suffix(word: str, start: int) -> str:
    match = re.compile(f"[{_LETTERS}]*").match(word, start)
    return lower(match.group()) if match else ""


def _kept(word: str) -> Iterator[int]:
    """Yield the offsets behind hyphens where what follows is one letter, or what stands before is an article."""
    for hyphen in _HYPHEN.finditer(word):
        rest = re.match(r"\w*", word[hyphen.end() :])
        if (rest and len(rest.group()) < hyphenation.LEAST) or _is_article(word, hyphen.start()):
            yield hyphen.end()
    bare = lower(word).lstrip("“‘([«")
    begin = len(word) - len(bare)
    for stem in KEPT:
        if bare.startswith(stem) and not bare[len(stem) : len(stem) + 1].isalpha():
            yield from range(begin + 1, begin + len(stem))


def _is_article(word: str, end: int) -> bool:
    return any(match.end() == end for match in _ARTICLE.finditer(word))


@cache
def _dictionary(language: str) -> pyphen.Pyphen | None:
    name = pyphen.language_fallback(language)
    return pyphen.Pyphen(lang=name, left=2, right=2) if name else None


def _foreign(word: str, language: str) -> list[int]:
    """Return the breaks of a word of another language, by the dictionaries that pyphen ships."""
    dictionary = _dictionary(language)
    return [int(offset) for offset in dictionary.positions(word)] if dictionary else []


def show(word: str) -> str:
    """Return `word` with `-` where a line may end with a hyphen, and `|` where it may end without.

    >>> show("Kazakistan’daki"), show("Kur’an-ı")
    ('Ka-za-kis-tan’|daki', 'Kur’an-ı')
    """
    signs = {LineEnd.HYPHEN: "-", LineEnd.BARE: "|", LineEnd.NEVER: ""}
    at, pieces = 0, []
    for offset, end in line_ends(word, hyphenation.LANGUAGE):
        pieces += [word[at:offset], signs[end]]
        at = offset
    return "".join((*pieces, word[at:]))
