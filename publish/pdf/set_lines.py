"""The lines of pages that were laid out, read from their boxes in the order of reading.

    pages ─ set_lines ─→ SetLine, …      nothing is kept while pages are laid out: the boxes know it all

The composer leaves with every line how it was set (`setting.How`); of lines that WeasyPrint filled it notes the end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.model.length import Pt
from publish.model.lines import Ending, SetLine
from publish.pdf.composer.setting import How
from publish.pdf.folios import folio

_PT = 0.75
"""Points in a CSS pixel."""
_TEXT_TAG, _TEXT_CLASS = "section", "chapter"
"""The element that `render` puts around the text of a chapter."""
_CUT = frozenset({Ending.HYPHEN, Ending.DASH, Ending.BARE})


def set_lines(pages: Iterable[Any]) -> tuple[SetLine, ...]:
    """Return the lines of `pages` of a weasyprint.Document, page by page, notes behind the text of theirs."""
    found: list[SetLine] = []
    open_words: dict[int, int] = {}
    reader = _Reader()
    for page_number, page in enumerate(pages, 1):
        number = 0
        for line, is_note, is_text in reader.lines(page._page_box):
            text = " ".join(_text(line).split())
            if not text:
                continue
            number += 1
            how: How = getattr(line, "how", How(Ending.LAST, None))
            before = open_words.pop(id(line.element), None)
            if before is not None:
                found[before] = replace(found[before], rest=text.split(None, 1)[0])
            if how.ending in _CUT:
                open_words[id(line.element)] = len(found)
            place = (Pt(value * _PT) for value in (line.position_x, line.position_y, line.width, line.height))
            found.append(
                SetLine(page_number, folio(page), number, text, how.ending, "", how.gap, is_note, is_text, *place)
            )
    return tuple(found)


class _Reader:
    """Goes through the boxes of pages, one after the other."""

    def __init__(self) -> None:
        self.heads = set[Any]()
        """The heads of tables that were met: on later pages they come again."""

    def lines(self, page_box: Any) -> Iterator[tuple[Any, bool, bool]]:
        """Yield the lines of a page, and whether they belong to a note, and to the text."""
        for box in page_box.children:
            if not isinstance(box, boxes.MarginBox):
                is_note = isinstance(box, boxes.FootnoteAreaBox)
                for line, is_text in self._within(box, is_text=is_note):
                    yield line, is_note, is_text

    def _within(self, box: Any, *, is_text: bool) -> Iterator[tuple[Any, bool]]:
        """Yield the lines in a box; those of a box that stands in a line belong to that line, unless it floats."""
        if isinstance(box, boxes.LineBox):
            yield box, is_text
        if isinstance(box, boxes.ParentBox):
            is_text = self._is_text(box, is_text=is_text)
            for child in box.children:
                if not isinstance(box, boxes.LineBox) or not child.is_in_normal_flow():
                    yield from self._within(child, is_text=is_text)

    def _is_text(self, box: Any, *, is_text: bool) -> bool:
        """Tell whether what stands in a box belongs to the text, given whether what is around it does."""
        if box.element_tag == _TEXT_TAG and box.element.get("class") == _TEXT_CLASS:
            return True
        if isinstance(box, boxes.TableRowGroupBox) and box.is_header:
            comes_again = box.element in self.heads
            self.heads.add(box.element)
            return is_text and not comes_again
        return is_text


def _text(box: Any) -> str:
    if isinstance(box, boxes.TextBox):
        return str(box.text)
    children = box.children if isinstance(box, boxes.ParentBox) else ()
    return "".join(_text(child) for child in children if child.is_in_normal_flow())
