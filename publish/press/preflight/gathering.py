"""What is kept of a page while it is walked through: the first text of each look, and no more than so many things."""

from __future__ import annotations

from typing import Any

import pikepdf

from publish.press.boxes import Box
from publish.press.preflight.glyphs import coloured_glyphs, name_of
from publish.press.preflight.paint import space
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Painted, Thing, meet

_DEEPEST = 20
"""Forms within each other."""
_MOST_FORMS = 3000
"""Forms and tiles drawn on a page: one that draws itself a thousandfold ends here."""
_MOST_THINGS = 3000
"""Things kept of a page; of more, those that are painted like none before."""


class Gathering:
    """The things of one page."""

    def __init__(self, sheet: Sheet) -> None:
        self.painted = Painted()
        self.sheet = sheet
        self._forms = 0
        self._count = 0
        self._kinds: set[tuple[Any, ...]] = set()
        self._texts: set[tuple[Any, ...]] = set()
        self._fonts: set[tuple[Any, ...]] = set()
        self._glyphs: dict[tuple[Any, ...], list[Any]] = {}
        self._grounds: list[tuple[Box, bool]] = []
        self._has_colours = False

    def may_draw(self, depth: int) -> bool:
        """Say whether one more form may be drawn, so deep within others."""
        self._forms += 1
        if depth > _DEEPEST or self._forms > _MOST_FORMS:
            self.painted.broken = "forms within forms"
            return False
        return True

    def add(self, thing: Thing) -> None:
        """Keep a thing, if it shows."""
        if meet(thing.box, self.sheet.bleed) is None:
            return
        self._has_colours |= thing.paint.is_coloured
        if self._has_colours and thing.kind != "stroke":
            self._grounds.append((thing.box, thing.paint.is_coloured))
        key = (thing.kind, thing.paint, thing.overprint, thing.mode)
        if self._count < _MOST_THINGS or (key not in self._kinds and len(self._kinds) < _MOST_THINGS):
            self._count += 1
            self._kinds.add(key)
            self.painted.things.append(thing)

    def add_text(self, thing: Thing, font: str) -> None:
        """Keep a text, if it shows and none like it was kept."""
        if meet(thing.box, self.sheet.bleed) is None:
            return
        key = (thing.paint, thing.overprint, thing.mode, round(thing.size, 1), font, thing.is_on_colour)
        if key not in self._texts:
            self._texts.add(key)
            self.painted.things.append(thing)

    def meets_font(self, font: Any, box: Box) -> bool:
        """Keep a font where text is shown in it first, and say whether this is there."""
        if font is None:
            return False
        if _key(font) in self._fonts:
            return False
        self._fonts.add(_key(font))
        self.painted.fonts.append((font, box))
        return True

    def coloured_glyphs(self, font: Any) -> list[Any]:
        """Return what `glyphs.coloured_glyphs` does, once a font."""
        if font is None:
            return []
        if _key(font) not in self._glyphs:
            self._glyphs[_key(font)] = coloured_glyphs(font)
        return self._glyphs[_key(font)]

    def is_on_colour(self, box: Box) -> bool:
        """Say whether the middle of a box lies on colour: what was painted there last."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        for ground, is_coloured in reversed(self._grounds):
            if ground.left <= x <= ground.right and ground.bottom <= y <= ground.top:
                return is_coloured
        return False

    def blend(self, group: Any, resources: Any, box: Box) -> None:
        """Keep in which space a form is blended, where it says so."""
        if isinstance(group, pikepdf.Dictionary) and "/CS" in group and len(self.painted.blends) < _MOST_THINGS:
            self.painted.blends.append((space(group.CS, resources).kind, box))

    def see_through(self, why: str, box: Box) -> None:
        """Keep why a place is transparent."""
        if meet(box, self.sheet.bleed) is not None and len(self.painted.transparent) < _MOST_THINGS:
            self.painted.transparent.append((why, box))


def _key(font: Any) -> tuple[Any, ...]:
    return (*font.objgen, name_of(font))
