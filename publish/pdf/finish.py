"""What WeasyPrint's PDF lacks, added to its objects before they are written: the real names of the fonts."""

from __future__ import annotations

from typing import Any

from publish.pdf.faces import FACES, Face


def finish(pdf: Any) -> tuple[str, ...]:
    """Name the fonts of a pydyf.PDF as their files do; return the names of those that are none of ours."""
    strangers: dict[str, None] = {}
    names = {_as_pango(face): face.name for face in FACES}
    for thing in pdf.objects:
        for key in ("BaseFont", "FontName"):
            if not isinstance(thing, dict) or key not in thing:
                continue
            written = thing[key]
            tag, _, name = (written.decode() if isinstance(written, bytes) else written).partition("+")
            if name in names:
                thing[key] = f"{tag}+{names[name]}"
            elif name not in names.values():
                strangers[name] = None
    return tuple(strangers)


def _as_pango(face: Face) -> str:
    """Return the name that WeasyPrint gives a face: what Pango calls it, with hyphens.

    >>> [_as_pango(face) for face in FACES[:3]]
    ['Metin', 'Metin-Italic', 'Metin-Semi-Bold']
    """
    weight = {400: "", 600: "-Semi-Bold", 700: "-Bold"}[face.weight]
    return face.family + weight + ("-Italic" if face.italic else "")
