"""A booklet's own style.css: complete, and asking for nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from publish.check.registry import rule
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.world import World

if TYPE_CHECKING:
    from tinycss2.ast import Node  # type: ignore[import-untyped]  # tinycss2 has no stubs

_FETCHING = {"url", "src", "image", "image-set"}
_SHOWN = 60


@rule
def style(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find rules that fetch files (F018), and what cannot be read as CSS (F019)."""
    if booklet.style is None:
        return
    # WeasyPrint's own reader of CSS, so that both understand the same
    import tinycss2  # type: ignore[import-untyped]  # no stubs

    path = str(booklet.folder / "style.css")
    for node in _deep(tinycss2.parse_stylesheet(booklet.style, skip_comments=True, skip_whitespace=True)):
        span = Span(path, node.source_line, node.source_column)
        if node.type == "error":
            yield found("F019", span, what=node.message)
        elif (what := _fetched(node)) is not None:
            yield found("F018", span, what=what[:_SHOWN])


def _fetched(node: Node) -> str | None:
    """Return the address that a node asks for; None where it asks for none, or for what is embedded in it."""
    if node.type == "at-rule":
        return "@import" if node.lower_at_keyword == "import" else None
    address = None
    if node.type == "url":
        address = node.value
    elif node.type == "function" and node.lower_name in _FETCHING:
        address = next((argument.value for argument in node.arguments if argument.type == "string"), None)
    return None if address is None or address.startswith(("#", "data:")) else str(address)


def _deep(nodes: Iterable[Node]) -> Iterator[Node]:
    for node in nodes:
        yield node
        for inner in ("prelude", "content", "arguments"):
            yield from _deep(getattr(node, inner, None) or ())
