"""What a compositor would look at again on laid-out pages: loose lines, ladders, rivers, widows, and the like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise

from publish.model.proof import Blemish, Gap, Kind, Line, Mark, Page, Record

LOOSEST, TIGHTEST = 0.45, 0.20
"""Em of the mean space of a full line beyond which it is loose, or tight."""
LADDER = 3
"""Lines in a row that end in hyphens, from which on they are told: two may stand on each other."""
RIVER = 4
"""Lines in a row whose spaces flow together: with three of them every page would have some by chance."""
OVERLAP = 0.5
"""Share of the narrower of two spaces that must stand over the other."""
STUB = 0.12
"""Share of the measure below which the last line of a paragraph is a stub."""
EQUAL = 0.1
"""Lines by which the depths of facing pages may differ."""

Rule = Callable[[Record], Iterator[Mark]]


def judge(record: Record) -> tuple[Mark, ...]:
    """Return what is doubtful, in the order of the pages."""
    found = [mark for rule in RULES for mark in rule(record)]
    return tuple(
        sorted(found, key=lambda mark: (mark.page, mark.lines[:1] or (-1,), list(Blemish).index(mark.blemish)))
    )


def _of_lines(blemish: Blemish, figure: Callable[[Line], float | None]) -> Rule:
    """Return the rule that looks at lines one by one; `figure` is None for those that are well."""

    def rule(record: Record) -> Iterator[Mark]:
        for index, page in enumerate(record.pages):
            for at, line in enumerate(page.lines):
                value = figure(line)
                if value is not None:
                    yield Mark(blemish, index, (at,), value)

    return rule


def _loose(line: Line) -> float | None:
    return line.gap if line.is_full and line.gap is not None and line.gap > LOOSEST else None


def _tight(line: Line) -> float | None:
    return line.gap if line.is_full and line.gap is not None and line.gap < TIGHTEST else None


def _stock(line: Line) -> float | None:
    return 1.0 if line.is_full and not line.is_composed else None


def _runs(page: Page) -> Iterator[list[tuple[int, Line]]]:
    """Yield the lines of the text that stand under each other in one column, with their indexes."""
    entries = [(at, line) for at, line in enumerate(page.lines) if line.passage >= 0]
    for _, group in groupby(entries, key=lambda entry: (entry[1].is_note, entry[1].column)):
        run = list[tuple[int, Line]]()
        for entry in group:
            if run and not 0 < entry[1].baseline - run[-1][1].baseline < 2 * page.leading:
                yield run
                run = []
            run.append(entry)
        yield run


def _ladders(record: Record) -> Iterator[Mark]:
    for index, page in enumerate(record.pages):
        for run in _runs(page):
            for has_hyphen, group in groupby(run, key=lambda entry: entry[1].has_hyphen):
                lines = tuple(at for at, _ in group)
                if has_hyphen and len(lines) >= LADDER:
                    yield Mark(Blemish.LADDER, index, lines, len(lines))


def _rivers(record: Record) -> Iterator[Mark]:
    for index, page in enumerate(record.pages):
        for run in _runs(page):
            yield from _rivers_of(index, run)


def _rivers_of(index: int, run: Sequence[tuple[int, Line]]) -> Iterator[Mark]:
    """Follow every space down from line to line, and yield those that go far."""
    flowing = list[list[tuple[int, Gap]]]()
    for place, (_, line) in enumerate(run):
        goes_on, free = list[list[tuple[int, Gap]]](), list(line.gaps)
        for stream in flowing:
            below = max(free, key=lambda gap: _overlap(stream[-1][1], gap), default=None)
            if below is not None and _overlap(stream[-1][1], below) >= OVERLAP:
                free.remove(below)
                goes_on.append([*stream, (place, below)])
            elif len(stream) >= RIVER:
                yield _river(index, run, stream)
        flowing = [*goes_on, *([(place, gap)] for gap in free)]
    for stream in flowing:
        if len(stream) >= RIVER:
            yield _river(index, run, stream)


def _overlap(first: Gap, second: Gap) -> float:
    common = min(first.right, second.right) - max(first.left, second.left)
    return common / max(min(first.right - first.left, second.right - second.left), 0.1)


def _river(index: int, run: Sequence[tuple[int, Line]], stream: Sequence[tuple[int, Gap]]) -> Mark:
    trace = tuple((gap.left, gap.right, run[place][1].baseline) for place, gap in stream)
    return Mark(Blemish.RIVER, index, tuple(run[place][0] for place, _ in stream), len(stream), trace)


def _ends_of_pages(record: Record) -> Iterator[Mark]:
    """Find widows, orphans and headings at the foot: what is torn from its passage, or its text, by the page."""
    for index, page in enumerate(record.pages):
        body = [(at, line) for at, line in enumerate(page.lines) if not line.is_note and line.passage >= 0]
        if not body or record.text.passages[body[0][1].passage].kind is Kind.CELL:
            continue
        at, line = body[0]
        came, goes = _passages(record, index - 1), _passages(record, index + 1)
        if line.passage in came and line.is_last:
            yield Mark(Blemish.WIDOW, index, (at,), 1)
        at, line = body[-1]
        kind = record.text.passages[line.passage].kind
        own = [each for _, each in body if each.passage == line.passage]
        if line.passage in goes and line.passage not in came and len(own) == 1:
            yield Mark(Blemish.ORPHAN, index, (at,), 1)
        elif kind is Kind.HEADING and not page.ends_early:
            yield Mark(Blemish.HEADING, index, (at,), 1)


def _passages(record: Record, index: int) -> set[int]:
    return {line.passage for line in record.pages[index].lines} if 0 <= index < len(record.pages) else set()


def _stubs(record: Record) -> Iterator[Mark]:
    begun = set[int]()
    for index, page in enumerate(record.pages):
        for at, line in enumerate(page.lines):
            if line.passage < 0:
                continue
            share = (line.right - line.left) / max(line.column.right - line.column.left, 1.0)
            if line.is_last and line.passage in begun and share < STUB:
                yield Mark(Blemish.STUB, index, (at,), share)
            if line.is_full:
                begun.add(line.passage)


def _depths(record: Record) -> Iterator[Mark]:
    """Find facing pages, an even one and the odd one after it, that should be equally deep and are not."""
    for index, (left, right) in enumerate(pairwise(record.pages)):
        if left.folio % 2 or right.folio != left.folio + 1 or left.ends_early or right.ends_early:
            continue
        if left.lines and right.lines:
            short = (_depth(left) - _depth(right)) / left.leading
            if abs(short) > EQUAL:
                yield Mark(Blemish.DEPTH, index + (short > 0), (), abs(short))


def _depth(page: Page) -> float:
    return max(line.baseline for line in page.lines)


RULES: tuple[Rule, ...] = (
    _of_lines(Blemish.LOOSE, _loose),
    _of_lines(Blemish.TIGHT, _tight),
    _of_lines(Blemish.STOCK, _stock),
    _ladders,
    _rivers,
    _ends_of_pages,
    _stubs,
    _depths,
)
"""Every rule looks at the whole book; a further one is added here."""
