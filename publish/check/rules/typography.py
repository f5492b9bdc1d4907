"""Quotation marks without a partner, and dates of sources that cannot be right: reported, never mended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publish.check import places
from publish.check.registry import rule
from publish.language import quotes, sources
from publish.model.booklet import Booklet
from publish.model.finding import Finding, found
from publish.model.inline import Inline, Source, Text, WithChildren, plain, walk
from publish.model.world import World

_CODES = {"unclosed": "T001", "unopened": "T002", "nested": "T003"}
MOST = 20
"""Findings in one paragraph; one that has more is no prose."""
_CONTEXT = 30
"""Characters after a mark that a finding quotes."""


@rule
def quotation_marks(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find marks that are opened and never closed (T001), closed and never opened (T002), or the same inside (T003)."""
    rows = places.rows(booklet, world)
    for line in booklet.lines():
        text, starts = _judged_text(line)
        words = plain(line)
        for fault in quotes.unbalanced(text)[:MOST]:
            start, node = max((pair for pair in starts if pair[0] <= fault.offset), key=lambda pair: pair[0])
            span = places.within(node.text, node.span, fault.offset - start, fault.offset - start + 1, rows)
            context = words[max(0, fault.offset - _CONTEXT) : fault.offset + _CONTEXT].strip()
            yield found(_CODES[fault.kind], span, context, mark=fault.mark)


@rule
def dates_of_sources(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find dates that stand apart from all other sources' (T004)."""
    dated = [
        (date, node)
        for line in booklet.lines()
        for node in walk(line)
        if isinstance(node, Source)
        for _, date in sources.dates(plain(node.children))
    ]
    for index in sources.outliers([date for date, _ in dated]):
        date, node = dated[index]
        yield found("T004", node.span, plain(node.children), date=f"{date:%d.%m.%Y}", year=date.year)


def _judged_text(line: tuple[Inline, ...]) -> tuple[str, list[tuple[int, Text]]]:
    """Return the words of a line, what is no prose blotted out, and where each piece of prose begins in it."""
    pieces: list[str] = []
    starts: list[tuple[int, Text]] = []
    length = 0
    for node in _leaves(line):
        text = plain((node,))
        if isinstance(node, Text):
            starts.append((length, node))
        else:
            text = "x" * len(text)
        pieces.append(text)
        length += len(text)
    return "".join(pieces), starts


def _leaves(line: tuple[Inline, ...]) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, WithChildren):
            yield from _leaves(node.children)
        else:
            yield node
