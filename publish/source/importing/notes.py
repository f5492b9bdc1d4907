"""Footnotes that the extraction left at the foot of their pages, in the middle of the running text.

    … gösterilmiştir.4 Komşumuz …                … gösterilmiştir.[^4] Komşumuz …
    4 Buhârî, Îmân, 1.                    →      [^4]: Buhârî, Îmân, 1.

They are notes again only when everything agrees: they count on, they stand at the foot, and each has one mark in the
text above, in order. Where that fails, but a sentence runs on over them, they are put behind the paragraph that they
cut in two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publish.source.importing.rows import Row
from publish.source.importing.signs import interrupts

MARK = re.compile("\ufdd0(?P<label>[0-9]+)\ufdd1")
"""A note's mark until it is written down: its label between Unicode noncharacters, which are in no text."""

LONGEST_FOOT = 600
"""Rows at the end of a page, or of the text, among which notes begin."""
CANDIDATES = 12
"""Beginnings that are looked at closely."""
_START = re.compile(
    r"(?:(?P<plain>\d{1,3})(?:[.)]|(?=\s))|\[(?P<square>\d{1,3})\]|(?P<raised>[\u00b9\u00b2\u00b3\u2070-\u2079]{1,3}))\s*(?=[^\W\d]|[“\"(])"
)
_RAISED = str.maketrans("\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789")
_PLACES = (
    re.compile(r"(?P<number>[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3})"),
    re.compile(r"\s?\[(?P<number>\d{1,3})\]"),
    re.compile(r"(?<=[.,;:!?…”’»)\]])(?<!\d[.,])(?P<number>\d{1,3})(?=$|[\s.,;:!?…”’»)])"),
    re.compile(r"(?<=[^\W\d_])(?P<number>\d{1,3})(?=$|[\s.,;:!?…”’»)])"),
)
"""Where a note's mark can stand, the surest first: raised, in brackets, after a full stop, after a word."""
Places = dict[int, list[tuple[int, int, int, int]]]
"""By number: rank of the place, row, start, end."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note, or what is likely one."""

    rows: tuple[Row, ...]
    """Its number taken off where it is safe."""
    label: str
    """Empty when it could not be tied to the text."""
    after: int
    """Line of the file after whose paragraph it stands when it has no label."""


@dataclass(frozen=True, slots=True)
class Zone:
    """The foot of a page that begins like notes."""

    start: int
    numbers: tuple[int, ...]
    begins: tuple[int, ...]
    """Index of the first row of each note."""


def take(rows: Sequence[Row]) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    """Return `rows` without notes, their marks in place, and the notes, of the foot of pages or of the end."""
    kept, notes = _by_page(_flows(rows))
    return (kept, notes) if notes else _by_page([list(rows)])


def _by_page(flows: list[list[Row]]) -> tuple[tuple[Row, ...], tuple[Note, ...]]:
    kept: list[Row] = []
    notes: list[Note] = []
    expected = 1
    for index, flow in enumerate(flows):
        following = flows[index + 1][0] if index + 1 < len(flows) else None
        body, found, expected = _page(flow, following, expected, len(notes))
        kept += body
        notes += found
    return tuple(kept), tuple(notes)


def _flows(rows: Sequence[Row]) -> list[list[Row]]:
    flows: list[list[Row]] = []
    for row in rows:
        if row.turn or not flows:
            flows.append([])
        flows[-1].append(row)
    return flows


def _page(flow: list[Row], following: Row | None, expected: int, count: int) -> tuple[list[Row], list[Note], int]:
    """Return the body of one page, its notes, and the number the next note has."""
    zones = list(_zones(flow, expected))
    places = _places(flow) if zones else {}
    for zone in zones:
        marked = _marked(flow[: zone.start], zone.numbers, count + 1, places)
        if marked is not None:
            return marked, list(_notes(flow, zone, count + 1)), zone.numbers[-1] + 1
    for zone in zones:
        last = flow[zone.start - 1]
        if following is not None and interrupts(last.text, following.text) and not interrupts(flow[-1].text, "A"):
            notes = [Note(tuple(flow[start:end]), "", last.number) for start, end in _spans(flow, zone)]
            return flow[: zone.start], notes, zone.numbers[-1] + 1
    return flow, [], expected


def _zones(flow: list[Row], expected: int) -> Iterator[Zone]:
    """Yield the feet of the page that can be notes, the longest first: numbers that count on to its end."""
    foot = max(1, len(flow) - LONGEST_FOOT)
    starts = [(at, number) for at, row in enumerate(flow[foot:], foot) if (number := _number(row.text)) is not None]
    first = [at for at, (_, number) in enumerate(starts) if number in (1, expected)]
    for at in first[-CANDIDATES:]:
        index, number = starts[at]
        chain = [(index, number)]
        for later, following in starts[at + 1 :]:
            if following == chain[-1][1] + 1:
                chain.append((later, following))
        yield Zone(index, tuple(number for _, number in chain), tuple(index for index, _ in chain))


def _number(text: str) -> int | None:
    match = _START.match(text)
    if match is None:
        return None
    return int((match["plain"] or match["square"] or match["raised"]).translate(_RAISED))


def _spans(flow: list[Row], zone: Zone) -> Iterator[tuple[int, int]]:
    yield from zip(zone.begins, (*zone.begins[1:], len(flow)), strict=True)


def _notes(flow: list[Row], zone: Zone, first: int) -> Iterator[Note]:
    for label, (start, end) in enumerate(_spans(flow, zone), first):
        opening = replace(flow[start], text=_START.sub("", flow[start].text, count=1))
        yield Note((opening, *flow[start + 1 : end]), str(label), 0)


def _places(flow: Sequence[Row]) -> Places:
    """Return every place in `flow` where a note's mark can stand."""
    places: Places = defaultdict(list)
    for index, row in enumerate(flow):
        for rank, pattern in enumerate(_PLACES):
            for match in pattern.finditer(row.text):
                places[int(match["number"].translate(_RAISED))].append((rank, index, *match.span()))
    return places


def _marked(body: list[Row], numbers: Sequence[int], first: int, places: Places) -> list[Row] | None:
    """Return `body` with the mark of every note, None unless each number stands once where a mark can, in order."""
    marked = list(body)
    before = (0, 0)
    for label, number in enumerate(numbers, first):
        above = [place for place in places.get(number, ()) if place[1] < len(body)]
        best = min(above, default=(0,))[0]
        surest = [place for place in above if place[0] == best]
        if len(surest) != 1 or surest[0][1:3] < before:
            return None
        _, index, start, end = surest[0]
        before = index, start
        row = marked[index]
        shift = len(row.text) - len(body[index].text)  # by the marks put into this row already
        text = f"{row.text[: start + shift]}\ufdd0{label}\ufdd1{row.text[end + shift :]}"
        marked[index] = replace(row, text=text, extent=row.extent + len(text) - len(row.text))
    return marked
