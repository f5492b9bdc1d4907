"""Where a paragraph goes on: characters of ours for WeasyPrint's skip stacks, and the other way round."""

from __future__ import annotations

from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer import leaves
from publish.pdf.composer.paragraph import Paragraph


def place(known: Paragraph, box: Any, skip_stack: Any) -> int:
    """Return the character that a skip stack of WeasyPrint points to."""
    path: leaves.Path = ()
    while skip_stack:
        ((index, skip_stack),) = skip_stack.items()
        if isinstance(box, boxes.TextBox):
            return known.content.places[path][0] + len(box.text.encode()[:index].decode())
        if index >= len(box.children):
            return known.content.places[path][1]
        path, box = (*path, index), box.children[index]
    return known.content.places[path][0]


def skip_to(known: Paragraph, start: int) -> Any:
    """Return the skip stack that points to a character."""
    leaf = known.content.leaves[known.leaf_number(start)]
    offset = len(known.content.text[leaf.start : start].encode())
    stack: Any = {offset: None} if offset else None
    for depth, index in enumerate(reversed(leaf.path)):
        is_top = depth == len(leaf.path) - 1
        stack = {index: stack} if stack or index or is_top else None
    return stack
