"""What is wrong with the words listed under `[hyphenation]`: each at its place in the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from publish.language.hyphenation import listed
from publish.language.hyphenation.dictionary import LEAST
from publish.language.hyphenation.line_ends import has_dictionary
from publish.language.turkish import APOSTROPHES
from publish.model.finding import Finding, Span, found
from publish.model.settings import Hyphenation

_VOWELS = frozenset("aeıiouy")
"""Of any language in Latin letters, without what stands above or below them; ö is an o with dots."""
_SIGNS = re.compile(r"-\||\|-|--|\|\||^[-|]|[-|]$")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def inspect(table: Hyphenation, places: dict[str, Span], file: Span) -> Iterator[Finding]:
    """Find what is no word (M037), leaves a letter alone (M038), or a piece without a vowel (M039).

    Also words that are listed twice and differently (M040), what is no tag of a language (M041), and languages whose
    words stay whole because nobody has rules for them (M042).
    """
    seen: dict[str, tuple[str, object]] = {}
    for number, entry in enumerate(table.exceptions):
        span = places.get(f"hyphenation.exceptions.{number}", file)
        fault = _fault(entry)
        if fault:
            yield found(fault, span, entry=entry)
            continue
        word, breaks = listed.read(entry)
        yield from _twice(seen, word, entry, breaks, span)
    for number, entry in enumerate(table.keep or ()):
        span = places.get(f"hyphenation.keep.{number}", file)
        if not _is_word(entry):
            yield found("M037", span, entry=entry)
        else:
            yield from _twice(seen, listed.plain(entry), entry, (), span)
    for language, phrases in table.foreign.items():
        yield from _foreign(language, phrases, places, file)


def _twice(seen: dict[str, tuple[str, object]], word: str, entry: str, breaks: object, span: Span) -> Iterator[Finding]:
    first, known = seen.setdefault(word, (entry, breaks))
    if known != breaks:
        yield found("M040", span, entry=entry, first=first)


def _foreign(language: str, phrases: tuple[str, ...], places: dict[str, Span], file: Span) -> Iterator[Finding]:
    key = f"hyphenation.foreign.{language}"
    if not _TAG.fullmatch(language):
        yield found("M041", places.get(key, file), language=language)
    elif not has_dictionary(language):
        yield found("M042", places.get(key, file), language=language)
    for number, phrase in enumerate(phrases):
        if not any(map(str.isalpha, phrase)):
            yield found("M037", places.get(f"{key}.{number}", file), entry=phrase)


def _is_word(entry: str) -> bool:
    return len(entry.split()) == 1 and any(map(str.isalpha, entry))


def _fault(entry: str) -> str:
    """Return the code of what is wrong with an exception; empty where nothing is."""
    if not _is_word(entry) or _SIGNS.search(entry) or not re.fullmatch(rf"[\w{APOSTROPHES}|-]+", entry):
        return "M037"
    pieces = re.split("[-|]", entry)
    letters = [[char for char in piece if char.isalpha()] for piece in pieces]
    if len(pieces) > 1 and min(map(len, letters)) < LEAST:
        return "M038"
    if len(pieces) > 1 and any(_VOWELS.isdisjoint(_bare(piece)) for piece in pieces):
        return "M039"
    return ""


def _bare(piece: str) -> str:
    return unicodedata.normalize("NFD", piece.replace("I", "ı").lower())
