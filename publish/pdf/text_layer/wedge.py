"""What keeps an Arabic phrase apart from the Latin line it stands in, for pdfium.

pdfium gives a line one direction, that of the greater number of its stretches; each vowel mark begins a new one. So
Arabic words in a Turkish line come out in the wrong order, or the Turkish ones do. It takes for the end of a line
whatever stands off the line by more than the width of a character, and so two codes that draw nothing and mean nothing
are written there, before and behind the phrase:

    Turkish …   ▫▫            ▫▫   … Turkish
                   ▫▫ phrase     ▫▫

They are written backwards, the second to the left of the first: else pdfium compares how high the texts are, and finds
one line. They stand over the end of what comes before, so that nothing looks like a gap.
"""

from __future__ import annotations

from typing import Any

from publish.pdf.text_layer.codes import Code
from publish.pdf.text_layer.face import Face
from publish.pdf.text_layer.kinds import LRM, NOTHING, RLM

RISE = -0.2
"""Em: more than the codes are wide, less than the half line at which pdftotext sees another line."""
BEFORE = (10, NOTHING)
"""Thousandths of an em from the left edge of the phrase back to the first code, and what the codes mean."""
BEHIND = {True: (14, LRM), False: (-200, RLM)}
"""The same from its right edge, on pages that are mostly Latin and on others. pdftotext counts the space that follows
with the phrase, unless a Latin mark stands before it; where it reads from the right, with the Latin words, unless an
Arabic mark stands in it."""
END = 8
"""Thousandths of an em from where the pen is left to the left edge of the phrase."""


def drive(stream: Any, face: Face, size: float, back: float, meaning: str) -> None:
    """Write the codes before or behind a phrase; the pen moves back (thousandths of an em) and ends 2 further on."""
    narrow, wide = (face.write((Code(meaning, (), width),)) for width in (2, 3))
    stream.set_font_size(face.hash, size)
    stream.show_text(f"{round(back)}<{narrow}>7<{wide}>")
    stream.set_text_rise(RISE * size)
    stream.show_text(f"-6<{wide}>7<{narrow}>")
    stream.set_text_rise(0)
