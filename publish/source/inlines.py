"""The tokens of one block's words as inline nodes, each with its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from publish.model.inline import Code, Emphasis, Foreign, Inline, LineBreak, Link, Name, NoteMark, Strong, plain
from publish.source.engine import MAX_DEPTH, engine
from publish.source.places import Origin
from publish.source.reading import KEY, Reading
from publish.source.tree import Node, nest
from publish.source.weave import Scrap, weave, weave_arabic

_HTML = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--|-->")
_BROKEN_LINK = re.compile(r"\]\([^()\s]+[ \t][^()]*\)")
_LOST_NAME = re.compile(r"\{\s*\.ad\b[^{}\n]*\}", re.IGNORECASE)
_SCRAPS = {"text", "text_special", "softbreak"}

Weave = Callable[[Sequence[Scrap | Inline], Origin], tuple[Inline, ...]]


def read_line(text: str, origin: Origin, gathered: Reading, *, is_arabic: bool = False) -> tuple[Inline, ...]:
    """Return the nodes of `text`. Finds S007, S011, S013, S019, S020, S040–S042."""
    nodes = nest(engine().inline.parse(text, engine(), {KEY: gathered}, []))
    return line_of(nodes, origin, gathered, is_arabic=is_arabic)


def line_of(nodes: list[Node], origin: Origin, gathered: Reading, *, is_arabic: bool = False) -> tuple[Inline, ...]:
    """Return the nodes of a line that is parsed already."""
    return _Line(origin, gathered, weave_arabic if is_arabic else weave).of(nodes)


def range_of(node: Node) -> tuple[int, int]:
    """Return the range of the block's text that a node was made from."""
    start, end = node.token.meta["at"]
    return start, end


class _Line:
    """Turns the nodes of one line into inlines."""

    def __init__(self, origin: Origin, gathered: Reading, weave_: Weave) -> None:
        self.origin = origin
        self.gathered = gathered
        self.weave = weave_
        self.depth = 0

    def of(self, nodes: list[Node]) -> tuple[Inline, ...]:
        """Return the nodes of a line, or of a marked-up part of it."""
        if self.depth == MAX_DEPTH and nodes:
            self.gathered.report("S014", self.origin.span(*range_of(nodes[0])), limit=MAX_DEPTH)
            return ()
        self.depth += 1
        items: list[Scrap | Inline] = []
        for node in nodes:
            items += self._item(node)
        self.depth -= 1
        self._suspect(items)
        return self.weave(items, self.origin)

    def _item(self, node: Node) -> list[Scrap | Inline]:
        if node.kind in _SCRAPS:
            text = " " if node.kind == "softbreak" else node.token.content
            return [Scrap(text, *range_of(node))]
        start, end = range_of(node)
        if node.kind in ("em", "strong"):
            return self._emphasis(node)
        return _MAKERS[node.kind](self, node, start, end)

    def _emphasis(self, node: Node) -> list[Scrap | Inline]:
        extra = len(node.token.markup) - 1  # of the two marks of strong text the inner ones carry the tokens
        start = range_of(node)[0] - extra
        end = (node.closing or node.token).meta["at"][1] + extra
        make = Strong if node.kind == "strong" else Emphasis
        return [make(self.of(node.children), self.origin.span(start, end))]

    def _code(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        return [Code(node.token.content, self.origin.span(start, end))]

    def _hard_break(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        return [LineBreak(self.origin.span(start, start + 1))]

    def _link(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        target = str(node.token.attrs["href"])
        return [Link(target, self.of(node.children), self.origin.span(start, end))]

    def _marked(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        meta, span = node.token.meta, self.origin.span(start, end)
        if meta["language"] is None and meta["name"] is None:
            self.gathered.report("S019", span, braces=meta["braces"])
            return [item for inner in node.children for item in self._item(inner)]
        children = self.of(node.children)
        if meta["name"] is not None and not plain(children).strip():
            self.gathered.report("S040", span)
            return []
        if meta["empty"]:
            self.gathered.report("S042", span, braces=meta["braces"])
        if meta["language"] is not None:
            children = (Foreign(meta["language"], children, span),)
        return list(children) if meta["name"] is None else [Name(meta["name"], children, span)]

    def _note_mark(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        label, span = node.token.meta["label"], self.origin.span(start, end)
        if label not in self.gathered.defined:
            self.gathered.report("S007", span, label=label)
            return [Scrap(f"[^{label}]", start, end)]
        return [NoteMark(label, self.gathered.number(label), span)]

    def _image(self, node: Node, start: int, end: int) -> list[Scrap | Inline]:
        self.gathered.report("S011", self.origin.span(start, end), path=node.token.attrs["src"])
        return [Scrap(node.token.content, start, end)]

    def _suspect(self, items: list[Scrap | Inline]) -> None:
        """Report what looks like markup and stays text."""
        for item in items:
            if not isinstance(item, Scrap):
                continue
            for match in _HTML.finditer(item.text):
                span = self.origin.span(item.start + match.start(), item.start + match.end())
                self.gathered.report("S013", span, tag=match[0])
            for match in _BROKEN_LINK.finditer(item.text):
                span = self.origin.span(item.start + match.start(), item.start + match.end())
                self.gathered.report("S020", span)
            for match in _LOST_NAME.finditer(item.text):
                span = self.origin.span(item.start + match.start(), item.start + match.end())
                self.gathered.report("S041", span, braces=match[0])


_MAKERS: dict[str, Callable[[_Line, Node, int, int], list[Scrap | Inline]]] = {
    "code_inline": _Line._code,
    "hardbreak": _Line._hard_break,
    "link": _Line._link,
    "marked": _Line._marked,
    "note_mark": _Line._note_mark,
    "image": _Line._image,
}
