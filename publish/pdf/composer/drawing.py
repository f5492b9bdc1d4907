"""Composed text written into the content of a page: glyphs that are known are not shaped once more."""

from __future__ import annotations

from typing import Any

from weasyprint.matrix import Matrix  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer.glyphs import Font
from publish.pdf.composer.setting import Written

SMALLEST = 1e-6
"""CSS pixels; WeasyPrint draws no text below."""


def draw(stream: Any, textbox: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> bool:
    """Write the line of `textbox`, if its glyphs are known and it is not to be cut short; return whether it was."""
    layout = textbox.pango_layout
    if not isinstance(layout, Written) or layout.font is None:
        return False
    font, size = _font(stream, layout.font)
    is_cut = text_overflow == "ellipsis" or block_ellipsis != "none"
    if is_cut or font.bitmap or font.png or font.svg or font.colr:
        layout.become_layout(textbox.style)
        return False
    if textbox.text.strip() and textbox.style["font_size"] >= SMALLEST:
        _register(font, layout)
        stream.set_text_matrix(*scaled(matrix, layout.scale).values)
        stream.set_font_size(font.hash, size)
        stream.show_text(layout.written)
    return True


def scaled(matrix: Any, scale: float) -> Any:
    """Return a text matrix whose glyphs are wider by `scale`."""
    if scale == 1:
        return matrix
    a, b, *others = matrix.values
    return Matrix(a * scale, b * scale, *others)


def _font(stream: Any, font: Font) -> tuple[Any, float]:
    """Return the font of the PDF that draws `font`, and its size."""
    known: dict[Font, tuple[Any, float]] = stream.__dict__.setdefault("composed_fonts", {})
    entry = known.get(font)
    if entry is None:
        entry = known[font] = stream.add_font(font.pango_font)
    return entry


def _register(font: Any, layout: Written) -> None:
    """Tell the PDF what the glyphs stand for and how wide they are, as WeasyPrint does when it draws them."""
    characters = layout.characters
    done: dict[int, tuple[Any, int]] = font.__dict__.setdefault("composed", {})
    if done.get(id(characters)) == (characters, len(characters)):
        return
    done[id(characters)] = characters, len(characters)
    assert layout.font is not None  # noqa: S101  # asked by the caller
    for glyph, text in characters.items():
        if glyph not in font.to_unicode:
            font.to_unicode[glyph] = text
        if glyph not in font.widths:
            font.widths[glyph] = layout.font.width(glyph)
