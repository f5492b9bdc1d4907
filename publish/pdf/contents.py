"""The table of contents in the structure of a PDF: what reads aloud tells it from other paragraphs, and leads on.

WeasyPrint has paragraphs with links in a section; readers seek (ISO 32000-1, 14.8.4.3 and 14.8.4.4)

    Sect ─┬─ P              its heading
          └─ TOC ─┬─ TOCI ── Reference ── Link      a chapter
                  └─ TOC ─── TOCI ── …              its parts
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs

LEVEL = "data-level"
"""Attribute of the links of the contents: how deep in the booklet they lead."""


def tag_contents(pages: Sequence[Any], elements: dict[bytes, Any], pdf: Any) -> None:
    """Make a table of contents, one on each page, of the paragraphs that lead to headings."""
    levels = {
        box.link_annotation.reference: int(box.element.get(LEVEL))
        for page in pages
        for *_, box in page.links
        if box.link_annotation is not None and box.element.get(LEVEL)
    }
    if not levels:
        return
    lines: dict[bytes, int] = {}
    for element in elements.values():
        if element.get("S") == "/Link":
            leads = (levels.get(elements[kid]["Obj"]) for kid in element["K"] if _is_annotation(elements.get(kid)))
            level = next((level for level in leads if level), None)
            if level:
                lines[_paragraph(element, elements)] = level
    for section in {elements[line]["P"]: None for line in lines}:
        _write(elements[section], lines, elements, pdf)


def _is_annotation(thing: Any) -> bool:
    return thing is not None and thing.get("Type") == "/OBJR"


def _paragraph(link: Any, elements: dict[bytes, Any]) -> bytes:
    """Return the reference of the paragraph that a link stands in."""
    element = link
    while element["S"] != "/P":
        element = elements[element["P"]]
    reference: bytes = element.reference
    return reference


def _write(section: Any, lines: dict[bytes, int], elements: dict[bytes, Any], pdf: Any) -> None:
    """Put the lines of one section into tables, the deeper ones into tables of their own."""
    kids = [kid for kid in section["K"] if kid in lines]
    at = list(section["K"]).index(kids[0])
    tables: list[tuple[int, Any]] = []
    for kid in kids:
        level, line = lines[kid], elements[kid]
        while len(tables) > 1 and tables[-1][0] > level:
            tables.pop()
        if not tables or tables[-1][0] < level:
            above = tables[-1][1] if tables else section
            table = _element("/TOC", above, line["Pg"], (), elements, pdf)
            if tables:
                above["K"].append(table.reference)
            tables.append((level, table))
        line["S"], line["P"] = "/TOCI", tables[-1][1].reference
        tables[-1][1]["K"].append(kid)
        line["K"] = pydyf.Array([_element("/Reference", line, line["Pg"], line["K"], elements, pdf).reference])
    others = [kid for kid in section["K"] if kid not in lines]
    section["K"] = pydyf.Array([*others[:at], tables[0][1].reference, *others[at:]])


def _element(kind: str, parent: Any, page: Any, kids: Iterable[Any], elements: dict[bytes, Any], pdf: Any) -> Any:
    """Add an element to the structure; `kids` are its own from now on."""
    made = pydyf.Dictionary({"Type": "/StructElem", "S": kind, "P": parent.reference, "Pg": page})
    made["K"] = pydyf.Array(list(kids))
    pdf.add_object(made)
    elements[made.reference] = made
    for kid in made["K"]:
        elements[kid]["P"] = made.reference
    return made
