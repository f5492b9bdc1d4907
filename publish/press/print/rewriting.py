"""One stream of instructions written anew in the inks of the job, with the resources that it calls for.

Black text overprints: where it stands on colour no white edge shows when the plates are a hair off. Overprint is
switched on for such text alone, and off before anything else, so that nothing vanishes that was meant to cover.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from publish.press import content
from publish.press.content import Instruction, UnreadableError
from publish.press.matrix import operand, times
from publish.press.print.calling import Called
from publish.press.print.colour import Inks, Shade, device
from publish.press.print.ground import Ground
from publish.press.print.layers import is_hidden
from publish.press.print.spaces import CMYK, GREY, RGB, Colour, Space, space
from publish.press.print.state import State
from publish.press.resources import see_through

if TYPE_CHECKING:
    from publish.press.print.painting import Painter

OVER, KNOCK = "/PressOver", "/PressKnock"
"""Names of the graphics states that switch overprint on and off."""
TINT = "/PressTint"
"""Name of the space of patterns that are painted in an ink of their own."""
_BLACK_GREY: Colour = (0.0,)
"""What is painted before any colour is chosen."""


class Writer:
    """Writes one stream of instructions for a painter, and collects the resources that it calls for."""

    def __init__(self, painter: Painter, resources: Any, inks: Inks) -> None:
        self._painter, self._inks = painter, inks
        self.called = Called(painter.pdf, resources)
        self._state = State()
        self._stack: list[State] = []
        self._out: list[bytes] = []
        self._hidden: list[bool] = []
        """For each marked content that is open, whether it is on a layer that is not printed."""
        self._ground = Ground()
        self._data, self._path_from = b"", 0
        """What is read, and where in it the path at hand begins."""
        self._moves: list[tuple[bytes, bytes]] = []
        """What has placed text since it began."""
        self.heaviest = 0.0
        """The most coloured ink that is painted on a spot, in per cent."""
        self.is_transparent = False
        self._ways: dict[bytes, Callable[[Instruction], bytes | None]] = {
            b"q": self._push, b"Q": self._pop, b"gs": self._set_state, b"Tf": self._set_font, b"Tr": self._set_mode,
            b"Do": self._draw, b"sh": self._shade, b"ri": self._leave_out,
            b"cm": self._transform, b"BT": self._begin_text,
            **dict.fromkeys((b"Tm", b"Td", b"TD", b"T*"), self._move),
            **dict.fromkeys((b"g", b"rg", b"k"), lambda each: self._colour(each, is_stroke=False)),
            **dict.fromkeys((b"G", b"RG", b"K"), lambda each: self._colour(each, is_stroke=True)),
            **dict.fromkeys((b"cs", b"CS"), self._choose_space),
            **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), self._set_colour),
            **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), self._show),
            **dict.fromkeys((b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*", b"S", b"s"), self._paint),
            **dict.fromkeys((b"BMC", b"BDC"), self._begin_marked), b"EMC": self._end_marked,
            **dict.fromkeys((b"MP", b"DP", b"BX", b"EX"), self._leave_out),
        }  # fmt: skip

    def write(self, data: bytes, *, begins: bool) -> bytes:
        """Return `data` painted anew. Raises `UnreadableError`."""
        out, ways, kept = self._out, self._ways, 0
        self._data = data
        if begins:
            out.append(self._written(_BLACK_GREY, is_stroke=False) + self._written(_BLACK_GREY, is_stroke=True))
        else:
            self._state.fill = self._state.stroke = None
        for each in content.instructions(data):
            way = ways.get(each.operator)
            if way is None:
                continue
            made = way(each)
            self._path_from = each.end
            if made is not None:
                out += (data[kept : each.start], made)
                kept = each.end
        out.append(data[kept:])
        out.append(b"\nQ" * len(self._stack))
        return b"".join(out)

    def _leave_out(self, each: Instruction) -> bytes:
        return b""

    def _begin_marked(self, each: Instruction) -> bytes:
        is_layer = self._painter.off and each.operands.startswith(b"/OC")
        layer = self.called.find("/Properties", Instruction(b"", each.operands[3:], 0, 0).name()) if is_layer else None
        self._hidden.append(is_hidden(layer, self._painter.off))
        return b""

    def _end_marked(self, each: Instruction) -> bytes:
        if self._hidden:
            self._hidden.pop()
        return b""

    def _push(self, each: Instruction) -> None:
        self._stack.append(copy(self._state))

    def _pop(self, each: Instruction) -> bytes | None:
        if not self._stack:
            return b""
        self._state = self._stack.pop()
        return None

    def _transform(self, each: Instruction) -> None:
        self._state.at = times(operand(each.operands), self._state.at)

    def _begin_text(self, each: Instruction) -> None:
        self._moves = []

    def _move(self, each: Instruction) -> None:
        if each.operator == b"Tm":
            self._moves = []
        self._moves.append((each.operator, each.operands))

    def _colour(self, each: Instruction, *, is_stroke: bool) -> bytes:
        colour = each.numbers()
        described = {1: GREY, 3: RGB, 4: CMYK}.get(len(colour))
        if described is None:
            raise UnreadableError(each.operator.decode("ascii", "replace"))
        self._state.space(described, is_stroke=is_stroke)
        return self._written(colour, is_stroke=is_stroke)

    def _written(self, colour: Colour, *, is_stroke: bool) -> bytes:
        ink = tuple(round(part, 4) for part in self._inks.ink(colour))
        weight = 100 * sum(ink[:3]) if len(ink) > 1 else 0
        self._state.colour(ink, weight, is_stroke=is_stroke)
        operator = {1: "gG", 4: "kK"}[len(ink)][is_stroke]
        return f"{' '.join(f'{part:g}' for part in ink)} {operator}\n".encode()

    def _choose_space(self, each: Instruction) -> bytes:
        is_stroke = each.operator == b"CS"
        described = space(Name(each.name()), self.called.given)
        self._state.space(described, is_stroke=is_stroke)
        if described.kind == "pattern":
            return b""  # written with the pattern
        return self._written(described.colour(described.initial), is_stroke=is_stroke)

    def _set_colour(self, each: Instruction) -> bytes:
        is_stroke = each.operator.startswith(b"S")
        described = self._state.strokes if is_stroke else self._state.fills
        name = each.name()
        if name:
            return self._set_pattern(name, each.numbers(), described, is_stroke=is_stroke)
        parts = each.numbers()
        if described is None or len(parts) != described.parts:
            described = {1: GREY, 3: RGB, 4: CMYK}.get(len(parts), GREY)
        return self._written(described.colour(parts), is_stroke=is_stroke)

    def _set_pattern(self, name: str, parts: Colour, described: Space | None, *, is_stroke: bool) -> bytes:
        pattern = self.called.find("/Pattern", name)
        made = self._painter.pattern(pattern, self._inks, self.called.given) if pattern is not None else None
        weight = 0.0 if made is None else self._painter.weight(made[0])
        self._state.colour(None, weight, is_stroke=is_stroke)
        if made is None:
            return b""
        self.is_transparent |= made[1]
        choose, fill = ("CS", "SCN") if is_stroke else ("cs", "scn")
        written = self.called.use("/Pattern", name, made[0]).decode("latin-1")
        if not (parts and described and described.base):
            return f"/Pattern {choose} {written} {fill}\n".encode("latin-1")
        ink = self._inks.ink(described.base.colour(parts))
        self.called.put("/ColorSpace", TINT, Array([Name.Pattern, device(len(ink))]))
        return f"{TINT} {choose} {' '.join(f'{part:g}' for part in ink)} {written} {fill}\n".encode("latin-1")

    def _set_state(self, each: Instruction) -> bytes:
        name = each.name()
        state = self.called.find("/ExtGState", name)
        made = self._painter.state(state, self._inks, self.called.given) if isinstance(state, Dictionary) else None
        if made is None:
            return b""
        self._state.alpha = see_through(made, self._state.alpha)
        return self.called.use("/ExtGState", name, made) + b" gs\n"

    def _set_font(self, each: Instruction) -> bytes | None:
        name = each.name()
        font = self.called.find("/Font", name)
        if font is None:
            return None
        made = self._painter.font(font, self._inks, self.called.given)
        self._state.is_drawn = made is not font
        self._state.size = each.operands.split()[-1]
        if made is not None:
            self.called.put("/Font", name, made)
        return None

    def _set_mode(self, each: Instruction) -> None:
        self._state.mode = int((each.numbers() or (0,))[0])

    def _show(self, each: Instruction) -> bytes | None:
        if any(self._hidden):
            return b""
        self.is_transparent |= not self._state.is_opaque
        if each.operator in (b"'", b'"'):
            self._move(each)
        is_light = not self._ground.is_under(self._moves, _number(self._state.size), self._state.at)
        return self._switched(each, on=is_light and self._state.is_black_text)

    def _paint(self, each: Instruction) -> bytes | None:
        if any(self._hidden):
            return b"n\n"
        self.is_transparent |= not self._state.is_opaque
        only_stroke, only_fill = each.operator in (b"S", b"s"), each.operator in (b"f", b"F", b"f*")
        weights = (0 if only_stroke else self._state.fill_weight, 0 if only_fill else self._state.stroke_weight)
        if self._is_heavy(max(weights)):
            path = content.instructions(self._data[self._path_from : each.start])
            self._ground.add_path(path, self._state.at)
        return self._switched(each, on=False)

    def _is_heavy(self, weight: float) -> bool:
        """Note so much coloured ink on a spot; say whether black over it would be too much."""
        self.heaviest = max(self.heaviest, weight)
        return self._inks.limit is not None and weight + 100 > self._inks.limit

    def _switched(self, each: Instruction, *, on: bool) -> bytes | None:
        """Return the instruction with overprint switched before it; None where it is as it should be already."""
        switch = self._switch(on=on)
        return switch + each.operands + each.operator + b"\n" if switch else None

    def _switch(self, *, on: bool) -> bytes:
        if on == self._state.over or self._inks.name == Shade.name:
            return b""
        self._state.over = on
        name = OVER if on else KNOCK
        pdf = self._painter.pdf
        state = self._painter.once(pdf.Root, lambda: pdf.make_indirect(_overprint(on=on)), name)
        self.called.put("/ExtGState", name, state)
        return name.encode() + b" gs\n"

    def _shade(self, each: Instruction) -> bytes:
        name = each.name()
        found = self.called.find("/Shading", name)
        if found is None or any(self._hidden):
            return b""
        self.is_transparent |= not self._state.is_opaque
        made = self._painter.shading(found, self._inks, self.called.given)
        self._ground.is_everywhere |= self._is_heavy(self._painter.weight(made))
        return self._switch(on=False) + self.called.use("/Shading", name, made) + b" sh\n"

    def _draw(self, each: Instruction) -> bytes:
        name = each.name()
        thing = self.called.find("/XObject", name)
        if not isinstance(thing, pikepdf.Stream) or any(self._hidden) or is_hidden(thing.get("/OC"), self._painter.off):
            return b""
        self.is_transparent |= not self._state.is_opaque
        if thing.get("/Subtype") == Name.Form:
            form = self._painter.form(thing, self._inks, self.called.given, is_grouped=not self._state.is_opaque)
            made, is_transparent = form or (None, False)
            self.is_transparent |= is_transparent
            self._ground.is_everywhere |= self._is_heavy(self._painter.weight(made))
        else:
            made = self._painter.picture(thing, self._inks, self.called.given)
            self.is_transparent |= made is not None and "/SMask" in made
            if self._is_heavy(self._painter.weight(made)):
                self._ground.add_picture(self._state.at)
        if made is None:
            return b""
        return self._switch(on=False) + self.called.use("/XObject", name, made) + b" Do\n"


def _number(word: bytes) -> float:
    try:
        return float(word)
    except ValueError:
        return 0.0


def _overprint(*, on: bool) -> Dictionary:
    return Dictionary(Type=Name.ExtGState, OP=on, op=on, OPM=int(on))
