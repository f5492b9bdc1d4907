"""`—Gel, dedi.`: a line that begins with the dash of a speech is a paragraph of its own; so is “Gel.” below “Kim o?”.

Authors type a conversation line by line, without blank lines between; as one paragraph nobody would know who speaks.
A line of broken prose that happens to begin with a dash follows no end of a sentence, or goes on in small letters.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source.rules.inner import match_line

_SPEECH = re.compile(r"(?:[–—][ \t\u00a0]*|-{1,3})(?=[“‘\"']?(?:O |[A-ZÇĞİÖŞÜÂÎÛ][a-zçğıöşüâîû])|[.…])")
"""A hyphen with a blank behind it is the bullet of a list."""
_SAID = re.compile(r"[.!?…:”’\"'»)\]][ \t]*$")
"""How the line before ends: with a sentence, or with what announces a speech."""

_QUOTED = re.compile(r"[ \t]*[“\"][^“”\"]+[.!?…][”\"][ \t]*$")
"""A line that is nothing but what one says,"""
_REPLY = re.compile(r"[“\"](?=[A-ZÇĞİÖŞÜÂÎÛ\d…])")
"""and how the answer below it begins."""


def speech(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Say, where a paragraph asks (`silent`), that it ends before a line of speech; what it is, is a paragraph too."""
    if not silent:
        return False
    before = state.src[state.bMarks[start - 1] + state.tShift[start - 1] : state.eMarks[start - 1]]
    if match_line(_SPEECH, state, start):
        return _SAID.search(before) is not None
    return match_line(_REPLY, state, start) is not None and _QUOTED.match(before) is not None
