"""The fonts that pages are set in: packaged files, one static file a family, weight and slope, none from the system.

"Metin" (text) is EB Garamond, "Ayet" (verse) is Amiri with its marks drawn in, "Daktilo" (typewriter) is IBM Plex Mono.
EB Garamond comes as variable files, and WeasyPrint 70.0 prints two weights of one file with the advances of one of
them, so each weight is cut out of the axis once and kept in the cache.

"Hurmet" (respect) has the honorifics that Amiri lacks, and nothing else.

"Rakam" (figure) is the text face once more, for the raised figures of notes: WeasyPrint lets a glyph stand for the
text that it stood for first, and the raised 2 of a note is the glyph of the ² in km².
"""

from __future__ import annotations

import io
import os
import re
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING

from fontTools import version  # type: ignore[import-untyped]  # no stubs

from publish.model.finding import Finding, Span, found
from publish.model.html import Html
from publish.model.world import World
from publish.pdf import small_caps
from publish.render import honorifics, verse_face

if TYPE_CHECKING:
    from fontTools.ttLib.tables._n_a_m_e import table__n_a_m_e  # type: ignore[import-untyped]  # no stubs

SCHEME = "face"
"""Addresses of our fonts in style sheets: `face:EBGaramond-Regular`."""


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as style sheets ask for it."""

    family: str
    """The name of our own that style sheets use."""
    weight: int
    italic: bool
    name: str
    """PostScript name, by which the PDF embeds it."""
    package: str
    file: str
    axis: int | None = None
    """Where on the weight axis of a variable file the face lies."""


_GARAMOND = ("fontpkg_eb_garamond", "EBGaramond[wght].ttf")
_GARAMOND_ITALIC = ("fontpkg_eb_garamond", "EBGaramond-Italic[wght].ttf")

FACES = (
    Face("Metin", 400, False, "EBGaramond-Regular", *_GARAMOND, axis=400),
    Face("Metin", 400, True, "EBGaramond-Italic", *_GARAMOND_ITALIC, axis=400),
    Face("Metin", 600, False, "EBGaramond-SemiBold", *_GARAMOND, axis=600),
    Face("Rakam", 400, False, "EBGaramond-Regular", *_GARAMOND, axis=400),
    Face("Ayet", 400, False, "Amiri-Regular", "fontpkg_amiri", "Amiri-Regular.ttf"),
    Face("Ayet", 700, False, "Amiri-Bold", "fontpkg_amiri", "Amiri-Bold.ttf"),
    Face("Hurmet", 400, False, honorifics.NAME, honorifics.PACKAGE, honorifics.FILE),
    Face("Daktilo", 400, False, "IBMPlexMono-Regular", "fontpkg_ibm_plex_mono", "IBMPlexMono-Regular.ttf"),
)
REGULAR = 400
_BOLD_ELEMENT = re.compile(r"<(?:strong|b)\b|font-weight")
_BOLD_RULE = re.compile(r"\bbold|\b[5-9]00\b")
_STRONG = re.compile(r"strong[^{}]*\{[^}]*\}")
"""The rule for an element that the text does not have."""

FAMILIES = frozenset(face.family for face in FACES)
"""What a style sheet may ask for; by the names of their files fonts are found by chance, or not at all."""


@contextmanager
def only_our_fonts() -> Iterator[None]:
    """Let fontconfig, while it reads its configuration, know of no font at all."""
    before = os.environ.get("FONTCONFIG_FILE")
    with resources.as_file(resources.files("publish.pdf") / "fonts.conf") as path, warnings.catch_warnings():
        warnings.filterwarnings("ignore", "No fonts configured in FontConfig", UserWarning)
        os.environ["FONTCONFIG_FILE"] = str(path.resolve())
        try:
            yield
        finally:
            if before is None:
                del os.environ["FONTCONFIG_FILE"]
            else:
                os.environ["FONTCONFIG_FILE"] = before


def needed(html: Html) -> tuple[Face, ...]:
    """Return the faces that `html` may ask for; the half-bold one, which takes seconds to cut, only where it may."""
    css = "".join(_STRONG.sub("", sheet.css) for sheet in html.sheets)
    bold = _BOLD_ELEMENT.search(html.text) or _BOLD_RULE.search(css)
    return tuple(face for face in FACES if bold or face.axis is None or face.weight == REGULAR)


def font_faces(faces: Iterable[Face] = FACES) -> str:
    """Return the `@font-face` rules of `faces`."""
    return "\n".join(
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight}; '
        f"font-style: {'italic' if face.italic else 'normal'}; src: url({SCHEME}:{face.name}) }}"
        for face in faces
    )


def unknown_family(family: str, span: Span) -> Finding:
    """Say that `family` is not one of our fonts, so that another would stand in its place."""
    return found("P001", span, family=family, known=", ".join(f"“{name}”" for name in sorted(FAMILIES)))


def content(name: str, world: World) -> bytes:
    """Return the font file of the face called `name`; raises `KeyError` where there is none."""
    face = {face.name: face for face in FACES}[name]
    source = (resources.files(face.package) / "files" / face.file).read_bytes()
    if face.family == "Ayet":
        return verse_face.drawn_in(source, world)
    if face.family == "Hurmet":
        return honorifics.font(world)
    if face.axis is None:
        return source
    key = sha256(b"\0".join((source, face.name.encode(), version.encode(), _RECIPE))).hexdigest()
    path = world.cached(key, ".ttf")
    if path.is_file():
        return path.read_bytes()
    cut = _cut(source, face, face.axis)
    world.store(path, cut)
    return cut


_RECIPE = b"2"
"""To be raised when the cut changes, so that no older one is taken from the cache."""
_VARIATIONS = ("fvar", "avar", "gvar", "cvar", "HVAR", "MVAR", "STAT")


def _cut(source: bytes, face: Face, axis: int) -> bytes:
    """Cut the static font at `axis` out of a variable one; the same bytes every time.

    At the default of the axis the outlines stand in the file as they are, so that leaving out how they vary is enough
    (and a hundred times faster).
    """
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no stubs
    from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]  # no stubs

    font = TTFont(io.BytesIO(source), recalcTimestamp=False)
    font.cfg[verse_face.REPACKER] = False
    if axis == font["fvar"].axes[0].defaultValue:
        for table in _VARIATIONS:
            if table in font:
                del font[table]
    else:
        font = instantiateVariableFont(font, {"wght": axis}, inplace=True)
    small_caps.mend(font)
    _rename(font["name"], face.name)
    cut = io.BytesIO()
    font.save(cut)
    return cut.getvalue()


def _rename(names: table__n_a_m_e, name: str) -> None:
    """Give a font `name`, and no other, in its table of names."""
    family, style = name.split("-")
    names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]  # copyright, version, licence
    for identifier, text in ((1, f"{family} {style}"), (2, "Regular"), (3, name), (4, name), (6, name)):
        names.setName(text, identifier, 3, 1, 0x409)
