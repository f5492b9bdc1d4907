"""Pictures of a PDF in the inks of the job: what was a JPEG stays one, what was drawn keeps every pixel."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageChops, ImageCms

from publish.press.content import UnreadableError
from publish.press.print.colour import FEW_COLOURS, Inks, coloured, device, limited_picture, total
from publish.press.print.spaces import GREY, Space, spread, to_srgb

QUALITY = 95
"""Of a JPEG that is written anew; its chroma is not made coarser."""
HEADROOM = 6
"""How far below the limit of ink a JPEG is kept, in per cent: compression adds to some pixels."""
_STEPS = (HEADROOM, 2 * HEADROOM, 4 * HEADROOM)
"""What is tried in turn where it adds more."""
_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_KEPT = ("/SMask", "/Mask", "/Intent", "/Width", "/Height")
_PREDICTOR = 15
"""Rows of a PNG, each with the filter that suits it (ISO 32000-1, 7.4.4.4)."""


def picture(pdf: pikepdf.Pdf, image: Any, inks: Inks, space: Callable[[Any], Space]) -> tuple[Any, float]:
    """Return an image XObject in `inks`, and the most coloured ink on a spot of it, in per cent.

    It is the same where it needs no change. Raises `UnreadableError`.
    """
    if image.get("/ImageMask", False):
        return image, 0
    try:
        return _converted(pdf, image, inks, space)
    except (
        pikepdf.PdfError,
        Image.DecompressionBombError,
        KeyError,
        AttributeError,
        TypeError,
        ValueError,
        OSError,
    ) as error:
        raise UnreadableError(f"{type(error).__name__}: {error}") from error


def _converted(pdf: pikepdf.Pdf, image: Any, inks: Inks, space: Callable[[Any], Space]) -> tuple[Any, float]:
    is_jpeg, is_jpeg2000 = _filters(image)[-1:] == ["/DCTDecode"], _filters(image)[-1:] == ["/JPXDecode"]
    described = space(image.ColorSpace) if "/ColorSpace" in image else None
    if described is GREY and not is_jpeg2000:
        return _as_it_is(pdf, image, 1), 0
    if (
        described
        and described.kind == "indexed"
        and isinstance(image.get("/Mask"), Array | type(None))
        and not image.get("/Decode")
    ):
        return _with_new_table(pdf, image, inks, described)
    source = _photograph(image, described) if is_jpeg or is_jpeg2000 else _pixels(image, described)
    mask = _mask_of_colours(pdf, image, source)
    is_drawn = not (is_jpeg or is_jpeg2000) and source.getcolors(FEW_COLOURS) is not None
    made = inks.picture(source, is_drawn=is_drawn)
    if is_jpeg and made is source:
        return _as_it_is(pdf, image, 4), coloured(made)  # within the limit of ink
    written = _jpeg(pdf, made, inks.limit) if is_jpeg or is_jpeg2000 else _lossless(pdf, made)
    for key in _KEPT:
        if key in image:
            written[key] = image[key]
    if mask is not None:
        del written["/Mask"]
        written.SMask = mask
    return written, coloured(made) if made.mode == "CMYK" else 0


def _as_it_is(pdf: pikepdf.Pdf, image: Any, parts: int) -> Any:
    """Return a picture whose pixels stay, in a device's space."""
    if image.ColorSpace == device(parts):
        return image
    made = _copy(pdf, image)
    made.ColorSpace = device(parts)
    return made


def _copy(pdf: pikepdf.Pdf, image: Any) -> Any:
    made = pdf.make_stream(image.read_raw_bytes())
    for key, value in image.items():
        if key != "/Length":
            made[key] = value
    return made


def _filters(image: Any) -> list[str]:
    filters = image.get("/Filter", Array())
    return [str(each) for each in ([filters] if isinstance(filters, Name) else filters)]


