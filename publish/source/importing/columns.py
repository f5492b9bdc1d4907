"""Pages in two columns, as `pdftotext -layout` draws them, unfolded: the left column, then the right one.

    left line one      right line one            left line one
    left line two      right line two     →      left line two
    left line three                              left line three
                                                 right line one …

The gutter is where many lines of a page begin anew after spaces, at one place. Justified text has spaces too, but
nowhere the same; a table has them at the same place, but its cells are no lines of running text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from statistics import median

from publish.source.importing.lines import Line

LEAST_ROWS = 6
"""Lines on a page that begin at the gutter before it is one."""
SHARE = 0.4
"""Share of the page's lines, between the first and the last of them, that have text right of the gutter."""
ACROSS = 0.4
"""Share of those lines that may run across it: titles, abstracts."""
JITTER = 2
"""Columns of characters by which the beginning of the right column wanders."""
ALIGNED = 0.6
"""Share of the lines of the right column that begin at the same place, give or take a character."""
MOST_CROSSINGS = 2
"""Stretches of lines that run across, on a page of few lines: in justified text they are everywhere."""
RUNNING = 18
"""Characters of a line of running text in a column, in the median."""
LONG_PAGE = 400
"""Lines of which a page without form feeds is known: what has no gutter in so many has none below."""
CANDIDATES = 8
"""Places that are looked at closely."""
MIDDLE = (0.25, 0.75)
"""Where, in the width of the page, a gutter may lie."""

_GAP = re.compile(r"(?<=\S)\s{2,}(?=\S)")


Cells = tuple[Line | None, Line | None]
"""What stands of a row in the left and in the right column."""


def unfold(pages: Sequence[Sequence[Line]]) -> tuple[tuple[tuple[Line, ...], ...], tuple[tuple[int, int], ...]]:
    """Return the flows of `pages` in reading order, and the first and last line of the file of each stretch in columns.

    A page without columns is one flow. A page too short to show its gutter has that of the pages before it.
    """
    flows: list[tuple[Line, ...]] = []
    unfolded: list[tuple[int, int]] = []
    usual: int | None = None
    for page in pages:
        gutter = usual if usual is not None and _keeps(page, usual) else _gutter(page)
        if gutter is None and usual is not None and _shares(page, usual):
            gutter = usual
        if gutter is None:
            flows.append(tuple(page))
            continue
        usual = gutter
        stretch, split = _unfold(page, gutter)
        flows += stretch
        unfolded += [(split[0], split[-1])] if split else []
    return tuple(flows), tuple(unfolded)


def _keeps(page: Sequence[Line], gutter: int) -> bool:
    """Say whether `page` has the gutter of the page before it."""
    texts = [text for line in page if (text := line.text.rstrip())]
    return len(texts) >= LEAST_ROWS and _is_gutter(texts, gutter)


def _shares(page: Sequence[Line], gutter: int) -> bool:
    """Say whether no line of a short page runs across `gutter`, and some are split by it."""
    halves = [_halves(line.text.rstrip(), gutter) for line in page if line.text.strip()]
    split = sum(half is not None and bool(half[0] and half[1]) for half in halves)
    return len(halves) < 2 * LEAST_ROWS and None not in halves and split >= SHARE * len(halves)


def _unfold(page: Sequence[Line], gutter: int) -> tuple[list[tuple[Line, ...]], list[int]]:
    """Return the flows of a page in columns, and the numbers of its lines with something right of the gutter."""
    rows = _settled([_cells(line, gutter) for line in page])
    flows: list[tuple[Line, ...]] = []
    for crossing, group in groupby(range(len(page)), key=lambda index: rows[index] is None):
        indices = list(group)
        if crossing:
            flows.append(tuple(page[index] for index in indices))
        else:
            flows.extend(
                _columns([rows[index] or (None, None) for index in indices], [page[index] for index in indices])
            )
    split = [line.number for line, row in zip(page, rows, strict=True) if row and row[1]]
    return [flow for flow in flows if any(line.text.strip() for line in flow)], split


