"""Lines of Arabic with a Turkish sentence in them: the sentence taken out, its punctuation put back to its right ends.

عَزِيز … اللَّه   .Allah yardım eder“   وَلَيَنْصُرَنَّ       →      the Arabic words, as they stand     “Allah yardım
eder.

In a line that ran from right to left the full stop of a Turkish sentence was drawn at its left, and the extraction
reads from left to right. The Arabic itself stays as it is, the order of its words included: to repair it is another
matter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.language import arabic
from publish.language.scripture import skeleton
from publish.source.importing.rows import Row

LEAST_WORDS = 2
"""Arabic words in the line: fewer are a phrase in a Turkish sentence."""

_MARKS = re.compile(f"[{skeleton.MARKS}\\s]+")
_LEAD = re.compile(r"[.,;:!?…”»)\]]+(?=\s*[^\W\d_]|\s*[“(\[])")
_TAIL = re.compile(r"[“«‘(\[]+$")


@dataclass(frozen=True, slots=True)
class Mended:
    """A sentence whose punctuation stood at its wrong ends."""

    number: int
    before: str
    after: str


def with_marks(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return `rows`, those of nothing but Arabic vowel marks with the row before: they would part a sentence in two.

    Marks are drawn higher than their letters, and so on a line of their own to some readers.
    """
    whole: list[Row] = []
    for row in rows:
        if whole and _MARKS.fullmatch(row.text):
            whole[-1] = replace(whole[-1], text=f"{whole[-1].text} {row.text}")
        else:
            whole.append(row)
    return tuple(whole)


def part(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Mended, ...]]:
    """Return `rows` with sentences torn out of Arabic lines on rows of their own, and what was mended in them."""
    parted: list[Row] = []
    mended: list[Mended] = []
    for row in rows:
        pieces = _pieces(row.text)
        if pieces is None:
            parted.append(row)
            continue
        words, sentence = pieces
        after = _mend(sentence)
        parted.append(replace(row, text=words, whole=False))
        parted.append(replace(row, text=after, gap="", turn=False, whole=False))
        mended.append(Mended(row.number, sentence, after))
    return tuple(parted), tuple(mended)


def _pieces(text: str) -> tuple[str, str] | None:
    """Return the Arabic and the one Turkish sentence of a line that ran from right to left; None for any other line."""
    runs = arabic.runs(text)
    if sum(len(text[start:end].split()) for start, end in runs) < LEAST_WORDS:
        return None
    edges = [0, *(edge for run in runs for edge in run), len(text)]
    between = [text[start:end].strip() for start, end in zip(edges[::2], edges[1::2], strict=True)]
    sentences = [piece for piece in between if any(char.isalpha() for char in piece)]
    if len(sentences) != 1 or not (_LEAD.match(sentences[0]) or _TAIL.search(sentences[0])):
        return None
    signs = [piece for piece in between if piece and piece is not sentences[0]]
    words = [text[start:end] for start, end in runs]
    return " ".join([*words, *signs]), sentences[0]


def _mend(sentence: str) -> str:
    """Return `sentence` with what closes it at its end and what opens it at its beginning.

    >>> _mend(".Allah yardım eder“")
    '“Allah yardım eder.'
    """
    lead, tail = _LEAD.match(sentence), _TAIL.search(sentence)
    start, end = lead.end() if lead else 0, tail.start() if tail else len(sentence)
    closing, opening = sentence[:start][::-1], sentence[end:][::-1]
    return f"{opening}{sentence[start:end].strip()}{closing}"
