"""The lines that pages were set in: for whoever asks what became of a paragraph, once it stands on paper."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from publish.model.length import Pt


class Ending(StrEnum):
    """How a line ends."""

    SPACE = "space"
    HYPHEN = "hyphen"
    """In a word, with a hyphen that was added."""
    DASH = "dash"
    """Behind a hyphen or dash of the author's."""
    BARE = "bare"
    """In a word, with nothing added: behind an apostrophe, in an address."""
    LAST = "last"
    """Because the paragraph ends, or the author ends the line."""


@dataclass(frozen=True, slots=True)
class SetLine:
    """One line of text on a page. Lengths are counted from the top left of the trim, the bleed outside."""

    page_number: int
    """Of the page in the PDF."""
    folio: int
    """What is printed on that page."""
    number: int
    """From the top of the page, headings counted, then the notes; running heads and folios are none."""
    text: str
    """As it is read on paper, with its hyphen."""
    ending: Ending
    rest: str
    """What the word that is cut at the end of this line goes on with, on the next one; else empty."""
    gap: float | None
    """Mean width of the spaces of a line that is filled, in em; None where it is not, or was not composed."""
    is_note: bool
    is_text: bool
    """Whether it belongs to the text, or to its notes: no title page, contents or index, no table head that comes
    again."""
    left: Pt
    top: Pt
    width: Pt
    height: Pt

    @property
    def word(self) -> str:
        """The word that is cut at the end, as far as it stands in this line; empty where none is."""
        return self.text.rsplit(None, 1)[-1] if self.rest else ""
