"""The cover of an e-book in the sizes of the site: JPEG, which every reading app takes, light enough to be many."""

from __future__ import annotations

import io

from PIL import Image

from publish.model.shelf import Pictures

WIDTH, SMALL_WIDTH = 640, 320
"""Pixels: twice what they are shown at, for screens that have two to a CSS pixel."""
HIGHEST = 2
"""Times the width that a cover may be high; of a higher one the top is shown."""
QUALITY = 82


def pictures(cover: bytes) -> Pictures:
    """Return a cover in both sizes. Raises `OSError` or `ValueError` where it is no picture."""
    with Image.open(io.BytesIO(cover)) as opened:
        image = opened.convert("RGB")
    image = image.crop((0, 0, image.width, min(image.height, HIGHEST * image.width)))
    large, size = _jpeg(image, WIDTH)
    small, small_size = _jpeg(image, SMALL_WIDTH)
    return Pictures(large, small, size, small_size)


def _jpeg(image: Image.Image, width: int) -> tuple[bytes, tuple[int, int]]:
    height = max(1, round(image.height * width / image.width))
    file = io.BytesIO()
    image.resize((width, height), Image.Resampling.LANCZOS).save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue(), (width, height)
