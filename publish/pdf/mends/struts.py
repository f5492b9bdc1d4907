"""Mend: for every line and every text in it WeasyPrint writes sixteen values of a style down, to look up a line height.

What is written of a style is kept with it here: of the styles of boxes, whose fonts never change.
"""

from __future__ import annotations

from typing import Any

from weasyprint.text import line_break as _line_break  # type: ignore[import-untyped]  # no stubs

_stock = _line_break._font_style_cache_key


def install() -> None:
    """Replace how the key of a style is made."""
    _line_break._font_style_cache_key = _key


def uninstall() -> None:
    """Put back what was replaced."""
    _line_break._font_style_cache_key = _stock


def _key(style: Any, include_size: bool = False) -> str:  # as WeasyPrint has it
    if not include_size:
        return str(_stock(style))
    known: str | None = style.__dict__.get("strut_key")
    if known is None:
        known = style.strut_key = str(_stock(style, include_size=True))
    return known
