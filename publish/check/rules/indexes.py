"""An index that is asked for has something to list, and every name in it is one name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from publish.check.registry import rule
from publish.language import names, turkish
from publish.language.names import Finder
from publish.model.block import Verse
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import Citation, Name, walk
from publish.model.settings import Name as Listed
from publish.model.world import World

MOST_COMPARED = 20
"""Names not found for which the nearest words of the text are sought."""


@rule
def verse_index(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find an index of verses in a booklet that names none (A030); nothing is printed of it."""
    if not booklet.settings.index.verses:
        return
    is_set = any(isinstance(block, Verse) and block.references for block in booklet.walk())
    cited = (node for line in booklet.lines() for node in walk(line) if isinstance(node, Citation))
    if not is_set and not any(citation.references for citation in cited):
        yield found("A030", booklet.place("index.verses"))


@dataclass(slots=True)
class _Text:
    """What the lines of a booklet have of its names."""

    lines: Sequence[str]
    headings: set[str] = field(default_factory=set)
    """Of the names found by the list, or marked."""
    forms: Counter[str] = field(default_factory=Counter)
    """How often each form stands there."""


@rule
def listed_names(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find names listed that stand nowhere (M032; M034 with the nearest), twice (M033), or within another (S044)."""
    listed = booklet.settings.index.names
    if not listed:
        return
    text = _read(booklet, Finder(listed))
    repeated = _repeated(listed)
    for index, (form, heading) in repeated.items():
        yield found("M033", _place(booklet, index), form=form, first=heading, second=listed[index].name)
    yield from _nowhere(booklet, text, repeated)
    yield from _within_another(booklet, text)


@rule
def marked_names(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find headings of marked names that are written in two ways (S043)."""
    written = {turkish.fold(name.name): name.name for name in booklet.settings.index.names}
    for line in booklet.lines():
        for node in walk(line):
            if isinstance(node, Name) and node.heading:
                other = written.setdefault(turkish.fold(node.heading), node.heading)
                if names.exact(other) != names.exact(node.heading):
                    yield found("S043", node.span, heading=node.heading, other=other)


def _read(booklet: Booklet, finder: Finder) -> _Text:
    text = _Text([names.running_text(line) for line in booklet.lines()])
    for line in text.lines:
        for each in finder.find(line):
            text.headings.add(each.heading)
            text.forms[names.exact(each.form)] += 1
    marked = (node for line in booklet.lines() for node in walk(line) if isinstance(node, Name))
    text.headings |= {finder.heading(node) for node in marked}
    return text


def _place(booklet: Booklet, index: int) -> Span:
    return booklet.place(f"index.names.{index}", f"index.names.{index}.name", "index.names")


def _repeated(listed: Sequence[Listed]) -> dict[int, tuple[str, str]]:
    """Return, by their numbers in the list, names with a form that stands further up: that form, and whose it is."""
    first: dict[str, tuple[int, str]] = {}
    repeated: dict[int, tuple[str, str]] = {}
    for index, name in enumerate(listed):
        for form in names.forms(name):
            number, heading = first.setdefault(names.exact(form), (index, name.name))
            if number != index:
                repeated.setdefault(index, (form, heading))
    return repeated


def _nowhere(booklet: Booklet, text: _Text, repeated: Container[int]) -> Iterator[Finding]:
    listed = enumerate(booklet.settings.index.names)
    missing = [(index, name) for index, name in listed if name.name not in text.headings and index not in repeated]
    by_length: dict[int, dict[str, str]] = {}
    for number, (index, name) in enumerate(missing):
        form, near = names.sought(name.name), ""
        count = len(form.split())
        if number < MOST_COMPARED:
            if count not in by_length:
                by_length[count] = names.candidates(text.lines, count)
            near = names.nearest(form, by_length[count])
        if near:
            yield found("M034", _place(booklet, index), name=name.name, near=near)
        else:
            yield found("M032", _place(booklet, index), name=name.name)


def _within_another(booklet: Booklet, text: _Text) -> Iterator[Finding]:
    listed = booklet.settings.index.names
    owners = {names.exact(form): (index, form) for index, name in enumerate(listed) for form in names.forms(name)}
    said: set[str] = set()
    for name in listed:
        for form in names.forms(name):
            for part in _parts(names.exact(form)):
                index, short = owners.get(part, (-1, ""))
                if short and listed[index] is not name and text.forms[part] and part not in said:
                    said.add(part)
                    yield found(
                        "S044",
                        _place(booklet, index),
                        form=short,
                        heading=listed[index].name,
                        other=name.name,
                        count=text.forms[part],
                    )


def _parts(form: str) -> Iterator[str]:
    """Yield the words of a form, and those that follow one another, but not all of them."""
    words = form.split()
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            if end - start < len(words):
                yield " ".join(words[start:end])
