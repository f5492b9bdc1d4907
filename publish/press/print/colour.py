"""Colours as amounts of ink: black alone, or the four of process printing through the profile of the paper."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Any, Protocol

from pikepdf import Name
from PIL import Image, ImageChops, ImageCms, ImageMath

from publish.press.print.spaces import Colour

NEUTRAL = 2
"""How far the parts of RGB may lie apart in a grey, in 255ths: what rounding and compression add."""
FEW_COLOURS = 4096
"""A picture that has no more is drawn, not photographed."""


class Inks(Protocol):
    """What colours and pictures become on paper."""

    name: str
    """Tells the kinds apart."""

    @property
    def limit(self) -> int | None:
        """Most ink on a spot, in per cent; None where there is but one."""
        ...

    def ink(self, colour: Colour) -> Colour:
        """Return a grey, RGB or CMYK colour as ink: four parts of CMYK, or one of grey."""
        ...

    def picture(self, image: Image.Image, *, is_drawn: bool) -> Image.Image:
        """Return a picture of mode L, RGB or CMYK (255 is full ink) as one of mode L or CMYK.

        One that `is_drawn` keeps its greys in black ink alone.
        """
        ...


def grey(colour: Colour) -> float:
    """Return how bright a colour is, 1 for white (ISO 32000-1, 10.3.2 to 10.3.5).

    >>> grey((0, 0, 0, 0.75)), grey((1, 1, 1))
    (0.25, 1.0)
    """
    if len(colour) == 1:
        return min(max(colour[0], 0.0), 1.0)
    bright = sum(part * value for part, value in zip((30, 59, 11), colour, strict=False)) / 100
    return min(max(1 - bright - colour[3] if len(colour) > 3 else bright, 0.0), 1.0)


def _grey_picture(image: Image.Image) -> Image.Image:
    if image.mode != "CMYK":
        return image if image.mode == "L" else image.convert("L")  # Pillow has the shares of `grey`
    cyan, magenta, yellow, black = image.split()
    coloured = Image.merge("RGB", (cyan, magenta, yellow)).convert("L")
    return ImageChops.invert(ImageChops.add(coloured, black))


class Black:
    """One ink: everything in black, pictures too."""

    name = "black"
    limit = None

    def ink(self, colour: Colour) -> Colour:
        """Return how much black a colour is."""
        return 0.0, 0.0, 0.0, 1 - grey(colour)

    def picture(self, image: Image.Image, *, is_drawn: bool) -> Image.Image:
        """Return the picture in grey, which is black ink on paper."""
        return _grey_picture(image)


class Shade:
    """No ink, but how much of a picture shows through: the brightness of a soft mask."""

    name = "shade"
    limit = None

    def ink(self, colour: Colour) -> Colour:
        """Return the brightness of a colour."""
        return (grey(colour),)

    def picture(self, image: Image.Image, *, is_drawn: bool) -> Image.Image:
        """Return the brightness of the picture."""
        return _grey_picture(image)


class Process:
    """Four inks through an output profile: what is neutral in black alone, no spot with more ink than `limit` per cent.

    Relative colorimetric with black-point compensation: paper stays bare where the screen is white, and the darkest
    of the screen becomes the darkest of the paper. CMYK stays as it is, but for what is too much.
    """

    name = "cmyk"

    def __init__(self, profile: bytes, limit: int) -> None:
        self.limit = limit
        self._transform: Any = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        self._known: dict[Colour, Colour] = {}

    def ink(self, colour: Colour) -> Colour:
        """Return the inks of a colour."""
        ink = self._known.get(colour)
        if ink is None:
            ink = self._known[colour] = limited(self._ink(colour), self.limit)
        return ink

    def _ink(self, colour: Colour) -> Colour:
        if len(colour) > 3:  # CMYK
            return tuple(min(max(part, 0.0), 1.0) for part in colour)
        if 255 * (max(colour) - min(colour)) <= NEUTRAL + 0.5:
            return 0.0, 0.0, 0.0, 1 - grey(colour)
        pixel = Image.new("RGB", (1, 1), tuple(round(255 * min(max(part, 0.0), 1.0)) for part in colour))
        done: Any = ImageCms.applyTransform(pixel, self._transform).getpixel((0, 0))  # type: ignore[union-attr]
        return tuple(value / 255 for value in done)

    def picture(self, image: Image.Image, *, is_drawn: bool) -> Image.Image:
        """Return a grey picture in black ink, any other in four."""
        if image.mode == "L":
            return image
        if image.mode == "RGB":
            red, green, blue = image.split()
            apart = ImageChops.lighter(ImageChops.difference(red, green), ImageChops.difference(green, blue))
            if _most(apart) <= NEUTRAL:
                return image.convert("L")
            inked: Image.Image = ImageCms.applyTransform(image, self._transform)  # type: ignore[assignment]
            if is_drawn:
                inked = _with_black(inked, image, apart)
            image = inked
        return limited_picture(image, self.limit)


def _most(image: Image.Image) -> int:
    """Return the brightest value of a picture of one channel."""
    extrema: Any = image.getextrema()
    return int(extrema[1])


def _with_black(inked: Image.Image, image: Image.Image, apart: Image.Image) -> Image.Image:
    """Return `inked` with black alone where `image` is neutral."""
    empty = Image.new("L", image.size)
    black = Image.merge("CMYK", (empty, empty, empty, ImageChops.invert(image.convert("L"))))
    neutral = apart.point([255 if value <= NEUTRAL else 0 for value in range(256)])
    return Image.composite(black, inked, neutral)


def limited(ink: Colour, limit: int) -> Colour:
    """Return CMYK with no more ink than `limit` per cent: black is kept, the others give way alike.

    >>> [round(part, 2) for part in limited((1, 1, 1, 1), 280)]
    [0.6, 0.6, 0.6, 1]
    """
    room = max(limit / 100 - ink[3], 0.0)
    coloured = sum(ink[:3])
    return ink if coloured <= room else (*(part * room / coloured for part in ink[:3]), ink[3])


_STRIP = 1_000_000
"""Pixels that are reckoned with at once: sums take four bytes each, and a picture may have a hundred million."""


def _strips(image: Image.Image) -> Iterator[tuple[int, int, int, int]]:
    """Yield the strips of a picture, from top to bottom."""
    height = max(1, _STRIP // max(image.width, 1))
    for top in range(0, image.height, height):
        yield 0, top, image.width, min(top + height, image.height)


def limited_picture(image: Image.Image, limit: int) -> Image.Image:
    """Do what `limited` does to every pixel of a picture of mode CMYK; the same picture where nothing is too much."""
    if total(image) * 100 <= limit * 255:
        return image
    made = image.copy()
    for box in _strips(image):
        made.paste(_limited_strip(image.crop(box), limit * 255 // 100), box)
    return made


def _limited_strip(image: Image.Image, most: int) -> Image.Image:
    cyan, magenta, yellow, black = image.split()
    coloured = ImageMath.lambda_eval(lambda each: each["c"] + each["m"] + each["y"], c=cyan, m=magenta, y=yellow)

    def reduced(channel: Image.Image) -> Image.Image:
        made: Image.Image = ImageMath.lambda_eval(
            lambda each: each["convert"](
                each["p"] * each["min"](each["max"](most - each["k"], 0), each["sum"]) / each["max"](each["sum"], 1),
                "L",
            ),
            p=channel,
            k=black,
            sum=coloured,
        )
        return made

    return Image.merge("CMYK", (reduced(cyan), reduced(magenta), reduced(yellow), black))


def total(image: Image.Image) -> int:
    """Return the most ink on one spot of a CMYK picture, in 255ths of full ink."""
    return max((_total(image.crop(box)) for box in _strips(image)), default=0)


def coloured(image: Image.Image) -> float:
    """Return the most cyan, magenta and yellow on one spot of a CMYK picture, in per cent."""
    cyan, magenta, yellow, _ = image.split()
    return total(Image.merge("CMYK", (cyan, magenta, yellow, Image.new("L", image.size)))) / 2.55


def _total(strip: Image.Image) -> int:
    cyan, magenta, yellow, black = strip.split()
    summed = ImageMath.lambda_eval(
        lambda each: each["c"] + each["m"] + each["y"] + each["k"], c=cyan, m=magenta, y=yellow, k=black
    )
    return _most(summed)


def device(parts: int) -> Name:
    """Return the space of a colour of so many parts."""
    return {1: Name.DeviceGray, 3: Name.DeviceRGB, 4: Name.DeviceCMYK}[parts]
