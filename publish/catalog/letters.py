"""The letters of the site: the house's faces, cut down to what a catalogue needs, as WOFF2.

A browser fetches a face where a page has characters of its range: Arabic only where there is Arabic. What the faces
lack (Cyrillic, signs) is set in the reader's own.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from fontTools import subset, version  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from publish.language import arabic
from publish.model.shelf import Shelf, SiteFile, Volume
from publish.model.world import World

_LATIN = (
    (0x20, 0x7E), (0xA0, 0xFF), (0x100, 0x101), (0x112, 0x113), (0x11E, 0x122), (0x12A, 0x12B), (0x130, 0x131),
    (0x14C, 0x14D), (0x15E, 0x15F), (0x16A, 0x16B), (0x17B, 0x17C), (0x2BE, 0x2BF), (0x1E0C, 0x1E0F), (0x1E24, 0x1E25),
    (0x1E2A, 0x1E2B), (0x1E32, 0x1E33), (0x1E62, 0x1E63), (0x1E6C, 0x1E6F), (0x1E92, 0x1E95), (0x2010, 0x2014),
    (0x2018, 0x201E), (0x2022, 0x2022), (0x2026, 0x2026), (0x2039, 0x203A), (0x20BA, 0x20BA),
)  # fmt: skip
"""Turkish, İSNAD transliteration, the languages of western Europe, punctuation, the lira sign."""
_ARABIC = ((0x20, 0x20), (0x600, 0x6FF), (0x750, 0x77F), (0x8A0, 0x8FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_FEATURES = ("ccmp", "kern", "liga", "lnum", "locl", "pnum")
RECIPE = b"2"
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
)
ARABIC = Face("Amiri-Regular", "Ayet", "normal", "yazi/ayet.woff2", _ARABIC)


def files(fonts: Mapping[str, bytes], world: World) -> tuple[SiteFile, ...]:
    """Return the faces as files, given fonts by name; kept in the cache.

    Those of Latin letters are cut here; that of Arabic comes as it is wanted, or not at all.
    """
    made = [SiteFile(face.file, _packed(face, fonts[face.name], world)) for face in FACES]
    if ARABIC.name in fonts:
        made.append(SiteFile(ARABIC.file, _packed(ARABIC, fonts[ARABIC.name], world)))
    return tuple(made)


def css(*, with_arabic: bool) -> str:
    """Return the rules that name the faces; a page is shown before they have come."""
    return "".join(
        f'@font-face {{ font-family: "{face.family}"; font-style: {face.style}; font-weight: 400; font-display: swap; '
        f'src: url("{face.file}") format("woff2"); unicode-range: {_ranges(face)}; }}\n'
        for face in (*FACES, *((ARABIC,) if with_arabic else ()))
    )


def arabic_texts(shelf: Shelf) -> frozenset[str]:
    """Return all Arabic that pages of the site show."""
    return frozenset(
        text[start:end] for volume in shelf.volumes for text in _texts(volume) for start, end in arabic.runs(text)
    )


def _texts(volume: Volume) -> Iterator[str]:
    single = (volume.title, volume.subtitle, volume.series, volume.translator, volume.editor, volume.publisher)
    yield from filter(None, (*single, volume.description, volume.edition, volume.rights))
    yield from (*volume.authors, *volume.subjects)
    yield from (line.title for entry in volume.contents for line in entry.walk())


def _ranges(face: Face) -> str:
    return ", ".join(f"U+{first:X}-{last:X}" if last > first else f"U+{first:X}" for first, last in face.ranges)


def _packed(face: Face, font: bytes, world: World) -> bytes:
    """Return a font as WOFF2, of Latin letters with those of its ranges alone."""
    key = sha256(b"\0".join((RECIPE, version.encode(), repr((face, _FEATURES)).encode(), font))).hexdigest()
    kept = world.cached(key, ".woff2")
    if kept.is_file():
        return kept.read_bytes()
    opened = TTFont(io.BytesIO(font), recalcTimestamp=False)
    if face is not ARABIC:
        _cut(opened, [code for first, last in face.ranges for code in range(first, last + 1)])
    opened.flavor = "woff2"
    file = io.BytesIO()
    opened.save(file)
    world.store(kept, file.getvalue())
    return file.getvalue()


def _cut(font: TTFont, codes: list[int]) -> None:
    options = subset.Options()
    options.layout_features = list(_FEATURES)
    options.name_IDs = [0, 5, 13, 14]  # copyright, version and licence travel with the font (OFL 1.1, condition 2)
    options.hinting = False
    options.recalc_timestamp = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)
