"""What stands in a line: text and the little that is not just text. Every node keeps its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publish.model.finding import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words in the booklet's language."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Arabic:
    """A run in Arabic script, ornate brackets and honorific signs with it; set right to left."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Whole:
    """Text that is never hyphenated: an abbreviation, a web or e-mail address."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words of another language, marked by the author: `[Washington Post]{lang=en}`."""

    language: str
    """BCP 47."""
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Name:
    """Words that the index of names lists: `[Müteferrika]{.ad}`, `[üstat]{.ad "Müteferrika, İbrahim"}`."""

    heading: str
    """Under which name; empty where the words say so themselves."""
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Italics."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong emphasis."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Something to be typed, as it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` is a web address or `#identifier`."""

    target: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """A source named in the text, `(06.01.2022 Anadolu Ajansı)`, parentheses included; set small."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation of verses with its brackets, as the author wrote it or in the form of the house."""

    text: str
    span: Span
    references: tuple[Reference, ...] = ()
    """What it refers to, in its order; empty until `language` has read it."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Arabic too long for the lines of a paragraph, set on lines of its own, with the signs and citation that touch it.

    No author writes it: `render` makes it.
    """

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The place of a footnote; `number` counts from 1 in order of appearance."""

    label: str
    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line ended by the author."""

    span: Span


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """Verses of one surah: `last` equals `first` for a single verse."""

    surah: int
    """1–114."""
    first: int
    last: int


Inline = (
    Text
    | Arabic
    | Whole
    | Foreign
    | Name
    | Emphasis
    | Strong
    | Code
    | Link
    | Source
    | Citation
    | Apart
    | NoteMark
    | LineBreak
)
WithChildren = Foreign | Name | Emphasis | Strong | Link | Source | Apart


def plain(inlines: tuple[Inline, ...]) -> str:
    """Return the words of `inlines` as a reader sees them, note marks left out.

    >>> plain((Text("ab", Span("x")), Emphasis((Text("c", Span("x")),), Span("x"))))
    'abc'
    """
    return "".join(_plain(inline) for inline in inlines)


def _plain(inline: Inline) -> str:
    match inline:
        case Text() | Arabic() | Whole() | Code() | Citation():
            return inline.text
        case LineBreak():
            return "\n"
        case NoteMark():
            return ""
        case _:
            return plain(inline.children)


def walk(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Yield every inline, parents before children, in reading order."""
    for inline in inlines:
        yield inline
        if isinstance(inline, WithChildren):
            yield from walk(inline.children)
