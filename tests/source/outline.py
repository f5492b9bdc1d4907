"""Blocks as indented lines, so that a test shows a whole text at a glance."""

from publish.model.block import (
    Answer,
    Basmala,
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
from publish.model.inline import plain
from publish.source.markup import parse


def outline(text):
    return "\n".join(_lines(parse(text, "text.md").blocks, 0))


def codes(text):
    return [finding.code for finding in parse(text, "text.md").findings]


def _lines(blocks, depth):
    for block in blocks:
        words, inner = DRAWN.get(type(block), lambda block: ("", ()))(block)
        yield f"{'  ' * depth}{type(block).__name__} {words}".rstrip()
        yield from _lines(inner, depth + 1)


def _verse(block):
    return getattr(block, "citation", ""), (*block.arabic, *block.translation)


DRAWN = {
    Paragraph: lambda block: (plain(block.children), ()),
    Label: lambda block: (plain(block.children), ()),
    Heading: lambda block: (f"{block.level} {plain(block.children)}", ()),
    Question: lambda block: (block.label, block.blocks),
    Answer: lambda block: (block.label, block.blocks),
    Point: lambda block: (f"{block.marker} level {block.level}", block.blocks),
    Quote: lambda block: ("", block.blocks),
    Items: lambda block: (block.start or "bullets", [inner for item in block.items for inner in item]),
    Verse: _verse,
    Passage: _verse,
    Basmala: lambda block: (block.text, ()),
    Figure: lambda block: (f"{block.path} {block.alt} {plain(block.caption)}", ()),
    Listing: lambda block: (repr(block.text), ()),
    Table: lambda block: (f"{len(block.rows)} rows", ()),
}


def tree(text):
    """Lift a drawing out of the indentation of the test."""
    rows = text.strip("\n").split("\n")
    indent = min(len(row) - len(row.lstrip()) for row in rows if row.strip())
    return "\n".join(row[indent:] for row in rows).rstrip()


def inlines(text):
    return parse(text, "text.md").blocks[0].children


def kinds(text):
    return [type(node).__name__ for node in inlines(text)]
