"""Pages as pdfium reads and draws them: where text lies, and small pictures for the report."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from io import BytesIO
from math import ceil, floor
from typing import Any

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from PIL import Image
from pypdfium2 import raw

from publish.model.press_report import Area, ShownPage
from publish.press.boxes import Box
from publish.press.preflight.sheet import Sheet

WIDTH = 420
"""Pixels of a picture's longer edge."""
QUALITY = 62
"""Of its JPEG."""
_DOTS = 6
"""A mm of a page that is looked at for white."""
_MOST_DOTS = 4000
"""Of its longer edge."""
_WHITE = 250
"""Of 255."""
_HIDDEN = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


def open_drawn(content: bytes) -> pypdfium2.PdfDocument | None:
    """Return a file opened by pdfium; None where it cannot."""
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return None


def text_areas(document: pypdfium2.PdfDocument | None, sheet: Sheet, *, has_hidden: bool) -> tuple[Area, ...]:
    """Return where lines of text lie on a page, those left out that are cut away or hidden."""
    if document is None:
        return ()
    try:
        page = document[sheet.number - 1]
        text = page.get_textpage()
    except pypdfium2.PdfiumError:
        return ()
    boxes = list(_shown_pieces(text) if has_hidden else _lines(text))
    text.close()
    page.close()
    return tuple(sheet.area(box) for box in boxes if _is_kept(box, sheet))


def _lines(text: Any) -> Iterator[Box]:
    edges = [ctypes.c_double() for _ in range(4)]
    for index in range(text.count_rects()):
        if raw.FPDFText_GetRect(text, index, *edges):
            left, top, right, bottom = (edge.value for edge in edges)
            yield Box(left, bottom, right, top)


def _shown_pieces(text: Any) -> Iterator[Box]:
    """Yield where text is shown on a page that has hidden text too: what one instruction writes is one piece."""
    edges = [ctypes.c_double() for _ in range(4)]
    pieces: dict[int, Box] = {}
    for index in range(text.count_chars()):
        piece = raw.FPDFText_GetTextObject(text, index)
        if not piece or raw.FPDFTextObj_GetTextRenderMode(piece) in _HIDDEN:
            continue
        if raw.FPDFText_GetCharBox(text, index, *edges):
            left, right, bottom, top = (edge.value for edge in edges)
            address = ctypes.addressof(piece.contents)
            box = Box(left, bottom, right, top)
            pieces[address] = box.around(pieces.get(address, box))
    yield from pieces.values()


def _is_kept(box: Box, sheet: Sheet) -> bool:
    """Say whether some of a text is on the page, or lost in a bleed that the page says it has."""
    both = box.within(sheet.bleed if sheet.has_bleed else sheet.trim)
    return both.width > 0 and both.height > 0


def draw(document: pypdfium2.PdfDocument | None, sheets: Sequence[Sheet]) -> tuple[ShownPage, ...]:
    """Return small pictures of pages, all that their MediaBoxes hold, with their boxes."""
    return tuple(
        ShownPage(sheet.number, sheet.area(sheet.trim), sheet.area(sheet.bleed), sheet.area(sheet.media), picture)
        for sheet in sheets
        for picture in (_picture(document, sheet),)
    )


def _picture(document: pypdfium2.PdfDocument | None, sheet: Sheet) -> bytes:
    image = _rendered(document, sheet, WIDTH)
    if image is None:
        return b""
    file = BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()


def _rendered(document: pypdfium2.PdfDocument | None, sheet: Sheet, edge: float) -> Image.Image | None:
    """Return all that a page's MediaBox holds, its longer edge so many dots long."""
    if document is None:
        return None
    try:
        page = document[sheet.number - 1]
        page.set_cropbox(*sheet.media)
        image: Image.Image = page.render(scale=edge / max(page.get_size())).to_pil()
        page.close()
    except (pypdfium2.PdfiumError, ValueError, OSError, ZeroDivisionError, MemoryError):
        return None
    return image


class Paper:
    """Says where pages are left white, whatever may lie there unseen: clipped, covered, white on white."""

    def __init__(self, document: pypdfium2.PdfDocument | None) -> None:
        self._document = document
        self._number = 0
        self._image: Image.Image | None = None

    def is_bare(self, sheet: Sheet, area: Area) -> bool:
        """Say whether nothing is seen in an area; a page that cannot be drawn may have something anywhere."""
        media = sheet.area(sheet.media)
        if sheet.number != self._number:
            self._number = sheet.number
            image = _rendered(self._document, sheet, min(max(media.width, media.height) * _DOTS, _MOST_DOTS))
            self._image = image.convert("L") if image else None
        if self._image is None:
            return False
        across, down = self._image.width / media.width, self._image.height / media.height
        left, top = (area.left - media.left) * across, (area.top - media.top) * down
        edges = floor(left), floor(top), ceil(left + area.width * across), ceil(top + area.height * down)
        part = self._image.crop((
            max(edges[0], 0), max(edges[1], 0), min(edges[2], self._image.width), min(edges[3], self._image.height)
        ))  # fmt: skip
        return not (part.width and part.height) or sum(part.histogram()[:_WHITE]) == 0
