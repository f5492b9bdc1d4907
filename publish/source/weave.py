"""The words of a line cut into what they are: Arabic, citations, sources, pieces never hyphenated, and plain text.

What markdown-it hands on as scraps (words, an escaped sign, the end of a row) is joined first, so that a source that is
torn over two rows of the file is one source. Each node still gets the place of its own characters.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from publish.language import arabic, sources
from publish.language.hyphenation import whole
from publish.language.scripture import references, running_citations
from publish.model.finding import Span
from publish.model.inline import Arabic, Citation, Inline, Source, Text, Whole, plain
from publish.source.places import Origin

Ranges = Iterable[tuple[int, int]]
Mark = tuple[int, int, type[Source] | type[Citation]]
"""Start, end negated (of two that begin together the longer comes first), and what it is."""


@dataclass(frozen=True, slots=True)
class Scrap:
    """Some text, with the range it stands for in the block's text."""

    text: str
    start: int
    end: int

    def spot(self, offset: int) -> tuple[int, int]:
        """Return the range that one character stands for; an entity or an escape stands for its one character."""
        if self.end - self.start == len(self.text):
            return self.start + offset, self.start + offset + 1
        return self.start, self.end


@dataclass(slots=True)
class _Line:
    """A line of scraps and finished nodes as one string, in which each has its offset."""

    items: Sequence[Scrap | Inline]
    offsets: list[int]
    text: str
    origin: Origin

    def span(self, start: int, end: int) -> Span:
        """Return the place of characters that belong to scraps."""
        return self.origin.span(self._spot(start)[0], self._spot(end - 1)[1])

    def _spot(self, offset: int) -> tuple[int, int]:
        index = bisect_right(self.offsets, offset) - 1
        item = self.items[index]
        assert isinstance(item, Scrap)  # noqa: S101  # callers ask only for characters of scraps
        return item.spot(offset - self.offsets[index])

    def in_scrap(self, offset: int) -> bool:
        """Say whether the character at `offset` belongs to a scrap."""
        return isinstance(self.items[bisect_right(self.offsets, offset) - 1], Scrap)


def weave(items: Sequence[Scrap | Inline], origin: Origin) -> tuple[Inline, ...]:
    """Return the nodes of a line whose marked-up parts are finished already."""
    return _Weaver(_joined(items, origin)).all()


def weave_arabic(items: Sequence[Scrap | Inline], origin: Origin) -> tuple[Inline, ...]:
    """Return the nodes of a line that is Arabic as a whole: signs and numbers in it are Arabic too."""
    line = _joined(items, origin)
    if any(char.isalpha() and char < "\u0590" for char in line.text):
        return _Weaver(line).all()
    return _Weaver(line, lambda text: ((0, len(text)),)).all()


def _joined(items: Sequence[Scrap | Inline], origin: Origin) -> _Line:
    kept = [item for item in items if not (isinstance(item, Scrap) and not item.text)]
    texts = [item.text if isinstance(item, Scrap) else plain((item,)) for item in kept]
    offsets, length = [], 0
    for text in texts:
        offsets.append(length)
        length += len(text)
    return _Line(kept, offsets, "".join(texts), origin)


class _Weaver:
    """Goes through a line once, from left to right."""

    def __init__(self, line: _Line, arabic_runs: Callable[[str], Ranges] | None = None) -> None:
        self.line = line
        self.arabic_runs = arabic_runs or arabic.runs
        self.index = 0
        self.offset = 0

    def all(self) -> tuple[Inline, ...]:
        """Return the nodes of the whole line."""
        text = self.line.text
        marks = [(start, -end, Source) for start, end in sources.sources(text) if self._begins_and_ends(start, end)]
        spans = (*references.citations(text), *running_citations.running(text))
        cited = [(start, -end, Citation) for start, end in spans if self._is_scraps(start, end)]
        ordered = sorted([*marks, *cited], key=lambda mark: mark[:2])
        return tuple(self._marked(deque(ordered), len(text), outermost=True))

    def _begins_and_ends(self, start: int, end: int) -> bool:
        return self.line.in_scrap(start) and self.line.in_scrap(end - 1)

    def _is_scraps(self, start: int, end: int) -> bool:
        first = bisect_right(self.line.offsets, start) - 1
        last = bisect_right(self.line.offsets, end - 1)
        return all(isinstance(item, Scrap) for item in self.line.items[first:last])

    def _marked(self, marks: deque[Mark], until: int, outermost: bool = False) -> list[Inline]:
        """Return the nodes up to `until`; marks that begin before it are used up, what reaches beyond it is void."""
        nodes: list[Inline] = []
        while marks and marks[0][0] < until:
            start, negative_end, kind = marks.popleft()
            end = -negative_end
            if start < self.offset or end > until:
                continue
            nodes += self._plain(start, with_empty=True)
            span = self.line.span(start, end)
            if kind is Source:
                nodes.append(Source(tuple(self._marked(marks, end)), span))
            else:
                nodes.append(Citation(self.line.text[start:end], span))
                self._skip(end)
        return nodes + self._plain(until, with_empty=outermost)

    def _skip(self, until: int) -> None:
        self.offset = until
        while self.index < len(self.line.items) and self._end(self.index) <= until:
            self.index += 1

    def _end(self, index: int) -> int:
        offsets = self.line.offsets
        return offsets[index + 1] if index + 1 < len(offsets) else len(self.line.text)

    def _plain(self, until: int, with_empty: bool) -> list[Inline]:
        """Return the nodes up to `until`; a node without words that stands just there only `with_empty`."""
        nodes: list[Inline] = []
        begin = self.offset
        while self.index < len(self.line.items):
            item, end = self.line.items[self.index], self._end(self.index)
            if isinstance(item, Scrap):
                self.offset = min(end, until)
                if end > until:
                    break
            else:
                empty = self.line.offsets[self.index] == end
                if self.line.offsets[self.index] > until or end > until or (empty and end == until and not with_empty):
                    break
                nodes += self._words(begin, self.line.offsets[self.index])
                nodes.append(item)
                self.offset = begin = end
            self.index += 1
        return nodes + self._words(begin, self.offset)

    def _words(self, start: int, end: int) -> list[Inline]:
        """Return the nodes of a stretch that is only scraps."""
        if start >= end:
            return []
        text = self.line.text[start:end]
        nodes: list[Inline] = []
        done = 0
        for first, last, node in _pieces(text, self.arabic_runs(text)):
            if done < first:
                nodes.append(Text(text[done:first], self.line.span(start + done, start + first)))
            nodes.append(node(text[first:last], self.line.span(start + first, start + last)))
            done = last
        if done < len(text):
            nodes.append(Text(text[done:], self.line.span(start + done, end)))
        return nodes


def _pieces(text: str, runs: Ranges) -> Iterator[tuple[int, int, type[Arabic] | type[Whole]]]:
    """Yield what is not plain text, from left to right; of two that overlap, the Arabic one."""
    runs = tuple(runs)
    first = 0
    for start, end in whole.wholes(text):
        while first < len(runs) and runs[first][1] <= start:
            yield (*runs[first], Arabic)
            first += 1
        if first == len(runs) or end <= runs[first][0]:
            yield start, end, Whole
    for run in runs[first:]:
        yield (*run, Arabic)
