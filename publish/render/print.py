"""A booklet as one HTML document for the printed page: front matter, chapters, notes where they are marked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html import escape
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from publish.language.hyphenation.line_ends import breaks_addresses
from publish.model.block import Heading, walk
from publish.model.booklet import Booklet, Note
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.html import Attachment, Html, Sheet
from publish.model.printing import Print
from publish.model.world import World
from publish.render import chapters, imprint, wording
from publish.render.chapters import OVER_A_HEADING, Section
from publish.render.fragments import write_blocks
from publish.render.indexes import end_pages
from publish.render.indexes.end_pages import Indexes
from publish.render.indexes.register import Register
from publish.render.labels import labels
from publish.render.lines import Medium, write_line
from publish.render.notices import PROMOTION
from publish.render.paper import line, templates
from publish.render.prepared import prepare

SHEETS = ("tokens.css", "base.css", "scripture.css", "print.css")
"""In cascade order; then the numbers of the trim, the bleed, then the booklet's own."""
FEWEST_FOR_CONTENTS = 4
"""From this many headings on a booklet has a table of contents."""
LONGEST_RUNNING_HEAD = 52
"""Characters of a running head; what is longer is cut between words."""
_WEB = re.compile(r"(https?://[^/\s?#]|mailto:\S|tel:\S)", re.IGNORECASE)
_BLOCK_TAG = re.compile(
    r"<(/?)(p|div|blockquote|ul|ol|li|pre|figure|figcaption|table|thead|tbody|tr|th|td|hr|h[1-4])\b"
)
_BETWEEN_BLOCKS = re.compile(r"(?:(?<=</n-)|(?<=<n-))([a-z1-4]+[^>]*>)\n+(?=</?n-)")


def to_html(booklet: Booklet, styles: Path, world: World) -> tuple[Html, tuple[Finding, ...]]:
    """Return `booklet` as HTML with its style sheets. Finds F001 and F002 for style sheets that cannot be read."""
    booklet = prepare(booklet)
    writer = _Writer(booklet)
    written = [writer.chapter(section) for section in chapters.part(booklet.blocks)]
    index = writer.indexes()
    paper = booklet.settings.print
    names = (*SHEETS, *((end_pages.SHEET,) if index else ()), f"trim/{paper.trim}.css", f"binding/{paper.binding}.css")
    names += ("rtl.css",) if labels(booklet.settings.language).direction == "rtl" else ()
    sheets, findings = read_sheets(styles, names, world)
    sheets += (Sheet(booklet.folder / "booklet.toml", f"@page {{ bleed: {paper.bleed:g}mm }}"),)
    if booklet.style is not None:
        sheets += (Sheet(booklet.folder / "style.css", booklet.style),)
    text = _document(writer, written, index)
    end = index.end_pages() if index else None
    title, source = wording.flat(booklet.settings.title), _source(booklet, world)
    return Html(text, sheets, booklet.folder, title, end, booklet.hyphenation, source), findings


def _source(booklet: Booklet, world: World) -> tuple[Attachment, ...]:
    """Return the files of the booklet, where they are wanted in its PDF."""
    if not booklet.settings.pdf.attach_source:
        return ()
    described = labels(booklet.settings.language).source
    return tuple(
        Attachment(name, media_type, described, world.read(booklet.folder / name))
        for name, media_type in (("text.md", "text/markdown"), ("booklet.toml", "application/toml"))
    )


