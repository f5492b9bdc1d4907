"""A line of nodes as one text for the rules, and what they made of it as nodes again; each keeps its place in the file.

Text “Mûsâ'”  Emphasis(Text “nın”)  NoteMark  Code “x y”        →    Mûsâ'nın￼x x
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from publish.language import arabic
from publish.language.hyphenation import whole
from publish.language.typographer.registry import (
    FILLER,
    FOREIGN_FILLER,
    KEPT,
    MARK,
    NOTE,
    SHORT,
    WORDS,
    Mended,
    mend,
)
from publish.model.inline import (
    Arabic,
    Citation,
    Code,
    Foreign,
    Inline,
    LineBreak,
    NoteMark,
    Text,
    Whole,
    WithChildren,
)

LIKE_ENGLISH = "en"
"""The one other language whose quotation marks are those of Turkish."""
_JOINED = re.compile("[’'][^\\W\\d_]+$")
"""A suffix behind an address."""
_WORD = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A node without children, and what stands for it in the text of its line."""

    node: Inline
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flat:
    """A line as the rules see it."""

    text: str
    kinds: str
    """The kind of each character."""
    leaves: tuple[Leaf, ...]
    """In reading order, without gaps."""

    def leaf(self, offset: int) -> Leaf:
        """Return the node that the character at `offset` stands for."""
        return next(leaf for leaf in self.leaves if leaf.start <= offset < leaf.end)


def flatten(line: Sequence[Inline]) -> Flat:
    """Return the text of a line, and which node each character stands for."""
    texts: list[str] = []
    kinds: list[str] = []
    leaves: list[Leaf] = []
    start = 0
    for node, text, kind in _pieces(line, in_other=""):
        leaves.append(Leaf(node, start, start + len(text)))
        start += len(text)
        texts.append(text)
        kinds.append(kind)
    return Flat("".join(texts), "".join(kinds), tuple(leaves))


def _pieces(line: Sequence[Inline], in_other: str) -> Iterator[tuple[Inline, str, str]]:
    """Yield leaves, what the rules see of each, and the kinds; `in_other` is the language of words that are foreign."""
    for node in line:
        match node:
            case Foreign():
                yield from _pieces(node.children, node.language.lower())
            case _ if isinstance(node, WithChildren):
                yield from _pieces(node.children, in_other)
            case NoteMark():
                yield node, NOTE, MARK
            case LineBreak():
                yield node, "\n", KEPT
            case Text() | Arabic() | Whole() | Code() | Citation():
                yield (node, *_seen(node, in_other))


def _seen(node: Text | Arabic | Whole | Code | Citation, in_other: str) -> tuple[str, str]:
    text = node.text
    match node:
        case Whole() if not in_other:
            return _seen_whole(text)
        case Text() | Citation() if not in_other:
            return text, WORDS * len(text)
        case Text() | Citation() if in_other.split("-")[0] == LIKE_ENGLISH:
            return text, SHORT * len(text)
        case Arabic():
            return _WORD.sub(FOREIGN_FILLER, text), KEPT * len(text)
        case _:
            return _WORD.sub(FILLER, text), KEPT * len(text)


def _seen_whole(text: str) -> tuple[str, str]:
    """Show an abbreviation as it is; of an address only the suffix, and not even that behind a path."""
    if "." not in text:
        return text, SHORT * len(text)
    joined = None if "/" in text else _JOINED.search(text)
    end = joined.start() if joined else len(text)
    return FILLER * end + text[end:], KEPT * end + SHORT * (len(text) - end)


def mend_line(line: tuple[Inline, ...], off: frozenset[str]) -> tuple[Inline, ...]:
    """Return `line` as it is printed; what was not touched stays the same object."""
    flat = flatten(line)
    mended = mend(flat.text, flat.kinds, off)
    return tuple(_each(line, iter(flat.leaves), flat, mended)) if mended.acts else line


def _each(line: Sequence[Inline], leaves: Iterator[Leaf], flat: Flat, mended: Mended) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, WithChildren):
            yield replace(node, children=tuple(_each(node.children, leaves, flat, mended)))
            continue
        leaf = next(leaves)
        match node:
            case NoteMark():
                if before := mended.stretch(leaf.start, leaf.end).rstrip(NOTE):
                    yield Text(before, node.span)
                yield node
            case Text() | Whole() | Citation():
                yield replace(node, text=_written(node.text, leaf.start, flat.kinds, mended))
            case _:
                yield node


def _written(typed: str, start: int, kinds: str, mended: Mended) -> str:
    """Return what became of the words `typed`, which begin at `start`; what the rules did not see is as it was."""
    end = start + len(typed)
    if KEPT not in kinds[start:end]:
        return mended.stretch(start, end)
    chars = zip(mended.stretch(start, end), mended.sources(start, end), strict=True)
    return "".join(typed[origin - start] if kinds[origin] == KEPT else char for char, origin in chars)


def mend_text(text: str, off: frozenset[str]) -> str:
    """Return a line of plain text, a title or a name, as it is printed; addresses and Arabic in it stay as they are.

    >>> mend_text("Kur'an'a giriş (www.ornek.com)...", frozenset())
    'Kur’an’a giriş (www.ornek.com)…'
    """
    seen, kinds = [*text], [WORDS] * len(text)
    for start, end in whole.wholes(text):
        if "." in text[start:end]:
            shown, of = _seen_whole(text[start:end])
            seen[start:end], kinds[start:end] = shown, of
    for start, end in arabic.runs(text):
        seen[start:end] = _WORD.sub(FOREIGN_FILLER, text[start:end])
        kinds[start:end] = KEPT * (end - start)
    mended = mend("".join(seen), "".join(kinds), off)
    return _written(text, 0, "".join(kinds), mended)
