"""The tokens of a text as blocks of the model, each with its place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from publish.language import turkish
from publish.model.block import (
    Answer,
    Basmala,
    Block,
    Break,
    Figure,
    Heading,
    Items,
    Label,
    Listing,
    Paragraph,
    Passage,
    Point,
    Question,
    Quote,
    Table,
    Verse,
)
from publish.model.finding import Span
from publish.model.inline import Inline, plain
from publish.source import devotions, verse_line
from publish.source.engine import engine
from publish.source.grouping import group
from publish.source.inlines import line_of, range_of, read_line
from publish.source.places import Origin, cell_origins, line_ends, within_heading
from publish.source.reading import KEY, Reading
from publish.source.tree import Node, nest

DEEPEST_HEADING = 4
LONGEST_PARAGRAPH = 100_000
"""Characters, fifty pages; what is longer has lost its blank lines, and setting it would take minutes."""

Made = list[Block]


@dataclass(slots=True)
class Maker:
    """Makes blocks of nodes, in reading order, so that notes are numbered as a reader meets them."""

    gathered: Reading
    identifiers: dict[str, int] = field(default_factory=dict)
    """Names of headings given so far, each with how often it was asked for."""
    kinds: dict[Span, str] = field(default_factory=dict)
    """The kind of each point's marker, by the place of the point as it was found."""

    def blocks(self, nodes: Sequence[Node]) -> tuple[Block, ...]:
        """Return the blocks of sibling nodes, points nested and questions with their paragraphs."""
        made: Made = []
        for node in nodes:
            made += _MAKERS[node.kind](self, node)
        return group(made, self.kinds)

    def span(self, node: Node) -> Span:
        """Return the place of a block by its lines."""
        return self.gathered.rows(*node.rows, column=node.token.meta.get("column", 0))

    def text(self, inline: Node) -> tuple[str, Origin]:
        """Return the text of a block whose rows are the ends of lines, blanks before rows left out, and its origin.

        Finds F022 (a paragraph that never ends), of which no text is returned.
        """
        text = "\n".join(row.lstrip(" \t") for row in inline.token.content.split("\n"))
        if len(text) > LONGEST_PARAGRAPH:
            place = self.gathered.rows(inline.rows[0], inline.rows[0] + 1)
            self.gathered.report("F022", place, length=len(text), limit=LONGEST_PARAGRAPH)
            text = ""
        return text, line_ends(text, self.gathered.lines, inline.rows[0], self.gathered.path)

    def words(self, inline: Node, *, is_arabic: bool = False) -> tuple[tuple[Inline, ...], Span]:
        """Return the words of such a block, and their place."""
        text, origin = self.text(inline)
        return read_line(text, origin, self.gathered, is_arabic=is_arabic), origin.span(0, len(text))

    def line(self, text: str, row: int, column: int) -> tuple[Inline, ...]:
        """Return words that stand in the source line of index `row`, from the index `column` on."""
        return read_line(text, Origin(self.gathered.path, (0,), ((row + 1, column + 1),)), self.gathered)

    def heading(self, node: Node) -> Made:
        """A heading of either kind. Finds S016 (too deep) and S031 (underlined over several lines)."""
        inline, level = node.children[0], int(node.token.tag[1])
        text, origin = self.text(inline)
        if node.token.markup.startswith("#"):
            origin = within_heading(text, self.gathered.lines, inline.rows[0], self.gathered.path)
        children = read_line(text, origin, self.gathered)
        span = self.span(node)
        if node.token.markup in "-=" and span.end_line - span.line > 1:
            self.gathered.report("S031", span)
        if level > DEEPEST_HEADING:
            self.gathered.report("S016", span, limit=DEEPEST_HEADING)
        return [Heading(min(level, DEEPEST_HEADING), children, self._identifier(plain(children)), span)]

    def _identifier(self, words: str) -> str:
        name = turkish.slug(words)
        while True:
            count = self.identifiers[name] = self.identifiers.get(name, 0) + 1
            if count == 1:
                return name
            name = f"{name}-{count}"

    def paragraph(self, node: Node) -> Made:
        """A paragraph, or the figures that it consists of. Finds S017 (a heading without its blank)."""
        text, origin = self.text(node.children[0])
        nodes = nest(engine().inline.parse(text, engine(), {KEY: self.gathered}, []))
        images = [child for child in nodes if child.kind == "image"]
        if images and all(child.kind in ("image", "softbreak") for child in nodes):
            return [self._figure(child, text, origin) for child in images]
        span = origin.span(0, len(text))
        if text.startswith("#") and text.lstrip("#")[:1].isalpha():
            self.gathered.report("S017", self.gathered.rows(span.line - 1, span.line, column=span.column - 1))
        return [Paragraph(line_of(nodes, origin, self.gathered), span)]

    def _figure(self, node: Node, text: str, origin: Origin) -> Figure:
        start, end = range_of(node)
        span, title = origin.span(start, end), str(node.token.attrs.get("title", ""))
        at = text.rfind(title, start, end) if title else -1
        source = Origin(origin.path, (0,), ((span.line, span.column),))  # a caption with escapes: place of the image
        if at >= 0:
            source = origin.from_offset(at)
        caption = read_line(title, source, self.gathered)
        alt = "".join(child.content or " " * (child.type == "softbreak") for child in node.token.children or [])
        if not alt.strip():
            self.gathered.report("S012", span, path=node.token.attrs["src"])
        return Figure(str(node.token.attrs["src"]), alt, caption, span)

    def question(self, node: Node) -> Made:
        """`Soru:` with its first paragraph; `group` adds the rest."""
        return [Question(node.token.meta["label"], self.blocks(node.children), self.span(node))]

    def answer(self, node: Node) -> Made:
        """`Cevap:` with its first paragraph."""
        return [Answer(node.token.meta["label"], self.blocks(node.children), self.span(node))]

    def point(self, node: Node) -> Made:
        """One point with the blocks indented below it; `group` nests the points."""
        span = self.span(node)
        self.kinds[span] = node.token.meta["kind"]
        return [Point(node.token.meta["marker"], 1, self.blocks(node.children), span)]

    def quote(self, node: Node) -> Made:
        """A quotation set apart."""
        return [Quote(self.blocks(node.children), self.span(node))]

    def items(self, node: Node) -> Made:
        """A list of Markdown."""
        items = tuple(self.blocks(item.children) for item in node.children)
        return [Items(node.token.meta.get("start"), items, self.span(node))]

    def listing(self, node: Node) -> Made:
        """Fenced lines. Finds S015 (never closed)."""
        first, end = node.rows
        last = self.gathered.lines[end - 1].strip(" \t>")
        if end - first < 2 or not last.startswith(node.token.markup) or last.strip(node.token.markup[0]):
            self.gathered.report("S015", self.gathered.rows(first, first + 1))
        return [Listing(node.token.content.removesuffix("\n"), self.span(node))]

    def break_(self, node: Node) -> Made:
        """A change of thought."""
        return [Break(self.span(node))]

    def table(self, node: Node) -> Made:
        """A table; rows of fewer cells than the head are filled up by markdown-it."""
        head, *bodies = node.children
        rows = [self._row(row) for body in bodies for row in body.children]
        styles = [str(cell.token.attrs.get("style", "")) for cell in head.children[0].children]
        alignments = tuple(style.removeprefix("text-align:") for style in styles)
        return [Table(self._row(head.children[0]), tuple(rows), alignments, self.span(node))]

    def _row(self, row: Node) -> tuple[tuple[Inline, ...], ...]:
        cells = [cell.children[0] for cell in row.children]
        texts = [cell.token.content for cell in cells]
        origins = cell_origins(texts, self.gathered.lines, row.rows[0], self.gathered.path)
        return tuple(read_line(text, origin, self.gathered) for text, origin in zip(texts, origins, strict=True))

    def container(self, node: Node) -> Made:
        """What stands between `:::` lines. Finds S006 (nothing does)."""
        meta, span = node.token.meta, self.span(node)
        maker = _CONTAINERS.get(meta["name"])
        if maker is None:
            return list(self.blocks(node.children))
        if not node.children and not meta["reference"] and meta["name"] != "besmele":
            self.gathered.report("S006", span, kind=meta["name"])
        return maker(self, node, span)

    def _pieces(self, node: Node, *, is_arabic: bool) -> tuple[Paragraph, ...]:
        pieces = [piece.children[0] for piece in node.children if piece.token.meta["arabic"] == is_arabic]
        return tuple(Paragraph(*self.words(piece, is_arabic=is_arabic)) for piece in pieces)

    def _verse(self, node: Node, span: Span) -> Made:
        line = verse_line.read(node.token.meta["reference"])
        arabic, translation = self._pieces(node, is_arabic=True), self._pieces(node, is_arabic=False)
        return [Verse(line.citation, (), arabic, translation, bool(arabic), span, line.part, line.meal)]

    def _passage(self, node: Node, span: Span) -> Made:
        return [Passage(self._pieces(node, is_arabic=True), self._pieces(node, is_arabic=False), span)]

    def _basmala(self, node: Node, span: Span) -> Made:
        text = " ".join(plain(self.words(piece.children[0])[0]) for piece in node.children)
        return [Basmala(text, span)]

    def _label(self, node: Node, span: Span) -> Made:
        return [Label(self.words(piece.children[0])[0], span) for piece in node.children]


_CONTAINERS: dict[str, Callable[[Maker, Node, Span], Made]] = {
    "ayet": Maker._verse,
    "arabic": Maker._passage,
    "besmele": Maker._basmala,
    "dua": devotions.prayer,
    "hadis": devotions.hadith,
    "siir": devotions.poem,
    "seri": Maker._label,
}

_MAKERS: dict[str, Callable[[Maker, Node], Made]] = {
    "heading": Maker.heading,
    "paragraph": Maker.paragraph,
    "question": Maker.question,
    "answer": Maker.answer,
    "point": Maker.point,
    "blockquote": Maker.quote,
    "bullet_list": Maker.items,
    "ordered": Maker.items,
    "fence": Maker.listing,
    "hr": Maker.break_,
    "table": Maker.table,
    "container": Maker.container,
}
