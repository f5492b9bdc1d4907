"""The letters of the site: the house's faces, cut down to what a catalogue needs, as WOFF2.

A browser fetches a face where a page has characters of its range: Arabic only where there is Arabic. What the faces
lack (Cyrillic, signs) is set in the reader's own.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from fontTools import subset, version  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.model.shelf import SiteFile
from publish.model.world import World

_LATIN = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x101), (0x112, 0x113), (0x11E, 0x122), (0x12A, 0x12B), (0x130, 0x131),
    (0x14C, 0x14D), (0x15E, 0x15F), (0x16A, 0x16B), (0x17B, 0x17C), (0x2BE, 0x2BF), (0x1E0C, 0x1E0F), (0x1E24, 0x1E25),
    (0x1E2A, 0x1E2B), (0x1E32, 0x1E33), (0x1E62, 0x1E63), (0x1E6C, 0x1E6F), (0x1E92, 0x1E95), (0x2010, 0x2014),
    (0x2018, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A), (0x20BA, 0x20BA),
)  # fmt: skip
"""Turkish, İSNAD transliteration, the languages of western Europe, punctuation, the lira sign."""
_ARABIC = (
    (0x20, 0x20),
    (0x60C, 0x60C),
    (0x61B, 0x61B),
    (0x61F, 0x61F),
    (0x621, 0x655),
    (0x660, 0x671),
    (0xFD3E, 0xFD3F),
)
_FEATURES = (
    "calt",
    "ccmp",
    "fina",
    "init",
    "isol",
    "kern",
    "liga",
    "lnum",
    "locl",
    "mark",
    "medi",
    "mkmk",
    "pnum",
    "rlig",
)
"""What Arabic needs to be right, and Latin to be well set; no ornaments."""
RECIPE = b"1"
"""To be raised when the cut changes, so that no older one is taken from the cache."""


@dataclass(frozen=True, slots=True)
class Face:
    """One face of the site."""

    name: str
    """PostScript name of the face that it is cut from."""
    family: str
    """By which `web.css` calls it."""
    style: str
    file: str
    ranges: tuple[tuple[int, int], ...]


FACES = (
    Face("EBGaramond-Regular", "Metin", "normal", "yazi/metin.woff2", _LATIN),
    Face("EBGaramond-Italic", "Metin", "italic", "yazi/metin-egik.woff2", _LATIN),
    Face("Amiri-Regular", "Ayet", "normal", "yazi/ayet.woff2", _ARABIC),
)


def files(fonts: Mapping[str, bytes], world: World) -> tuple[SiteFile, ...]:
    """Return the faces as files, given the fonts that they are cut from by name; kept in the cache."""
    return tuple(SiteFile(face.file, _cut(face, fonts[face.name], world)) for face in FACES)


def css() -> str:
    """Return the rules that name the faces; a page is shown before they have come."""
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: 400; font-display: swap; '
        f'src: url("{face.file}") format("woff2"); unicode-range: {_ranges(face)}; }}\n'
        for face in FACES
    )


def _ranges(face: Face) -> str:
    return ", ".join(f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}" for first, last in face.ranges)


def _cut(face: Face, font: bytes, world: World) -> bytes:
    key = sha256(b"\0".join((RECIPE, version.encode(), repr((face, _FEATURES)).encode(), font))).hexdigest()
    kept = world.cached(key, ".woff2")
    if kept.is_file():
        return kept.read_bytes()
    options = subset.Options()
    options.layout_features = list(_FEATURES)
    options.name_IDs = [0, 5, 13, 14]  # copyright, version and licence travel with the font (OFL 1.1, condition 2)
    options.hinting = False
    options.recalc_timestamp = False
    options.flavor = "woff2"
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in face.ranges for code in range(first, last + 1)])
    subsetter.subset(opened)
    opened.flavor = "woff2"
    file = io.BytesIO()
    opened.save(file)
    world.store(kept, file.getvalue())
    return file.getvalue()
