"""Lines with Arabic in them, written into the content of a page so that they can be read out of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from weasyprint.text.ffi import pango  # type: ignore[import-untyped]  # no stubs

from publish.pdf.text_layer import face as faces
from publish.pdf.text_layer import parts, shaped, wedge
from publish.pdf.text_layer.face import Face
from publish.pdf.text_layer.kinds import RIGHT_TO_LEFT
from publish.pdf.text_layer.order import Placed, arrange
from publish.pdf.text_layer.page import is_latin, stands_in_latin
from publish.pdf.text_layer.shaped import THOUSANDTHS, Run, Scale

SMALLEST = 1e-6
"""CSS pixels; WeasyPrint draws no text below."""
SPARE = 1
"""Em that a picture may reach over its line."""


def is_ours(textbox: Any, text_overflow: str, block_ellipsis: Any) -> bool:
    """Tell whether `textbox` has Arabic, stands in a page and not in a drawing, and is not to be cut short."""
    if text_overflow == "ellipsis" or block_ellipsis != "none" or RIGHT_TO_LEFT.search(textbox.text) is None:
        return False
    return textbox.style["font_size"] >= SMALLEST and hasattr(textbox.style, "parent_style")


def draw(stream: Any, textbox: Any, matrix: Any) -> bool:
    """Write the line of `textbox` into a WeasyPrint stream; return whether the fonts allow it."""
    layout = textbox.pango_layout
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
    line, _ = layout.get_first_line()
    runs, face = [], None
    reach = textbox.width / textbox.style["font_size"] + SPARE
    for run in shaped.read(line, layout.text.encode()):
        if face is None or run.pango_font != face[1].pango_font:
            face = faces.of(stream, run.pango_font, reach)
        if face is None or run.lacks_glyphs:
            return False
        runs.append((run, *face))
    inside = textbox.style["direction"] == "rtl"
    apart = inside and stands_in_latin(textbox)
    stream.set_text_matrix(*matrix.values)
    pen = _Pen(stream, runs[0][1], runs[0][2].size)
    if apart:
        wedge.drive(stream, pen.face, pen.size, *wedge.BEFORE)
        pen.at = -wedge.END
    right = 0.0
    for _, same in groupby(runs, key=lambda run: (id(run[1]), run[2].size)):
        stretch = list(same)
        _, face, scale = stretch[0]
        pen.take(face, scale.size)
        placed, end = _ordered(stretch, right * THOUSANDTHS / scale.size, inside, is_latin(stream))
        pen.write(placed)
        right = end * scale.size / THOUSANDTHS
    pen.flush()
    if apart:
        back, meaning = wedge.BEHIND[is_latin(stream)]
        wedge.drive(stream, pen.face, pen.size, pen.at - right * THOUSANDTHS / pen.size + back, meaning)
    return True


def _ordered(
    stretch: Sequence[tuple[Run, Face, Scale]], x: float, inside: bool, latin_page: bool
) -> tuple[list[Placed], float]:
    """Return the parts of a stretch of one font in the order in which they are written, and where it ends."""
    found: list[tuple[bool, list[parts.Found]]] = []
    arabic = False
    for run, face, scale in stretch:
        arabic = inside or run.level > 0 or (arabic and run.text.isspace())  # else pypdf puts the space before it
        own, x = parts.find(run, face, scale, x, inside=arabic)
        found.append((arabic, own))
    placed: list[Placed] = []
    for arabic, group in groupby(found, key=itemgetter(0)):
        places = [place for _, own in group for place in own]
        if arabic:
            placed += arrange(
                [(place.part, place.x) for place in sorted(places, key=_in_reading)], latin_page=latin_page
            )
        else:
            placed += [Placed(place.part, place.x, 0) for place in places]
    return placed, x


def _in_reading(found: parts.Found) -> tuple[int, int]:
    return found.start, found.rank


@dataclass(slots=True)
class _Pen:
    """Writes codes one behind the other, and moves where they do not touch."""

    stream: Any
    face: Face
    size: float
    at: float = 0
    """Where the next code would stand, in thousandths of an em."""
    written: str = ""

    def take(self, face: Face, size: float) -> None:
        """Go on in another font or size."""
        self.flush()
        self.stream.set_font_size(face.hash, size)
        self.at *= self.size / size
        self.face, self.size = face, size

    def write(self, placed: Iterable[Placed]) -> None:
        """Write parts where they are placed."""
        strings = [self.written]
        for part, at, shift in placed:
            move = round(at - self.at)
            if move:
                strings.append(f">{-move}<")
                self.at += move
            strings.append(part.written if part.written and not shift else self.face.write(part.codes, shift))
            self.at += part.width
        self.written = "".join(strings)

    def flush(self) -> None:
        """Give the stream what was written."""
        if self.written:
            self.stream.show_text(f"<{self.written}>".replace("<>", ""))
            self.written = ""
