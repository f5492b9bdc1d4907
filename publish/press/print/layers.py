"""Layers (optional content, ISO 32000-1, 8.11): what is switched off is not printed; the rest is no layer any more."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

Layer = tuple[int, int]
"""Number and generation of a layer's object."""


def switched_off(pdf: pikepdf.Pdf) -> frozenset[Layer]:
    """Return the layers that a viewer does not show when it opens the document."""
    known = pdf.Root.get("/OCProperties")
    if not isinstance(known, Dictionary):
        return frozenset()
    shown = known.get("/D", Dictionary())
    off = _layers(shown.get("/OFF"))
    if shown.get("/BaseState") == Name.OFF:
        off |= _layers(known.get("/OCGs")) - _layers(shown.get("/ON"))
    return off


def _layers(thing: Any) -> frozenset[Layer]:
    if isinstance(thing, Array):
        return frozenset(each.objgen for each in thing if isinstance(each, Dictionary))
    return frozenset((thing.objgen,)) if isinstance(thing, Dictionary) else frozenset()


def is_hidden(layer: Any, off: frozenset[Layer]) -> bool:
    """Say whether what belongs to a layer, or to several (table 99), is not shown."""
    if not off or not isinstance(layer, Dictionary):
        return False
    if layer.get("/Type") != Name.OCMD:
        return layer.objgen in off
    members = _layers(layer.get("/OCGs"))
    hidden = members & off
    return {
        "/AllOn": bool(hidden),
        "/AnyOff": bool(members) and not hidden,
        "/AllOff": hidden != members,
    }.get(str(layer.get("/P", "")), bool(members) and hidden == members)
