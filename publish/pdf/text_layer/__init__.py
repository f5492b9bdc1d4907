"""Arabic that is read out of a PDF as it was written: copied, searched, read aloud.

WeasyPrint 70.0, like every other maker of PDF, gives a glyph the text it first stood for and draws vowel marks apart;
what readers make of that is wrong in every other word. Here a line with Arabic in it is drawn in a font of our own,
whose codes mean one character each and whose glyphs are the pictures that Pango shaped:

    drawing ─ shaped    the line as Pango shaped it
        │   ─ parts     cut into words, numbers, signs
        │   ─ codes     the law: which codes, how wide
        │   ─ order     where they stand, in which order they are written (page, kinds: how readers see it)
        │   ─ wedge     what keeps a phrase apart from the line it stands in
        ╰── face ─ truetype    the font
    tags                language and reading order in the structure

It replaces functions of WeasyPrint by their names, and so it works with the version it was written for and no other.
"""

from __future__ import annotations

from typing import Any

import weasyprint  # type: ignore[import-untyped]  # no stubs
from weasyprint import document as _document
from weasyprint import pdf as _pdf
from weasyprint.draw import text as _text  # type: ignore[import-untyped]  # no stubs

from publish.model.failure import ExitCode, PublishError
from publish.pdf.text_layer import drawing, page, tags

VERSION = "70.0"
"""The WeasyPrint that this was written for."""

_draw_first_line, _add_tags, _paint = _text.draw_first_line, _pdf.add_tags, _document.Page.paint


def install() -> None:
    """Let WeasyPrint write Arabic so that it can be read; a second call changes nothing.

    Raises `PublishError` where WeasyPrint is another version than the one this was written for.
    """
    if weasyprint.__version__ != VERSION:
        raise PublishError(ExitCode.SETUP, "X007", what=f"WeasyPrint {VERSION}", found=weasyprint.__version__)
    _text.draw_first_line, _pdf.add_tags, _document.Page.paint = _draw, _tag, _painted


def uninstall() -> None:
    """Put back what was replaced."""
    _text.draw_first_line, _pdf.add_tags, _document.Page.paint = _draw_first_line, _add_tags, _paint


def _draw(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    if drawing.is_ours(textbox, text_overflow, block_ellipsis) and drawing.draw(stream, textbox, matrix):
        return []
    return _draw_first_line(stream, textbox, text_overflow, block_ellipsis, matrix)


def _tag(pdf: Any, document: Any, version: Any, streams: Any) -> None:
    marks = tags.collect(document, streams)
    _add_tags(pdf, document, version, streams)
    tags.enter(pdf, marks)


def _painted(self: Any, stream: Any, *args: Any, **options: Any) -> None:
    page.note(stream, self)
    _paint(self, stream, *args, **options)
