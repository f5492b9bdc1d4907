"""`[Washington Post]{lang=en}`: words of another language."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

_BRACES = re.compile(r"\{([^{}\n]*)\}")
_LANGUAGE = re.compile(r"\s*lang=[\"“”']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"“”']?\s*")


def foreign(state: StateInline, silent: bool) -> bool:
    """Push `foreign_open` with the language, the words, `foreign_close`; other braces get no language, see S019."""
    if state.src[state.pos] != "[":
        return False
    label_end = state.md.helpers.parseLinkLabel(state, state.pos)
    match = _BRACES.match(state.src, label_end + 1, state.posMax) if label_end >= 0 else None
    if not match:
        return False
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = state.pos + 1, label_end
        language = _LANGUAGE.fullmatch(match[1])
        opening = state.push("foreign_open", "", 1)
        opening.meta["language"] = language[1] if language else None
        opening.meta["braces"] = match[0]
        state.md.inline.tokenize(state)
        state.push("foreign_close", "", -1)
        state.posMax = maximum
    state.pos = match.end()
    return True
