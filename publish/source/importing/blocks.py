"""The blocks of the booklet to be, before they are written down."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from publish.source.importing.paragraphs import Paragraph


class Kind(Enum):
    """What a block is."""

    BASMALA = auto()
    LABEL = auto()
    """The small line over the title: the name of a series."""
    TITLE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    """Questions, answers and points too: their markers are the dialect's own."""
    STANZA = auto()
    ARABIC = auto()
    VERSE = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """One block."""

    kind: Kind
    paragraphs: tuple[Paragraph, ...]
    """Of a verse the Arabic, unless it comes from the canon, then the translation, if it has one; of an Arabic passage
    each of its own; of anything else one."""
    reference: str = ""
    """Of a verse, as it was written, without brackets; of a note its label."""
    part: str = ""
    """Of a verse that comes from the canon, the words that tell which part of it."""
