"""A booklet made ready to be set: spaces that hold, no controls of direction, letters in place of their joined forms,
long Arabic on lines of its own, names of the index in nodes of their own.

None of this is the author's: what is checked, cited and indexed is the text as it was typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from publish.language import spaces
from publish.language.hyphenation import foreign
from publish.language.rebuild import Node, rebuild, with_lines
from publish.language.typographer import mend_line, mend_text
from publish.language.typographer.holds import HOLDING
from publish.model.block import (
    Basmala,
    Figure,
    Hadith,
    Paragraph,
    Passage,
    Prayer,
    Verse,
)
from publish.model.booklet import Booklet
from publish.model.inline import (
    Apart,
    Arabic,
    Citation,
    Code,
    Foreign,
    Inline,
    Name,
    NoteMark,
    Text,
    Whole,
    WithChildren,
    walk,
)
from publish.render import wording
from publish.render.indexes.name_marks import Marker
from publish.render.labels import labels

LONGEST_PHRASE = 60
"""Letters and spaces of Arabic that stand in a Turkish line: two thirds of it. What is longer would come to lie over
itself, and marks of one line would touch those of the next."""
_LETTER = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
LATIN = re.compile(
    rf"[{_LETTER}](?:[^\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]*[{_LETTER}0-9])?"
)
"""Words in Latin letters, with what stands between them."""
_OTHER = "tr"
"""What such words in an Arabic booklet are taken for."""
_NO_BREAK = "\u00a0"
_CONTROLS = dict.fromkeys((0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))
_FORMS = (
    range(0xFB50, 0xFBB2),
    range(0xFBD3, 0xFD3E),
    range(0xFD50, 0xFDC8),
    range(0xFDF0, 0xFDFA),
    range(0xFE70, 0xFEFD),
)
_LETTERS = {
    form: letters for form in chain(*_FORMS) if " " not in (letters := unicodedata.normalize("NFKC", chr(form)))
}
"""The letters of joined forms, which a font joins by itself: a text of forms can be neither searched nor spoken."""
_PLAIN = {**_CONTROLS, **_LETTERS}
_OPENING = re.compile(r"[(\[{“‘«‹\"']+$")
_CLOSING = re.compile(r"[)\]}”’»›\"'.,;:!?…]+")
Words = Text | Arabic | Whole | Citation | Code


def prepare(booklet: Booklet) -> Booklet:
    """Return `booklet` ready to be set, its words in the typographer's form; an Arabic one keeps what was typed."""
    booklet = wording.in_form(_named(booklet))
    marker = Marker(booklet.settings.index.names)
    if labels(booklet.settings.language).direction == "rtl":
        return rebuild(booklet, lambda node: marker.change(_change(_native(node))))
    off = wording.off(booklet)
    return rebuild(booklet, lambda node: _headed(marker.change(_change(_in_form(node, off), off)), off))


def _named(booklet: Booklet) -> Booklet:
    """Return `booklet` with the words of other languages that house and booklet list marked as such."""
    words = foreign.Words(booklet.hyphenation)
    return rebuild(booklet, lambda node: with_lines(node, lambda line: (*_marked(line, words),))) if words else booklet


def _marked(line: Sequence[Inline], words: foreign.Words) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, Text):
            for text, language in words.part(node.text):
                piece = replace(node, text=text)
                yield Foreign(language, (piece,), node.span) if language else piece
        elif isinstance(node, WithChildren) and not isinstance(node, Foreign):
            yield replace(node, children=tuple(_marked(node.children, words)))
        else:
            yield node


def _in_form(node: Node, off: frozenset[str]) -> Node:
    """Return a block with its words as the typographer leaves them."""
    match node:
        case Verse():
            return replace(node, citation=mend_text(f"[{node.citation}]", off)[1:-1], meal=mend_text(node.meal, off))
        case Figure():
            node = replace(node, alt=wording.flat(mend_text(node.alt, off)))
    return with_lines(node, lambda line: mend_line(line, off))


def _headed(node: Node, off: frozenset[str]) -> Node:
    """Return the name that an author marked with its heading in the typographer's form."""
    return replace(node, heading=mend_text(node.heading, off)) if isinstance(node, Name) else node


def _change(node: Node, off: frozenset[str] = frozenset()) -> Node:
    node = with_lines(node, lambda line: hold(line, with_wishes=HOLDING not in off))
    match node:
        case Paragraph():
            return replace(node, children=tuple(set_apart(node.children)))
        case Verse() | Passage() | Hadith() | Prayer():
            return replace(node, arabic=_with_room(node.arabic))
        case Basmala():
            return replace(node, text=_held(node.text, set(spaces.unbreakable(node.text)), 0))
        case _:
            return node


