"""`[^1]`: the place of a footnote."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_MARK = re.compile(r"\[\^([^\[\]\n]+)\]")


def note_mark(state: StateInline, silent: bool) -> bool:
    """Push `note_mark` with its label."""
    match = _MARK.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        state.push("note_mark", "", 0).meta["label"] = match[1]
    state.pos = match.end()
    return True
