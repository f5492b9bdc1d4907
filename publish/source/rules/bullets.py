"""`- …`: the bulleted list of Markdown; numbered ones have a rule of their own."""

from __future__ import annotations

from markdown_it.rules_block import StateBlock, list_block
from markdown_it.rules_block.list import skipBulletListMarker


def bullets(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Leave to markdown-it what begins with a bullet, and nothing else."""
    return skipBulletListMarker(state, start) >= 0 and list_block(state, start, end, silent)
