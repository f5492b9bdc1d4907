"""The places that indexes name, gathered while the text is written: each gets an identifier, in order of writing."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.model.block import Verse
from publish.model.inline import Citation, Name
from publish.render import name_index, verse_index


@dataclass(slots=True)
class Register:
    """Names the places of verses and of names."""

    verses: list[verse_index.Place] = field(default_factory=list)
    names: list[name_index.Place] = field(default_factory=list)
    file: str = ""
    """File of the e-book that is written."""
    label: str = ""
    """What the e-book calls the places that follow, as markup."""

    def verse(self, cited: Citation | Verse) -> str:
        """Return the attribute that names the place of `cited`, nothing where it refers to no verse."""
        if not cited.references:
            return ""
        identifier = f"ayet_{len(self.verses) + 1}"
        place = verse_index.Place(identifier, cited.references, isinstance(cited, Verse), self.file, self.label)
        self.verses.append(place)
        return f' id="{identifier}"'

    def name(self, name: Name) -> str:
        """Return the attribute that names the place of a name."""
        identifier = f"ad_{len(self.names) + 1}"
        self.names.append(name_index.Place(identifier, name.heading, self.file, self.label))
        return f' id="{identifier}"'
