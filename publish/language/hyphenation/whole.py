"""Finds what is never hyphenated: web and e-mail addresses, and abbreviations in capitals with their suffix.

`hyphenation.breaks` guards single words; this finds what a single word cannot show: addresses that are torn into words
by their dots, and capitals that are an abbreviation only because their neighbours are small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from publish.language.abbreviation import is_abbreviation
from publish.language.turkish import CONSONANTS, VOWELS, upper

_PATH = r"[^\s<>\"“”«»‘’]{0,2000}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_LABELS = rf"(?:{_LABEL}\.){{1,8}}"
_COUNTRY = "(?:tr|az|kz|uz|kg|tm|ru|uk|fr|nl|de|at|ch|it|es|eu|us|ca|il|ir|iq|sa|ae|qa|eg|jo|pk|id|my|jp|cn)"
# In running text a full stop without its space must not make an address (“dedi.Bu”, “geldi.de”): a bare name needs a
# generic ending in small letters, or a country's that is no Turkish word, or a path behind it.
_ENDING = (
    rf"(?:com|org|net|edu|gov|int|mil|info|biz|tv)(?:\.{_COUNTRY})?|(?:gen|bel|pol|k12|av|dr|web|co|ac)\.{_COUNTRY}"
)
_BARE = rf"{_LABELS}(?:{_ENDING}|tr|kz|ru|uk|fr|nl|eu|{_COUNTRY}(?=/))(?![\w-])(?:[/?#:]{_PATH})?"
_ADDRESS = re.compile(
    rf"(?P<email>[\w.+-]{{1,64}}@{_LABELS}[A-Za-z]{{2,24}}(?![\w-]))"
    rf"|\b(?:[A-Za-z][A-Za-z0-9+.-]{{1,15}}://{_PATH}|(?:www|WWW)\.{_PATH}|{_BARE})"
)
_TRAILING = ".,;:!?…'\")]}*_"
_BRACKETS = {")": "(", "]": "[", "}": "{"}

_CAPITAL = upper(VOWELS) + upper(CONSONANTS) + "QWX"
_SMALL = VOWELS + CONSONANTS + "qwx"
_APART = r"[\w\u0300-\u036f’']"  # what makes the letters beside it a piece of a longer word
_SUFFIX = re.compile(rf"[’'][{_SMALL}]+(?!\w)")
_CAPITALS = re.compile(rf"(?<!{_APART})[{_CAPITAL}]{{2,}}(?![\w\u0300-\u036f])")
_SMALL_WORD = re.compile(rf"(?<!{_APART})\w?[{_SMALL}]{{2,}}")
_BETWEEN_WORDS = re.compile(r"[\s\-–,:]+")
LONGEST_LONE = 8
"""A single word in capitals among small ones, up to this many letters, is taken for an abbreviation."""


def wholes(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every stretch of `text` that is never hyphenated, in order.

    The punctuation of the sentence stays outside.

    >>> text = "GSYİH’nın payı (www.ornek.com/a?b)."
    >>> [text[start:end] for start, end in wholes(text)]
    ['GSYİH’nın', 'www.ornek.com/a?b']
    """
    addresses = tuple(_addresses(text))
    covered = {offset for span in addresses for offset in range(*span)}
    return tuple(sorted((*addresses, *(span for span in _abbreviations(text) if span[0] not in covered))))


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    for match in _ADDRESS.finditer(text):
        end = match.end()
        while end > match.start() and _hangs(text, match.start(), end):
            end -= 1
        if "." in text[match.start() : end]:
            yield match.start(), _after_suffix(text, end)


def _hangs(text: str, start: int, end: int) -> bool:
    """Say whether the last character before `end` belongs to the sentence and not to the address."""
    last = text[end - 1]
    if last not in _TRAILING:
        return False
    opening = _BRACKETS.get(last)
    return opening is None or text.count(last, start, end) > text.count(opening, start, end)


def _after_suffix(text: str, end: int) -> int:
    suffix = _SUFFIX.match(text, end)
    return suffix.end() if suffix else end


def _abbreviations(text: str) -> Iterator[tuple[int, int]]:
    words = [match.span() for match in _CAPITALS.finditer(text)]
    among_small = _SMALL_WORD.search(text) is not None
    for index, (start, end) in enumerate(words):
        crowd = words[max(0, index - 1) : index + 2]
        lone = not any(_BETWEEN_WORDS.fullmatch(text, left[1], right[0]) for left, right in pairwise(crowd))
        if is_abbreviation(text[start:end]) or (lone and among_small and end - start <= LONGEST_LONE):
            yield start, _after_suffix(text, end)
