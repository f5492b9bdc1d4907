"""Words whose breaks somebody lists: read as they are typed in a settings file, found again in a text.

    tu-ran-lı     broken at its hyphens       ekspresyonizm   never broken
    Kur’|an       behind its apostrophe a line may end with nothing added; a hyphen there means the same

A word is found in whatever case, alone or before the apostrophe of a suffix (Turanlı’nın); of words with hyphens of
their own each part is looked up by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from publish.language.suffixes import is_suffix
from publish.language.turkish import APOSTROPHES, composed, lower

SIGNS = "-|"
"""What a break is typed as; the second one for those without a hyphen, as `publish hyphenate` prints them."""
_ONE = str.maketrans(dict.fromkeys(APOSTROPHES, "’") | dict.fromkeys("\u2010\u2011", "-"))
_WORD = re.compile(r"\w+(?:[’-]\w+)*")
_PART = re.compile(r"\w+(?:’\w+)*")


class Listed(NamedTuple):
    """A listed word found in another: from `start` up to, not with, `end`."""

    start: int
    end: int
    breaks: tuple[tuple[int, bool], ...] | None
    """Offsets from the start of the whole word, and whether a hyphen is added; None where no line ends whatever."""


Table = Mapping[str, tuple[tuple[int, bool], ...] | None]
"""Breaks of words in small letters; None for a word that is kept whole with hyphens and all."""


def plain(word: str) -> str:
    """Return what a listed word is found by."""
    return lower(composed(word)[0] or word).translate(_ONE)


def read(entry: str) -> tuple[str, tuple[tuple[int, bool], ...]]:
    """Return the word that `entry` lists, and its breaks.

    >>> read("Tu-ran-lı"), read("Kur’-an")
    (('turanlı', ((2, True), (5, True))), ('kur’an', ((4, False),)))
    """
    word, breaks = "", []
    for char in plain(entry):
        if char not in SIGNS:
            word += char
        else:
            breaks.append((len(word), char == "-" and not word.endswith("’")))
    return word, tuple(breaks)


def table(exceptions: Iterable[str], kept: Iterable[str]) -> Table:
    """Return both lists as one; what is an exception is not kept."""
    return {plain(word): None for word in kept} | dict(map(read, exceptions))


def find(word: str, words: Table) -> Iterator[Listed]:
    """Yield what `words` lists of `word`, which may have signs around it."""
    if not words:
        return
    text, offsets = composed(word)
    small = plain(text)
    if len(small) != len(text):
        return
    places = (*offsets, len(word))
    for whole in _WORD.finditer(small):
        found = _known(whole.group(), words)
        if found and words[found] is None:
            yield Listed(places[whole.start()], places[whole.start() + len(found)], None)
            continue
        for part in _PART.finditer(small, *whole.span()):
            found = _known(part.group(), words)
            if found:
                breaks = words[found]
                moved = breaks and tuple((places[part.start() + at], added) for at, added in breaks)
                yield Listed(places[part.start()], places[part.start() + len(found)], moved)


def _known(word: str, words: Table) -> str:
    """Return the listed word that `word` is, or that stands in it before an apostrophe and a suffix; empty if none."""
    if word in words:
        return word
    at = word.rfind("’")
    while at > 0:
        if word[:at] in words and (at + 1 == len(word) or is_suffix(word[at + 1 :])):
            return word[:at]
        at = word.rfind("’", 0, at)
    return ""