def _native(node: Node) -> Node:
    """Return a node of an Arabic booklet, in which Arabic is the language and Latin letters are those of another."""
    return Text(node.text, node.span) if isinstance(node, Arabic) else with_lines(node, lambda line: (*_foreign(line),))


def _foreign(line: Sequence[Inline]) -> Iterator[Inline]:
    """Yield the nodes of a line of Arabic, what is in Latin letters as another language."""
    for node in line:
        if isinstance(node, Citation | Whole | Code) and LATIN.search(node.text):
            yield Foreign(_OTHER, (node,), node.span)
        elif isinstance(node, Text):
            end = 0
            for match in LATIN.finditer(node.text):
                yield replace(node, text=node.text[end : match.start()])
                yield Foreign(_OTHER, (replace(node, text=match[0]),), node.span)
                end = match.end()
            yield replace(node, text=node.text[end:])
        elif isinstance(node, WithChildren) and not isinstance(node, Foreign):
            yield replace(node, children=tuple(_foreign(node.children)))
        else:
            yield node


def hold(line: tuple[Inline, ...], *, with_wishes: bool = True) -> tuple[Inline, ...]:
    """Return a line with no-break spaces where no line may end, and without controls of direction.

    Titles and wishes (Hz., s.a.v.) hold only `with_wishes`, signs of recitation always.
    """
    text = "".join(node.text for node in walk(line) if isinstance(node, Words))
    offsets = set(spaces.unbreakable(text, with_wishes=with_wishes))
    if not offsets and text.translate(_PLAIN) == text:
        return line
    return tuple(_each(line, offsets, _Counter()))


class _Counter:
    """How many characters of a line were gone through."""

    done = 0


def _each(line: Sequence[Inline], offsets: set[int], counter: _Counter) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, Words):
            start, counter.done = counter.done, counter.done + len(node.text)
            yield node if isinstance(node, Code) else replace(node, text=_held(node.text, offsets, start))
        elif isinstance(node, WithChildren):
            yield replace(node, children=tuple(_each(node.children, offsets, counter)))
        else:
            yield node


def _held(text: str, offsets: set[int], start: int) -> str:
    held = (_NO_BREAK if start + index in offsets else char for index, char in enumerate(text))
    return "".join(held).translate(_PLAIN)


def set_apart(line: Sequence[Inline]) -> Iterator[Inline]:
    """Yield the nodes of a paragraph, Arabic that is too long for its lines set apart.

    With it go the signs that touch it, and the citation that follows it.
    """
    if not any(isinstance(node, Arabic) and is_long(node.text) for node in line):
        yield from line
        return
    waiting = list(reversed(line))
    while waiting:
        node = waiting.pop()
        following = waiting[-1] if waiting else None
        if isinstance(node, Text) and isinstance(following, Arabic) and is_long(following.text):
            opening = _OPENING.search(node.text)
            before = node.text[: opening.start()] if opening else node.text
            yield replace(node, text=before.rstrip())
            yield _apart(waiting, [replace(node, text=opening[0])] if opening else [])
        elif isinstance(node, Arabic) and is_long(node.text):
            waiting.append(node)
            yield _apart(waiting, [])
        else:
            yield node


def _with_room(lines: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return the Arabic lines of a block, which are far enough from one another: nothing in them is set apart."""

    def joined(line: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(inner for node in line for inner in (node.children if isinstance(node, Apart) else (node,)))

    return tuple(replace(line, children=joined(line.children)) for line in lines)


def _apart(waiting: list[Inline], taken: list[Inline]) -> Apart:
    """Take long Arabic and what belongs to it from `waiting`, which ends with the next node."""
    taken.append(waiting.pop())
    while _take(waiting, taken):
        pass
    if waiting and isinstance(waiting[-1], Text):
        waiting[-1] = replace(waiting[-1], text=waiting[-1].text.lstrip())
    return Apart(tuple(taken), taken[0].span)


def _take(waiting: list[Inline], taken: list[Inline]) -> bool:
    """Move what touches the words taken: signs, the mark of a note, a citation; say whether there was any."""
    match waiting[-2:]:
        case [*_, NoteMark()]:
            taken.append(waiting.pop())
        case [Citation(), Text(text=blank)] if not blank.strip():
            taken += [waiting.pop(), waiting.pop()]
        case [*_, Text() as following] if signs := _CLOSING.match(following.text):
            taken.append(replace(following, text=signs[0]))
            waiting.pop()
            if rest := following.text[signs.end() :]:
                waiting.append(replace(following, text=rest))
        case _:
            return False
    return True


def is_long(text: str) -> bool:
    """Say whether Arabic is too long to stand in a line of other words.

    >>> is_long("رَبَّنَا ظَلَمْنَا أَنْفُسَنَا")
    False
    """
    return sum(not unicodedata.combining(char) for char in text) > LONGEST_PHRASE
