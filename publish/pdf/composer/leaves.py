"""A paragraph's boxes read into one string: its leaves are texts and atoms, everything else is what they stand in.

    LineBox ─ read ─→ Content      text, leaves in the order of reading, where every box begins and ends

What a plan cannot foresee raises `Odd`; such a paragraph is left to WeasyPrint.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.inline import atomic_box  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout.percent import resolve_percentages  # type: ignore[import-untyped]  # no stubs

ATOM = "\ufffc"
"""Stands for a box that is no text: a picture, a marker."""
LINE_FEED = "\n"
_CONTROLS = frozenset("\t\f\u0085\u2028\u2029")

Path = tuple[int, ...]
"""How to come to a box from that of the paragraph: numbers of children."""


class Odd(Exception):  # noqa: N818  # no error: another way is taken
    """A paragraph that is left to WeasyPrint, and why."""


@dataclass(slots=True, eq=False)
class Leaf:
    """A text or an atom, from character `start` of the paragraph up to, not with, `end`."""

    box: Any
    path: Path
    start: int
    end: int
    width: float = 0.0
    """Of an atom, in CSS pixels."""
    is_note_mark: bool = False
    """Whether it is the mark of a footnote, which no line begins with."""

    @property
    def is_whole(self) -> bool:
        """Whether no line may end within it."""
        return bool(self.box.style["white_space"] == "nowrap")

    @property
    def is_atom(self) -> bool:
        """Whether it is a box that is no text."""
        return not isinstance(self.box, boxes.TextBox)


@dataclass(slots=True)
class Content:
    """What a paragraph holds."""

    text: str = ""
    leaves: list[Leaf] = field(default_factory=list)
    places: dict[Path, tuple[int, int]] = field(default_factory=dict)
    """From which character up to which every box reaches; an empty one stands where it stands."""
    margins: list[tuple[int, float]] = field(default_factory=list)
    """Widths that inline boxes add before a character: margin, border, padding."""


def read(context: Any, line_box: Any, containing_block: Any) -> Content:
    """Return what a paragraph holds. Raises `Odd`."""
    reader = _Reader(context, containing_block)
    reader.walk(line_box, (), is_note_mark=False)
    reader.content.text = "".join(reader.pieces)
    if not any(not leaf.is_atom for leaf in reader.content.leaves):
        raise Odd("")
    return reader.content


class _Reader:
    """Walks through the boxes of one paragraph."""

    def __init__(self, context: Any, containing_block: Any) -> None:
        self.context, self.containing_block = context, containing_block
        self.content = Content()
        self.pieces: list[str] = []
        self.at = 0

    def walk(self, parent: Any, path: Path, *, is_note_mark: bool) -> None:
        start = self.at
        for index, child in enumerate(parent.children):
            here = (*path, index)
            if isinstance(child, boxes.TextBox):
                self._text(child, here, is_note_mark=is_note_mark)
            elif not child.is_in_normal_flow():
                if not child.is_absolutely_positioned() or parent.style["position"] != "static":
                    raise Odd("float or running element")
                self.content.places[here] = (self.at, self.at)
            elif isinstance(child, boxes.InlineBox):
                self._inline(child, here, is_note_mark=is_note_mark or child.footnote is not None)
            elif isinstance(child, boxes.AtomicInlineLevelBox):
                self._atom(child, here)
            else:
                raise Odd(type(child).__name__)
        self.content.places[path] = (start, self.at)

    def _text(self, box: Any, path: Path, *, is_note_mark: bool) -> None:
        style = box.style
        if not style["font_size"]:
            raise Odd("font size 0")
        if style["letter_spacing"] != "normal" or style["word_spacing"] or style["word_break"] != "normal":
            raise Odd("spaced letters or words")
        text = box.text
        if style["white_space"] in ("normal", "nowrap"):
            text = text.replace(LINE_FEED, " ")  # WeasyPrint forgets to, in notes
        elif text != LINE_FEED or style["white_space"] not in ("pre", "pre-wrap", "pre-line"):
            raise Odd("white space")
        if not _CONTROLS.isdisjoint(text):
            raise Odd("white space")
        resolve_percentages(box, self.containing_block)
        self._add(box, path, text, is_note_mark=is_note_mark)

    def _inline(self, box: Any, path: Path, *, is_note_mark: bool) -> None:
        if box.is_leader:
            raise Odd("leader")
        if box.style["box_decoration_break"] != "slice":
            raise Odd("decoration of every line")
        resolve_percentages(box, self.containing_block)
        for side in ("margin_left", "margin_right"):
            if getattr(box, side) == "auto":
                setattr(box, side, 0)
        left = box.padding_left + box.margin_left + box.border_left_width
        right = box.padding_right + box.margin_right + box.border_right_width
        if box.style["direction"] == "rtl":
            left, right = right, left
        start = self.at
        self.walk(box, path, is_note_mark=is_note_mark)
        if (left or right) and self.at == start:
            raise Odd("empty box with a width")
        if left:
            self.content.margins.append((start + 1, left))
        if right:
            self.content.margins.append((self.at, right))

    def _atom(self, box: Any, path: Path) -> None:
        resolve_percentages(box, self.containing_block)
        laid = atomic_box(self.context, box, 0, None, self.containing_block, [], [])
        self._add(box, path, ATOM, is_note_mark=False)
        self.content.leaves[-1].width = laid.margin_width()

    def _add(self, box: Any, path: Path, text: str, *, is_note_mark: bool) -> None:
        start, self.at = self.at, self.at + len(text)
        self.content.places[path] = (start, self.at)
        self.content.leaves.append(Leaf(box, path, start, self.at, is_note_mark=is_note_mark))
        self.pieces.append(text)
