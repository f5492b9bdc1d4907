"""Everything a page paints, painted anew in the inks of the job: its own instructions and all they call for.

    page ─ instructions ─┬ colours ───────────────→ inks
                         ├ forms, patterns, glyphs → the same again, one level down
                         ├ pictures, gradients ───→ pictures, shadings
                         └ names of resources ────→ only what is called for stays

What several pages share is painted once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from publish.press import content
from publish.press.content import UnreadableError
from publish.press.print import pictures, shadings
from publish.press.print.colour import Inks, Shade, device
from publish.press.print.functions import numbers, rewritten
from publish.press.print.layers import Layer
from publish.press.print.rewriting import Writer
from publish.press.print.spaces import space

_DROPPED_STATE = ("/OP", "/op", "/OPM", "/TR", "/TR2", "/HT", "/BG", "/BG2", "/UCR", "/UCR2")
"""Of a graphics state what is the press's to say, or the printer's."""
_OF_PATTERN = ("/Type", "/PatternType", "/Matrix")
_DEEPEST = 40
"""Forms within each other."""


@dataclass(slots=True)
class Painted:
    """Instructions painted anew."""

    data: bytes
    resources: Any
    is_transparent: bool
    heaviest: float = 0
    """The most coloured ink on a spot, in per cent."""


@dataclass(slots=True)
class Painter:
    """Paints the pages of one document; what several of them share is painted once."""

    pdf: pikepdf.Pdf
    inks: Inks
    unprintable: dict[str, None] = field(default_factory=dict)
    """What could not be converted on the page at hand, as a person is told."""
    off: frozenset[Layer] = frozenset()
    """Layers that are not printed."""
    _weights: dict[tuple[int, int], float] = field(default_factory=dict)
    """The most coloured ink of what was made, by the number of its object."""
    _known: dict[tuple[Any, ...], Any] = field(default_factory=dict)
    _open: set[tuple[Any, ...]] = field(default_factory=set)

    def page(self, page: Any, resources: Any) -> Painted:
        """Return the instructions of a page."""
        return self._paint(page, resources, self.inks, begins=True)

    def _paint(self, thing: Any, resources: Any, inks: Inks, *, begins: bool) -> Painted:
        """Paint what `thing` holds; what `begins` does so in black, the rest in the colour it is called with."""
        writer = Writer(self, resources, inks)
        try:
            data = content.raw(thing)
            try:
                made = writer.write(data, begins=begins)
            except UnreadableError:
                writer = Writer(self, resources, inks)
                made = writer.write(content.normal(thing, writer.called.adopt), begins=begins)
        except (UnreadableError, *content.BROKEN) as error:
            self.unprintable[str(error)] = None
            return Painted(b"", Dictionary(), False)
        return Painted(made, writer.called.written(), writer.is_transparent, writer.heaviest)

    def once(self, thing: Any, make: Callable[[], Any], *how: Any) -> Any:
        """Return what `make` makes of `thing`, made once for each way; None where it is within itself."""
        key = (thing.objgen if thing.is_indirect else thing.unparse(), *how)
        if key in self._known:
            return self._known[key]
        if key in self._open or len(self._open) > _DEEPEST:
            self.unprintable["a form within itself"] = None
            return None
        self._open.add(key)
        try:
            made = self._known[key] = make()
        except (UnreadableError, *content.BROKEN) as error:
            self.unprintable[str(error)] = None
            made = self._known[key] = None
        finally:
            self._open.remove(key)
        return made

    def weight(self, made: Any) -> float:
        """Return how much coloured ink a form, pattern, gradient or picture puts on a spot at most, in per cent."""
        return 0 if made is None else self._weights.get(made.objgen, 0)

    def form(self, form: Any, inks: Inks, outer: Any, *, is_grouped: bool) -> tuple[Any, bool] | None:
        """Return a form in `inks`, and whether anything in it is transparent.

        Drawn whole on what lies below, a form without transparency is no group: printers flatten what is.
        """

        def make() -> tuple[Any, bool]:
            painted = self._paint(form, form.get("/Resources", outer), inks, begins=False)
            made = self._stream(form, painted, ("/BBox", "/Matrix", "/FormType"), Type=Name.XObject, Subtype=Name.Form)
            group = form.get("/Group")
            if group is not None and (is_grouped or painted.is_transparent):
                made.Group = self.group(group, inks)
            return made, painted.is_transparent

        made: tuple[Any, bool] | None = self.once(form, make, inks.name, is_grouped)
        return made

    def group(self, group: Any, inks: Inks) -> Dictionary:
        """Return a transparency group that blends in the inks of the job."""
        made = Dictionary({key: value for key, value in group.items() if key != "/CS"})
        made.CS = device(len(inks.ink((0.0,))))
        return made

    def _stream(self, thing: Any, painted: Painted, keys: tuple[str, ...], **more: Any) -> Any:
        made = self.pdf.make_stream(painted.data, Resources=painted.resources, **more)
        self._weights[made.objgen] = painted.heaviest
        for key in keys:
            if key in thing:
                made[key] = rewritten(thing[key])
        return made

    def pattern(self, pattern: Any, inks: Inks, outer: Any) -> tuple[Any, bool] | None:
        """Return a pattern in `inks`, and whether anything in it is transparent."""

        def make() -> tuple[Any, bool]:
            if int(pattern.PatternType) == 2:  # a shading
                made: Any = Dictionary({key: rewritten(value) for key, value in pattern.items() if key in _OF_PATTERN})
                made.Shading = self.shading(pattern.Shading, inks, outer)
                return self._weighed(self.pdf.make_indirect(made), self.weight(made.Shading)), False
            is_coloured = int(pattern.get("/PaintType", 1)) == 1
            painted = self._paint(pattern, pattern.get("/Resources", outer), inks, begins=is_coloured)
            keys = ("/PatternType", "/PaintType", "/TilingType", "/BBox", "/XStep", "/YStep", "/Matrix")
            return self._stream(pattern, painted, keys, Type=Name.Pattern), painted.is_transparent

        made: tuple[Any, bool] | None = self.once(pattern, make, inks.name)
        return made

    def shading(self, thing: Any, inks: Inks, outer: Any) -> Any:
        """Return a gradient in `inks`."""

        def make() -> Any:
            made, weight = shadings.shading(self.pdf, thing, inks, lambda named: space(named, outer))
            return self._weighed(self.pdf.make_indirect(made), weight)

        made = self.once(thing, make, inks.name, "sh")
        if made is None:
            raise UnreadableError("shading")
        return made

    def picture(self, image: Any, inks: Inks, outer: Any) -> Any:
        """Return a picture in `inks`."""

        def make() -> Any:
            return self._weighed(*pictures.picture(self.pdf, image, inks, lambda named: space(named, outer)))

        return self.once(image, make, inks.name)

    def _weighed(self, made: Any, weight: float) -> Any:
        self._weights[made.objgen] = weight
        return made

    def font(self, font: Any, inks: Inks, outer: Any) -> Any:
        """Return a font: as it is, or, where its glyphs are drawings, drawn in `inks`."""
        if font.get("/Subtype") != Name.Type3:
            return font

        def make() -> Any:
            resources = font.get("/Resources", outer)
            made = Dictionary(dict(font.items()))
            used = Dictionary()
            glyphs = Dictionary()
            for name, glyph in font.CharProcs.items():
                painted = self._paint(glyph, resources, inks, begins=False)
                glyphs[name] = self.pdf.make_stream(painted.data)
                for kind, table in painted.resources.items():
                    used[kind] = Dictionary({**dict(used.get(kind, Dictionary()).items()), **dict(table.items())})
            made.CharProcs, made.Resources = glyphs, used
            return self.pdf.make_indirect(made)

        return self.once(font, make, inks.name)

    def state(self, state: Any, inks: Inks, outer: Any) -> Any:
        """Return a graphics state without what is the press's to say, its soft mask by brightness."""

        def make() -> Any:
            kept = {key: value for key, value in state.items() if key not in (*_DROPPED_STATE, "/SMask")}
            made = Dictionary({key: rewritten(value) for key, value in kept.items()})
            mask = state.get("/SMask")
            if isinstance(mask, Dictionary):
                made.SMask = self._mask(mask, inks, outer)
            elif mask is not None:
                made.SMask = mask
            return self.pdf.make_indirect(made)

        return self.once(state, make, inks.name, "gs")

    def _mask(self, mask: Any, inks: Inks, outer: Any) -> Dictionary:
        is_bright = mask.get("/S") == Name.Luminosity
        within: Inks = Shade() if is_bright else inks
        made = Dictionary({key: value for key, value in mask.items() if key not in ("/G", "/BC")})
        form = self.form(mask.G, within, outer, is_grouped=True)
        if form is None:
            raise UnreadableError("soft mask")
        made.G = form[0]
        if is_bright and "/BC" in mask:
            named = mask.G.get("/Group", Dictionary()).get("/CS", Name.DeviceGray)
            made.BC = Array([round(part, 4) for part in within.ink(space(named, outer).colour(numbers(mask.BC)))])
        return made
