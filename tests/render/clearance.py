"""What ink lines of Arabic and Turkish put above and below themselves, measured by shaping, without laying out a page.

A line is a row of words, each shaped once. Two lines touch where outlines of the one come closer to those of the other
than `LEAST`; that is looked for, in strips of a tenth of a point, only where the boxes of words overlap.
"""

import io
from functools import cache
from itertools import pairwise

import uharfbuzz
from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

from publish.pdf import faces
from tests.pdf.samples import world

STRIP, LEAST = 0.1, 0.1
"""Points."""


class Polygons(BasePen):
    """Takes the outlines of a glyph as pairs of points, curves in five pieces."""

    def __init__(self, glyphs):
        super().__init__(glyphs)
        self.sides = []
        self.first = self.last = None

    def _moveTo(self, point):  # noqa: N802  # fontTools has it so
        self.first = self.last = point

    def _lineTo(self, point):  # noqa: N802  # fontTools has it so
        self.sides.append((self.last, point))
        self.last = point

    def _qCurveToOne(self, control, end):  # noqa: N802  # fontTools has it so
        start = self.last
        for step in (0.2, 0.4, 0.6, 0.8, 1):
            rest = 1 - step
            points = zip(start, control, end, strict=True)
            self._lineTo(tuple(rest * rest * a + 2 * rest * step * b + step * step * c for a, b, c in points))

    def _closePath(self):  # noqa: N802  # fontTools has it so
        self._lineTo(self.first)


class Face:
    """A font of ours."""

    def __init__(self, name, script, language, direction):
        content = faces.content(name, world())
        self.font = uharfbuzz.Font(uharfbuzz.Face(content))
        self.glyphs = (file := TTFont(io.BytesIO(content))).getGlyphSet()
        self.names = file.getGlyphOrder()
        self.setting = script, language, direction
        self.shape, self.sides = cache(self._shape), cache(self._sides)
        self.extents = cache(self.font.get_glyph_extents)
        self.space = self.shape(" ")[0]

    def _shape(self, word):
        """Return advance, height and depth of a word, and its glyphs with their places; all in em."""
        buffer = uharfbuzz.Buffer()
        buffer.add_str(word)
        buffer.script, buffer.language, buffer.direction = self.setting
        uharfbuzz.shape(self.font, buffer)
        x, top, bottom, placed = 0, 0, 0, []
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            box = self.extents(info.codepoint)
            if box is not None and box.height:
                y = position.y_offset
                top, bottom = max(top, y + box.y_bearing), min(bottom, y + box.y_bearing + box.height)
                placed.append((info.codepoint, x + position.x_offset, y))
            x += position.x_advance
        return x / 1000, top / 1000, -bottom / 1000, tuple(placed)

    def _sides(self, glyph):
        pen = Polygons(self.glyphs)
        self.glyphs[self.names[glyph]].draw(pen)
        return tuple(pen.sides)


ARABIC = Face("Amiri-Regular", "Arab", "ar", "rtl")
TURKISH = Face("EBGaramond-Regular", "Latn", "tr", "ltr")


def broken(words, width):
    """Return the lines of (face, size, word) that `width` points hold, each a list of (x, face, size, word)."""
    lines, line, filled = [], [], 0
    for face, size, word in words:
        advance, space = face.shape(word)[0] * size, face.space * size
        if line and filled + space + advance > width:
            lines.append((line, width - filled))
            line, filled = [], 0
        filled += (space if line else 0) + advance
        line.append((face, size, word))
    lines.append((line, 0))
    return [list(_placed(line, rest)) for line, rest in lines]


def _placed(line, rest):
    """Yield the words of a justified line from left to right, Arabic ones the other way round among themselves."""
    runs = []
    for item in line:
        if runs and runs[-1][0][0] is item[0]:
            runs[-1].append(item)
        else:
            runs.append([item])
    x, gap = 0, rest / max(1, len(line) - 1)
    for run in runs:
        for face, size, word in reversed(run) if run[0][0] is ARABIC else run:
            yield x, face, size, word
            x += (face.shape(word)[0] + face.space) * size + gap


def boxes_overlap(upper, lower, leading):
    """Say whether the ink of one line reaches as low as that of the next rises, wherever in them."""
    depth = max(face.shape(word)[2] * size for _, face, size, word in upper)
    height = max(face.shape(word)[1] * size for _, face, size, word in lower)
    return depth + height > leading


def touching(upper, lower, leading):
    """Return the words of two lines that touch."""
    found = []
    for x, face, size, word in upper:
        advance, _, depth, _ = face.shape(word)
        for x2, face2, size2, word2 in lower:
            advance2, height2, _, _ = face2.shape(word2)
            apart = x > x2 + advance2 * size2 + size2 or x2 > x + advance * size + size
            if apart or depth * size + height2 * size2 + LEAST <= leading:
                continue
            if _closest(_skyline(face, size, word, x, -1), _skyline(face2, size2, word2, x2, 1), leading) < LEAST:
                found.append((word, word2))
    return found


def _skyline(face, size, word, x, sign):
    """Return how far ink reaches in each strip, upwards (1) or downwards (-1)."""
    reached = {}
    for glyph, left, up in face.shape(word)[3]:
        for (x1, y1), (x2, y2) in face.sides(glyph):
            reach = max(sign * (y1 + up), sign * (y2 + up)) * size / 1000
            first, last = sorted((x + (left + x1) * size / 1000, x + (left + x2) * size / 1000))
            for strip in range(int(first / STRIP) - 1, int(last / STRIP) + 2):
                reached[strip] = max(reached.get(strip, reach), reach)
    return reached


def _closest(below, above, leading):
    return min((leading - below[strip] - above[strip] for strip in below.keys() & above.keys()), default=leading)


def touches(lines, leading):
    """Return the words that touch over all lines of a paragraph."""
    return [pair for upper, lower in pairwise(lines) for pair in touching(upper, lower, leading)]
