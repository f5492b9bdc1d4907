"""What WeasyPrint's PDF lacks, added to its objects before they are written.

The real names of the fonts; on which side a book is bound; that its pages end at the trim; and a body for each item of
a list, and no element that holds nothing, as PDF/UA wants it (ISO 14289-1, 7.6).
"""

from __future__ import annotations

from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs

from publish.pdf.faces import FACES, Face

_DROPPED = frozenset(("/Span", "/NonStruct", "/LI", "/L", "/Sect"))
"""Kinds of elements that are left out where nothing is in them."""


def finish(pdf: Any) -> tuple[str, ...]:
    """Complete a pydyf.PDF; return the names of fonts that are none of ours."""
    _drop_empty(pdf)
    _give_bodies_to_items(pdf)
    _bind_on_the_right(pdf)
    _show_the_trim(pdf)
    return _name_fonts(pdf)


def _bind_on_the_right(pdf: Any) -> None:
    """Say of an Arabic book that its pages follow one another from right to left (ISO 32000-1, table 150)."""
    language = pdf.catalog.get("Lang")
    if language is not None and language.string == "ar":
        pdf.catalog.setdefault("ViewerPreferences", pydyf.Dictionary())["Direction"] = "/R2L"


def _show_the_trim(pdf: Any) -> None:
    """Let readers see the pages as they are cut: what bleeds over the trim is there for the press (table 30)."""
    for page in pdf.objects:
        if isinstance(page, pydyf.Dictionary) and page.get("Type") == "/Page":
            page["BleedBox"], page["CropBox"] = page["MediaBox"], page["TrimBox"]


def _drop_empty(pdf: Any) -> None:
    """Leave out what holds nothing and is called nothing.

    A line that ends at a block has such a piece, and an item whose own list goes on with the next page is one.
    """
    elements = _elements(pdf)
    for element in reversed(elements.values()):  # what stands within others comes behind them
        if element["S"] not in _DROPPED or element["K"] or {"Alt", "ActualText"} & set(element):
            continue
        kids = elements[element["P"]]["K"]
        kids[:] = [kid for kid in kids if kid != element.reference]


def _give_bodies_to_items(pdf: Any) -> None:
    """Put what stands in an item of a list, its label apart, into a body."""
    elements = _elements(pdf)
    for item in [element for element in elements.values() if element["S"] == "/LI"]:
        kids = [(kid, elements.get(kid)) for kid in item["K"]]
        loose = [(kid, element) for kid, element in kids if element is None or element["S"] not in ("/Lbl", "/LBody")]
        if not loose:
            if len(kids) == 1 and kids[0][1] is not None:
                kids[0][1]["S"] = "/LBody"  # an item of nothing but its label
            continue
        body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "P": item.reference})
        body["Pg"], body["K"] = item["Pg"], pydyf.Array([kid for kid, _ in loose])
        pdf.add_object(body)
        for _, element in loose:
            if element is not None:
                element["P"] = body.reference
        item["K"] = pydyf.Array([kid for kid in item["K"] if kid not in body["K"]] + [body.reference])


def _elements(pdf: Any) -> dict[bytes, Any]:
    """Return the elements of the structure, those within others behind them."""
    return {
        thing.reference: thing
        for thing in pdf.objects
        if isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
    }


def _name_fonts(pdf: Any) -> tuple[str, ...]:
    strangers: dict[str, None] = {}
    names = {_as_pango(face): face.name for face in FACES}
    for thing in pdf.objects:
        for key in ("BaseFont", "FontName"):
            if not isinstance(thing, dict) or key not in thing:
                continue
            written = thing[key]
            tag, _, name = (written.decode() if isinstance(written, bytes) else written).partition("+")
            if name in names:
                thing[key] = f"{tag}+{names[name]}"
            elif name not in names.values():
                strangers[name] = None
    return tuple(strangers)


def _as_pango(face: Face) -> str:
    """Return the name that WeasyPrint gives a face: what Pango calls it, with hyphens.

    >>> [_as_pango(face) for face in FACES[:3]]
    ['Metin', 'Metin-Italic', 'Metin-Semi-Bold']
    """
    weight = {400: "", 600: "-Semi-Bold", 700: "-Bold"}[face.weight]
    return face.family + weight + ("-Italic" if face.italic else "")
