"""Which part of its paragraph a line holds: asked of the layout while it makes the line, so that no hyphen is guessed.

What is drawn cannot say whether a hyphen at a line's end is the author's, nor whether a space stood there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes  # type: ignore[import-untyped]  # no stubs

from publish.model.proof import NOTE_MARK
from publish.pdf.composer.lines import Composer

_SLICE = "proof_slice"
"""Attribute of a line's box."""
_NOT_WRITTEN = ("::marker", "::footnote-marker")
"""Boxes with numbers that nobody wrote."""

Path = tuple[int, ...]


class Slice(NamedTuple):
    """A part of a paragraph, between two places as WeasyPrint counts them; None for its beginning and its end."""

    paragraph: Any
    """The LineBox before it was broken."""
    start: Path | None
    end: Path | None


class Leaf(NamedTuple):
    """A text of a paragraph, or a whole box with text that stands in it like a letter."""

    path: Path
    text: str
    is_whole: bool


class Observed(Composer):
    """A composer whose lines remember what they hold."""

    def lines(
        self, context: Any, box: Any, position_y: float, bottom_space: float, skip_stack: Any, *others: Any
    ) -> Iterator[tuple[Any, Any]]:
        """Yield the lines of a paragraph, as `Composer` does."""
        start = _flat(skip_stack)
        for line, resume_at in super().lines(context, box, position_y, bottom_space, skip_stack, *others):
            end = _flat(resume_at)
            setattr(line, _SLICE, Slice(box, start, end))
            start = end
            yield line, resume_at


def of(line: Any) -> Slice | None:
    """Return what a line holds; None where an observed composer did not make it."""
    return getattr(line, _SLICE, None)


def leaves(paragraph: Any) -> list[Leaf]:
    """Return the texts of a paragraph in the order of reading; marks of notes as `NOTE_MARK` and their number."""
    return list(_leaves(paragraph, ()))


def words(own: list[Leaf], piece: Slice) -> str:
    """Return the text of a slice, given the leaves of its paragraph."""
    return "".join(_cut(leaf, piece) for leaf in own)


def _leaves(box: Any, path: Path) -> Iterator[Leaf]:
    for index, child in enumerate(box.children):
        here = (*path, index)
        if isinstance(child, boxes.TextBox):
            yield Leaf(here, child.text, is_whole=False)
        elif not isinstance(child, boxes.ParentBox) or child.element_tag.endswith(_NOT_WRITTEN):
            continue
        elif _is_note_mark(child):
            yield Leaf(here, f" {NOTE_MARK}{_all(child)} ", is_whole=True)
        elif isinstance(child, boxes.AtomicInlineLevelBox):
            yield Leaf(here, _all(child), is_whole=True)
        elif isinstance(child, boxes.InlineBox):
            yield from _leaves(child, here)


def _is_note_mark(box: Any) -> bool:
    if box.element_tag.endswith("::footnote-call"):
        return True
    return box.element_tag == "a" and box.element is not None and box.element.get("class") == "mark"


def _all(box: Any) -> str:
    return "".join(each.text for each in box.descendants() if isinstance(each, boxes.TextBox))


def _cut(leaf: Leaf, piece: Slice) -> str:
    """Return the part of a leaf that stands in a slice."""
    raw = leaf.text.encode()
    start = 0 if piece.start is None else _offset(leaf, piece.start, len(raw))
    end = len(raw) if piece.end is None else _offset(leaf, piece.end, len(raw))
    return raw[start:end].decode()


def _offset(leaf: Leaf, at: Path, length: int) -> int:
    """Return which byte of a leaf a place points to: 0 where it lies before it, its length where behind."""
    depth = len(leaf.path)
    if at[:depth] == leaf.path:
        return at[depth] if len(at) > depth and not leaf.is_whole else 0
    return 0 if leaf.path > at else length


def _flat(stack: Any) -> Path | None:
    """Return a skip stack of WeasyPrint as a path.

    >>> _flat({0: {2: {7: None}}})
    (0, 2, 7)
    """
    if stack is None:
        return None
    path = list[int]()
    while stack:
        ((index, stack),) = stack.items()
        path.append(index)
    return tuple(path)
