"""The first page of a PDF as a picture: the cover of the e-book.

Covers are flat colours with soft edges: 256 colours hold them without a visible loss, in a third of the bytes. What
they do not hold, a photograph, becomes a JPEG.
"""

from __future__ import annotations

import io

import pypdfium2  # type: ignore[import-untyped]  # no stubs
from PIL import Image, ImageChops, ImageStat

LARGEST = 1_000_000
"""Bytes that a cover may have; shops and readers refuse larger ones."""
QUALITIES = (90, 75, 60, 45)
"""Of a JPEG, tried in turn until it is small enough."""
COLOURS = 256
UNSEEN = 1.5
"""Of 255 steps, how far the colours may lie off, as the root of the mean square, and nobody sees it."""


def picture(pdf: bytes, width: int, height: int) -> bytes:
    """Return page 1 of `pdf` as a picture of `width` × `height` pixels: a PNG of few colours where they do, or JPEG."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        scale = max(width / page.get_width(), height / page.get_height())
        drawn = page.render(scale=scale, rev_byteorder=True).to_pil().convert("RGB")
    finally:
        document.close()
    image = drawn.resize((width, height), Image.Resampling.LANCZOS) if drawn.size != (width, height) else drawn
    few = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    if max(ImageStat.Stat(ImageChops.difference(image, few.convert("RGB"))).rms) <= UNSEEN:
        written = _written(few, "PNG", optimize=True)
        if len(written) <= LARGEST:
            return written
    for quality in QUALITIES:
        written = _written(image, "JPEG", quality=quality, subsampling=0)
        if len(written) <= LARGEST:
            break
    return written


def _written(image: Image.Image, kind: str, **options: int) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()
