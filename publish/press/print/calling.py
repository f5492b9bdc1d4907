"""What instructions call for by name: looked up where it is, and kept if it is still called for when they are anew."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Dictionary, Name
from pikepdf.models.image import PdfInlineImage

from publish.press.resources import find


class Called:
    """The resources of one stream of instructions, and those of the stream that is written of it."""

    def __init__(self, pdf: pikepdf.Pdf, resources: Any) -> None:
        self._pdf, self.given = pdf, resources
        self._used: dict[str, dict[str, Any]] = {}
        self._inline: dict[str, Any] = {}

    def find(self, kind: str, name: str) -> Any:
        """Return what the instructions that are read call `name`; None where there is no such thing."""
        if kind == "/XObject" and name in self._inline:
            return self._inline[name]
        return find(self.given, kind, name)

    def use(self, kind: str, name: str, thing: Any) -> bytes:
        """Note that `name` is called for; return it as it is written, another name where it is another thing here."""
        table = self._used.setdefault(kind, {})
        while table.get(name, thing) is not thing:
            name += "x"
        table[name] = thing
        return pikepdf.Name(name).unparse()

    def put(self, kind: str, name: str, thing: Any) -> None:
        """Note that `name` is called for, whatever had that name before."""
        self._used.setdefault(kind, {})[name] = thing

    def adopt(self, image: PdfInlineImage) -> str:
        """Make a picture of the document of one that stands in the instructions; return its name."""
        name = f"/PressInline{len(self._inline)}"
        made: Any = self._pdf.make_stream(image.read_raw_bytes())
        for key, value in image.obj.items():
            if key not in ("/Length", "/L"):
                made[key] = value
        made.Type, made.Subtype = Name.XObject, Name.Image
        self._inline[name] = made
        return name

    def written(self) -> Any:
        """Return what the new instructions call for, and nothing else."""
        return Dictionary({kind: Dictionary(table) for kind, table in sorted(self._used.items()) if table})
