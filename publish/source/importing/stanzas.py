"""Verses of poems: lines that end where the poet ended them, told from the short last lines of paragraphs.

A stanza is a run of lines of like length that all leave room for the next word, begin with a capital, and for the most
part do not end a sentence. Short paragraphs end theirs; a heading stands alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from publish.source.importing.marks import Mark
from publish.source.importing.measure import Gauge
from publish.source.importing.rows import Row
from publish.source.importing.signs import End, Start, is_titled

LEAST = 3
"""Lines of a stanza; two are a couplet when they stand apart."""
ROOM = 0.04
"""Share of the measure that must be left, the next line's first word set, for the line end to be the poet's."""
COUPLET_ROOM = 0.2
LONGEST_STANZA = 60
"""Lines; a longer poem without a break is cut into stanzas of so many."""
LONGEST, SHORTEST = 64, 8
"""Characters of a line of verse."""
UNEVEN = 1.7
"""How much longer than the usual the longest line may be, and the usual than the shortest."""
RUNNING_ON = 0.5
"""Share of the lines, the last apart, that do not end a sentence."""


def stanzas(rows: Sequence[Row], marks: Sequence[Mark], gauge: Gauge) -> tuple[tuple[int, int], ...]:
    """Return the stanzas among `rows`, as first index and the one after the last; none before the first prose."""
    found: list[tuple[int, int]] = []
    prose = next(
        (index for index, row in enumerate(rows) if len(row.text) > LONGEST or _is_full(gauge, index)), len(rows)
    )
    start = prose + 1
    while start < len(rows):
        run = _run(rows, marks, gauge, start)
        end = next((end for end in range(run, start + 1, -1) if _is_stanza(rows, marks, gauge, start, end)), None)
        if end:
            found.append((start, end))
        start = end or start + 1
    return tuple(found)


def _is_full(gauge: Gauge, index: int) -> bool:
    slack = gauge.slack(index)
    return slack is not None and slack <= 0


def _run(rows: Sequence[Row], marks: Sequence[Mark], gauge: Gauge, start: int) -> int:
    """Return where the run of lines ends that begins at `start` and could be verse."""
    end = start
    while end < min(len(rows), start + LONGEST_STANZA) and _could_be_verse(rows[end], marks[end]):
        slack = gauge.slack(end)
        if slack is None or slack < ROOM:
            break
        if end > start and (rows[end].turn or rows[end].gap != rows[min(start + 1, end)].gap):
            break
        end += 1
    return end


def _could_be_verse(row: Row, mark: Mark) -> bool:
    return (
        SHORTEST <= len(row.text) <= LONGEST
        and not mark.hanging
        and not mark.arabic
        and mark.weight == 0
        and mark.end is not End.COLON
        and mark.start in (Start.UPPER, Start.OTHER)
        and not row.text.isupper()
    )


def _is_stanza(rows: Sequence[Row], marks: Sequence[Mark], gauge: Gauge, start: int, end: int) -> bool:
    count = end - start
    if count < 2:
        return False
    lengths = [len(row.text) for row in rows[start:end]]
    usual = median(lengths)
    if max(lengths) > UNEVEN * usual or usual > UNEVEN * min(lengths):
        return False
    running = sum(marks[index].end in (End.OPEN, End.BARE) for index in range(start, end - 1))
    if count >= LEAST:
        return running >= RUNNING_ON * (count - 1) and not all(is_titled(row.text) for row in rows[start:end])
    return running == 1 and _apart(rows, gauge, start, end) and marks[end - 1].end is End.ENDED


def _apart(rows: Sequence[Row], gauge: Gauge, start: int, end: int) -> bool:
    """Say whether two lines stand apart from the text above and below, nearer to one another, with room enough."""
    below = end == len(rows) or rows[end].turn or len(rows[end].gap) > len(rows[start + 1].gap)
    above = rows[start].turn or len(rows[start].gap) > len(rows[start + 1].gap)
    slacks = [gauge.slack(index) for index in range(start, end)]
    return above and below and all(slack is not None and slack >= COUPLET_ROOM for slack in slacks)
