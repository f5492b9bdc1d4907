"""The honorifics that Unicode 14 added and Amiri lacks: ﵀ … ﵏, ﷾ and ﷿, cut out of Noto Kufi Arabic.

Nothing else of that font is kept, so that no letter of a text is ever taken from it. Its licence (OFL 1.1, no reserved
font name) allows the cut.
"""

from __future__ import annotations

import io
from hashlib import sha256
from importlib import resources

from fontTools import subset, version  # type: ignore[import-untyped]  # fontTools has no stubs
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]
from fontTools.varLib.instancer import instantiateVariableFont  # type: ignore[import-untyped]

from publish.model.world import World
from publish.render.verse_face import REPACKER

SIGNS = (*range(0xFD40, 0xFD50), 0xFDFE, 0xFDFF)
_SPACES = (0x20, 0xA0)
"""Pango sets the space between two signs in the font of the first."""
PACKAGE, FILE = "fontpkg_noto_kufi_arabic", "NotoKufiArabic[wght].ttf"
NAME = "NotoKufiArabic-Regular"
WEIGHT = 400
_RECIPE = 2
"""To be raised when the cut changes, so that no older one is taken from the cache."""


def font(world: World) -> bytes:
    """Return a static TrueType font of these signs; it is kept in the cache."""
    source = (resources.files(PACKAGE) / "files" / FILE).read_bytes()
    key = sha256(source + f"honorifics {_RECIPE} {version}".encode()).hexdigest()
    path = world.cached(key, ".ttf")
    if path.is_file():
        return path.read_bytes()
    file = io.BytesIO()
    _cut(source).save(file)
    world.store(path, file.getvalue())
    return file.getvalue()


def _cut(source: bytes) -> TTFont:
    options = subset.Options()
    options.name_IDs = [0, 13, 14]  # copyright and licence must travel with the font (OFL 1.1, condition 2)
    options.hinting = False
    options.recalc_timestamp = False
    cut = TTFont(io.BytesIO(source), recalcTimestamp=False)
    cut.cfg[REPACKER] = False
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=(*SIGNS, *_SPACES))
    subsetter.subset(cut)
    cut = instantiateVariableFont(cut, {"wght": WEIGHT}, inplace=True)
    for identifier, text in ((1, NAME.partition("-")[0]), (2, "Regular"), (3, NAME), (4, NAME), (6, NAME)):
        cut["name"].setName(text, identifier, 3, 1, 0x409)
    return cut
