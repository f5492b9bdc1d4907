"""`*…*`, `**…**`: emphasis of Markdown, which must not swallow the signs of `5*3*2`."""

from __future__ import annotations

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.emphasis import tokenize


def emphasis(state: StateInline, silent: bool) -> bool:
    """Push the marks, unless a number stands on both sides of them."""
    begin, end = state.pos, state.pos
    while end < state.posMax and state.src[end] == "*":
        end += 1
    between_digits = 0 < begin < end < state.posMax and state.src[begin - 1].isdigit() and state.src[end].isdigit()
    return not between_digits and tokenize(state, silent)
