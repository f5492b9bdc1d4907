"""Pages laid out by WeasyPrint read as lines and passages: what a proof speaks of.

page boxes ─ lines in the order of reading ─ slices ─→ Record
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from statistics import mean
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.absolute import AbsolutePlaceholder  # type: ignore[import-untyped]  # no stubs
from weasyprint.text.line_break import strut  # type: ignore[import-untyped]  # no stubs

from publish.model.lines import Ending
from publish.model.proof import JOINT, NOTE_MARK, Gap, Kind, Line, Page, Passage, Record, Text, Word
from publish.pdf.composer.setting import How, Written
from publish.pdf.composer.shaper import Shaper
from publish.pdf.folios import folio
from publish.pdf.proof import slices
from publish.pdf.proof.slices import Leaf

POINT = 0.75
"""Points in a CSS pixel."""
DERIVED = "data-derived"
"""Attribute of an element whose words are made of those of others: contents, indexes."""
BEGINNING = 32
"""Characters of a line that are quoted."""
SAME_LINE = 2.0
"""Points up to which lines are taken to stand beside each other."""
_NOT_SET = How(Ending.LAST, None)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\u2066-\u2069\u202a-\u202e\ufeff]")
_MARK = re.compile(f"{NOTE_MARK}\\d*")
_FORCED = frozenset(("page", "left", "right", "recto", "verso", "always", "all"))
_WITHIN_LINES = frozenset(("span", "a", "em", "strong", "b", "i", "small", "cite", "code", "sup", "sub", "q"))
_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("td", "th", "n-td", "n-th"), Kind.CELL),
    **dict.fromkeys(("figcaption", "caption", "n-figcaption"), Kind.CAPTION),
}


def observe(pages: list[Any], title: str) -> Record:
    """Return the record of WeasyPrint pages whose lines an observed composer made."""
    observer = _Observer()
    seen = [observer.page(page) for page in pages]
    observer.put_in_order()
    early = [*(observer.begins(page, number) for number, page in enumerate(pages[1:], 2)), True]
    passages = tuple(each.passage() for each in observer.passages)
    last = {each.lines[-1] for each in observer.passages}
    index = {key: number for number, each in enumerate(observer.passages) for key in each.lines}
    made = tuple(
        Page(
            **shape,
            lines=tuple(_line(found, index.get(found.key, -1), is_last=found.key in last) for found in lines),
            ends_early=is_early,
        )
        for (shape, lines), is_early in zip(seen, early, strict=True)
    )
    return Record(Text(title, passages, len(pages)), made)


class _Stand(NamedTuple):
    """A line's box where it stands."""

    line: Any
    column: Gap
    block: Any
    """The element that its passage is: the nearest around it that is no part of a line."""
    is_derived: bool
    """Whether what it says was made of other lines."""


class _Found(NamedTuple):
    """A line's box, and what is known of it before its passage is complete."""

    box: Any
    column: Gap
    number: int
    text: str
    is_note: bool
    key: tuple[int, int]
    """Index of its page, and its place there."""


@dataclass(slots=True)
class _Gathered:
    """A passage as far as it was read."""

    kind: Kind
    mark: str
    rank: int
    """Place of its element in the document."""
    texts: list[tuple[str, int, int]] = field(default_factory=list)
    """Of each line: its text, the number of its page, its own."""
    lines: list[tuple[int, int]] = field(default_factory=list)

    def passage(self) -> Passage:
        """Put the lines together."""
        mark = (Word(NOTE_MARK + self.mark, *self.texts[0][1:]),) if self.mark else ()
        return Passage(self.kind, (*mark, *words_of(self.texts)))


def words_of(texts: list[tuple[str, int, int]]) -> tuple[Word, ...]:
    """Return the words of lines, given their text, page and number: one that goes on stands where it begins."""
    whole = "".join(text for text, _, _ in texts)
    starts = [0, *accumulate(len(text) for text, _, _ in texts)]
    words, number = list[Word](), 0
    for match in re.finditer(r"\S+", whole):
        while starts[number + 1] <= match.start() + match[0].startswith(JOINT):
            number += 1
        text = unicodedata.normalize("NFC", _UNSEEN.sub("", match[0]))
        if text:
            words.append(Word(text, *texts[number][1:]))
    return tuple(words)


