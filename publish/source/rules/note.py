"""`[^1]: …`: the text of a footnote, with the blocks that are indented below it."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source import reading
from publish.source.rules.inner import INDENT, first_paragraph, indented_blocks, match_line

_NOTE = re.compile(r"\[\^([^\[\]\n]+)\]:[ \t]*")


def note(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `note_open` with its label, its blocks, `note_close`. Finds S009 (defined twice)."""
    match = match_line(_NOTE, state, start)
    if not match:
        return False
    if silent:
        return True
    opening = state.push("note_open", "", 1)
    first_paragraph(state, start, match.end() - match.start())
    indented_blocks(state, start, end, INDENT)
    opening.map = [start, state.line]
    state.push("note_close", "", -1)
    gathered = reading.of(state.env)
    opening.meta["label"] = match[1]
    place = gathered.rows(start, start + 1)
    if match[1] in gathered.defined:
        gathered.report("S009", place, label=match[1], line=gathered.defined[match[1]].line)
        opening.meta["repeated"] = True
    else:
        gathered.defined[match[1]] = gathered.rows(start, state.line)
    return True
