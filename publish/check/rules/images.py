"""Images: in the booklet's own folder, of a kind that can be printed, whole, of bearable size."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from collections.abc import Iterable
from pathlib import PurePosixPath

from publish.check import svg
from publish.check.registry import rule
from publish.model.block import Figure
from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.world import World

MAX_BYTES = 40_000_000
MAX_PIXELS = 100_000_000
"""An A4 page at 800 dpi; decoded, three bytes each."""

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")
_RASTER = {".png": "PNG", ".jpg": "JPEG", ".jpeg": "JPEG"}
_SUFFIXES = {"PNG": ".png", "JPEG": ".jpg"}
_AS_JPEG = {"MPO"}
"""Telephones write several pictures into one JPEG; the first is the picture."""


@rule
def images(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find images that are elsewhere (F001, F012), missing (F002), unreadable or unfit (F011, F013–F017)."""
    seen: set[str] = set()
    for figure in (block for block in booklet.walk() if isinstance(block, Figure)):
        if figure.path not in seen:
            seen.add(figure.path)
            yield from judge_picture(figure.path, figure.span, booklet, world)


def is_picture(path: str) -> bool:
    """Say whether a path names a picture by its ending."""
    return PurePosixPath(path).suffix.lower() in (*_RASTER, ".svg")


def judge_picture(path: str, span: Span, booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find what is wrong with the picture that `span` asks for; the codes are those of `images`."""
    if _ADDRESS.match(path):
        return [found("F012", span, path=path[:80])]
    if path.startswith(("/", "~")) or posixpath.normpath(path).startswith(".."):
        return [found("F001", span, path=path)]
    try:
        content = world.read(booklet.folder / path)
    except ForbiddenError:
        return [found("F001", span, path=path)]
    except FileNotFoundError:
        return [found("F002", span, path=path)]
    except OSError as error:
        return [found("F011", span, path=path, reason=error.strerror or error)]
    if len(content) > MAX_BYTES:
        size = f"{len(content) / 1e6:.0f} MB"
        return [found("F015", span, path=path, size=size, limit=f"{MAX_BYTES // 1_000_000} MB")]
    suffix = PurePosixPath(path).suffix.lower()
    if suffix == ".svg":
        return svg.faults(content, path, span)
    if suffix not in _RASTER:
        return [found("F013", span, path=path, format=suffix.lstrip(".").upper() or "?")]
    return _judge_raster(content, path, span, _RASTER[suffix])


def _judge_raster(content: bytes, path: str, span: Span, expected: str) -> Iterable[Finding]:
    from PIL import Image  # 60 ms, and most booklets have no images

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is judged below
            image = Image.open(io.BytesIO(content))
        width, height = image.size
        kind = "JPEG" if image.format in _AS_JPEG else str(image.format)
        if width * height > MAX_PIXELS:
            limit = f"{MAX_PIXELS // 1_000_000} megapiksel"
            return [found("F015", span, path=path, size=f"{width} × {height} piksel", limit=limit)]
        image.draft("RGB", (256, 256))  # of a JPEG everything is read, but little is computed
        image.load()
    except Exception:  # Pillow's decoders raise what their formats suggest: struct.error, SyntaxError, zlib.error …
        return [found("F014", span, path=path)]
    if kind == expected:
        return []
    if kind in _SUFFIXES:
        return [found("F016", span, path=path, format=kind, suffix=_SUFFIXES[kind])]
    return [found("F013", span, path=path, format=kind)]
