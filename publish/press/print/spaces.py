"""Colour spaces of a PDF, told in the three kinds that the press converts: grey, sRGB, CMYK.

A colour is a tuple of parts from 0 to 1, and its length says its kind: one of grey, three of RGB, four of CMYK.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Name
from PIL import Image, ImageCms

from publish.press.content import UnreadableError
from publish.press.print.functions import function, numbers

Colour = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space: how many parts its colours have, and what they are on paper."""

    parts: int
    colour: Callable[[Colour], Colour]
    """Takes parts as the content writes them; returns grey, RGB or CMYK."""
    initial: Colour
    """What is painted in the space before a colour is chosen (ISO 32000-1, 8.6.4)."""
    limits: tuple[tuple[float, float], ...]
    """Of the parts, as a picture without /Decode has them."""
    kind: str = ""
    """"device" where parts are those of `colour`; "indexed"; "pattern"."""
    base: Space | None = None
    """Of an indexed space, and of a pattern without colours."""
    table: bytes = b""
    """Of an indexed space: a byte for each part of each colour."""


def _same(parts: Colour) -> Colour:
    return parts


def _unit(count: int) -> tuple[tuple[float, float], ...]:
    return ((0.0, 1.0),) * count


GREY = Space(1, _same, (0,), _unit(1), "device")
RGB = Space(3, _same, (0, 0, 0), _unit(3), "device")
CMYK = Space(4, _same, (0, 0, 0, 1), _unit(4), "device")
_DEVICE = {
    "/DeviceGray": GREY, "/G": GREY, "/CalGray": GREY,
    "/DeviceRGB": RGB, "/RGB": RGB, "/CalRGB": RGB,
    "/DeviceCMYK": CMYK, "/CMYK": CMYK, "/CalCMYK": CMYK,
}  # fmt: skip


def space(thing: Any, resources: Any) -> Space:
    """Return the space that `thing` is, or names in `resources`. Raises `UnreadableError`.

    What is said to be calibrated (CalRGB) is taken for sRGB, as browsers and viewers show it.
    """
    try:
        return _space(thing, resources, set())
    except (KeyError, IndexError, AttributeError, TypeError, ValueError, pikepdf.PdfError) as error:
        raise UnreadableError(f"colour space: {error}") from error


def _space(thing: Any, resources: Any, seen: set[str]) -> Space:
    if isinstance(thing, Name):
        name = str(thing)
        if name in _DEVICE:
            return _DEVICE[name]
        if name == "/Pattern":
            return Space(0, _same, (), (), "pattern")
        if name in seen:
            raise ValueError(name)
        return _space(resources["/ColorSpace"][name], resources, seen | {name})
    family = str(thing[0])
    return _DEVICE.get(family) or _FAMILIES[family](thing, lambda base: _space(base, resources, seen))


Inner = Callable[[Any], Space]


def _calibrated(thing: Any, inner: Inner) -> Space:
    """Return what an ICC profile describes: RGB through the profile, CMYK and grey by their numbers."""
    count = int(thing[1].N)
    if count != 3:  # red, green, blue
        return {1: GREY, 4: Space(4, _same, (0, 0, 0, 0), _unit(4), "device")}[count]
    profile = thing[1].read_bytes()
    through = to_srgb(profile)
    return RGB if through is None else Space(3, lambda parts: _pixel(parts, through), (0, 0, 0), _unit(3))


@cache
def to_srgb(profile: bytes) -> Any:
    """Return the transform of pictures from an RGB profile to sRGB; None where it is sRGB, or none that can be used."""
    try:
        read = ImageCms.ImageCmsProfile(BytesIO(profile))
        if read.profile.xcolor_space != "RGB " or "sRGB" in (read.profile.profile_description or ""):
            return None
        return ImageCms.buildTransform(
            read, ImageCms.createProfile("sRGB"), "RGB", "RGB", ImageCms.Intent.RELATIVE_COLORIMETRIC
        )
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _pixel(parts: Colour, through: Any) -> Colour:
    pixel = Image.new("RGB", (1, 1), tuple(round(255 * part) for part in parts))
    done = ImageCms.applyTransform(pixel, through)
    return tuple(value / 255 for value in done.getpixel((0, 0)))  # type: ignore[union-attr]


def _lab(thing: Any, inner: Inner) -> Space:
    limits = numbers(thing[1].get("/Range", [-100, 100, -100, 100]))
    pairs = ((0.0, 100.0), (limits[0], limits[1]), (limits[2], limits[3]))
    return Space(3, lab_to_srgb, (0, 0, 0), pairs)


def lab_to_srgb(parts: Colour) -> Colour:
    """Return a colour of L*a*b* as sRGB: the white of the one is that of the other, as relative colorimetry has it.

    >>> [[round(part, 2) for part in lab_to_srgb(lab)] for lab in ((100, 0, 0), (53.24, 80.1, 67.2))]
    [[1.0, 1.0, 1.0], [1.0, 0.0, 0.0]]
    """
    lightness = (parts[0] + 16) / 116
    x, y, z = (
        value**3 if value > 6 / 29 else 3 * (6 / 29) ** 2 * (value - 4 / 29)
        for value in (lightness + parts[1] / 500, lightness, lightness - parts[2] / 200)
    )
    x, z = 0.95047 * x, 1.08883 * z  # white of sRGB, D65 (IEC 61966-2-1)
    linear = (
        3.2406 * x - 1.5372 * y - 0.4986 * z,
        -0.9689 * x + 1.8758 * y + 0.0415 * z,
        0.0557 * x - 0.2040 * y + 1.0570 * z,
    )
    bent = (1.055 * value ** (1 / 2.4) - 0.055 if value > 0.0031308 else 12.92 * value for value in linear)
    return tuple(min(max(value, 0.0), 1.0) for value in bent)


def _indexed(thing: Any, inner: Inner) -> Space:
    base, most = inner(thing[1]), int(thing[2])
    table = thing[3].read_bytes() if isinstance(thing[3], pikepdf.Stream) else bytes(thing[3])

    def colour(parts: Colour) -> Colour:
        place = min(max(round(parts[0]), 0), most) * base.parts
        raw = table[place : place + base.parts].ljust(base.parts, b"\0")
        return base.colour(tuple(spread(value / 255, limits) for value, limits in zip(raw, base.limits, strict=True)))

    return Space(1, colour, (0,), ((0.0, 255.0),), "indexed", base, table)


def spread(part: float, limits: tuple[float, float]) -> float:
    """Return what a part from 0 to 1 is between limits.

    >>> spread(0.5, (-100, 100))
    0.0
    """
    return limits[0] + part * (limits[1] - limits[0])


def _tinted(thing: Any, inner: Inner) -> Space:
    """Return a spot colour as what stands for it: it is printed with the inks of the job."""
    count = len(thing[1]) if isinstance(thing[1], Array) else 1
    other, tint = inner(thing[2]), function(thing[3])
    return Space(count, lambda parts: other.colour(tint(parts)), (1.0,) * count, _unit(count))


def _pattern(thing: Any, inner: Inner) -> Space:
    return Space(0, _same, (), (), "pattern", inner(thing[1]) if len(thing) > 1 else None)


_FAMILIES: dict[str, Callable[[Any, Inner], Space]] = {
    "/ICCBased": _calibrated, "/Lab": _lab, "/Indexed": _indexed, "/I": _indexed,
    "/Separation": _tinted, "/DeviceN": _tinted, "/Pattern": _pattern,
}  # fmt: skip
