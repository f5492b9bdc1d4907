"""What a page on a screen has and a printed one has not: links, forms, scripts, attachments, layers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from publish.model.said import Said
from publish.press.boxes import rectangle
from publish.press.preflight.checks.words import NOTES
from publish.press.preflight.registry import Examined, Fault, check

_ACTS = (Name.JavaScript, Name.Launch, Name.Named, Name.SubmitForm, Name.ImportData, Name.URI)
"""What a file may do when it is opened, but for showing a page of its own."""
_OF_THE_PRESS = (Name.TrapNet, Name.PrinterMark)


@check
def has_no_annotations(file: Examined) -> Iterator[Fault]:
    """Find B110."""
    for sheet in file.sheets:
        rows = sheet.page.get("/Annots")
        for row in list(rows) if isinstance(rows, pikepdf.Array) else ():
            if isinstance(row, pikepdf.Dictionary) and row.get("/Subtype") not in _OF_THE_PRESS:
                box = rectangle(row.get("/Rect"))
                if box is None or box.meets(sheet.bleed):
                    area = sheet.area(box) if box else None
                    yield Fault("B110", sheet.number, area, _called(row))


def _called(row: Any) -> Said | str:
    kind = str(row.get("/Subtype", "?")).lstrip("/")
    return NOTES.get(kind, kind)


@check
def has_no_forms_or_scripts(file: Examined) -> Iterator[Fault]:
    """Find B106 (form fields), B107 (scripts and actions), B108 (attachments) and B109 (layers)."""
    root = file.pdf.Root
    names = root.get("/Names")
    tables = names if isinstance(names, pikepdf.Dictionary) else pikepdf.Dictionary()
    form = root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and (len(form.get("/Fields", [])) or "/XFA" in form):
        yield Fault("B106")
    opens = root.get("/OpenAction")
    acts = "/AA" in root or any("/AA" in sheet.page for sheet in file.sheets)
    if "/JavaScript" in tables or acts or (isinstance(opens, pikepdf.Dictionary) and opens.get("/S") in _ACTS):
        yield Fault("B107")
    if "/EmbeddedFiles" in tables or "/AF" in root or "/Collection" in root:
        yield Fault("B108")
    layers = root.get("/OCProperties")
    if isinstance(layers, pikepdf.Dictionary) and len(layers.get("/OCGs", [])):
        yield Fault("B109", what=", ".join(str(each.get("/Name", "?")) for each in list(layers.OCGs)[:3]))
