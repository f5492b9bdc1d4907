"""Long lists as pages of a bearable weight: sections are kept whole where they can be, and go on where they cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from publish.catalog import places
from publish.catalog.shell import Page, fit, templates, words
from publish.language import name_order

HEAVIEST = 14_000
"""Bytes of the sections of one page, so that with style, script and letters it stays under 100 kB."""
HEADING = 150
"""Bytes that the heading of a section takes, beside its words."""
MOST_JUMPS = 120
"""Links over a list; a longer one is jumped into by first letters."""


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under one heading of a list: a letter, an author, a series, a surah."""

    label: str
    anchor: str
    kind: str
    rows: tuple[Markup, ...]
    goes_on: bool = False
    """Whether it began on the page before."""

    def written(self) -> Markup:
        """Return the section as markup."""
        return Markup(templates().get_template("section.j2").render(section=self))  # noqa: S704  # a template of ours


@dataclass(frozen=True, slots=True)
class Jump:
    """Where a section begins."""

    path: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, on as many pages as it needs."""

    pages: tuple[Page, ...]
    jumps: tuple[Jump, ...]
    """In order of the sections."""


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a list."""

    path: str
    title: str
    lead: str
    """A sentence under the title; empty for none."""
    empty: str
    """What stands there in place of an empty list."""


def listing(head: Head, sections: Iterable[Section]) -> Listing:
    """Return a list as pages, the first at the path of its head."""
    parts = tuple(_parted(sections)) or ((),)
    paths = tuple(places.numbered(head.path, number) for number in range(1, len(parts) + 1))
    jumps = tuple(
        Jump(path, section.anchor, section.label)
        for path, part in zip(paths, parts, strict=True)
        for section in part
        if not section.goes_on
    )
    shown = jumps if len(jumps) <= MOST_JUMPS else tuple(_by_letter(jumps))
    pages = tuple(
        Page(
            path,
            head.title if number == 1 else f"{head.title}, {words()['page_of_list'].format(number=number)}",
            "list.j2",
            {
                "heading": head.title,
                "lead": head.lead if any(parts) else head.empty,
                "sections": [section.written() for section in part],
                "jumps": shown,
                "pages": paths,
                "number": number,
            },
        )
        for number, (path, part) in enumerate(zip(paths, parts, strict=True), 1)
    )
    return Listing(pages, jumps)


def _by_letter(jumps: Iterable[Jump]) -> Iterator[Jump]:
    """Yield the first jump of each letter, called by it."""
    firsts: dict[str, Jump] = {}
    for jump in jumps:
        firsts.setdefault(name_order.initial(fit(jump.label)), jump)
    yield from (replace(jump, label=letter) for letter, jump in firsts.items())


def _parted(sections: Iterable[Section]) -> Iterator[tuple[Section, ...]]:
    """Yield the sections of each page."""
    page: list[Section] = []
    weight = 0
    for section in sections:
        for piece in _pieces(section):
            own = HEADING + len(piece.label.encode()) + sum(len(row.encode()) for row in piece.rows)
            if page and weight + own > HEAVIEST:
                yield tuple(page)
                page, weight = [], 0
            page.append(piece)
            weight += own
    if page:
        yield tuple(page)


def _pieces(section: Section) -> Iterator[Section]:
    """Yield a section in pieces that a page can hold."""
    rows: list[Markup] = []
    weight, begun = 0, False
    for row in section.rows:
        own = len(row.encode())
        if rows and weight + own > HEAVIEST:
            yield replace(section, rows=tuple(rows), goes_on=begun)
            rows, weight, begun = [], 0, True
        rows.append(row)
        weight += own
    yield replace(section, rows=tuple(rows), goes_on=begun)


def chunks(things: Sequence[object], count: int) -> Iterator[Sequence[object]]:
    """Yield `things` by so many at a time; nothing but an empty page where there are none."""
    for start in range(0, max(1, len(things)), count):
        yield things[start : start + count]
