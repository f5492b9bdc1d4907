"""The lines between `:::` lines, put together to pieces of one kind: Arabic, how it is read, what it means, its source.

In a poem every line but the translation's is a piece. Elsewhere lines of one kind are joined, and a blank line begins
a new piece.

    Arabic for the most part            arabic
    “…” from the mark that opens it     meaning, up to the mark that closes it
    (…) or […] as a whole               source
    any other                           words
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock

from publish.language import arabic
from publish.source.rules.inner import line_text

ARABIC, MEANING, SOURCE, WORDS = "arabic", "meaning", "source", "words"
WITH_READING = {"dua", "siir"}
"""Blocks in which words in quotation marks are of another kind than those without."""
LINE_BY_LINE = {"siir"}

_OPENED = re.compile(r"[*_]*[“«\"‘]")
_CLOSED = re.compile(r"[”»\"’][.,;!?*_)\]\s]*(?:\[\^[^\]]+\]|\([^()]*\)|\[[^\[\]]*\])*[.\s]*$")
_SOURCE = re.compile(r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\](?![(:{]))\.?$")
_SIGNED = re.compile(r"[—–]\s*\S")
"""How the poet is named below a poem."""


def push_pieces(state: StateBlock, name: str, start: int, end: int) -> None:
    """Push `rows_open` with its kind and stanza, its inline, `rows_close` for each piece of the block `name`."""
    for kind, stanza, first, last in _pieces(state, name, start, end):
        opening = state.push("rows_open", "", 1)
        opening.meta.update(arabic=kind == ARABIC, kind=kind, stanza=stanza)
        inline = state.push("inline", "", 0)
        inline.content = "\n".join(line_text(state, row).rstrip() for row in range(first, last))
        inline.map = opening.map = [first, last]
        inline.children = []
        state.push("rows_close", "", -1)


def _pieces(state: StateBlock, name: str, start: int, end: int) -> Iterator[tuple[str, int, int, int]]:
    """Yield kind, number of the stanza, first line, and the line after the last."""
    kinds = {line: _kind(state, name, line) for line in range(start, end) if not state.isEmpty(line)}
    if name in LINE_BY_LINE and ARABIC not in kinds.values():  # a Turkish poem needs no translation
        kinds = {line: WORDS if kind == MEANING else kind for line, kind in kinds.items()}
    line, stanza = start, 0
    while line < end:
        if line not in kinds:
            line, stanza = line + 1, stanza + 1
            continue
        first, kind = line, kinds[line]
        line += 1
        stands_alone = name in LINE_BY_LINE and kind != MEANING
        while not stands_alone and line in kinds:
            goes_on = kind == MEANING and kinds[line] == WORDS and not _CLOSED.search(line_text(state, line - 1))
            if kinds[line] != kind and not goes_on:
                break
            line += 1
        yield kind, stanza, first, line


def _kind(state: StateBlock, name: str, line: int) -> str:
    text = line_text(state, line).strip()
    if is_arabic(text):
        return ARABIC
    if name not in WITH_READING | {"hadis"}:
        return WORDS
    if _SOURCE.fullmatch(text) or (name in LINE_BY_LINE and _SIGNED.match(text)):
        return SOURCE
    return MEANING if name in WITH_READING and _OPENED.match(text) else WORDS


def is_arabic(text: str) -> bool:
    """Say whether a line is Arabic for the most part."""
    length = sum(end - start for start, end in arabic.runs(text))
    return length > len(text.strip()) / 2
