"""Language and reading order for those who have a PDF read aloud: they follow its tags.

The codes of Arabic stand in the order of the eye. What they say in the order of reading, and in which language, is
said on the structure element of each line of them (ISO 32000-1, 14.9.2 and 14.9.4); other readers do not look there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs

from publish.pdf.text_layer.kinds import RIGHT_TO_LEFT


def collect(document: Any, streams: Sequence[Any]) -> tuple[tuple[tuple[int, str, str], ...], ...]:
    """Return, page by page, which marked content has a language of its own: number, language, text to be read.

    The text is empty where the codes stand in the order of reading.
    """
    language = document.metadata.lang or ""
    return tuple(tuple(_of_page(stream._tags or {}, language)) for stream in streams)


def _of_page(tags: dict[Any, dict[str, Any]], language: str) -> Iterator[tuple[int, str, str]]:
    for box, mark in tags.items():
        text = getattr(box, "text", "")
        own = box.style["lang"] or ""
        backwards = RIGHT_TO_LEFT.search(text) is not None
        if backwards or (text and own != language):
            yield mark["mcid"], own if own != language else "", text if backwards else ""


def enter(pdf: Any, pages: Sequence[Sequence[tuple[int, str, str]]]) -> None:
    """Write what `collect` returned into the structure elements of a pydyf.PDF."""
    if not any(pages):
        return
    by_reference = {thing.reference: thing for thing in pdf.objects if isinstance(thing, pydyf.Dictionary)}
    root = by_reference[pdf.catalog["StructTreeRoot"]]
    numbers = by_reference[root["ParentTree"]]["Nums"]
    elements = dict(zip(numbers[::2], numbers[1::2], strict=True))
    for page_index, marks in enumerate(pages):
        for number, language, text in marks:
            element = by_reference[elements[page_index][number]]
            if language:
                element["Lang"] = pydyf.String(language)
            if text and element["S"] == "/Span":
                element["ActualText"] = pydyf.String(text)