def _gutter(page: Sequence[Line]) -> int | None:
    """Return where the right column begins, in characters from the left; None where there is one column."""
    texts = [text for line in page if (text := line.text.rstrip())]
    if len(texts) > LONG_PAGE and _gutter(page[:LONG_PAGE]) is None:
        return None
    if len(texts) < LEAST_ROWS:
        return None
    width = max(len(text) for text in texts)
    begins = Counter(
        place for text in texts for place in _beginnings(text) if MIDDLE[0] * width < place < MIDDLE[1] * width
    )
    if not begins:
        return None
    near = {place: sum(begins[place + step] for step in range(-JITTER, JITTER + 1)) for place in begins}
    likely = sorted((place for place in near if near[place] >= LEAST_ROWS), key=lambda at: (near[at], begins[at]))[
        -CANDIDATES:
    ]
    cleanest = max(
        likely, key=lambda at: (-sum(_halves(text, at) is None for text in texts), near[at], begins[at]), default=None
    )
    return cleanest if cleanest is not None and _is_gutter(texts, cleanest) else None


def _beginnings(text: str) -> Iterator[int]:
    """Yield where words begin after two spaces or more, the indentation counted."""
    indent = len(text) - len(text.lstrip())
    if indent:
        yield indent
    for gap in _GAP.finditer(text):
        yield gap.end()


def _is_gutter(texts: list[str], place: int) -> bool:
    """Say whether the lines are split at `place` often enough, by running text on both sides."""
    halves = [_halves(text, place) for text in texts]
    right = [index for index, half in enumerate(halves) if half and half[1]]
    if len(right) < LEAST_ROWS:
        return False
    rights_at = Counter(len(half[1]) - len(half[1].lstrip()) for half in halves if half and half[1])
    within = halves[right[0] : right[-1] + 1]
    if sum(half is None for half in within) > ACROSS * len(within) or len(right) < SHARE * len(within):
        return False
    stretches = sum(half is None and (before is not None) for before, half in pairwise(within))
    if stretches > MOST_CROSSINGS + len(within) / 25 or not _aligned(rights_at):
        return False
    lefts = [half[0].strip() for half in within if half and half[0]]
    rights = [half[1].strip() for half in within if half and half[1]]
    return len(lefts) >= LEAST_ROWS / 2 and _running(lefts) and _running(rights)


def _aligned(begins: Counter[int]) -> bool:
    """Say whether the lines of the right column begin at one place, those with an indent apart."""
    return max(sum(begins[place + step] for step in (0, 1)) for place in begins) >= ALIGNED * begins.total()


def _running(cells: list[str]) -> bool:
    """Say whether `cells` are lines of text, long enough and of several words, and not the cells of a table."""
    return median(len(cell) for cell in cells) >= RUNNING and median(len(cell.split()) for cell in cells) >= 2


def _halves(text: str, place: int) -> tuple[str, str] | None:
    """Return what stands left and right of the gutter, indentation kept; None for a line that runs across it."""
    indent = len(text) - len(text.lstrip())
    if indent >= place - JITTER:
        return "", " " * (indent - place + JITTER) + text.lstrip()
    for gap in _GAP.finditer(text):
        if gap.start() < place and gap.end() >= place - JITTER:
            return text[: gap.start()], " " * (gap.end() - place + JITTER) + text[gap.end() :]
    return (text, "") if len(text) <= place - JITTER + 1 else None


def _cells(line: Line, gutter: int) -> Cells | None:
    """Return what of `line` stands in which column; None for a line across both."""
    text = line.text.rstrip()
    if not text:
        return None, None
    halves = _halves(text, gutter)
    if halves is None:
        return None
    left, right = (replace(line, text=half) if half else None for half in halves)
    return left, right


def _settled(rows: list[Cells | None]) -> list[Cells | None]:
    """Return `rows` with a lone split among lines across taken back: a wide space that met the gutter by chance."""
    settled = list(rows)
    for index in range(1, len(rows) - 1):
        row = rows[index]
        if row and row[0] and row[1] and rows[index - 1] is None and rows[index + 1] is None:
            settled[index] = None
    return settled


def _columns(rows: Sequence[Cells], page: Sequence[Line]) -> Iterator[tuple[Line, ...]]:
    """Yield the left column and the right one, blank lines where a column itself has them.

    The rows of two columns need not stand at one height: a single row without text in a column is no blank line when
    most rows have text on one side only.
    """
    for side in (0, 1):
        filled = [cells[1 - side] is None for cells in rows if cells[side] is not None]
        staggered = sum(filled) > len(filled) / 2
        column: list[Line] = []
        empty = 0
        for line, cells in zip(page, rows, strict=True):
            cell = cells[side]
            empty = 0 if cell else empty + 1
            if cell or not staggered or empty > 1:
                column.append(cell or replace(line, text=""))
        yield tuple(column)
