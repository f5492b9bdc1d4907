"""Links lead somewhere a reader can go."""

from __future__ import annotations

import re
from collections.abc import Iterable

from publish.check.registry import rule
from publish.model.block import Heading
from publish.model.booklet import Booklet
from publish.model.finding import Finding, found
from publish.model.inline import Link, walk
from publish.model.world import World

_PUBLIC = re.compile(r"(?:https?://[^\s/]+|mailto:[^\s@]+@\S+|tel:\+?\d)", re.IGNORECASE)


@rule
def links(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find links to headings that are not there (S028), and links to files or to nothing (S029)."""
    names = [block.identifier for block in booklet.walk() if isinstance(block, Heading)]
    for line in booklet.lines():
        for link in (inline for inline in walk(line) if isinstance(inline, Link)):
            if link.target.startswith("#"):
                if link.target[1:] not in names:
                    yield found("S028", link.span, name=link.target[1:], known=", ".join(names))
            elif not _PUBLIC.match(link.target):
                yield found("S029", link.span, target=link.target)
