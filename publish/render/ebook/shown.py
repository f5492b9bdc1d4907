"""Pictures as screens show them: three colours and no more dots than they have, upright without being told.

What is right on paper is left alone in the booklet's folder: four inks, a photograph of forty million dots. Readers
show the first in false colours or not at all, and stumble over the second.
"""

from __future__ import annotations

import io
import warnings
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from publish.model.html import Asset

if TYPE_CHECKING:
    from PIL import Image

MOST_DOTS = 4_000_000
"""Of a picture, as of a cover: shops refuse larger ones."""
QUALITY = 90
_ORIENTATION, _UPRIGHT = 0x0112, 1
_INKS = "CMYK"


def shown(asset: Asset) -> Asset:
    """Return `asset` as readers can show it, the same bytes where they can already; drawings and broken files as is."""
    if asset.media_type == "image/svg+xml":
        return asset
    from PIL import Image, ImageOps  # 60 ms, and most booklets have no pictures

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # `check` has judged its size
            image = Image.open(io.BytesIO(asset.content))
        dots = image.width * image.height
        if dots <= MOST_DOTS and image.mode != _INKS and image.getexif().get(_ORIENTATION, _UPRIGHT) == _UPRIGHT:
            return asset
        upright = ImageOps.exif_transpose(image)
        drawn = _in_three_colours(upright) if upright.mode == _INKS else upright
        if dots > MOST_DOTS:
            factor = (MOST_DOTS / dots) ** 0.5
            size = int(drawn.width * factor), int(drawn.height * factor)
            drawn = (drawn.convert("RGB") if drawn.mode == "P" else drawn).resize(size, Image.Resampling.LANCZOS)
    except Exception:  # what Pillow's decoders raise has no end; `check` tells of it
        return asset
    profile = image.info.get("icc_profile") if image.mode != _INKS else None
    return replace(asset, content=_written(drawn, asset.media_type, profile))


def _in_three_colours(image: Image.Image) -> Image.Image:
    """Return a picture of four inks in the colours of a screen, by its own profile where it has one."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if profile:
        with suppress(ImageCms.PyCMSError):
            srgb = ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(image, io.BytesIO(profile), srgb, outputMode="RGB") or image
    return image.convert("RGB")


def _written(image: Image.Image, media_type: str, profile: bytes | None) -> bytes:
    file = io.BytesIO()
    if media_type == "image/jpeg":
        image.save(file, "JPEG", quality=QUALITY, icc_profile=profile)
    else:
        image.save(file, "PNG", optimize=True, icc_profile=profile)
    return file.getvalue()
