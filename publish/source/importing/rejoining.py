"""Sentences that the extraction tore apart at a verse within them: where the verse was broken over lines.

    Nitekim الله             a paragraph that ends with Arabic
    نور السماوات              Arabic by itself
    والأرض (Nûr 35) buyrulur  a paragraph that begins with Arabic, or with the citation    →   one paragraph

They are one sentence if all that Arabic together is the verse that is cited; `restoring` finds that out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from publish.language import arabic
from publish.model.inline import Reference
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.stretches import citations

_WRITTEN = frozenset({Kind.PARAGRAPH, Kind.HEADING})
"""A sentence that was torn early looks like a heading."""
_SIGNS = re.compile(r"[\s()\[\].,:;«»“”]*")


@dataclass(frozen=True, slots=True)
class Torn:
    """What may be one sentence: a paragraph before, Arabic by itself, a paragraph behind; two of them at least."""

    before: Block | None
    between: Block | None
    behind: Block
    tail: tuple[int, int] | None
    """Where the Arabic stands that `before` ends with."""
    head: tuple[int, int] | None
    """Where the Arabic stands that `behind` begins with."""

    @classmethod
    def of(cls, earlier: Sequence[Block], block: Block) -> Torn | None:
        """Return what `block` may be the end of; None where no Arabic was torn."""
        if block.kind is not Kind.PARAGRAPH:
            return None
        rest = list(earlier[-2:])
        between = rest.pop() if rest and rest[-1].kind is Kind.ARABIC else None
        before = rest.pop() if rest and rest[-1].kind in _WRITTEN else None
        tail = _tail(before.paragraphs[0].text) if before else None
        torn = cls(before if tail else None, between, block, tail, _head(block.paragraphs[0].text))
        return torn if sum(map(bool, (torn.tail, torn.between, torn.head))) > 1 else None

    @property
    def count(self) -> int:
        """How many blocks before the last it takes in."""
        return bool(self.before) + bool(self.between)

    @property
    def line(self) -> int:
        """The line of the file in which the Arabic begins."""
        if self.before and self.tail:
            return self.before.paragraphs[0].line(self.tail[0])
        return (self.between or self.behind).paragraphs[0].line(0)

    @property
    def arabic(self) -> str:
        """All the Arabic, a line each."""
        texts = [paragraph.text for paragraph in self.between.paragraphs] if self.between else []
        if self.before and self.tail:
            texts.insert(0, self.before.paragraphs[0].text[slice(*self.tail)])
        if self.head:
            texts.append(self.behind.paragraphs[0].text[slice(*self.head)])
        return "\n".join(texts)

    def cited(self) -> tuple[Reference, ...]:
        """Return the verses that are cited last before the Arabic and first behind it."""
        before = citations(self.before.paragraphs[0].text)[-1:] if self.before else []
        behind = citations(self.behind.paragraphs[0].text)[:1]
        return tuple(dict.fromkeys(reference for _, _, cited in (*behind, *before) for reference in cited))

    def mended(self, verse: str) -> Block:
        """Return the sentence with `verse` in it."""
        behind = self.behind.paragraphs[0]
        if self.before is None or self.tail is None:
            start, end = self.head or (0, 0)
            return replace(self.behind, paragraphs=(behind.with_text(start, end, verse if self.head else f"{verse} "),))
        before = self.before.paragraphs[0].with_text(*self.tail, verse)
        if self.head:
            behind = behind.cut(self.head[1], len(behind.text))
            behind = behind.cut(len(behind.text) - len(behind.text.lstrip()), len(behind.text))
        return replace(self.behind, paragraphs=(before.with_(behind),))


def _tail(text: str) -> tuple[int, int] | None:
    runs = arabic.runs(text)
    return runs[-1] if runs and _SIGNS.fullmatch(text, runs[-1][1]) else None


def _head(text: str) -> tuple[int, int] | None:
    runs = arabic.runs(text)
    return runs[0] if runs and _SIGNS.fullmatch(text, 0, runs[0][0]) else None
