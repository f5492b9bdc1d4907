"""Shapes the texts of one document and remembers the few letters that it needs again and again."""

from __future__ import annotations

from typing import Any

from weasyprint.text.line_break import _font_style_cache_key  # type: ignore[import-untyped]  # no stubs

from publish.pdf.composer import glyphs
from publish.pdf.composer.glyphs import Font, Shaping

REMEMBERED = 20_000
"""Snippets of one style: more than a book has pairs of letters, and a bound."""


class Shaper:
    """Shapes texts in the fonts of one document: those of another one must not be used."""

    def __init__(self, space: float | None) -> None:
        self.fonts: dict[int, Font] = {}
        self.space = space
        self._snippets: dict[str, dict[str, Shaping]] = {}

    @classmethod
    def of(cls, style: Any, space: float | None = None) -> Shaper:
        """Return that of the document which `style` belongs to, made with spaces of at least `space` em."""
        kept: dict[str, Any] = style.font_config.__dict__
        shaper: Shaper | None = kept.get("composer")
        if shaper is None:
            shaper = kept["composer"] = cls(space)
        return shaper

    def shape(self, text: str, style: Any) -> Shaping:
        """Shape a text."""
        return glyphs.shape(text, style, self.fonts, self.space)

    def snippet(self, text: str, style: Any) -> Shaping:
        """Shape a few letters."""
        table: dict[str, Shaping] | None = style.__dict__.get("composed")
        if table is None:
            key = repr(_font_style_cache_key(style, True))
            table = style.__dict__["composed"] = self._snippets.setdefault(key, {})
        shaping = table.get(text)
        if shaping is None:
            if len(table) > REMEMBERED:
                table.clear()
            shaping = table[text] = self.shape(text, style)
        return shaping

    def last_signs(self, style: Any) -> dict[tuple[str, bool], tuple[float, float]]:
        """Return what is known of the last letters of lines, with a hyphen or without: widths, and what hangs out."""
        table: dict[tuple[str, bool], tuple[float, float]] = style.__dict__.setdefault("last_signs", {})
        if len(table) > REMEMBERED:
            table.clear()
        return table
