"""`1- …`, `A- …`: one point of an argument, with the blocks that are indented below it.

In the middle of a paragraph only the first marker of a kind, or the one that follows the last, begins a point: a line
that happens to be broken before `5- 10` does not.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source import reading
from publish.source.markers import MARKER, follows, is_first, kind
from publish.source.rules.inner import INDENT, first_paragraph, indented_blocks, match_line

_POINT = re.compile(rf"({MARKER})(?:[ \t\u00a0]+|$)")
_CRAMPED = re.compile(r"(?:\d{1,2}|[A-ZÇĞİÖŞÜ])[-–](?=[“\"‘]?[A-ZÇĞİÖŞÜ][a-zçğıöşüâîû])")


def point(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `point_open` with its marker and kind, its blocks, `point_close`. Finds S022 (no blank after the marker)."""
    match = match_line(_POINT, state, start)
    if not match:
        if not silent and (cramped := match_line(_CRAMPED, state, start)):
            gathered = reading.of(state.env)
            gathered.report("S022", gathered.rows(start, start + 1), marker=cramped[0])
        return False
    marker, last = match[1], reading.of(state.env).markers
    own_kind = kind(marker, last)
    if silent:
        begins = is_first(marker) or follows(marker, last.get(own_kind))
        return begins or state.parentType != "paragraph"
    last[own_kind] = marker
    opening = state.push("point_open", "", 1)
    opening.meta.update(marker=marker, kind=own_kind)
    first_paragraph(state, start, match.end() - match.start())
    indented_blocks(state, start, end, INDENT)
    opening.map = [start, state.line]
    state.push("point_close", "", -1)
    return True
