"""An index that is asked for has something to list."""

from __future__ import annotations

from collections.abc import Iterable

from publish.check.registry import rule
from publish.model.block import Verse
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import Citation, walk
from publish.model.world import World


@rule
def verse_index(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find an index of verses in a booklet that names none (A030); nothing is printed of it."""
    if not booklet.settings.index.verses:
        return
    is_set = any(isinstance(block, Verse) and block.references for block in booklet.walk())
    cited = (node for line in booklet.lines() for node in walk(line) if isinstance(node, Citation))
    if not is_set and not any(citation.references for citation in cited):
        yield found("A030", booklet.places.get("index.verses", Span(str(booklet.folder / "booklet.toml"))))
