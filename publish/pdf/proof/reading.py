"""The text of an earlier proof, or of a reading PDF of ours, from the file itself.

A proof keeps its text. That of a reading PDF is put together from its structure; what nobody can tell from paper,
whether a space stood at the end of a line, is left open (`publish.proof.resolve`).
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any, NamedTuple

from pypdf import PdfReader
from pypdf.generic import ArrayObject

from publish.model.proof import JOINT, NOTE_MARK, Kind, Passage, Text, Word
from publish.pdf.proof import content
from publish.pdf.proof.content import Font, Piece
from publish.pdf.proof.observe import line_numbers, words_of
from publish.proof import archive
from publish.proof.resolve import OPEN
from publish.render.labels import ARABIC, TURKISH

PRODUCER = "WeasyPrint"
"""What makes our pages."""
_KINDS = {
    **dict.fromkeys(("/H1", "/H2", "/H3", "/H4", "/H5", "/H6"), Kind.HEADING),
    **dict.fromkeys(("/TD", "/TH"), Kind.CELL),
    "/Caption": Kind.CAPTION,
}
_BLOCKS = frozenset(
    (
        *_KINDS,
        "/P",
        "/Div",
        "/Sect",
        "/Part",
        "/BlockQuote",
        "/LBody",
        "/LI",
        "/Figure",
        "/Art",
        "/Table",
        "/THead",
        "/TBody",
        "/TFoot",
        "/TR",
        "/L",
    )
)
_CONTAINERS = _BLOCKS - {*_KINDS, "/P"}
NARROWEST = 0.12
"""Em that a space takes at least."""
_HYPHEN = "\u2010"
"""What we break words with; the hyphens of authors are U+002D."""
_CONTENTS = frozenset(words.contents for words in (TURKISH, ARABIC))
"""What stands over the contents, whose lines only lead somewhere."""
_INDEXES = frozenset(title for words in (TURKISH, ARABIC) for title in (words.verse_index, words.name_index))
"""What stands over the pages that name other pages: nobody wrote what follows."""
_MARKER = re.compile("\u2002?(\\d+)(?:\u2002|$)")


def text_of(pdf: bytes) -> Text | None:
    """Return the text of a proof, or of a PDF of ours; None for any other file."""
    try:
        reader = PdfReader(io.BytesIO(pdf))
        kept = reader.attachments.get(archive.NAME)
        return archive.read(kept[0]) if kept else _structured(reader)
    except Exception:  # whatever a damaged file may bring about: it is none of ours
        return None


def _structured(reader: PdfReader) -> Text | None:
    root: Any = reader.root_object
    about: Any = reader.trailer.get("/Info", {})
    if not str(about.get("/Producer", "")).startswith(PRODUCER) or "/StructTreeRoot" not in root:
        return None
    tree = _Tree(reader)
    for element in _kids(root["/StructTreeRoot"]):
        tree.document(element)
    return Text(str(about.get("/Title", "")), tuple(tree.passages()), len(reader.pages))


def _kids(element: Any) -> Iterator[Any]:
    kids = element.get("/K")
    if kids is None:
        return
    kids = kids.get_object()
    for kid in kids if isinstance(kids, ArrayObject) else [kids]:
        yield kid.get_object()


@dataclass(slots=True)
class _Gathered:
    """A passage as far as it was read."""

    kind: Kind
    pieces: list[_Placed] = field(default_factory=list)


class _Placed(NamedTuple):
    """A text of a passage."""

    text: str
    page: int
    """Index."""
    piece: Piece
    """Where it stands."""
    is_link: bool = False
    """Whether it only leads somewhere within the booklet."""


class _Tree:
    """Walks through the structure of a PDF, and gathers passages."""

    def __init__(self, reader: PdfReader) -> None:
        fonts: dict[int, Font] = {}
        self._pages = [content.Pieces(page, fonts).by_number for page in reader.pages]
        self._numbers = {
            page.indirect_reference.idnum: at for at, page in enumerate(reader.pages) if page.indirect_reference
        }
        self._lines: list[dict[float, int]] = []
        self.body, self.notes = list[_Gathered](), list[_Gathered]()
        self._heads = list[str]()
        self._is_derived = False

    def document(self, element: Any) -> None:
        """Gather what stands in the element of the whole document."""
        for kid in _kids(element):
            if kid.get("/S") == "/NonStruct":  # the notes of a page
                for note in _kids(kid):
                    self._block(note, self.notes, Kind.NOTE)
            else:
                self._block(kid, self.body, Kind.PARAGRAPH)

    def passages(self) -> Iterator[Passage]:
        """Return the passages in order, notes last; without what is made of others."""
        everything = [placed for gathered in (*self.body, *self.notes) for placed in gathered.pieces]
        for at in range(len(self._pages)):
            self._lines.append(line_numbers(placed.piece.height for placed in everything if placed.page == at))
        body = list(_mended(self.body))
        for gathered, follower in zip(body, [*body[1:], None], strict=True):
            words = self._words(gathered)
            text = " ".join(word.text for word in words)
            self._is_derived |= gathered.kind is Kind.HEADING and text in _INDEXES
            if self._is_derived or text in _CONTENTS or _only_leads(gathered):
                continue
            if follower and _may_go_on(gathered, follower):
                words = (*words, words[-1]._replace(text=JOINT))
            yield Passage(gathered.kind, words)
        for gathered in self.notes:
            yield Passage(Kind.NOTE, self._words(gathered))

    def _words(self, gathered: _Gathered) -> tuple[Word, ...]:
        texts, before = list[tuple[str, int, int]](), None
        for placed in gathered.pieces:
            line = placed.page + 1, self._lines[placed.page].get(placed.piece.height, 0)
            if texts and before:
                ended = _ended if texts[-1][1:] != line else _spaced if _are_apart(before, placed.piece) else str
                texts[-1] = ended(texts[-1][0]), *texts[-1][1:]
            texts.append((placed.text, *line))
            before = placed.piece
        marker = _MARKER.match(texts[0][0]) if gathered.kind is Kind.NOTE else None
        if marker:
            texts[0] = f" {NOTE_MARK}{marker[1]} {texts[0][0][marker.end() :]}", *texts[0][1:]
        return words_of(texts)

    def _block(self, element: Any, into: list[_Gathered], kind: Kind) -> None:
        """Gather what stands in a block; blocks within it are passages of their own."""
        before, gathered = len(into), _Gathered(kind)
        label = _label(element) if element.get("/S") == "/Note" else None
        labels = () if label is None else self._texts(label, into, kind, is_link=False)
        for placed in chain(labels, self._texts(element, into, kind, is_link=False)):
            if not gathered.pieces:
                into.append(gathered)
            gathered.pieces.append(placed)
        if element.get("/S") == "/THead" and self._is_said_again(into, before):
            del into[before:]

    def _is_said_again(self, into: list[_Gathered], before: int) -> bool:
        """Say whether a table that goes on from the page before repeats its head."""
        heads, self._heads = self._heads, ["".join(placed.text for placed in each.pieces) for each in into[before:]]
        if not (0 < before < len(into)) or heads != self._heads:
            return False
        last = into[before - 1]
        return last.kind is Kind.CELL and last.pieces[-1].page + 1 == into[before].pieces[0].page

    def _texts(self, element: Any, into: list[_Gathered], kind: Kind, *, is_link: bool) -> Iterator[_Placed]:
        """Yield the texts of a block, and gather the blocks within it."""
        for kid in _kids(element):
            if isinstance(kid, int):
                yield from self._piece(element, kid, is_link=is_link)
            elif kind is not Kind.NOTE and _is_block(kid, element):
                self._block(kid, into, _KINDS.get(kid["/S"], kind))
            elif kid.get("/S") not in (None, "/Lbl", "/TOC"):
                yield from self._inline(kid, into, kind, is_link=is_link or _leads_within(kid))

    def _inline(self, element: Any, into: list[_Gathered], kind: Kind, *, is_link: bool) -> Iterator[_Placed]:
        placed = list(self._texts(element, into, kind, is_link=is_link))
        written = "".join(each.text for each in placed)
        if placed and "/ActualText" in element:
            yield placed[0]._replace(text=str(element["/ActualText"]), piece=_around(placed))
        elif placed and written.isdecimal() and element["/S"] in ("/NonStruct", "/Link"):
            yield placed[0]._replace(text=f" {NOTE_MARK}{written} ", is_link=False)
        else:
            yield from placed

    def _piece(self, element: Any, number: int, *, is_link: bool) -> Iterator[_Placed]:
        page = element.raw_get("/Pg") if "/Pg" in element else None
        at = self._numbers.get(getattr(page, "idnum", -1))
        piece = None if at is None else self._pages[at].get(number)
        if piece is not None and at is not None:
            yield _Placed(piece.text, at, piece, is_link)


def _label(element: Any) -> Any:
    """Return the number that a note begins with."""
    first = next((kid for kid in _kids(element) if not isinstance(kid, int)), None)
    return first if first is None or first.get("/S") == "/Lbl" else _label(first)


def _is_block(element: Any, parent: Any) -> bool:
    """Say whether an element is a passage of its own, or holds some: what has no name in PDF is, among blocks."""
    return element.get("/S") in _BLOCKS or (element.get("/S") == "/NonStruct" and parent.get("/S") in _CONTAINERS)


def _leads_within(element: Any) -> bool:
    """Say whether an element is a link to another place of the booklet."""
    targets = (kid["/Obj"] for kid in _kids(element) if isinstance(kid, dict) and "/Obj" in kid)
    return element["/S"] == "/Link" and any("/Dest" in target for target in targets)


def _only_leads(gathered: _Gathered) -> bool:
    """Say whether a passage is a line of the contents."""
    return gathered.kind is Kind.PARAGRAPH and all(placed.is_link for placed in gathered.pieces)


def _are_apart(first: Piece, second: Piece) -> bool:
    """Say whether a space stands between two pieces of a line: one that stands alone is not drawn, but has its room.

    In a line that is read from right to left the space before Latin words stands to the right of them.
    """
    room = max(second.left - first.right, first.left - second.right)
    is_backwards = second.right < (first.left + first.right) / 2
    return room > NARROWEST * min(first.size, second.size) or (is_backwards and second.text.endswith(" "))


def _around(placed: list[_Placed]) -> Piece:
    """Return the room that pieces of one line take together."""
    left, right = min(each.piece.left for each in placed), max(each.piece.right for each in placed)
    return placed[0].piece._replace(left=left, right=right)


def _spaced(text: str) -> str:
    return f"{text} "


def _may_go_on(gathered: _Gathered, follower: _Gathered) -> bool:
    """Say whether a passage ends with its page, and another one, of the same kind, begins on the next."""
    return gathered.kind is follower.kind and gathered.pieces[-1].page + 1 == follower.pieces[0].page


def _mended(body: list[_Gathered]) -> Iterator[_Gathered]:
    """Put passages together that a page had torn apart in the middle of a word."""
    before: _Gathered | None = None
    for gathered in body:
        if before and _may_go_on(before, gathered) and before.pieces[-1].text.endswith(_HYPHEN):
            before.pieces += gathered.pieces
            continue
        if before:
            yield before
        before = gathered
    if before:
        yield before


def _ended(text: str) -> str:
    """Return a text that is followed by another line: a hyphen of ours goes, a space comes or is left open."""
    if text.endswith(_HYPHEN):
        return text[:-1]
    if not text or text[-1].isspace():
        return text
    return f"{text} {JOINT}" if text[-1] in OPEN else f"{text} "
