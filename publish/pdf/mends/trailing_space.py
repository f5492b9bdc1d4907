"""Mend: a text that would fill its line but for its last space is broken after its first word.

A text before an inline element ends with the space between them. Where the words fit the line and that space does not,
`split_first_line` takes the text for one that cannot be broken and keeps the first word alone. The space is not seen
at the end of a line, so the text fits.
"""

from __future__ import annotations

from typing import Any

from weasyprint.layout import inline  # type: ignore[import-untyped]  # no stubs
from weasyprint.text import line_break  # type: ignore[import-untyped]  # no stubs

NARROWEST = 0.25
"""Width of a letter in em below which no text of that many letters is tried; WeasyPrint's own guess."""

_stock = line_break.split_first_line


def install() -> None:
    """Replace the function that breaks text, for layout alone."""
    inline.split_first_line = _split_first_line


def uninstall() -> None:
    """Put back what was replaced."""
    inline.split_first_line = _stock


def _split_first_line(
    text: str, style: Any, context: Any, max_width: float | None, *others: Any, **options: Any
) -> Any:
    line = _stock(text, style, context, max_width, *others, **options)
    _, _, resume_index, *_ = line
    if resume_index is None or max_width is None or not text.endswith(" "):
        return line
    words = text.rstrip(" ")
    if style["white_space"] != "normal" or len(words) * style["font_size"] * NARROWEST > max_width:
        return line
    _, _, rest, *_ = _stock(words, style, context, max_width, *others, **options)
    return line if rest is not None else _stock(text, style, context, None, *others, **options)
