"""Where things stand: from offsets in what markdown-it parses back to lines and columns of the file.

markdown-it gives blocks a range of lines and inlines no place at all. A block's words are, row by row, the ends of
its source lines (marks of quotes and points stand before them), a heading's and a cell's words lie within the line:
from that an `Origin` is made, which maps every character of a block's text to its place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from publish.model.finding import Span

_BLANKS = " \t\n\v\f\r"
"""What markdown-it trims."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Maps offsets in a block's text to places in the file."""

    path: str
    starts: tuple[int, ...]
    """Offsets at which a stretch begins that runs on unbroken in the file; the first is 0."""
    places: tuple[tuple[int, int], ...]
    """Line and column of the first character of each stretch."""

    def place(self, offset: int) -> tuple[int, int]:
        """Return line and column of the character at `offset`."""
        index = bisect_right(self.starts, offset) - 1
        line, column = self.places[index]
        return line, column + offset - self.starts[index]

    def from_offset(self, offset: int) -> Origin:
        """Return the origin of the part of the text that begins at `offset`."""
        index = bisect_right(self.starts, offset)
        starts = tuple(start - offset for start in self.starts[index:])
        return Origin(self.path, (0, *starts), (self.place(offset), *self.places[index:]))

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from `start` up to, not with, `end`."""
        line, column = self.place(start)
        if end <= start:
            return Span(self.path, line, column, line, column)
        end_line, end_column = self.place(end - 1)
        return Span(self.path, line, column, end_line, end_column + 1)


def line_ends(text: str, lines: Sequence[str], first: int, path: str) -> Origin:
    """Trace a text whose rows are the ends of the source lines from index `first` on."""
    starts: list[int] = []
    places: list[tuple[int, int]] = []
    offset = 0
    for row, line in zip(text.split("\n"), lines[first:], strict=False):
        body = row.lstrip(_BLANKS)
        column = len(line.rstrip(_BLANKS)) - len(body.rstrip(_BLANKS)) - (len(row) - len(body))
        starts.append(offset)
        places.append((first + 1 + len(places), max(column, 0) + 1))
        offset += len(row) + 1
    return Origin(path, tuple(starts), tuple(places))


def within_heading(text: str, lines: Sequence[str], first: int, path: str) -> Origin:
    """Trace the words of a heading that is marked with `#`."""
    line = lines[first]
    after = line.index("#")
    while after < len(line) and line[after] in "#" + _BLANKS:
        after += 1
    return Origin(path, (0,), ((first + 1, max(line.find(text, after), 0) + 1),))


def cell_origins(texts: Sequence[str], lines: Sequence[str], first: int, path: str) -> tuple[Origin, ...]:
    """Trace the cells of one row of a table; a `\\|` in a cell is a pipe in its text."""
    cells = _cells(lines[first])
    # before the first pipe stands the first cell, or nothing but marks of quotes and points
    skipped = 0 if len(cells) > 1 and _holds(cells[0], texts[0]) else 1
    origins = []
    for index, text in enumerate(texts):
        start, raw = cells[index + skipped] if index + skipped < len(cells) else (len(lines[first]), "")
        origins.append(_cell_origin(text, raw, start, first, path))
    return tuple(origins)


def _holds(cell: tuple[int, str], text: str) -> bool:
    return bool(text) and cell[1].replace("\\|", "|").rstrip(_BLANKS).endswith(text)


def _cells(line: str) -> list[tuple[int, str]]:
    """Return what stands between the pipes of a line, each with its offset."""
    cells, start, escaped = [], 0, False
    for index, char in enumerate(line):
        if char == "|" and not escaped:
            cells.append((start, line[start:index]))
            start = index + 1
        escaped = char == "\\"
    return [*cells, (start, line[start:])]


def _cell_origin(text: str, raw: str, start: int, first: int, path: str) -> Origin:
    trimmed = raw.rstrip(_BLANKS)
    at = len(trimmed) - len(text) - trimmed.count("\\|")
    starts, places = [0], [(first + 1, start + max(at, 0) + 1)]
    source = max(at, 0)
    for offset in range(len(text)):
        if trimmed.startswith("\\|", source):
            source += 1
            starts.append(offset)
            places.append((first + 1, start + source + 1))
        source += 1
    return Origin(path, tuple(starts), tuple(places))
