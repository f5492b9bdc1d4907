"""Paragraphs composed as a whole, so that their colour is even: what a compositor does, and no browser.

    lines ─ leaves       a paragraph's boxes as one string
      │   ─ paragraph    where lines may end, how long they are ─ glyphs (Pango), optics (what hangs out)
      │   ─ fit          where they do end (Knuth and Plass) ─ rules, clashes (marks above marks)
      ├── column         how long they may be, beside floats too
      ├── setter         each as it was planned, and where ─ setting (its boxes)
      ╰── grid           where they stand in the room of whole lines
    drawing              their glyphs, written without shaping them again

It replaces functions of WeasyPrint by their names, and so it works with the version it was written for and no other.
"""

from __future__ import annotations

from typing import Any

import weasyprint  # type: ignore[import-untyped]  # no stubs
from weasyprint.draw import text as _text  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout import block as _block  # type: ignore[import-untyped]  # no stubs

from publish.model.failure import ExitCode, PublishError
from publish.pdf.composer import drawing, grid
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.setting import Written

VERSION = "70.0"
"""The WeasyPrint that this was written for."""

_iter_line_boxes = _block.iter_line_boxes
_block_replaced_box_layout = _block.block_replaced_box_layout
_below: Any = None


def install(composer: Composer) -> None:
    """Let `composer` set the paragraphs from now on, on top of whatever else draws text.

    Raises `PublishError` where WeasyPrint is another version than the one this was written for.
    """
    global _below
    if weasyprint.__version__ != VERSION:
        raise PublishError(ExitCode.SETUP, "X007", what=f"WeasyPrint {VERSION}", found=weasyprint.__version__)
    _block.iter_line_boxes = composer.lines
    _block.block_replaced_box_layout = grid.replaced_layout if composer.rules.registers else _block_replaced_box_layout
    if _text.draw_first_line is not _draw:
        _below, _text.draw_first_line = _text.draw_first_line, _draw


def uninstall() -> None:
    """Put back what was replaced."""
    _block.iter_line_boxes = _iter_line_boxes
    _block.block_replaced_box_layout = _block_replaced_box_layout
    if _text.draw_first_line is _draw:
        _text.draw_first_line = _below


def _draw(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    if drawing.draw(stream, textbox, text_overflow, block_ellipsis, matrix):
        return []
    layout = textbox.pango_layout
    if isinstance(layout, Written):
        matrix = drawing.scaled(matrix, layout.scale)
    return _below(stream, textbox, text_overflow, block_ellipsis, matrix)
