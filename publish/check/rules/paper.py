"""The paper that is named is one we know the thickness of."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from publish.check.registry import rule
from publish.model import printing
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.world import World


@rule
def known_paper(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find a paper, of pages or cover, that neither we nor the house file know (M046)."""
    known = sorted({*printing.papers(), *booklet.house.papers})
    for key, name in (("print.paper", booklet.settings.print.paper), ("cover.paper", booklet.settings.cover.paper)):
        if name not in known:
            place = booklet.places.get(key, Span(str(booklet.folder / "booklet.toml")))
            near = get_close_matches(name, known, n=1, cutoff=0)[0]
            yield found("M046", place, key=key, name=name, near=near, known=", ".join(known))