def read_sheets(styles: Path, names: tuple[str, ...], world: World) -> tuple[tuple[Sheet, ...], tuple[Finding, ...]]:
    """Return the style sheets called `names`, those that can be read, and what is to be said of the others."""
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for name in names:
        path = styles / name
        try:
            sheets.append(Sheet(path, world.read(path).decode("utf-8-sig", "replace")))
        except ForbiddenError:
            findings.append(found("F001", Span(str(path)), path=path))
        except OSError:
            findings.append(found("F002", Span(str(path)), path=path))
    return tuple(sheets), tuple(findings)


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the table of contents."""

    level: int
    markup: Markup
    target: str


def _document(writer: _Writer, written: list[Markup], index: Indexes | None) -> str:
    booklet, settings = writer.booklet, writer.booklet.settings
    headings = [
        block for block in walk(booklet.blocks) if isinstance(block, Heading) and chapters.words(block.children)
    ]
    level = _level_of_running_heads(headings)
    lines = [
        *writer.contents(headings),
        *(_Line(1, line(title), f"#{identifier}") for title, identifier in (index.titles() if index else ())),
    ]
    return (
        templates()
        .get_template("print.j2")
        .render(
            settings=settings,
            labels=labels(settings.language),
            publisher=imprint.publisher(booklet),
            city=booklet.house.city,
            entries=imprint.entries(booklet),
            notice=PROMOTION if settings.cover.notice == "promotion" else "",
            addresses=imprint.addresses(booklet),
            contents=lines if len(lines) >= FEWEST_FOR_CONTENTS else (),
            chapters=written,
            index=index.opening() if index else "",
            head_level=level,
            head=shorten(settings.title),
            title_class=_title_class(settings.title),
            half_title=_has_half_title(settings.print),
        )
    )


def _level_of_running_heads(headings: list[Heading]) -> int:
    """Say which headings stand over the recto pages: chapters, or their sections where there is but one chapter."""
    return 2 if sum(heading.level == 1 for heading in headings) <= 1 else 1


def shorten(text: str) -> str:
    """Return `text` short enough for a running head.

    >>> shorten("Kalem")
    'Kalem'
    """
    if len(text) <= LONGEST_RUNNING_HEAD:
        return text
    return text[:LONGEST_RUNNING_HEAD].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"


def _has_half_title(paper: Print) -> bool:
    """Say whether a leaf with the title alone comes first: in a glued book it does, a stapled one saves the leaf."""
    return paper.binding == "perfect_bound" if paper.half_title is None else paper.half_title


def _title_class(title: str) -> str:
    """Say how much smaller than usual a title must be to stand well on a page."""
    long, longest = 45, 100
    return "" if len(title) <= long else "long" if len(title) <= longest else "longest"


@dataclass(slots=True)
class _Writer:
    """Writes the text of one booklet, notes in the line where they are first marked."""

    booklet: Booklet
    _depth: int = 0
    """How many notes deep the writing is."""
    _waiting: list[Note] = field(default_factory=list)
    """Notes marked within a note: they follow it, since a note cannot hold another."""
    _register: Register = field(default_factory=Register)
    _medium: Medium = field(init=False)

    def __post_init__(self) -> None:
        identifiers = {block.identifier for block in walk(self.booklet.blocks) if isinstance(block, Heading)}
        self._medium = Medium(
            arabic_element="span",
            note_mark=self._mark,
            image=quote,
            notes={note.label: note for note in self.booklet.notes},
            link=lambda target: _address(target, identifiers),
            heading=_labels,
            direction=labels(self.booklet.settings.language).direction,
            breaks_addresses=breaks_addresses(self.booklet.hyphenation),
        )
        if self.booklet.settings.index.verses:
            self._medium.place = self._register.verse
        self._medium.name, self._medium.paragraph = self._register.name, self._register.paragraph

    def chapter(self, section: Section) -> Markup:
        """Write a chapter, what opens it in an element of its own."""
        blocks = section.blocks
        opening = 0
        while opening < len(blocks) and (
            isinstance(blocks[opening], OVER_A_HEADING) or blocks[opening] is section.heading
        ):
            opening += 1
        head = (
            f'<header class="opening">\n{write_blocks(blocks[:opening], self._medium)}\n</header>\n' if opening else ""
        )
        return Markup(head + write_blocks(blocks[opening:], self._medium))  # noqa: S704  # our writers escape

    def contents(self, headings: list[Heading]) -> Iterator[_Line]:
        """Write the lines of the table of contents."""
        top = min((heading.level for heading in headings), default=1)
        # what is cited in a heading is cited there, not here
        medium = replace(self._medium, place=lambda cited: "", name=lambda name: "")
        for heading in headings:
            markup = write_line(chapters.unlinked(heading.children), medium)
            yield _Line(heading.level - top + 1, Markup(markup), f"#{heading.identifier}")  # noqa: S704  # as above

    def indexes(self) -> Indexes | None:
        """Return the indexes of what was written; none where none is wanted, or there is nothing to list."""
        settings, register = self.booklet.settings, self._register
        return Indexes(settings, register, shorten(settings.title)) if register.verses or register.names else None

    def _mark(self, medium: Medium, note: Note, first: bool) -> str:
        mark = f'<a class="mark" href="#note-{note.number}">{note.number}</a>'
        if not first:
            return mark
        if self._depth:
            self._waiting.append(note)
            return mark
        written = self._note(note, "note")
        while self._waiting:
            written += self._note(self._waiting.pop(0), "note unmarked")
        return written

    def _note(self, note: Note, kind: str) -> str:
        """Write a note. Within a paragraph HTML allows no paragraph, so its blocks get names of their own."""
        self._depth += 1
        blocks = _BLOCK_TAG.sub(r"<\1n-\2", write_blocks(note.blocks, self._medium))
        blocks = _BETWEEN_BLOCKS.sub(r"\1", blocks)  # WeasyPrint makes lines of it: the note is no block to begin with
        self._depth -= 1
        return f'<span class="{kind}" id="note-{note.number}" data-number="{note.number}">{blocks}</span>'


def _labels(heading: Heading) -> str:
    """Write what bookmarks and running heads say of a heading: its words without its notes."""
    words = chapters.words(heading.children)
    return f' data-label="{escape(words)}" data-head="{escape(shorten(words))}"'


def _address(target: str, identifiers: set[str]) -> str:
    """Return where a link leads; nothing where it leads nowhere."""
    if target.startswith("#"):
        return target if target[1:] in identifiers else ""
    return target if _WEB.match(target) else ""
