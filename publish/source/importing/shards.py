"""Lines that the extraction broke at their wide spaces, put together again.

    Üniversite                                  Üniversite öğrencilerinin kurduğu topluluk, köy
    öğrencilerinin              →               okullarına kitap taşıyor. …
    kurduğu
    topluluk,
    köy
    okullarına kitap taşıyor. …

pdftotext takes the wide spaces of a badly justified line for the gaps between columns. The pieces of such a line fit
into the measure together, and with the next line's first word they no longer do; that is how they are known.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import inf

from publish.source.importing.marks import LEADER
from publish.source.importing.measure import Gauge
from publish.source.importing.notes import MARK
from publish.source.importing.rows import Row
from publish.source.importing.signs import LABEL, POINT, End, Start, begin, finish

MOST_WORDS = 4
"""Words of a piece, but for the last of its line."""
USUAL_WORDS = 2
"""Words of a piece on the average; lines of verse have more."""
MARK_LENGTH = 5
"""Characters of a note's mark at most."""
PIECE = 0.6
"""Share of the measure that a piece fills at most."""
BETWEEN = "e"
"""What may stand blank between pieces: where lines are far apart, pdftotext takes them for paragraphs."""
LEEWAY = 0.02
"""Share of the measure by which a full line may seem too long, or too short."""


def mend(rows: Sequence[Row], gauge: Gauge) -> tuple[Row, ...]:
    """Return `rows` with the pieces of broken lines on one row."""
    if gauge.measure == inf:
        return tuple(rows)
    mended: list[Row] = []
    end = len(rows)
    while end > 0:
        start = _start(rows, gauge, end - 1)
        pieces = rows[start:end]
        text = " ".join(piece.text for piece in pieces)
        mended.append(
            replace(pieces[0], text=text, extent=pieces[0].indent + len(text)) if len(pieces) > 1 else pieces[0]
        )
        end = start
    return tuple(reversed(mended))


def _start(rows: Sequence[Row], gauge: Gauge, last: int) -> int:
    """Return the index of the first piece of the line whose last piece is `last`; `last` itself for a whole line."""
    if last + 1 >= len(rows) or rows[last + 1].turn:
        return last
    following = gauge.heads[last + 1]
    space = gauge.heads[last] and 0.5
    width = gauge.widths[last]
    start = last
    while start > 0 and _is_piece(rows, gauge, start - 1) and not rows[start].turn:
        if rows[start].gap and not (rows[start].gap == BETWEEN and _lone(rows, start)):
            break
        wider = width + space + gauge.widths[start - 1]
        if wider > gauge.measure * (1 + LEEWAY):
            break
        width, start = wider, start - 1
    full = width + following > gauge.measure * (1 - LEEWAY)
    return start if start < last and full and _torn(rows, start, last) else last


def _lone(rows: Sequence[Row], index: int) -> bool:
    """Say whether the rows around a blank line above `index` are single words: pieces drawn far apart."""
    return " " not in rows[index - 1].text and (" " not in rows[index].text or rows[index - 1].text[-1] not in ".!?…:")


def _is_piece(rows: Sequence[Row], gauge: Gauge, index: int) -> bool:
    text = rows[index].text
    return gauge.widths[index] <= gauge.measure * PIECE and len(text.split()) <= MOST_WORDS and not LABEL.match(text)


def _torn(rows: Sequence[Row], start: int, last: int) -> bool:
    """Say whether the pieces are torn words of one line, and no headings and short paragraphs that happen to fit."""
    texts = [row.text for row in rows[start : last + 1]]
    if any(POINT.match(text) or LEADER.search(text) for text in texts[1:]):
        return False
    if sum(len(text.split()) for text in texts[:-1]) > USUAL_WORDS * (len(texts) - 1):
        return False
    ends = [finish(text) for text in texts[:-1]]
    goes_on = [begin(text) in (Start.LOWER, Start.CLOSING, Start.DIGIT) for text in texts[1:]]
    marked = [
        MARK.search(text, max(0, len(text) - MARK_LENGTH)) is not None for text in texts[:-1]
    ]  # -raw breaks after notes
    torn = sum(end is End.OPEN or goes or mark for end, goes, mark in zip(ends, goes_on, marked, strict=True))
    before = rows[start - 1].text if start else ""
    led_in = (bool(before) and not rows[start].gap and finish(before) in (End.BARE, End.OPEN)) or begin(
        texts[0]
    ) is Start.LOWER
    bare = sum(end in (End.BARE, End.OPEN) for end in ends)
    return (
        torn * 2 >= len(ends) or (led_in and bare == len(ends)) or (len(ends) >= 2 and torn >= 1 and bare == len(ends))
    )
