"""What block rules share: the first paragraph after a marker, and the blocks indented below it."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, paragraph

from publish.source import reading

_FENCE = ":::"
INDENT = 2
"""Blocks that are indented by this much below a point, a list's item or a note belong to it."""


def match_line(pattern: re.Pattern[str], state: StateBlock, line: int) -> re.Match[str] | None:
    """Match `pattern` at the beginning of a line, the marks of the blocks around it left out."""
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without the marks of the blocks around it."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def first_paragraph(state: StateBlock, line: int, marker: int) -> None:
    """Push the paragraph that begins in `line` after a marker of `marker` characters; nothing where the line ends.

    Finds S045 (a block that begins there).
    """
    start = state.bMarks[line] + state.tShift[line] + marker
    state.line = line + 1
    text = state.src[start : state.eMarks[line]].strip()
    if not text:
        return
    if text.startswith(_FENCE):
        gathered = reading.of(state.env)
        gathered.report("S045", gathered.rows(line, line + 1))
    saved = state.bMarks[line], state.tShift[line], state.sCount[line]
    state.bMarks[line], state.tShift[line], state.sCount[line] = start, 0, state.blkIndent
    paragraph(state, line, state.lineMax, False)
    state.bMarks[line], state.tShift[line], state.sCount[line] = saved


def indented_blocks(state: StateBlock, line: int, end: int, indent: int) -> None:
    """Push the blocks from `state.line` on that are indented by at least `indent`, blank lines between them allowed."""
    saved = state.blkIndent, state.parentType, state.listIndent
    state.blkIndent, state.parentType = state.sCount[line] + indent, "list"
    state.md.block.tokenize(state, state.line, end)
    state.blkIndent, state.parentType, state.listIndent = saved
