"""What a page paints, in order: text, fills, strokes, pictures and gradients, each with its colour, size and place.

instructions ─ graphics state (colour, overprint, transparency, line, font, matrix, clip) ─→ painted things
     └ forms and tiles: the same again, one level down
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from pikepdf.models.image import PdfInlineImage

from publish.press import content
from publish.press.boxes import Box
from publish.press.content import Instruction, UnreadableError
from publish.press.matrix import IDENTITY, Matrix, around, matrix_of, scale, times
from publish.press.preflight.gathering import Gathering
from publish.press.preflight.glyphs import em, letters, name_of, shows_notdef
from publish.press.preflight.paint import Paint, initial, of_picture, space, under
from publish.press.preflight.path import Path
from publish.press.preflight.pen import Pen
from publish.press.preflight.sheet import Sheet
from publish.press.preflight.state import State
from publish.press.preflight.things import Painted, Thing, fit, meet
from publish.press.resources import find

_EM = 0.5
"""How wide a letter is, about, in ems: the place of a line of text is told, not its width."""


def walk(sheet: Sheet) -> Painted:
    """Return what a page paints; what cannot be read of it is said in `broken`."""
    walker = _Walker(sheet)
    walker.run(sheet.page, sheet.resources, State(IDENTITY, sheet.media), 0)
    return walker.painted


class _Walker(Gathering):
    """Walks through a page, and through what is drawn on it."""

    def run(self, thing: Any, resources: Any, state: State, depth: int) -> None:
        try:
            reader = _Reader(self, resources, copy(state), depth)
            data = content.raw(thing)
            kept = len(self.painted.things)
            try:
                reader.read(data)
            except UnreadableError:
                del self.painted.things[kept:]
                reader = _Reader(self, resources, copy(state), depth)
                reader.read(content.normal(thing, reader.adopt))
        except (UnreadableError, *content.BROKEN) as error:
            self.painted.broken = self.painted.broken or str(error).partition("\n")[0] or type(error).__name__


class _Reader:
    """Reads one stream of instructions."""

    def __init__(self, walker: _Walker, resources: Any, state: State, depth: int) -> None:
        self._walker, self._resources, self._state, self._depth = walker, resources, state, depth
        self._stack: list[State] = []
        self._path = path = Path()
        self._pen = pen = Pen()
        self._inline: dict[str, Any] = {}
        self._ways: dict[bytes, Callable[[Instruction], None]] = {
            b"q": self._push, b"Q": self._pop, b"cm": self._move, b"w": self._set_width, b"gs": self._set_state,
            b"re": path.add_rectangle, b"W": path.clip, b"W*": path.clip, b"n": self._end,
            b"BT": pen.begin, b"Tf": self._set_font, b"Tm": pen.place, b"Td": pen.shift, b"TD": pen.shift,
            b"T*": pen.next_line, b"TL": pen.lead, b"Tr": self._render, b"Do": self._draw, b"sh": self._shade,
            **dict.fromkeys((b"m", b"l", b"c", b"v", b"y"), path.add),
            **dict.fromkeys((b"Tj", b"TJ", b"'", b'"'), self._show),
            **dict.fromkeys((b"g", b"rg", b"k"), lambda each: self._colour(each, is_stroke=False)),
            **dict.fromkeys((b"G", b"RG", b"K"), lambda each: self._colour(each, is_stroke=True)),
            **dict.fromkeys((b"cs", b"CS"), self._choose_space),
            **dict.fromkeys((b"sc", b"scn", b"SC", b"SCN"), self._set_colour),
            **dict.fromkeys((b"f", b"F", b"f*"), lambda each: self._paint(fill=True)),
            **dict.fromkeys((b"S", b"s"), lambda each: self._paint(stroke=True)),
            **dict.fromkeys((b"B", b"B*", b"b", b"b*"), lambda each: self._paint(fill=True, stroke=True)),
        }  # fmt: skip

    def read(self, data: bytes) -> None:
        ways = self._ways
        for each in content.instructions(data):
            way = ways.get(each.operator)
            if way is not None:
                way(each)

    def adopt(self, image: PdfInlineImage) -> str:
        """Return the name that a picture among the instructions is drawn by."""
        name = f"/Inline{len(self._inline)}"
        picture = Dictionary(dict(image.obj.items()))
        for long, short in (("/Width", "/W"), ("/Height", "/H"), ("/ColorSpace", "/CS"), ("/ImageMask", "/IM")):
            if short in picture and long not in picture:
                picture[long] = picture[short]
        picture.Subtype = Name.Image
        self._inline[name] = picture
        return name

    def _find(self, kind: str, name: str) -> Any:
        if kind == "/XObject" and name in self._inline:
            return self._inline[name]
        return find(self._resources, kind, name)

    def _push(self, each: Instruction) -> None:
        self._stack.append(copy(self._state))

    def _pop(self, each: Instruction) -> None:
        if self._stack:
            self._state = self._stack.pop()

    def _move(self, each: Instruction) -> None:
        a, b, c, d, e, f = each.numbers()[:6]
        self._state.matrix = times((a, b, c, d, e, f), self._state.matrix)

    def _set_width(self, each: Instruction) -> None:
        self._state.width = each.numbers()[0]

    def _set_state(self, each: Instruction) -> None:
        named = self._find("/ExtGState", each.name())
        if isinstance(named, Dictionary):
            self._state.set_by(named)

    def _colour(self, each: Instruction, *, is_stroke: bool) -> None:
        parts = each.numbers()
        kinds: dict[int, Any] = {1: "grey", 3: "rgb", 4: "cmyk"}
        self._choose(Paint(kinds.get(len(parts), "unknown"), parts), None, is_stroke=is_stroke)

    def _choose(self, paint: Paint, pattern: Any, *, is_stroke: bool) -> None:
        if is_stroke:
            self._state.stroke, self._state.stroke_pattern = paint, pattern
        else:
            self._state.fill, self._state.fill_pattern = paint, pattern

    def _choose_space(self, each: Instruction) -> None:
        chosen = initial(space(Name(each.name()), self._resources))
        if chosen.kind == "pattern":
            self._state.under = under(Name(each.name()), self._resources)
        self._choose(chosen, None, is_stroke=each.operator == b"CS")

    def _set_colour(self, each: Instruction) -> None:
        is_stroke = each.operator.startswith(b"S")
        current = self._state.stroke if is_stroke else self._state.fill
        name = each.name()
        if name:
            self._state.under = self._state.under.of(each.numbers())
            self._choose(Paint("pattern"), self._find("/Pattern", name), is_stroke=is_stroke)
            return
        self._choose(current.of(each.numbers()), None, is_stroke=is_stroke)

    def _end(self, each: Instruction) -> None:
        self._finish()

    def _finish(self) -> None:
        if self._path.clips and self._path:
            shape = self._path.box(self._state.matrix)
            self._state.clip = meet(shape, self._state.clip) or Box(*shape[:2], *shape[:2])
        self._path.clear()

    def _paint(self, *, fill: bool = False, stroke: bool = False) -> None:
        if self._path:
            if fill:
                self._fill()
            if stroke:
                self._stroke()
        self._finish()

    def _fill(self) -> None:
        state = self._state
        for shape in self._path.shapes(state.matrix, self._walker.sheet.bleed):
            box = meet(shape, state.clip)
            if box is None:
                continue
            if state.fill.kind == "pattern":
                self._pattern(state.fill_pattern, box)
                continue
            is_rectangle = self._path.is_rectangular
            self._walker.add(
                Thing("fill", box, state.fill, state.over_fill, state.over_mode, is_rectangle=is_rectangle)
            )
            self._note(box)

    def _stroke(self) -> None:
        state = self._state
        width = state.width * scale(state.matrix)
        for shape in self._path.shapes(state.matrix, self._walker.sheet.bleed):
            box = meet(shape.grown(width / 2), state.clip)
            if box is None:
                continue
            if state.stroke.kind == "pattern":
                self._pattern(state.stroke_pattern, box)
            else:
                points = width * self._walker.sheet.unit
                self._walker.add(Thing("stroke", box, state.stroke, state.over_stroke, state.over_mode, points))
            self._note(box)

    def _note(self, box: Box) -> None:
        for why in self._state.see_through:
            self._walker.see_through(why, box)

    def _pattern(self, pattern: Any, box: Box) -> None:
        if not isinstance(pattern, Dictionary | pikepdf.Stream):
            return
        if int(pattern.get("/PatternType", 1)) == 2:
            self._gradient(pattern.get("/Shading"), box)
        elif self._walker.may_draw(self._depth + 1) and isinstance(pattern, pikepdf.Stream):
            # the first tile, put where the thing is that it fills
            within = State(fit(pattern, box), box)
            if pattern.get("/PaintType") == 2:  # a stencil
                within.fill = within.stroke = self._state.under
            self._walker.run(pattern, pattern.get("/Resources", self._resources), within, self._depth + 1)

    def _gradient(self, shading: Any, box: Box) -> None:
        if not isinstance(shading, Dictionary | pikepdf.Stream):
            return
        paint = space(shading.get("/ColorSpace"), self._resources)
        self._walker.add(Thing("gradient", box, paint, self._state.over_fill, self._state.over_mode))
        self._note(box)

    def _shade(self, each: Instruction) -> None:
        self._gradient(self._find("/Shading", each.name()), self._state.clip)

    def _set_font(self, each: Instruction) -> None:
        name = each.name()
        font = self._find("/Font", name)
        self._state.font = font if isinstance(font, Dictionary) else None
        self._state.size = float(each.operands.split()[-1])

    def _render(self, each: Instruction) -> None:
        self._state.rendering = int((each.numbers() or (0,))[0])

    def _show(self, each: Instruction) -> None:
        if each.operator in (b"'", b'"'):
            self._pen.next_line(each)
        state = self._state
        matrix = times(self._pen.line, state.matrix)
        font = state.font
        count = letters(font, each.operands)
        size = abs(state.size)
        shape = around([(0, -0.2 * size), (count * _EM * size, 0.8 * size)], matrix)
        box = meet(shape, state.clip)
        if state.rendering in (3, 7):
            self._walker.painted.has_hidden_text = True
            return
        if box is None:
            return
        glyphs = self._walker.coloured_glyphs(font)
        if self._walker.meets_font(font, box):
            self._drawn_letters(font, glyphs, times((size, 0, 0, size, 0, 0), matrix))
        points = size * em(font) * scale(matrix) * self._walker.sheet.unit
        if state.rendering in (0, 2, 4, 6) and not glyphs:
            self._letters(box, points, is_stroke=False)
        if state.rendering in (1, 2, 5, 6):
            self._letters(box, points, is_stroke=True)
        if font is not None and shows_notdef(font, each.operands):
            self._walker.painted.notdef.append((name_of(font), box))
        self._note(box)

    def _letters(self, box: Box, points: float, *, is_stroke: bool) -> None:
        state = self._state
        paint = state.stroke if is_stroke else state.fill
        over = state.over_stroke if is_stroke else state.over_fill
        if paint.kind == "pattern":
            self._pattern(state.stroke_pattern if is_stroke else state.fill_pattern, box)
            return
        on_colour = paint.is_full_black and self._walker.is_on_colour(box)
        text = Thing("text", box, paint, over, state.over_mode, points, on_colour)
        self._walker.add_text(text, name_of(state.font))

    def _drawn_letters(self, font: Any, glyphs: list[Any], matrix: Matrix) -> None:
        """Walk through letters that bring colours of their own; the others are stencils (ISO 32000-1, 9.6.5)."""
        for glyph in glyphs:
            if not self._walker.may_draw(self._depth + 1):
                return
            within = copy(self._state)
            within.matrix = times(matrix_of(font, "/FontMatrix"), matrix)
            self._walker.run(glyph, font.get("/Resources", self._resources), within, self._depth + 1)

    def _draw(self, each: Instruction) -> None:
        thing, state = self._find("/XObject", each.name()), self._state
        if not isinstance(thing, Dictionary | pikepdf.Stream):
            return
        if thing.get("/Subtype") == Name.Form:
            self._form(thing)
            return
        shape = around([(0, 0), (1, 0), (0, 1), (1, 1)], state.matrix)
        box = meet(shape, state.clip)
        if box is None:
            return
        a, b, c, d, _, _ = state.matrix
        unit = self._walker.sheet.unit
        across = ((a * a + b * b) ** 0.5 * unit, (c * c + d * d) ** 0.5 * unit)
        is_mask = bool(thing.get("/ImageMask", False))
        paint = state.fill if is_mask else of_picture(thing, self._resources)
        self._walker.add(Thing("picture", box, paint, state.over_fill, state.over_mode, picture=thing, across=across))
        if "/SMask" in thing:
            self._walker.see_through("SMask", box)
        self._note(box)

    def _form(self, form: Any) -> None:
        if not self._walker.may_draw(self._depth + 1):
            return
        within = copy(self._state)
        within.matrix = times(matrix_of(form), self._state.matrix)
        bounds = form.get("/BBox")
        if isinstance(bounds, pikepdf.Array) and len(bounds) == 4:
            x0, y0, x1, y1 = (float(value) for value in bounds)
            clip = meet(around([(x0, y0), (x1, y0), (x0, y1), (x1, y1)], within.matrix), within.clip)
            if clip is None:
                return
            within.clip = clip
        self._walker.blend(form.get("/Group"), self._resources, within.clip)
        self._walker.run(form, form.get("/Resources", self._resources), within, self._depth + 1)
