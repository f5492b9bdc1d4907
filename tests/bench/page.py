"""The page that all engines set: its numbers out of the style sheets, its fonts as files."""

import re
from pathlib import Path

from publish.pdf import faces

POINTS = {"mm": 72 / 25.4, "pt": 1.0}
WORD_SPACE, OWN_SPACE = 0.25, 0.20
"""Em: the space that we give to words before a line is filled, and that of EB Garamond."""
_NUMBER = re.compile(r"--([\w-]+):\s*([\d.]+)(mm|pt)\s*;")


def numbers(trim):
    """Return the lengths of a trim in points, by their names in its style sheet."""
    css = Path(f"styles/trim/{trim}.css").read_text("utf-8")
    return {name: float(number) * POINTS[unit] for name, number, unit in _NUMBER.findall(css)}


def write_fonts(folder, world):
    """Write the font files into `folder`."""
    folder.mkdir(exist_ok=True)
    for face in faces.FACES:
        (folder / f"{face.name}.ttf").write_bytes(faces.content(face.name, world))
