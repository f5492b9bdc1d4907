"""The Arabic of a paragraph in stretches that may be a verse, and the citations that stand near.

    Nitekim «قل هو الله أحد» [İhlâs 1] buyrulur      the words between the marks; İhlâs 1
    قال تعالى: ﴿قل هو الله أحد﴾                        all of it; then what stands before and between the marks

Signs around the words (brackets, quotation marks, full stops, numbers of verses) are no part of a stretch.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from publish.language import arabic
from publish.language.scripture import references, running_citations
from publish.model.inline import Reference

NEAR = 300
"""Characters up to which a citation may stand from the words that it is of."""
MOST_CITED = 3
"""Citations near a stretch that it is compared with."""

_EDGE = r"\s\d٠-٩۰-۹.,:;!?…،؛؟۔()\[\]{}«»‹›“”\"'‘’﴾﴿\u06dd*·–—-"
_CORE = re.compile(f"[^{_EDGE}](?:.*[^{_EDGE}])?", re.DOTALL)
_PARTING = re.compile(r"[():\[\]«»‹›“”\"﴾﴿]")
_REST = re.compile(rf"[{_EDGE}]*")


def stretches(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield what may be a verse in the Arabic run of `text` from `start` to `end`: the run, then its parts.

    >>> text = "قال: «قل هو»."
    >>> [text[first:last] for first, last in stretches(text, 0, len(text))]
    ['قال: «قل هو', 'قال', 'قل هو']
    """
    edges = [start, *(edge for match in _PARTING.finditer(text, start, end) for edge in match.span()), end]
    whole = _core(text, start, end)
    if whole is None:
        return
    yield whole
    parts = [_core(text, first, last) for first, last in zip(edges[::2], edges[1::2], strict=True)]
    yield from (part for part in parts if part and part != whole)


def _core(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _CORE.search(text, start, end)
    return match.span() if match else None


def citations(text: str) -> list[tuple[int, int, tuple[Reference, ...]]]:
    """Return start, end and verses of every citation in `text` that can be read."""
    spans = sorted({*references.citations(text), *running_citations.running(text)})
    read = ((start, end, references.read_all(text[start:end])) for start, end in spans)
    return [(start, end, answer) for start, end, answer in read if isinstance(answer, tuple)]


def near(cited: Sequence[tuple[int, int, tuple[Reference, ...]]], start: int, end: int) -> tuple[Reference, ...]:
    """Return what of `cited`, in order, is cited near a stretch, the nearest first; of two as near, the one behind."""
    around = cited[bisect_left(cited, (start - NEAR - references.LONGEST,)) : bisect_left(cited, (end + NEAR + 1,))]
    ranked = sorted((max(first - end, start - last), first < start, refs) for first, last, refs in around)
    return tuple(reference for distance, _, refs in ranked[:MOST_CITED] if distance <= NEAR for reference in refs)


@dataclass(frozen=True, slots=True)
class Alone:
    """Arabic with its citation and nothing else."""

    arabic: str
    citation: str
    """Without brackets."""
    named: tuple[Reference, ...]


def alone(text: str) -> Alone | None:
    """Return the Arabic and the citation of a text that is nothing but these; None for any other text."""
    cited = references.citations(text)
    runs = arabic.runs(text)
    if len(cited) != 1 or not runs:
        return None
    rest = text
    for first, last in sorted([cited[0], *runs], reverse=True):
        rest = rest[:first] + rest[last:]
    citation = text[cited[0][0] : cited[0][1]].strip("[]() ")
    named = references.read_all(citation)
    if not _REST.fullmatch(rest) or not isinstance(named, tuple):
        return None
    return Alone("\n".join(text[first:last] for first, last in runs), citation, named)
