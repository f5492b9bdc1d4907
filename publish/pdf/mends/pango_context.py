"""Mend: every piece of text gets a Pango context and a font description of its own, though its style has only one.

Making them is a tenth of the time of a layout. Here the first piece of a style makes them, the others use them; the
pages are the same, byte for byte.
"""

from __future__ import annotations

from typing import Any, NamedTuple

from weasyprint.text import line_break  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.ffi import (  # type: ignore[import-untyped]  # no stubs
    ffi,
    gobject,
    pango,
    unicode_to_char_p,
)
from weasyprint.text.fonts import font_features, get_font_description  # type: ignore[import-untyped]  # no stubs

_stock = line_break.Layout.setup


class _Made(NamedTuple):
    """What the pieces of one style share."""

    context: Any
    language: Any
    description: Any
    features: bytes


def install() -> None:
    """Replace how a layout is set up."""
    line_break.Layout.setup = _setup


def uninstall() -> None:
    """Put back what was replaced."""
    line_break.Layout.setup = _stock


def _setup(layout: Any, style: Any) -> None:
    if style["text_decoration_line"] != "none":  # needs the metrics of the font: rare, left to WeasyPrint
        _stock(layout, style)
        return
    made = style.__dict__.get("made_by_pango")
    if made is None:
        made = style.__dict__["made_by_pango"] = _make(style)
    layout.style = style
    layout.first_line_direction = 0
    layout.language = made.language
    layout.layout = ffi.gc(pango.pango_layout_new(made.context), gobject.g_object_unref)
    layout.ascent = layout.underline_position = layout.strikethrough_position = None
    pango.pango_layout_set_auto_dir(layout.layout, False)
    pango.pango_layout_set_font_description(layout.layout, made.description)
    if made.features:
        attribute = style.font_config.font_features.get(made.features)
        if attribute is None:
            attribute = pango.pango_attr_font_features_new(made.features)
            style.font_config.font_features[made.features] = attribute
        attributes = pango.pango_attr_list_new()
        pango.pango_attr_list_insert(attributes, attribute)
        pango.pango_layout_set_attributes(layout.layout, attributes)


def _make(style: Any) -> _Made:
    context = ffi.gc(pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref)
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    name = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    if name:
        pointer, _kept = unicode_to_char_p(name)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    features = font_features(
        style["font_kerning"],
        style["font_variant_ligatures"],
        style["font_variant_position"],
        style["font_variant_caps"],
        style["font_variant_numeric"],
        style["font_variant_alternates"],
        style["font_variant_east_asian"],
        style["font_feature_settings"],
    )
    written = ",".join(f"{key} {value}" for key, value in features.items()).encode()
    return _Made(context, language, get_font_description(style), written)
