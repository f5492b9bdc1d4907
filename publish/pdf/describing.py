"""What a reading PDF says to whoever does not see it, where WeasyPrint says nothing or what only a machine knows.

Of links their words, of pages their printed numbers, of the heads of tables what they stand over; a picture that its
author does not describe is an ornament, as in HTML, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs

from publish.pdf.artifacts import Artifacts
from publish.pdf.contents import tag_contents
from publish.pdf.folios import folio
from publish.pdf.tables import complete_table, join_tables

_HEADING = re.compile("/H([1-6])")


def thin_out_links(pages: Sequence[Any]) -> None:
    """Keep one link of those that lie on each other, before the PDF is made.

    What is slanted or Arabic within a link WeasyPrint makes a link once more, outside of its element (7.18.5).
    """
    for page in pages:
        own = {target for _, target, _, box in page.links if box.element.tag == "a"}
        page.links = [link for link in page.links if link[3].element.tag == "a" or link[1] not in own]


def describe(pages: Sequence[Any], pdf: Any) -> None:
    """Complete the tagged pydyf.PDF of `pages`, which were laid out after `folios.install`."""
    _say_links(pages)
    _label_pages(pages, pdf)
    elements = {thing.reference: thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary)}
    join_tables(pages, elements, pdf)
    tag_contents(pages, elements, pdf)
    _name_elements(elements, pdf)
    _step_headings(elements.values())
    figures = []
    for element in elements.values():
        if element.get("S") == "/Table":
            complete_table(element, elements)
        if element.get("S") == "/TH":
            element["A"].setdefault("Scope", "/Column")  # Markdown has heads over columns only
        elif element.get("S") == "/Figure" and "Alt" not in element:
            figures.append(element)
        elif element.get("S") == "/Link":
            _say_where_it_leads(element, elements)
    if figures:
        _pass_over(figures, elements, pdf)


def _name_elements(elements: dict[bytes, Any], pdf: Any) -> None:
    """List the elements that are called by a name, notes and heads of tables, as readers seek them (14.7.2)."""
    named = sorted((element["ID"].data, reference) for reference, element in elements.items() if "ID" in element)
    if named:
        names = pydyf.Array([part for pair in named for part in pair])
        elements[pdf.catalog["StructTreeRoot"]]["IDTree"] = pydyf.Dictionary({"Names": names})


def _step_headings(elements: Iterable[Any]) -> None:
    """Let headings go down one level at a time, from the first (7.4.2); they look as their author wanted."""
    above: list[int] = []
    for element in elements:
        match = _HEADING.fullmatch(str(element.get("S")))
        if match:
            level = int(match[1])
            while above and above[-1] >= level:
                above.pop()
            above.append(level)
            element["S"] = f"/H{len(above)}"


def _say_links(pages: Sequence[Any]) -> None:
    """Describe each link by its words: WeasyPrint says the name of its target (ISO 14289-1, 7.18.5)."""
    for page in pages:
        for _, _, _, box in page.links:
            if box.link_annotation is not None:
                words = " ".join("".join(box.element.itertext()).split())
                if words:
                    box.link_annotation["Contents"] = pydyf.String(words)


def _say_where_it_leads(link: Any, elements: dict[bytes, Any]) -> None:
    """Let a link that holds nothing but its own annotation have some words."""
    only = elements.get(link["K"][0], {}) if len(link["K"]) == 1 else {}
    if only.get("Type") == "/OBJR":
        link["Alt"] = elements[only["Obj"]]["Contents"]


def _label_pages(pages: Sequence[Any], pdf: Any) -> None:
    """Let viewers call pages as they are called in print, where that is not their place in the file (12.4.2)."""
    runs: list[Any] = []
    for index, page in enumerate(pages):
        if not index or folio(page) != folio(pages[index - 1]) + 1:
            runs += [index, pydyf.Dictionary({"S": "/D", "St": max(1, folio(page))})]
    if runs[2:] or (runs and runs[1]["St"] != 1):
        pdf.catalog["PageLabels"] = pydyf.Dictionary({"Nums": pydyf.Array(runs)})


def _pass_over(figures: Sequence[Any], elements: dict[bytes, Any], pdf: Any) -> None:
    """Take figures out of the structure, and mark as artifacts what they show."""
    artifacts = Artifacts(elements, pdf)
    for figure in figures:
        if not artifacts.make(figure):
            figure["S"] = "/NonStruct"  # it is drawn apart from its page: it stays where it is, and has no words
            continue
        kids = elements[figure["P"]]["K"]
        kids[:] = [kid for kid in kids if kid != figure.reference]
