"""Every node knows where it stands: what its span holds in the file is what it says."""

import re

import pytest
from hypothesis import given, settings

from publish.model import block as blocks_
from publish.model.inline import Arabic, Citation, Code, Text, Whole, plain, walk
from publish.source.markup import parse
from tests.source.texts import documents

pytestmark = pytest.mark.untraced


MARKS = re.compile(r"[>\s]+")


def source_at(text, span):
    rows = text.split("\n")[span.line - 1 : span.end_line]
    if len(rows) == 1:
        return rows[0][span.column - 1 : span.end_column - 1]
    return "\n".join([rows[0][span.column - 1 :], *rows[1:-1], rows[-1][: span.end_column - 1]])


def as_read(source):
    """Take escapes, and what stands before the rows of quotes and points, out of a piece of source."""
    return MARKS.sub(" ", source.replace("\\*", "*").replace("&amp;", "&").replace("\\|", "|"))


def all_blocks(parsed):
    yield from blocks_.walk(parsed.blocks)
    for note in parsed.notes:
        yield from blocks_.walk(note.blocks)


def all_lines(parsed):
    for block in all_blocks(parsed):
        yield from blocks_.lines(block)


@settings(max_examples=40)
@given(documents())
def test_the_span_of_words_holds_these_words(document):
    text, _ = document
    for line in all_lines(parse(text, "text.md")):
        for node in walk(line):
            if isinstance(node, Text | Arabic | Whole | Citation):
                assert as_read(source_at(text, node.span)).strip() == MARKS.sub(" ", node.text).strip()
            elif isinstance(node, Code):
                assert as_read(source_at(text, node.span)) == f"`{node.text}`"


@settings(max_examples=40)
@given(documents())
def test_the_span_of_marked_up_words_begins_and_ends_with_the_marks(document):
    text, _ = document
    marks = {
        "Emphasis": ("*", "*"),
        "Strong": ("**", "**"),
        "Link": (("[", "<"), (")", ">")),
        "Foreign": ("[", "}"),
        "Name": ("[", "}"),
        "Source": ("(", ")"),
        "NoteMark": ("[^", "]"),
    }
    for line in all_lines(parse(text, "text.md")):
        for node in walk(line):
            if type(node).__name__ in marks:
                opening, closing = marks[type(node).__name__]
                source = source_at(text, node.span)
                assert source.startswith(opening)
                assert source.endswith(closing)


@settings(max_examples=40)
@given(documents())
def test_no_word_is_lost_and_none_invented(document):
    text, words = document
    parsed = parse(text, "text.md")
    read = [word for line in all_lines(parsed) for word in plain(line).replace("\n", " ").split()]
    assert read == " ".join(words).split()


@settings(max_examples=40)
@given(documents())
def test_a_block_holds_its_lines_and_ends_where_they_end(document):
    text, _ = document
    for block in all_blocks(parse(text, "text.md")):
        assert block.span.column >= 1
        assert (block.span.line, block.span.column) <= (block.span.end_line, block.span.end_column)
        for line in blocks_.lines(block):
            for node in line:
                assert block.span.line <= node.span.line <= node.span.end_line <= block.span.end_line
