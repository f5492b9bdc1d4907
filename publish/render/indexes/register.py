"""The places that indexes name, gathered while the text is written: each gets an identifier, in order of writing."""

from __future__ import annotations

from dataclasses import dataclass, field

from publish.model.block import Verse
from publish.model.inline import Arabic, Citation, Code, Inline, Name, Text, Whole, walk
from publish.render.indexes import name_index, verse_index


@dataclass(slots=True)
class Register:
    """Names the places of verses and of names."""

    verses: list[verse_index.Place] = field(default_factory=list)
    names: list[name_index.Place] = field(default_factory=list)
    file: str = ""
    """File of the e-book that is written."""
    label: str = ""
    """What the e-book calls the places that follow, as markup."""
    blocks: set[str] = field(default_factory=set)
    """Identifiers of paragraphs that stand for all the names in them."""
    _written: set[int] = field(default_factory=set)
    """Which names have a place already."""

    def verse(self, cited: Citation | Verse) -> str:
        """Return the attribute that names the place of `cited`, nothing where it refers to no verse."""
        if not cited.references:
            return ""
        identifier = f"ayet_{len(self.verses) + 1}"
        place = verse_index.Place(identifier, cited.references, isinstance(cited, Verse), self.file, self.label)
        self.verses.append(place)
        return f' id="{identifier}"'

    def name(self, name: Name) -> str:
        """Return the attribute that names the place of a name, nothing where its paragraph has one."""
        if id(name) in self._written:
            return ""
        identifier = f"ad_{len(self.names) + 1}"
        self.names.append(name_index.Place(identifier, name.heading, self.file, self.label))
        return f' id="{identifier}"'

    def paragraph(self, line: tuple[Inline, ...], before: str) -> str:
        """Return the attribute that names the place of all names in a paragraph, which begins with the words `before`.

        An element around each of them would take as long to lay out as two lines.
        """
        identifier = f"ad_{len(self.names) + 1}"
        letters = sum(map(str.isalpha, before))
        for node in walk(line):
            if isinstance(node, Name) and id(node) not in self._written:
                self._written.add(id(node))
                self.names.append(name_index.Place(identifier, node.heading, letters=letters))
            if isinstance(node, Text | Arabic | Whole | Citation | Code):
                letters += sum(map(str.isalpha, node.text))
        if self.names and self.names[-1].identifier == identifier:
            self.blocks.add(identifier)
            return f' id="{identifier}"'
        return ""
