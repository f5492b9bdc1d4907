"""Finds verses for somebody who looks for one: by a reference, by a few of its words, or by what is left of it.

Bakara 255    el-Hac 22/40    2:255         the verses that are named
الصابرين مع الله                             every place that has these words, or nearly
torn Arabic, with a citation or without     the verse it was
"""

from __future__ import annotations

from dataclasses import dataclass

from publish.language import arabic
from publish.language.scripture import quran, references, running_citations, verse_text
from publish.language.scripture.recovery.index import Index
from publish.language.scripture.recovery.matching import LIMIT, Match, find
from publish.language.scripture.references import Problem
from publish.model.inline import Reference

LEAST = 0.5
"""Score below which what is found has hardly more in common with the text than chance brings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One answer."""

    reference: Reference
    text: str
    """As the canon has it, byte for byte; only the words that were asked for, where they are a part of a verse."""
    verse: str
    """The same verses whole."""
    score: float
    """How well it explains the text, from 0 to 1; 1 for what was named by its reference."""


def by_reference(text: str, script: str = quran.SCRIPTS[0]) -> tuple[Row, ...] | Problem:
    """Return the verses that `text`, a reference, names; or why it names none.

    Raises `PublishError` where the canon is missing or was changed.
    """
    if len(text) > references.LONGEST:
        return Problem("not_a_reference")
    named = references.read_all(text)
    if isinstance(named, Problem):
        return named
    verses = [(reference, _verse(reference, script)) for reference in named]
    return tuple(Row(reference, verse, verse, 1.0) for reference, verse in verses)


def by_words(text: str, index: Index, script: str = quran.SCRIPTS[0], limit: int = LIMIT) -> tuple[Row, ...]:
    """Return the verses that the Arabic of `text` may have been, the likeliest first, not more than `limit`.

    A citation beside it, as in `… [Hacc 40]`, is looked at first. Raises `PublishError` where the canon is missing or
    was changed.
    """
    matches = [match for match in find(text, index, _cited(text), script, limit) if match.score >= LEAST]
    return tuple(_row(match, script) for match in matches[:limit])


def _cited(text: str) -> Reference | None:
    """Return the first verse that is cited in or beside the Arabic."""
    text = " ".join(text.split())
    spans = (*references.citations(text), *running_citations.running(text))
    rest = " ".join(_without_arabic(text).split())
    beside = [rest] if len(rest) <= references.LONGEST else []
    answers = map(references.read, [*(text[start:end] for start, end in spans), *beside])
    return next((answer for answer in answers if isinstance(answer, Reference)), None)


def _without_arabic(text: str) -> str:
    rest, end = [], 0
    for start, after in arabic.runs(text):
        rest.append(text[end:start])
        end = after
    return " ".join((*rest, text[end:]))


def _row(match: Match, script: str) -> Row:
    verse = match.text if match.whole else _verse(match.reference, script)
    return Row(match.reference, match.text, verse, match.score)


def _verse(reference: Reference, script: str) -> str:
    return verse_text.of_reference(reference, script, numbered=reference.first != reference.last)