class _Observer:
    """Reads pages one after another."""

    def __init__(self) -> None:
        self.passages: list[_Gathered] = []
        self._by_element: dict[Any, _Gathered] = {}
        self._ranks: dict[int, int] = {}
        self._leaves: dict[int, tuple[Any, list[Leaf]]] = {}
        self._elements: dict[int, int] = {}
        """The page on which an element begins, by the element's address."""
        self._pages = 0

    def page(self, page: Any) -> tuple[dict[str, Any], list[_Found]]:
        """Return the shape of a page, and its lines."""
        box, self._pages = page._page_box, self._pages + 1
        body = [child for child in box.children if not isinstance(child, boxes.MarginBox)]
        notes = [note for child in body if isinstance(child, boxes.FootnoteAreaBox) for note in child.children]
        flow = [child for child in body if not isinstance(child, boxes.FootnoteAreaBox)]
        lines = [(stand, None) for child in flow for stand in self._lines(child, box)]
        lines += [(stand, note.element) for note in notes for stand in self._lines(note, box)]
        lines = [(stand, note) for stand, note in lines if self._text(stand.line).strip()]
        numbers = line_numbers(_baseline(stand.line) for stand, _ in lines)
        number_of_page = folio(page)
        self._rank(flow[0].element if flow else None)
        read = [
            self._read(stand, number_of_page, numbers[_baseline(stand.line)], (self._pages, at), note)
            for at, (stand, note) in enumerate(lines)
        ]
        return _shape(page, number_of_page, flow[0] if flow else box), read

    def begins(self, page: Any, number: int) -> bool:
        """Say whether the page `number`, which was read, begins with something that always begins one."""
        box = page._page_box
        if box.page_type.blank:
            return True
        chain = next((child for child in box.children if not isinstance(child, boxes.MarginBox)), None)
        while isinstance(chain, boxes.ParentBox) and not isinstance(chain, boxes.LineBox):
            if chain.style["break_before"] in _FORCED and self._elements.get(id(chain.element)) == number:
                return True
            chain = next((child for child in chain.children if child.is_in_normal_flow()), None)
        return False

    def _lines(self, box: Any, parent: Any, block: Any = None, *, is_derived: bool = False) -> Iterator[_Stand]:
        """Yield the lines in a box, which stands in the element `block`."""
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        if isinstance(box, boxes.LineBox):
            left = parent.content_box_x() * POINT
            yield _Stand(box, Gap(left, left + parent.width * POINT), block, is_derived)
            return
        if not isinstance(box, boxes.ParentBox) or box.element_tag.endswith("::marker"):
            return
        if box.element is not None:
            first = self._elements.setdefault(id(box.element), self._pages)
            if isinstance(box, boxes.TableRowGroupBox) and box.is_header and first < self._pages:
                return  # the head of a table, said again on its next page
            is_derived = is_derived or box.element.get(DERIVED) is not None
            block = block if box.element.tag in _WITHIN_LINES else box.element
        for child in box.children:
            yield from self._lines(child, box, block, is_derived=is_derived)

    def _read(self, stand: _Stand, page: int, number: int, key: tuple[int, int], note: Any) -> _Found:
        text, piece = self._text(stand.line), slices.of(stand.line)
        if not stand.is_derived:
            gathered = self._passage(stand.block, note)
            is_apart = piece is not None and piece.start is None and gathered.texts
            gathered.texts.append((f" {text}" if is_apart else text, page, number))
            gathered.lines.append(key)
        return _Found(stand.line, stand.column, number, text, note is not None, key)

    def _text(self, line: Any) -> str:
        """Return the part of its paragraph that a line holds; none of one that an observed composer did not make."""
        piece = slices.of(line)
        return "" if piece is None else slices.words(self._leaves_of(piece.paragraph), piece)

    def _rank(self, root: Any) -> None:
        """Number the elements of a document, behind those of the one before."""
        if root is not None and id(root) not in self._ranks:
            first = len(self._ranks)
            self._ranks |= {id(element): first + number for number, element in enumerate(root.iter())}

    def _leaves_of(self, paragraph: Any) -> list[Leaf]:
        known = self._leaves.get(id(paragraph))
        if known is None:
            known = self._leaves[id(paragraph)] = paragraph, slices.leaves(paragraph)
        return known[1]

    def _passage(self, block: Any, note: Any) -> _Gathered:
        """Return the passage that an element is, or its note."""
        element = block if note is None else note
        gathered = self._by_element.get(element)
        if gathered is None:
            kind = _KINDS.get("" if element is None else element.tag, Kind.PARAGRAPH) if note is None else Kind.NOTE
            mark = "" if note is None else note.get("data-number", "")
            gathered = self._by_element[element] = _Gathered(kind, mark, self._ranks.get(id(element), 0))
            self.passages.append(gathered)
        return gathered

    def put_in_order(self) -> None:
        """Put the passages in the order of the document: of two that stand beside each other, one may begin later."""
        self.passages.sort(key=lambda gathered: gathered.rank)


