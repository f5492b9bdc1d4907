"""In which order, and where, the parts of a line are written.

pypdf and pdfium read the codes in the order in which they are written, and turn what is Arabic around: so they are
written from the last part read to the first. pdftotext sorts words by where they stand, and then turns each stretch
of Arabic around; the stretches themselves it takes from the left on a page that is mostly Latin, from the right on
one that is mostly Arabic. Numbers, and also the Arabic comma and the full stop, end a stretch:

    read        قال   ،   نعم
    eye         نعم   ،   قال       and where the codes stand on a page that is mostly Arabic
    Latin page  قال   ،   نعم       where the codes stand on a page that is mostly Latin; what they draw stays in place

A mark that is not seen (RLM) stands where a stretch would begin with a vowel mark or a space, which pdftotext would
count with the Latin beside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from publish.pdf.text_layer.codes import Code
from publish.pdf.text_layer.kinds import ALM, RLM, Kind, kind, turns_pypdf

ASIDE = 2
"""Thousandths of an em that a mark stands to the left of a word, so as not to be taken for the same place."""


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Codes that stay together: letters of one word, a number, a sign, a space."""

    text: str
    """In the order of reading."""
    codes: tuple[Code, ...]
    """From the left."""
    width: int
    """Thousandths of an em."""
    written: str = ""
    """The codes in hexadecimal; empty where they have no number yet."""

    @property
    def ends_stretch(self) -> bool:
        """Whether pdftotext ends a stretch of Arabic before it."""
        return kind(self.text[0]) is Kind.LEFT

    @property
    def first_is_right(self) -> bool:
        """Whether pdftotext takes the first character for right to left."""
        return kind(self.text[0]) is Kind.RIGHT

    @property
    def last_is_right(self) -> bool:
        """Whether pdftotext takes the last character for right to left."""
        return kind(self.text[-1]) is Kind.RIGHT

    @property
    def is_right(self) -> bool:
        """Whether pdftotext takes any character for right to left."""
        return any(kind(character) is Kind.RIGHT for character in self.text)


class Placed(NamedTuple):
    """A part, or a mark that is not seen, where its codes stand."""

    part: Part
    at: float
    """Thousandths of an em from the left edge of the line."""
    shift: float
    """How far to the right of its codes the part is drawn."""


def sign(character: str) -> Part:
    """Return a part that draws nothing and takes no room."""
    return Part(character, (Code(character, (), 0),), 0)


_RLM, _ALM = sign(RLM), sign(ALM)


def arrange(parts: Sequence[tuple[Part, float]], *, latin_page: bool) -> list[Placed]:
    """Return what to write, in order, of `parts` that are read from right to left.

    `parts` come in the order of reading, each with where it is drawn.
    """
    if not latin_page:
        placed = list(_from_right(parts))
    elif any(part.ends_stretch for part, _ in parts):
        placed = list(_from_left(parts))
    else:
        placed = [Placed(part, x, 0) for part, x in parts]
    last, at, _ = placed[-1]
    if not (last.last_is_right or (latin_page and last.ends_stretch)):
        placed.append(Placed(_RLM, at, 0))
    if not turns_pypdf(last.text[-1]):
        placed.append(Placed(_ALM, at - ASIDE, 0))
    return placed[::-1]


def _from_right(parts: Sequence[tuple[Part, float]]) -> Iterator[Placed]:
    first, x = parts[0]
    if not (first.first_is_right or first.ends_stretch):
        yield Placed(_RLM, x + first.width, 0)
    followers = [part for part, _ in parts[1:]]
    for (part, x), follower in zip(parts, (*followers, None), strict=True):
        yield Placed(part, x, 0)
        if part.ends_stretch and follower and not follower.first_is_right:
            yield Placed(_RLM, x, 0)


def _from_left(parts: Sequence[tuple[Part, float]]) -> Iterator[Placed]:
    """Lay the stretches from the left in the order of reading, over the room that the parts take."""
    at = min(x for _, x in parts)
    for ended, stretch in _stretches(parts):
        right = at + sum(part.width for part, _ in stretch)
        place = at if ended else right
        for part, x in stretch:
            place -= 0 if ended else part.width
            yield Placed(part, place, x - place)
            place += part.width if ended else 0
        if not (ended or stretch[-1][0].last_is_right):
            yield Placed(_RLM, at - ASIDE, 0)
        at = right


def _stretches(parts: Sequence[tuple[Part, float]]) -> Iterator[tuple[bool, list[tuple[Part, float]]]]:
    """Yield what pdftotext reads in one direction, and whether that is from the left."""
    ended, stretch = parts[0][0].ends_stretch, list[tuple[Part, float]]()
    for part, x in parts:
        turns = part.is_right if ended else part.ends_stretch
        if turns and stretch:
            yield ended, stretch
            stretch = []
        ended = not ended if turns else ended
        stretch.append((part, x))
    yield ended, stretch
