"""An edition: a booklet as its settings and its house describe it, whatever its text says."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publish.model import printing
from publish.model.finding import Span
from publish.model.printing import Paper
from publish.model.settings import House, Hyphenation, Settings


@dataclass(frozen=True, slots=True)
class Edition:
    """One booklet in one trim, paper and binding."""

    folder: Path
    house: House
    settings: Settings
    places: dict[str, Span]
    """Where each key of booklet.toml stands, dotted ("print.trim")."""

    @property
    def house_file(self) -> Span:
        """The file of the house."""
        return Span(str(self.folder.parent / "house.toml"))

    def place(self, *keys: str) -> Span:
        """Return where the first of `keys` stands that was written; the file where none was."""
        return next((self.places[key] for key in keys if key in self.places), Span(str(self.folder / "booklet.toml")))

    @property
    def hyphenation(self) -> tuple[Hyphenation, ...]:
        """What house and booklet say of words at the ends of lines, the later the stronger."""
        return self.house.hyphenation, self.settings.hyphenation

    @property
    def paper(self) -> Paper:
        """What the pages are printed on. Raises `KeyError` where nobody knows it, which the finding M046 says."""
        return printing.paper(self.settings.print.paper, self.house.papers)

    @property
    def board(self) -> Paper:
        """What the cover is printed on: its own paper, or that of the pages where it is one of their sheets."""
        wanted = self.settings.print
        is_self = wanted.binding == "saddle_stitch" and wanted.cover == "self"
        return self.paper if is_self else printing.paper(self.settings.cover.paper, self.house.papers)