def _photograph(image: Any, described: Space | None) -> Image.Image:
    """Return a JPEG or JPEG 2000 as its colours are meant, an embedded RGB profile heeded."""
    data = image.read_raw_bytes() if len(_filters(image)) == 1 else _without_last_filter(image)
    with Image.open(BytesIO(data)) as opened:
        opened.load()
        profile = opened.info.get("icc_profile")
        shown = opened if opened.mode in _MODES.values() else opened.convert("RGB")
    if shown.mode == "CMYK":
        if opened.format == "JPEG" and not _is_inverted(image):
            return ImageChops.invert(shown)  # Pillow takes every CMYK JPEG for inverted, as Adobe writes them
        return shown
    if _is_inverted(image):
        shown = ImageChops.invert(shown)
    if shown.mode == "RGB" and described is not None and described.kind != "device":
        return _through(shown, described)
    through = to_srgb(profile) if profile and shown.mode == "RGB" else None
    return shown if through is None else _applied(shown, through)


def _applied(image: Image.Image, through: Any) -> Image.Image:
    done = ImageCms.applyTransform(image, through)
    return image if done is None else done


def _without_last_filter(image: Any) -> bytes:
    """Return a JPEG that was packed once more."""
    with pikepdf.new() as scratch:
        inner: Any = scratch.make_stream(image.read_raw_bytes())
        inner.Filter = Array([Name(each) for each in _filters(image)[:-1]])
        return bytes(inner.read_bytes())


def _is_inverted(image: Any) -> bool:
    decode = image.get("/Decode")
    return decode is not None and float(decode[0]) > float(decode[1])


def _pixels(image: Any, described: Space | None) -> Image.Image:
    """Return a picture without loss as grey, sRGB or CMYK."""
    if described is None:
        raise ValueError("no colour space")
    bits, width, height = int(image.BitsPerComponent), int(image.Width), int(image.Height)
    data = _bytes_of_parts(image.read_bytes(), bits, width * described.parts, height)
    decode = [float(value) for value in image.get("/Decode", [])]
    if described.kind == "device":
        plain = Image.frombytes(_MODES[described.parts], (width, height), data)
        return ImageChops.invert(plain) if decode and decode[0] > decode[1] else plain
    channels = [Image.frombytes("L", (width, height), data[part :: described.parts]) for part in range(described.parts)]
    return _through(channels, described, bits=bits, decode=decode)


def _bytes_of_parts(data: bytes, bits: int, parts: int, height: int) -> bytes:
    """Return the parts of a picture in a byte each, those of fewer than eight bits spread over it."""
    width = (parts * bits + 7) // 8
    data = data.ljust(width * height, b"\0")
    if bits == 8:
        return data[: width * height]
    if bits == 16:
        return data[: width * height : 2]
    most, each = 2**bits - 1, 8 // bits
    table = [
        bytes(round(255 * (byte >> 8 - bits * (place + 1) & most) / most) for place in range(each))
        for byte in range(256)
    ]
    rows = (data[row * width : (row + 1) * width] for row in range(height))
    return b"".join(b"".join(table[byte] for byte in row)[:parts] for row in rows)


def _through(
    image: Image.Image | list[Image.Image], described: Space, bits: int = 8, decode: list[float] | None = None
) -> Image.Image:
    """Return a picture in a space of its own as sRGB, CMYK or grey, every colour of it taken through the space."""
    channels = list(image.split()) if isinstance(image, Image.Image) else image
    limits = tuple(zip(decode[::2], decode[1::2], strict=True)) if decode else described.limits
    if described.kind == "indexed":
        limits = limits if decode else ((0.0, 2.0**bits - 1),)
    known: dict[tuple[int, ...], bytes] = {}
    made = bytearray()
    size = 3
    for pixel in zip(*(channel.tobytes() for channel in channels), strict=True):
        ink = known.get(pixel)
        if ink is None:
            parts = tuple(spread(value / 255, limit) for value, limit in zip(pixel, limits, strict=True))
            colour = described.colour(parts)
            size = len(colour)
            ink = known[pixel] = bytes(round(255 * min(max(part, 0.0), 1.0)) for part in colour)
        made += ink
    return Image.frombytes(_MODES[size], channels[0].size, bytes(made))


