"""Dots that stand for what is left out or left open."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.language.typographer.registry import SHORT, WORDS, Edit, rule

_DOTS = re.compile(r"(?<![./\\])(?<!\.\s)(?<!\.\s\s)(?:\.\.\.|\. \. \.)(?!\s*[.…]|[\d/\\])")


@rule("ellipsis", WORDS + SHORT)
def ellipsis(text: str) -> Iterator[Edit]:
    """... → … as one sign (house; TDK, “Üç Nokta” asks for three dots and leaves their form open)."""
    if ".." in text or ". ." in text:
        for match in _DOTS.finditer(text):
            yield Edit(*match.span(), "…")
