"""What things and colours are called where a fault of them is told."""

from __future__ import annotations

from publish.model.said import Said
from publish.press.preflight.paint import Kind

THINGS = {
    "text": Said("yazı", "text"),
    "fill": Said("dolgu", "fill"),
    "stroke": Said("çizgi", "stroke"),
    "picture": Said("resim", "picture"),
    "gradient": Said("renk geçişi", "gradient"),
}
COLOURS: dict[Kind, Said | str] = {
    "grey": Said("gri", "grey"),
    "rgb": "DeviceRGB",
    "cmyk": "CMYK",
    "icc_grey": Said("ICC gri", "ICC grey"),
    "icc_rgb": "ICC RGB",
    "icc_cmyk": "ICC CMYK",
    "lab": "Lab",
    "spot": Said("ek renk", "spot colour"),
    "pattern": Said("desen", "pattern"),
    "unknown": "?",
}
NOTES = {
    "Link": Said("bağlantı", "link"),
    "Text": Said("not", "note"),
    "FreeText": Said("not", "note"),
    "Popup": Said("açılan not", "pop-up note"),
    "Highlight": Said("vurgu", "highlight"),
    "Underline": Said("altı çizili yer", "underline"),
    "StrikeOut": Said("üstü çizili yer", "strike-out"),
    "Stamp": Said("damga", "stamp"),
    "Ink": Said("elle çizim", "drawing by hand"),
    "FileAttachment": Said("ekli dosya", "attachment"),
    "Widget": Said("form alanı", "form field"),
}
"""Annotations by their subtype (ISO 32000-1, table 169); others are told by that."""
