"""Colours as preflight asks about them: in which kind of space they are chosen, and which plates they print on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pikepdf
from pikepdf import Name

Kind = Literal["grey", "rgb", "cmyk", "icc_grey", "icc_rgb", "icc_cmyk", "lab", "spot", "pattern", "unknown"]

_NEAR = 0.004
"""Half a step of an eight-bit part: what is nearer is the same."""
_DEVICE: dict[str, Kind] = {
    "/DeviceGray": "grey", "/G": "grey", "/DeviceRGB": "rgb", "/RGB": "rgb", "/DeviceCMYK": "cmyk", "/CMYK": "cmyk",
    "/CalGray": "icc_grey", "/CalRGB": "icc_rgb", "/CalCMYK": "cmyk", "/Lab": "lab", "/Pattern": "pattern",
}  # fmt: skip
_COUNTS = {"grey": 1, "icc_grey": 1, "rgb": 3, "icc_rgb": 3, "lab": 3, "cmyk": 4, "icc_cmyk": 4}
_PARTS: dict[int, Kind] = {1: "icc_grey", 3: "icc_rgb", 4: "icc_cmyk"}
_PROCESS = {"/Cyan", "/Magenta", "/Yellow", "/Black", "/None"}
_ENUMERATED: dict[int, Kind] = {12: "cmyk", 14: "lab", 16: "rgb", 17: "grey", 18: "rgb"}
"""Spaces as a picture of JPEG 2000 numbers them; 18 is YCC, which is RGB written otherwise."""
_HEADER = 10_000
"""Bytes of such a picture in which its space is told."""
_DEEPEST = 5
"""Spaces within each other."""


@dataclass(frozen=True, slots=True)
class Paint:
    """A colour, or the space of a picture, whose `parts` are not looked at."""

    kind: Kind
    parts: tuple[float, ...] = ()
    plates: tuple[str, ...] = ()
    """Names of the plates of a spot colour: "/Gold", "/All"."""

    def of(self, parts: tuple[float, ...]) -> Paint:
        """Return another colour of the same space; where `parts` are an index, the space alone."""
        return Paint(
            self.kind, parts if len(parts) == (_COUNTS.get(self.kind) or len(self.plates)) else (), self.plates
        )

    @property
    def cmyk(self) -> tuple[float, ...] | None:
        """Its four inks, where they can be told without a profile."""
        if self.kind in ("grey", "icc_grey") and len(self.parts) == 1:
            return (0.0, 0.0, 0.0, 1 - self.parts[0])
        if self.kind in ("cmyk", "icc_cmyk") and len(self.parts) == 4:
            return self.parts
        if self.kind == "spot" and self.plates and set(self.plates) <= _PROCESS and len(self.parts) == len(self.plates):
            amounts = dict(zip(self.plates, self.parts, strict=True))
            return tuple(amounts.get(name, 0.0) for name in ("/Cyan", "/Magenta", "/Yellow", "/Black"))
        return None

    @property
    def is_white(self) -> bool:
        """Whether it leaves the paper as it is, or hides what lies below."""
        if self.kind in ("rgb", "icc_rgb"):
            return bool(self.parts) and min(self.parts) > 1 - _NEAR
        if self.kind == "spot":
            return bool(self.parts) and max(self.parts) < _NEAR
        inks = self.cmyk
        return inks is not None and max(inks) < _NEAR

    @property
    def is_black_only(self) -> bool:
        """Whether it is on the black plate alone, if on any."""
        if self.kind in ("grey", "icc_grey"):
            return True
        inks = self.cmyk
        return inks is not None and max(inks[:3]) < _NEAR

    @property
    def is_full_black(self) -> bool:
        """Whether it is black ink alone, all of it."""
        inks = self.cmyk
        return inks is not None and max(inks[:3]) < _NEAR and inks[3] > 1 - _NEAR

    @property
    def is_coloured(self) -> bool:
        """Whether one who sees it would call it coloured; several inks that make grey are."""
        if self.is_white or self.is_black_only:
            return False
        return not (self.kind in ("rgb", "icc_rgb") and self.parts and max(self.parts) - min(self.parts) < 3 * _NEAR)

    @property
    def spots(self) -> tuple[str, ...]:
        """Plates of their own that it asks for."""
        return tuple(name[1:] for name in self.plates if name not in _PROCESS)


BLACK = Paint("grey", (0.0,))
"""What is painted before any colour is chosen (ISO 32000-1, 8.4.1)."""


def space(thing: Any, resources: Any, depth: int = 0) -> Paint:
    """Return the space that `thing` is, or names in `resources`, as a paint without parts."""
    if depth > _DEEPEST:
        return Paint("unknown")
    if isinstance(thing, Name):
        known = _DEVICE.get(str(thing))
        if known:
            return Paint(known)
        table = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
        named = table.get(str(thing)) if isinstance(table, pikepdf.Dictionary) else None
        return Paint("unknown") if named is None else space(named, resources, depth + 1)
    if not isinstance(thing, pikepdf.Array) or not len(thing):
        return Paint("unknown")
    family = str(thing[0])
    if family == "/ICCBased":
        return Paint(_PARTS.get(int(thing[1].get("/N", 0)), "unknown"))
    if family in ("/Indexed", "/I"):
        return space(thing[1], resources, depth + 1)
    if family == "/Separation":
        return Paint("spot", plates=(str(thing[1]),))
    if family == "/DeviceN":
        return Paint("spot", plates=tuple(str(name) for name in thing[1]))
    return Paint(_DEVICE.get(family, "unknown"))


def of_picture(picture: Any, resources: Any) -> Paint:
    """Return the space of a picture; one of JPEG 2000 may say it within (ISO 15444-1, I.5.3.3)."""
    if "/ColorSpace" in picture or picture.get("/Filter") != Name.JPXDecode:
        return space(picture.get("/ColorSpace", Name.Unknown), resources)
    _, found, box = picture.read_raw_bytes()[:_HEADER].partition(b"colr\x01")
    return Paint(_ENUMERATED.get(int.from_bytes(box[2:6], "big"), "unknown") if found else "unknown")


def under(thing: Name, resources: Any) -> Paint:
    """Return the space of the colour that stencils are painted in, of a space of patterns; black where it has none."""
    table = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    named = table.get(str(thing)) if isinstance(table, pikepdf.Dictionary) else None
    return space(named[1], resources) if isinstance(named, pikepdf.Array) and len(named) > 1 else BLACK


def initial(chosen: Paint) -> Paint:
    """Return what is painted in a space before a colour of it is chosen (ISO 32000-1, 8.6.5)."""
    parts: dict[str, tuple[float, ...]] = {
        "grey": (0.0,), "icc_grey": (0.0,), "rgb": (0.0,) * 3, "icc_rgb": (0.0,) * 3, "cmyk": (0.0, 0.0, 0.0, 1.0),
        "icc_cmyk": (0.0, 0.0, 0.0, 1.0), "spot": (1.0,) * len(chosen.plates),
    }  # fmt: skip
    return Paint(chosen.kind, parts.get(chosen.kind, ()), chosen.plates)
