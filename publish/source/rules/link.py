"""`[words](address)` and `![seen](file "caption")`: links and images of Markdown, looked at before they are tried.

markdown-it seeks the end of a label from every opening bracket; on a line of ten thousand of them that takes minutes.
So a bracket must first be seen to close and to be followed by `(`; one pair within a label is allowed.
"""

from __future__ import annotations

import re

from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline import image as image_
from markdown_it.rules_inline import link as link_

_PLAIN = r"[^\[\]\\]|\\."
_LABEL = re.compile(rf"!?\[(?:{_PLAIN}|\[(?:{_PLAIN})*\])*\]\(", re.DOTALL)


def link(state: StateInline, silent: bool) -> bool:
    """Push `link_open`, the words, `link_close`."""
    return _is_label(state) and link_(state, silent)


def image(state: StateInline, silent: bool) -> bool:
    """Push `image`."""
    return _is_label(state) and image_(state, silent)


def _is_label(state: StateInline) -> bool:
    return state.src[state.pos] in "![" and _LABEL.match(state.src, state.pos, state.posMax) is not None
