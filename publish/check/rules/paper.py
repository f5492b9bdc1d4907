"""The paper that is named is one we know the thickness of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from publish.check.registry import rule
from publish.model import printing
from publish.model.booklet import Booklet
from publish.model.edition import Edition
from publish.model.finding import Finding, found
from publish.model.world import World


@rule
def known_paper(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find what `unknown_papers` does (M046)."""
    return unknown_papers(booklet)


def unknown_papers(edition: Edition) -> Iterator[Finding]:
    """Find a paper, of pages or cover, that neither we nor the house file know (M046)."""
    known = sorted({*printing.papers(), *edition.house.papers})
    for key, name in (("print.paper", edition.settings.print.paper), ("cover.paper", edition.settings.cover.paper)):
        if name not in known:
            near = get_close_matches(name, known, n=1, cutoff=0)[0]
            yield found("M046", edition.place(key), key=key, name=name, near=near, known=", ".join(known))
