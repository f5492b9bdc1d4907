"""`::: ayet Hacc 40` … `:::`: blocks that are not prose.

A container that is never closed ends at the first blank line, so that the rest of the text is read as it was meant and
its own faults are found in the same run.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from markdown_it.rules_block import StateBlock

from publish.language import turkish
from publish.model.finding import Span
from publish.source import reading
from publish.source.rules.inner import match_line
from publish.source.rules.pieces import push_pieces

NAMES = {"ayet": True, "arabic": False, "besmele": False, "dua": True, "hadis": True, "siir": True, "seri": False}
"""Names of the blocks; the value says whether a reference, a source or a title may follow the name."""

_SHORT = re.compile(rf"::[ \t]*(?:{'|'.join(NAMES)})\b")
_FENCE = re.compile(r":{3,}[ \t]*(?P<name>[^\s:]*)[ \t]*(?P<rest>.*?)[ \t]*(?P<closed>:{3,}[ \t]*)?$")


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `container_open` with name and reference, the pieces of its lines, `container_close`.

    Finds S001, S002 (unknown name), S003 (never closed),
    S004 (closed without opening), S005 (words after the name), S032 (two colons).
    """
    match = match_line(_FENCE, state, start)
    if silent:
        return match is not None
    gathered = reading.of(state.env)
    place = gathered.rows(start, start + 1)
    if not match:
        if match_line(_SHORT, state, start):
            gathered.report("S032", place)
        return False
    name, rest = match["name"], match["rest"]
    if turkish.slug(name) in NAMES:
        name = turkish.slug(name)  # Şiir, hadîs
    if not name:
        gathered.report("S004", place)
        state.line = start + 1
        return True
    _judge(gathered, place, name, rest)
    close, last = (start, start) if match["closed"] else _extent(state, start, end)
    if close is None:
        gathered.report("S003", place, name=name)
    opening = state.push("container_open", "", 1)
    opening.meta.update(name=name, reference=rest)
    opening.map = [start, last if close is None else close + 1]
    if name in NAMES:
        push_pieces(state, name, start + 1, last)
    else:
        state.md.block.tokenize(state, start + 1, last)
    state.push("container_close", "", -1)
    state.line = opening.map[1]
    return True


def _judge(gathered: reading.Reading, place: Span, name: str, rest: str) -> None:
    if name not in NAMES:
        known = ", ".join(NAMES)
        if near := get_close_matches(name, NAMES, n=1, cutoff=0.5):
            gathered.report("S001", place, kind=name, near=near[0], known=known)
        else:
            gathered.report("S002", place, kind=name, known=known)
    elif rest and not NAMES[name]:
        gathered.report("S005", place, kind=name, rest=rest)


def _extent(state: StateBlock, start: int, end: int) -> tuple[int | None, int]:
    """Return the line that closes the container, None where none does, and the line at which its content ends."""
    blank = None
    for line in range(start + 1, end):
        if state.isEmpty(line):
            blank = line if blank is None else blank
        elif state.sCount[line] < state.blkIndent:
            return None, blank or line
        elif match := match_line(_FENCE, state, line):
            return (None, blank or line) if match["name"] else (line, line)
    return None, blank or end
