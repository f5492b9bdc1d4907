"""Where characters of a node stand: a node knows its own place only, and its words may run over several lines."""

from __future__ import annotations

from collections.abc import Sequence

from publish.language.typographer import Flat
from publish.model.booklet import Booklet
from publish.model.failure import PublishError
from publish.model.finding import Span
from publish.model.inline import Arabic, Citation, Code, Text, Whole
from publish.model.world import World


def rows(booklet: Booklet, world: World) -> Sequence[str]:
    """Return the lines of text.md; none where it cannot be read."""
    try:
        text = world.read(booklet.folder / "text.md").decode("utf-8-sig", "replace")
    except (OSError, PublishError):
        return ()
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def within(text: str, span: Span, start: int, end: int, lines: Sequence[str]) -> Span:
    """Return the place of the characters of `text` from `start` up to, not with, `end`; `text` stands at `span`.

    The characters are sought one after the other in the source: marks of Markdown stand between them, and where a line
    ends in the source a blank stands in the text.
    """
    found: list[tuple[int, int]] = []
    sought = iter(enumerate(text[:end]))
    index, char = next(sought, (end, ""))
    for line in range(span.line, min(span.end_line, len(lines)) + 1):
        first = span.column - 1 if line == span.line else 0
        last = span.end_column - 1 if line == span.end_line else None
        for column, sign in enumerate(lines[line - 1][first:last] + "\n", first + 1):
            if index < end and (sign == char or (sign == "\n" and char.isspace())):
                found += [(line, column)] if index >= start else []
                index, char = next(sought, (end, ""))
    if not found or index < end:
        return span
    return Span(span.path, *found[0], found[-1][0], found[-1][1] + 1)


def in_line(flat: Flat, start: int, end: int, rows: Sequence[str]) -> Span:
    """Return the place of characters of a line's text; `rows` are the lines of text.md."""
    leaf = flat.leaf(start)
    node = leaf.node
    if not isinstance(node, Text | Whole | Citation | Arabic | Code):
        return node.span
    return within(node.text, node.span, start - leaf.start, min(end, leaf.end) - leaf.start, rows)