def _with_new_table(pdf: pikepdf.Pdf, image: Any, inks: Inks, described: Space) -> tuple[Any, float]:
    """Return a picture of numbered colours with other colours under its numbers."""
    base = described.base
    count = len(described.table) // base.parts if base else 0
    colours = [inks.ink(described.colour((float(number),))) for number in range(count)]
    made = _copy(pdf, image)
    parts = len(colours[0])
    if inks.name == "black":  # DeviceGray, as all pictures of a one-colour job
        parts, colours = 1, [(1 - ink[3],) for ink in colours]
    table = bytes(round(255 * part) for ink in colours for part in ink)
    made.ColorSpace = Array([Name.Indexed, device(parts), count - 1, pikepdf.String(table)])
    return made, 100 * max(sum(ink[:3]) for ink in colours) if parts > 1 else 0


def _mask_of_colours(pdf: pikepdf.Pdf, image: Any, source: Image.Image) -> Any:
    """Return the soft mask for what a picture leaves out by its colours, which have other numbers now; else None."""
    ranges = image.get("/Mask")
    if not isinstance(ranges, Array) or _filters(image)[-1:] in (["/DCTDecode"], ["/JPXDecode"]):
        return None
    most = 2 ** int(image.BitsPerComponent) - 1
    limits = [round(255 * int(value) / most) for value in ranges]
    out = Image.new("L", source.size, 255)
    for channel, low, high in zip(source.split(), limits[::2], limits[1::2], strict=False):
        within = channel.point([255 if low <= value <= high else 0 for value in range(256)])
        out = ImageChops.darker(out, within)
    mask = _lossless(pdf, ImageChops.invert(out))
    mask.Width, mask.Height = source.size
    return mask


def _stream(pdf: pikepdf.Pdf, data: bytes, mode: str, **keys: Any) -> Any:
    space = device(1 if mode == "L" else 4)
    return pdf.make_stream(data, Type=Name.XObject, Subtype=Name.Image, ColorSpace=space, BitsPerComponent=8, **keys)


def _lossless(pdf: pikepdf.Pdf, image: Image.Image) -> Any:
    """Return a picture as PNG packs it: four inks go for red, green, blue and opacity there."""
    parts = len(image.getbands())
    carrier = image if parts == 1 else Image.frombytes("RGBA", image.size, image.tobytes())
    file = BytesIO()
    carrier.save(file, "PNG")
    parameters = Dictionary(Predictor=_PREDICTOR, Columns=image.width, Colors=parts, BitsPerComponent=8)
    return _stream(pdf, _chunks(file.getvalue()), image.mode, Filter=Name.FlateDecode, DecodeParms=parameters)


def _chunks(png: bytes) -> bytes:
    """Return what the IDAT chunks of a PNG hold."""
    data, place = b"", 8
    while place < len(png):
        size = int.from_bytes(png[place : place + 4], "big")
        if png[place + 4 : place + 8] == b"IDAT":
            data += png[place + 8 : place + 8 + size]
        place += 12 + size
    return data


def _jpeg(pdf: pikepdf.Pdf, made: Image.Image, limit: int | None) -> Any:
    """Return a photograph compressed as such, so that no pixel has more ink than the limit when it is unpacked."""
    if made.mode == "L" or limit is None:
        return _stream(pdf, _compressed(made), "L", Filter=Name.DCTDecode)
    for less in _STEPS:
        data = _compressed(limited_picture(made, limit - less))
        with Image.open(BytesIO(data)) as unpacked:
            if total(unpacked) * 100 <= limit * 255:
                return _stream(pdf, data, "CMYK", Filter=Name.DCTDecode, Decode=Array([1, 0] * 4))
    return _lossless(pdf, made)


def _compressed(image: Image.Image) -> bytes:
    file = BytesIO()
    image.save(file, "JPEG", quality=QUALITY, subsampling=0)
    return file.getvalue()
