"""What is kept of a page while it is walked through: the first text of each look, and no more than so many things."""

from __future__ import annotations

from typing import Any

from publish.press.boxes import Box
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.things import Painted, Thing, meet

_DEEPEST = 20
"""Forms within each other."""
_MOST_FORMS = 3000
"""Forms and tiles drawn on a page: one that draws itself a thousandfold ends here."""
_MOST_THINGS = 3000
"""Things kept of a page."""


class Gathering:
    """The things of one page."""

    def __init__(self, sheet: Sheet) -> None:
        self.painted = Painted()
        self._sheet = sheet
        self._forms = 0
        self._texts: set[tuple[Any, ...]] = set()
        self._colours: list[Box] = []

    def may_draw(self, depth: int) -> bool:
        """Say whether one more form may be drawn, so deep within others."""
        self._forms += 1
        if depth > _DEEPEST or self._forms > _MOST_FORMS:
            self.painted.broken = "forms within forms"
            return False
        return True

    def add(self, thing: Thing) -> None:
        """Keep a thing, if it shows."""
        if meet(thing.box, self._sheet.bleed) is None:
            return
        if thing.kind != "text" and thing.paint.is_coloured:
            self._colours.append(thing.box)
        if len(self.painted.things) < _MOST_THINGS:
            self.painted.things.append(thing)

    def add_text(self, thing: Thing, font: Any) -> None:
        """Keep a text, if it shows and none like it was kept."""
        if meet(thing.box, self._sheet.bleed) is None:
            return
        key = (thing.paint, thing.overprint, thing.mode, round(thing.size, 1), font, thing.is_on_colour)
        if key not in self._texts:
            self._texts.add(key)
            self.painted.things.append(thing)

    def is_on_colour(self, box: Box) -> bool:
        """Say whether the middle of a box lies on a colour that was painted."""
        x, y = (box.left + box.right) / 2, (box.bottom + box.top) / 2
        return any(each.left <= x <= each.right and each.bottom <= y <= each.top for each in self._colours)

    def see_through(self, why: str, box: Box) -> None:
        """Keep why a place is transparent."""
        if meet(box, self._sheet.bleed) is not None and len(self.painted.transparent) < _MOST_THINGS:
            self.painted.transparent.append((why, box))
