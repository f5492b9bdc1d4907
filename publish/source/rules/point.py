"""`1- …`, `A- …`: one point of an argument, with the blocks that are indented below it.

In the middle of a paragraph only the first marker of a kind, or the one that follows the last, begins a point: a line
that happens to be broken before `5- 10` does not.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source import reading
from publish.source.rules.inner import INDENT, first_paragraph, indented_blocks, match_line

_MARKER = re.compile(r"(\d{1,2}|[A-ZÇĞİÖŞÜ]|[a-zçğıöşü])-(?:[ \t]+|$)")
_CRAMPED = re.compile(r"(\d{1,2}|[A-ZÇĞİÖŞÜ])-(?=[“\"‘]?[A-ZÇĞİÖŞÜ][a-zçğıöşüâîû])")
_ALPHABET = "aâbcçdefgğhıiîjklmnoöpqrsştuûüvwxyz"


def kind(marker: str) -> str:
    """Return what kind of marker it is.

    >>> kind("12-"), kind("Ç-"), kind("b-")
    ('number', 'capital', 'small')
    """
    name = marker.rstrip("-")
    if name.isdigit():
        return "number"
    return "capital" if name.isupper() else "small"


def rank(marker: str) -> int:
    """Return the place of a marker in its series, from 1; letters as in the Turkish alphabet.

    >>> rank("12-"), rank("A-") < rank("B-") < rank("Ç-") < rank("D-")
    (12, True)
    """
    name = marker.rstrip("-")
    return int(name) if name.isdigit() else _ALPHABET.index(name.replace("I", "ı").replace("İ", "i").lower()) + 1


def point(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `point_open` with its marker, its blocks, `point_close`. Finds S022 (no blank after the marker)."""
    match = match_line(_MARKER, state, start)
    if not match:
        if not silent and (cramped := match_line(_CRAMPED, state, start)):
            gathered = reading.of(state.env)
            gathered.report("S022", gathered.rows(start, start + 1), marker=cramped[0])
        return False
    marker = f"{match[1]}-"
    markers = reading.of(state.env).markers
    if silent and state.parentType == "paragraph" and not _continues(marker, markers.get(kind(marker))):
        return False
    if silent:
        return True
    markers[kind(marker)] = marker
    opening = state.push("point_open", "", 1)
    opening.meta["marker"] = marker
    first_paragraph(state, start, match.end() - match.start())
    indented_blocks(state, start, end, INDENT)
    opening.map = [start, state.line]
    state.push("point_close", "", -1)
    return True


def _continues(marker: str, last: str | None) -> bool:
    if rank(marker) == 1:
        return True
    if last is None:
        return False
    ahead = rank(marker) - rank(last)
    # series of letters may leave out Ç, Ğ, I, Ö, Ş, Ü
    return ahead == 1 if kind(marker) == "number" else 1 <= ahead <= 3