def _shape(page: Any, number: int, root: Any) -> dict[str, Any]:
    box = page._page_box
    leading, baseline = strut(root.style)
    left, top = box.content_box_x() * POINT, box.content_box_y() * POINT
    return {
        "folio": number,
        "width": page.width * POINT,
        "height": page.height * POINT,
        "left": left,
        "top": top,
        "right": left + box.width * POINT,
        "bottom": top + box.height * POINT,
        "leading": leading * POINT,
        "grid": top + baseline * POINT,
    }


def line_numbers(heights: Iterable[float]) -> dict[float, int]:
    """Number lines from the top by the heights of their baselines; those beside each other have one number."""
    numbers, last, number = dict[float, int](), -1000.0, 0
    for height in sorted(heights):
        if height - last > SAME_LINE:
            number, last = number + 1, height
        numbers[height] = number
    return numbers


def _baseline(line: Any) -> float:
    return float(line.position_y + line.baseline) * POINT


def _line(found: _Found, passage: int, *, is_last: bool) -> Line:
    box, style = found.box, found.box.style
    texts = list(_texts(box))
    gaps = tuple(sorted(gap for text in texts for gap in _gaps(text)))
    how: How = getattr(box, "how", _NOT_SET)
    gap = how.gap
    if gap is None and gaps:
        gap = mean(each.right - each.left for each in gaps) / (style["font_size"] * POINT)
    left = min((text.position_x for text in texts), default=box.position_x) * POINT
    right = max((text.position_x + text.width for text in texts), default=box.position_x) * POINT
    is_full = style["text_align_all"] == "justify" and _goes_on(box) and not found.text.endswith("\n")
    return Line(
        number=found.number,
        passage=passage,
        left=left,
        right=right,
        top=box.position_y * POINT,
        bottom=(box.position_y + box.height) * POINT,
        baseline=_baseline(box),
        column=found.column,
        beginning=" ".join(_MARK.sub("", _UNSEEN.sub("", found.text)).split())[:BEGINNING],
        gap=gap,
        gaps=gaps,
        is_full=is_full,
        is_last=is_last,
        is_composed=any(isinstance(text.pango_layout, Written) for text in texts),
        has_hyphen=how.ending in (Ending.HYPHEN, Ending.DASH),
        is_note=found.is_note,
    )


def _goes_on(line: Any) -> bool:
    """Say whether a paragraph goes on behind a line."""
    piece = slices.of(line)
    return piece is not None and piece.end is not None


def _texts(box: Any) -> Iterator[Any]:
    for each in box.descendants(placeholders=True):
        if isinstance(each, boxes.TextBox) and each.text.strip():
            yield each


def _gaps(box: Any) -> Iterator[Gap]:
    """Yield the spaces of a text that is read from left to right in one font, as they are drawn."""
    text = box.text
    shaping = Shaper.of(box.style).shape(text, box.style) if " " in text.strip() else None
    if shaping is None or shaping.font is None:
        return
    layout, spaces = box.pango_layout, text.count(" ")
    scale = layout.scale if isinstance(layout, Written) else 1.0
    added = (box.width - scale * shaping.widths[-1]) / spaces
    first, last, count = len(text) - len(text.lstrip(" ")), len(text.rstrip(" ")), 0
    for at, character in enumerate(text):
        if character == " ":
            left = box.position_x + scale * shaping.widths[at] + added * count
            right = box.position_x + scale * shaping.widths[at + 1] + added * (count + 1)
            count += 1
            if first < at < last:
                yield Gap(left * POINT, right * POINT)
