"""markdown-it's flat tokens as a tree: what is opened holds what follows until it is closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token


@dataclass(slots=True)
class Node:
    """A token with the nodes in it."""

    token: Token
    children: list[Node] = field(default_factory=list)
    closing: Token | None = None

    @property
    def kind(self) -> str:
        """The token's type without `_open`."""
        return self.token.type.removesuffix("_open")

    @property
    def rows(self) -> tuple[int, int]:
        """The index of its first line and of the line after its last."""
        first, end = self.token.map or (0, 1)
        return first, end


def nest(tokens: Sequence[Token]) -> list[Node]:
    """Return the outermost nodes."""
    root: list[Node] = []
    opened: list[Node] = []
    for token in tokens:
        if token.nesting < 0:
            opened.pop().closing = token
            continue
        node = Node(token)
        (opened[-1].children if opened else root).append(node)
        if token.nesting > 0:
            opened.append(node)
    return root
