"""Every name that the index lists in a node of its own, in the body, in notes, captions, tables and headings.

    found by the list     Müteferrika’nın evi      ⟨Müteferrika’nın⟩ evi
    marked by the author  [üstat]{.ad "…"}         as it is, with the heading as it is listed

The node is what begins the name: of a name that runs over emphasis, the part before it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from publish.language import names
from publish.language.names import Finder, Found
from publish.language.rebuild import Node, with_lines
from publish.model.block import Verse
from publish.model.inline import Arabic, Inline, Name, Text, Whole, WithChildren, plain
from publish.model.settings import Name as Listed


@dataclass(slots=True)
class Marker:
    """Marks the names of one booklet."""

    listed: Iterable[Listed]
    finder: Finder = field(init=False)

    def __post_init__(self) -> None:
        self.finder = Finder(self.listed)

    def change(self, node: Node) -> Node:
        """Return a node with the names in its own lines marked; the nodes in it are changed already."""
        match node:
            case Name():
                return replace(node, heading=self.finder.heading(node))
            case Verse():  # a verse names nobody whom the booklet speaks of
                lines = tuple(replace(line, children=tuple(_unmarked(line.children))) for line in node.arabic)
                return replace(node, arabic=lines)
            case _:
                return with_lines(node, self.marked) if self.listed else node

    def marked(self, line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        """Return a line with the names in it marked."""
        found = deque(self.finder.find(names.running_text(line)))
        return tuple(_Line(found).each(line)) if found else line


def _unmarked(line: Sequence[Inline]) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, Name):
            yield from node.children
        else:
            yield node


@dataclass(slots=True)
class _Line:
    """Goes through a line once, from left to right."""

    found: deque[Found]
    done: int = 0
    """How many characters were gone through."""

    def each(self, nodes: Sequence[Inline]) -> Iterator[Inline]:
        for node in nodes:
            if isinstance(node, WithChildren) and not isinstance(node, Name):
                yield replace(node, children=tuple(self.each(node.children)))
                continue
            start = self.done
            self.done += len(plain((node,)))
            if isinstance(node, Text):
                yield from self._cut(node, start)
            elif isinstance(node, Arabic | Whole):
                yield self._wrapped(node)
            else:
                yield node

    def _cut(self, node: Text, start: int) -> Iterator[Inline]:
        at = 0
        while self.found and self.found[0].start < self.done:
            name = self.found.popleft()
            first, end = name.start - start, min(name.end - start, len(node.text))
            if at < first:
                yield replace(node, text=node.text[at:first])
            yield Name(name.heading, (replace(node, text=node.text[first:end]),), node.span)
            at = end
        if at < len(node.text):
            yield replace(node, text=node.text[at:]) if at else node

    def _wrapped(self, node: Inline) -> Inline:
        while self.found and self.found[0].start < self.done:
            node = Name(self.found.popleft().heading, (node,), node.span)
        return node
