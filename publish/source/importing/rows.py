"""Flows of lines into rows: lines with text, what stood blank above each, and how far it is indented.

lines   "  Kasabanın …"  ""  "tek kitapçısı"      rows   (indent 2, gap "")  (indent 0, gap "e")
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from publish.source.importing.lines import Line

MOST_BLANK = 3
"""Blank lines of one kind that are told apart; more are as many."""
MARGIN = 0.08
"""Share of a flow's lines that must stand at the margin, or left of it, for it to be the margin."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of text in its place."""

    number: int
    """In the file, from 1."""
    text: str
    """Runs of spaces are one, none before or after."""
    indent: int = 0
    """Characters from the margin of its page or column."""
    extent: int = 0
    """Characters from the margin to the end of the line as it was drawn, inner spaces counted."""
    gap: str = ""
    """Blank lines above, in their two kinds: "e" an empty one each, then "w" one of spaces each."""
    turn: bool = False
    """Whether it stands first in a page or column."""
    whole: bool = True
    """Whether its end is the end of a line; not where it was taken out of a line with Arabic around it."""


def rows(flows: Iterable[Sequence[Line]]) -> tuple[Row, ...]:
    """Return the rows of `flows`, in reading order."""
    return tuple(row for flow in flows for row in _rows(flow))


def _rows(flow: Sequence[Line]) -> list[Row]:
    indents = [len(line.text) - len(line.text.lstrip()) for line in flow]
    margin = _margin(flow, indents)
    found: list[Row] = []
    empty = spaces = 0
    for line, indent in zip(flow, indents, strict=True):
        text = line.text
        if indent == len(text):
            empty, spaces = (empty, spaces + 1) if text else (empty + 1, spaces)
            continue
        gap = "e" * min(empty, MOST_BLANK) + "w" * min(spaces, MOST_BLANK)
        extent = len(text.rstrip()) - min(margin, indent)
        found.append(Row(line.number, " ".join(text.split()), max(0, indent - margin), extent, gap, not found))
        empty = spaces = 0
    return found


def _margin(flow: Sequence[Line], indents: Sequence[int]) -> int:
    """Return the indentation at which lines of `flow` usually begin at the left."""
    counts = Counter(indent for line, indent in zip(flow, indents, strict=True) if indent < len(line.text))
    seen = 0
    for indent in sorted(counts):
        seen += counts[indent]
        if seen >= MARGIN * counts.total():
            return indent
    return 0
