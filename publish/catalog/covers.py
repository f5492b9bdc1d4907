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
    """Return a cover in both sizes. Raises `OSError` or `ValueError` where it is no picture, or a monstrous one."""
    try:
        return _pictures(cover)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, SyntaxError) as error:
        raise ValueError(str(error)) from error


def _pictures(cover: bytes) -> Pictures:
    with Image.open(io.BytesIO(cover)) as opened:
        image = opened if opened.mode == "RGB" else opened.convert("RGB")
        if image.height > HIGHEST * image.width:
            image = image.crop((0, 0, image.width, HIGHEST * image.width))
        large = _resized(image, WIDTH)
    small = _resized(large, SMALL_WIDTH)
    return Pictures(_jpeg(large), _jpeg(small), large.size, small.size)


def _resized(image: Image.Image, width: int) -> Image.Image:
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=2.0)


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY, optimize=True)
    return file.getvalue()
