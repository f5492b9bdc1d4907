"""What the editor should know of an import: what was done to the text, and what the source itself has wrong.

Nothing of the second kind is repaired: a quotation that is never closed stays open, a date stays as it was written.
Each is named by its line in the file that was imported.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from publish.language import arabic, quotes, sources
from publish.language.scripture import house_form
from publish.language.scripture.recovery import matching
from publish.model.finding import Finding, Span, found
from publish.model.inline import Reference
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.paragraphs import Paragraph
from publish.source.importing.record import Record
from publish.source.importing.restoring import Restored
from publish.source.importing.signs import NUMBERED

SHOWN = 25
"""Lines or stretches of lines that one message names."""
MARKS_SHOWN = 100
"""Quotation marks and brackets that get a message of their own."""
ARABIC_SHOWN = 20
"""Lines with Arabic that get a message of their own."""
EXCERPT = 40
"""Characters of text that a message quotes."""

_FAULTS = {"unclosed": "I011", "unopened": "I012", "nested": "I013"}


def report(blocks: Sequence[Block], record: Record, path: str, text: str) -> tuple[Finding, ...]:
    """Return everything worth saying, by line; what concerns the whole file comes first. Finds I005–I018, I020–I027."""
    page = _Page(path, text)
    paragraphs = [paragraph for block in blocks for paragraph in block.paragraphs]
    findings = [*_done(record, page), *_faults(blocks, paragraphs, page)]
    findings += [*_verses(record.restored, page), *_arabic(paragraphs, record.restored, page)]
    return tuple(sorted(findings, key=lambda finding: finding.span))


def ranges(numbers: Iterable[int]) -> str:
    """Write line numbers down, neighbours together.

    >>> ranges([4, 5, 6, 9])
    '4–6, 9'
    """
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    written = [str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs]
    return ", ".join(written[:SHOWN]) + (" …" if len(written) > SHOWN else "")


class _Page:
    """The file that was imported, to point into."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")

    def whole(self) -> Span:
        return Span(self.path)

    def line(self, number: int) -> Span:
        return Span(self.path, number, 1)

    def at(self, paragraph: Paragraph, offset: int) -> Span:
        """Return the place of the character at `offset`, its column found by the words that follow it."""
        number = paragraph.line(offset)
        line = self.lines[number - 1]
        for length in (EXCERPT // 2, EXCERPT // 8, 1):
            column = line.find(paragraph.text[offset : offset + length])
            if column >= 0:
                return Span(self.path, number, column + 1)
        return self.line(number)


def _done(record: Record, page: _Page) -> Iterator[Finding]:
    """Yield what was taken away, joined and put right."""
    if record.cleared:
        yield found("I006", page.whole(), count=sum(record.cleared.values()))
    for removed in record.removed:
        code = "I008" if removed.folio else "I007"
        count, lines = len(removed.numbers), ranges(removed.numbers)
        yield found(code, page.whole(), text=_excerpt(removed.text), count=count, lines=lines)
    if record.unfolded:
        stretches = ", ".join(f"{first}–{last}" for first, last in record.unfolded[:SHOWN])
        yield found("I009", page.whole(), lines=stretches)
    sewing = record.sewing
    if sewing.joined:
        pages, blanks = len(sewing.over_pages), len(sewing.over_blanks)
        yield found("I010", page.whole(), count=sewing.joined, pages=pages, blanks=blanks, hyphens=sewing.soft)
    if sewing.unsure:
        yield found("I018", page.whole(), count=len(sewing.unsure), lines=ranges(sewing.unsure))
    for mended in record.mended:
        yield found("I017", page.line(mended.number), mended.before, before=mended.before, after=mended.after)
    if record.notes:
        yield found("I020", page.whole(), count=len(record.notes), lines=ranges(record.notes))
    if record.loose:
        yield found("I021", page.whole(), count=len(record.loose), lines=ranges(record.loose))


def _faults(blocks: Sequence[Block], paragraphs: Sequence[Paragraph], page: _Page) -> Iterator[Finding]:
    """Yield what the source itself has wrong."""
    marks = [(paragraph, fault) for paragraph in paragraphs for fault in quotes.unbalanced(paragraph.text)]
    for paragraph, fault in marks[:MARKS_SHOWN]:
        excerpt = _excerpt(_around(paragraph.text, fault.offset, fault.kind))
        yield found(_FAULTS[fault.kind], page.at(paragraph, fault.offset), mark=fault.mark, text=excerpt)
    if rest := marks[MARKS_SHOWN:]:
        lines = ranges(paragraph.line(fault.offset) for paragraph, fault in rest)
        yield found("I023", page.at(rest[0][0], rest[0][1].offset), count=len(rest), lines=lines)
    yield from _dates(paragraphs, page)
    yield from _lost(page)
    numbered = [
        block.paragraphs[0].places[0][1]
        for block in blocks
        if block.kind is Kind.PARAGRAPH
        and (match := NUMBERED.match(block.paragraphs[0].text))
        and match["sign"].endswith(")")
    ]
    if len(numbered) > 1:
        yield found("I022", page.whole(), count=len(numbered), lines=ranges(numbered))


def _around(text: str, offset: int, kind: str) -> str:
    """Return the words that the mark stands before, or behind."""
    return text[max(0, offset - EXCERPT) : offset + 1] if kind == "unopened" else text[offset : offset + EXCERPT + 1]


def _dates(paragraphs: Sequence[Paragraph], page: _Page) -> Iterator[Finding]:
    dated = [
        (paragraph, *pair)
        for paragraph in paragraphs
        if "(" in paragraph.text
        for pair in sources.dates(paragraph.text)
    ]
    doubtful = sources.outliers([date for _, _, date in dated])
    usual = Counter(date.year for index, (_, _, date) in enumerate(dated) if index not in doubtful).most_common(1)
    for index in doubtful:
        paragraph, offset, date = dated[index]
        yield found("I014", page.at(paragraph, offset), date=_written(date), year=usual[0][0])


def _written(date: dt.date) -> str:
    return f"{date:%d.%m.%Y}"


def _verses(restored: Restored, page: _Page) -> Iterator[Finding]:
    """Yield which verses were put right, and which may be one, each with its place in the file."""
    if restored.script:
        yield found("I027", page.whole(), script=restored.script)
    for told in restored.told:
        before, match = " ".join(told.before.split()), told.match
        code = "I024" if told.replaced else "I025"
        values = {"reference": house_form.write([match.reference], "diyanet"), "score": f"{match.score:.3f}"}
        if not told.replaced and told.cited and _contradicts(match, told.cited):
            code, values["cited"] = "I026", house_form.write([told.cited], "diyanet")
        yield found(code, page.line(told.line), before[:EXCERPT], before=before, after=match.text, **values)


def _contradicts(match: matching.Match, cited: Reference) -> bool:
    return match.score >= matching.REPLACED and not matching.agrees(match.reference, cited)


def _arabic(paragraphs: Sequence[Paragraph], restored: Restored, page: _Page) -> Iterator[Finding]:
    """Yield a warning for every line with other Arabic; where there are many, one for all of the rest."""
    places: dict[int, tuple[Paragraph, int, int]] = {}
    for paragraph in paragraphs:
        for start, end in arabic.runs(paragraph.text):
            if any(sound in paragraph.text[start:end] for sound in restored.sound):
                continue
            inside = (offset for offset, _ in paragraph.places if start < offset < end)
            for offset in (start, *inside):
                places.setdefault(paragraph.line(offset), (paragraph, offset, end))
    numbers = sorted(places)
    for number in numbers[:ARABIC_SHOWN]:
        paragraph, offset, end = places[number]
        yield found("I015", page.at(paragraph, offset), paragraph.text[offset:end][:EXCERPT])
    if len(numbers) > ARABIC_SHOWN:
        rest = numbers[ARABIC_SHOWN:]
        yield found("I016", page.line(rest[0]), count=len(rest), lines=ranges(rest))


def _lost(page: _Page) -> Iterator[Finding]:
    lines = [number for number, line in enumerate(page.lines, 1) if "\ufffd" in line]
    if lines:
        yield found("I005", page.line(lines[0]), count=len(lines), lines=ranges(lines))


def _excerpt(text: str) -> str:
    return text if len(text) <= EXCERPT + 1 else text[:EXCERPT].rstrip() + "…"
