"""The first page of a PDF as a picture: the cover of the e-book."""

from __future__ import annotations

import io

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from PIL import Image

LARGEST = 1_000_000
"""Bytes that a cover may have; shops and readers refuse larger ones."""
QUALITIES = (90, 75, 60, 45)
"""Of a JPEG, tried in turn where a PNG is too large."""


def picture(pdf: bytes, width: int, height: int) -> bytes:
    """Return page 1 of `pdf` as a picture of `width` × `height` pixels: PNG, or JPEG where a PNG would be too large."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        scale = max(width / page.get_width(), height / page.get_height())
        drawn = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()
    image = drawn.resize((width, height), Image.Resampling.LANCZOS) if drawn.size != (width, height) else drawn
    written = io.BytesIO()
    image.save(written, "PNG", optimize=True)
    for quality in QUALITIES:
        if written.tell() <= LARGEST:
            break
        written = io.BytesIO()
        image.save(written, "JPEG", quality=quality, subsampling=0)
    return written.getvalue()
