"""A booklet's own style.css: complete, and asking for nothing but pictures of the booklet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote

from publish.check.registry import rule
from publish.check.rules.images import is_picture, judge_picture
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.world import World

if TYPE_CHECKING:
    from tinycss2.ast import Node  # type: ignore[import-untyped]  # tinycss2 has no stubs

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_FETCHING = {"url", "src", "image", "image-set"}
_SHOWN = 60


@rule
def style(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find rules that fetch files (F018), what cannot be read as CSS (F019), and what is wrong with its pictures."""
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
            if is_picture(what) and not _ADDRESS.match(what):
                yield from judge_picture(unquote(what), span, booklet, world)
            else:
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
