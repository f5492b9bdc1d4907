"""`[Washington Post]{lang=en}`: words of another language."""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline

# Brackets within are not looked for: from every `[` of a long line that would be a search to its end.
_FOREIGN = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\](\{([^{}\n]*)\})", re.DOTALL)
_LANGUAGE = re.compile(r"\s*lang=[\"“”']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)[\"“”']?\s*")


def foreign(state: StateInline, silent: bool) -> bool:
    """Push `foreign_open` with the language, the words, `foreign_close`; other braces get no language, see S019."""
    match = _FOREIGN.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        maximum = state.posMax
        state.pos, state.posMax = match.span(1)
        language = _LANGUAGE.fullmatch(match[3])
        opening = state.push("foreign_open", "", 1)
        opening.meta["language"] = language[1] if language else None
        opening.meta["braces"] = match[2]
        state.md.inline.tokenize(state)
        state.push("foreign_close", "", -1)
        state.posMax = maximum
    state.pos = match.end()
    return True
