"""Two ends of torn lines sewn together: with a space, with the hyphen that was there, or with nothing.

A hyphen at a line end is one of two: the typesetter's, which goes, or the author's (`ABD-Kazakistan`, `Ar-Ge`,
`2-3`), which stays. Case and digits decide most of them, the text itself many (the word stands elsewhere, whole or
with its hyphen), the Turkish rules of division the rest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from publish.language import turkish
from publish.language.abbreviation import is_abbreviation
from publish.language.hyphenation import dictionary
from publish.source.importing.lines import SOFT_HYPHEN
from publish.source.importing.words import PAIRS

HYPHENS = "-\u2010"
_VOWELS = frozenset(turkish.VOWELS)
_STEM = 3
"""Letters beyond the break that must agree for an inflected form of the same word: Kazakis-tanʼı, Kazakistan."""
_LAST = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*$")
_FIRST = re.compile(r"[^\W\d_]+")
_WORDS = re.compile(r"(?<=[^\w\n-])[^\W\d_]+(?:-[^\W\d_]+)*(?=[^\w\n-])")
"""Words within lines; those at line ends may be torn."""
_ADDRESS_ENDS = "/-_=&?%#."
_ADDRESS = re.compile(r"(?:https?://|www\.)\S*[/\-_=&?%#.]$")


@dataclass(frozen=True)
class Lexicon:
    """The words of the document itself, those at torn line ends left out."""

    texts: Sequence[str]

    @cached_property
    def _words(self) -> tuple[list[str], list[str]]:
        text = turkish.lower("\n".join(self.texts)).replace("\u2010", "-")
        words = set(_WORDS.findall(text))
        return sorted(word for word in words if "-" not in word), sorted(word for word in words if "-" in word)

    @cached_property
    def prints_u2010(self) -> bool:
        """Whether U+2010 stands within lines too, so that it is this producer's hyphen for everything."""
        return any("\u2010" in text[:-1] for text in self.texts)

    def has(self, beginning: str) -> bool:
        """Say whether a word begins so."""
        return _has(self._words[0], beginning)

    def has_word(self, word: str) -> bool:
        """Say whether exactly this word stands by itself."""
        at = bisect_left(self._words[0], word)
        return self._words[0][at : at + 1] == [word]

    def has_compound(self, beginning: str) -> bool:
        """Say whether a word with a hyphen begins so."""
        return _has(self._words[1], beginning)


def _has(words: list[str], beginning: str) -> bool:
    at = bisect_left(words, beginning)
    return at < len(words) and words[at].startswith(beginning)


@dataclass(frozen=True, slots=True)
class Seam:
    """How two lines are sewn."""

    before: str
    glue: str
    hyphen: str = ""
    """"soft" when a hyphen was taken out, "kept" when one stayed, "" when there was none."""
    unsure: bool = False
    """Whether the hyphen could have been the other kind."""


def sew(before: str, after: str, lexicon: Lexicon, quoted: bool) -> Seam:
    """Say how the line `before` is joined to `after`; `quoted` tells that a single quotation mark is open.

    >>> empty = Lexicon(())
    >>> seams = [sew(a, b, empty, False) for a, b in (("Kaza-", "kistan"), ("ABD-", "Kazakistan"))]
    >>> [(seam.before, seam.hyphen) for seam in seams]
    [('Kaza', 'soft'), ('ABD-', 'kept')]
    """
    last = before[-1]
    if last == SOFT_HYPHEN:
        return _soft(before.rstrip(SOFT_HYPHEN), after)
    if last in _ADDRESS_ENDS and _ADDRESS.search(before, before.rfind(" ") + 1) and _goes_on(before, after):
        return Seam(before, "")
    joined = before[-2:-1].isalnum() or before[-2:-1] in ("’", "'", ")")
    if last in HYPHENS and joined and after[0].isalnum():
        return _hyphen(before, after, lexicon)
    if last in "–/" and joined and after[0].isalnum():
        return Seam(before, "")
    if last in "’'" and joined and after[0].islower() and not quoted:
        return Seam(before, "")
    return Seam(before, " ")


def _goes_on(before: str, after: str) -> bool:
    """Say whether `after` can be the rest of a web address."""
    first = after.split(" ", 1)[0]
    return before[-1] != "." or (first[0].islower() and ("/" in first or "." in first[:-1]))


def _soft(body: str, after: str) -> Seam:
    """Some producers write every hyphen at a line end as a soft one: before a name it was the author's."""
    left, right = _LAST.search(body, body.rfind(" ") + 1), _FIRST.match(after)
    if left and right and _is_name(left[0], right[0]):
        return Seam(body + "-", "", "kept")
    return Seam(body, "", "soft")


def _hyphen(before: str, after: str, lexicon: Lexicon) -> Seam:
    body = before[:-1]
    soft = Seam(body, "", "soft")
    kept = Seam(body + "-", "", "kept")
    left, right = _LAST.search(body, body.rfind(" ") + 1), _FIRST.match(after)
    if body[-1] in "’'":
        return soft if after[0].islower() else kept
    if left is None or right is None:
        return kept
    if before[-1] == "\u2010" and not lexicon.prints_u2010:
        return kept if _is_name(left[0], right[0]) else soft
    if _is_name(left[0], right[0]) or (is_abbreviation(left[0]) and not right[0].isupper()):
        return kept
    return _by_evidence(turkish.lower(left[0]), turkish.lower(right[0]), lexicon, soft, kept)


def _is_name(left: str, right: str) -> bool:
    """Say whether a capital after the hyphen begins a word: no word is divided before a capital, unless all are."""
    return right[0].isupper() and not (
        left.isupper() and right.isupper() and len(left) > 1 and not is_abbreviation(left)
    )


def _by_evidence(left: str, right: str, lexicon: Lexicon, soft: Seam, kept: Seam) -> Seam:
    """Decide between two small letters: by the text itself, then by the rules of division."""
    part = re.split(r"[’'-]", left)[-1]
    compound, whole = f"{left}-{right[:_STEM]}", part + right[:_STEM]
    if lexicon.has_compound(compound) != lexicon.has(whole):
        return kept if lexicon.has_compound(compound) else soft
    if f"{part}-{right}" in PAIRS or any(
        pair.startswith(f"{part}-") and f"{part}-{right}".startswith(pair) for pair in PAIRS
    ):
        return kept
    if len(part) < dictionary.LEAST or not _VOWELS.intersection(part) or not _VOWELS.intersection(right):
        return Seam(kept.before, "", "kept", unsure=True)
    if min(len(part), len(right)) > _STEM and lexicon.has_word(part) and lexicon.has_word(right):
        return Seam(kept.before, "", "kept", unsure=True)
    return Seam(soft.before, "", "soft", unsure=len(part) not in dictionary.breaks(part + right))
