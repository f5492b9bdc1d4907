"""`1. …` and `1) …`: numbered lists, which must not swallow Turkish ordinals.

`2022. yıl`, `5. madde`, `1. Dünya Savaşı’nda …` begin sentences. So `1.` opens a list only where `2.` follows as the
next item with no blank line between the two, and an item counts one up from the item before it; after a blank line it
does not begin with a small letter either. `1)` is never an ordinal: it opens a list as in Markdown.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source import reading
from publish.source.rules.inner import INDENT, first_paragraph, indented_blocks, match_line

_ITEM = re.compile(r"(\d{1,3})([.)])[ \t]+(?=\S)")
_LOOKAHEAD = 60
"""Lines within which the second item must come: longer first items are not lists of Turkish prose."""


def ordered(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `ordered_open`, for each item `item_open` … `item_close`, `ordered_close`. Finds S021 (list or ordinals)."""
    match = match_line(_ITEM, state, start)
    if not match:
        return False
    number, sign = int(match[1]), match[2]
    expected = reading.of(state.env).expected
    if silent and expected and expected[-1] == (number, sign, state.sCount[start]):
        return True
    if silent and state.parentType == "paragraph" and number != 1:
        return False
    if sign == "." and not (number == 1 and _second_follows(state, start, end, silent)):
        return False
    if silent:
        return True
    _push_list(state, start, end, number, sign)
    return True


def _push_list(state: StateBlock, start: int, end: int, number: int, sign: str) -> None:
    opening = state.push("ordered_open", "ol", 1)
    opening.meta["start"] = number
    expected = reading.of(state.env).expected
    line: int | None = start
    while line is not None:
        match = match_line(_ITEM, state, line)
        number += 1
        expected.append((number, sign, state.sCount[line]))
        state.push("item_open", "li", 1)
        first_paragraph(state, line, match.end() - match.start() if match else 0)
        indented_blocks(state, line, end, INDENT)
        state.push("item_close", "li", -1)
        expected.pop()
        line = _next_item(state, end, number, sign)
    opening.map = [start, state.line]
    state.push("ordered_close", "ol", -1)


def _next_item(state: StateBlock, end: int, number: int, sign: str) -> int | None:
    line = state.skipEmptyLines(state.line)
    if line >= end or state.sCount[line] < state.blkIndent:
        return None
    match = match_line(_ITEM, state, line)
    if not match or int(match[1]) != number or match[2] != sign:
        return None
    after_blank = state.isEmpty(line - 1)
    if sign == "." and after_blank and state.src[match.end()].islower():
        return None
    return line


def _second_follows(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Say whether the item `2.` follows the line; report two paragraphs that may have been meant as a list."""
    after_blank = False
    for line in range(start + 1, min(start + _LOOKAHEAD, end)):
        if state.isEmpty(line):
            after_blank = True
        elif state.sCount[line] >= state.sCount[start] + 2:
            after_blank = False
        elif (match := match_line(_ITEM, state, line)) and match[1] == "2" and match[2] == ".":
            if after_blank and not silent:
                gathered = reading.of(state.env)
                gathered.report("S021", gathered.rows(start, start + 1))
            return not after_blank
        elif after_blank:
            return False
    return False
