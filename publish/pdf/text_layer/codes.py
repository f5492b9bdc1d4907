"""The law of the text layer: how clusters become character codes that every reader turns back into the same text.

Found by measurement with pdftotext, pdfium and pypdf, which agree on vowelled Arabic only where

- every code means one character, a number with its signs excepted, which is one code;
- the codes stand in the order of the eye, on one baseline, in one `TJ`;
- the codes of a word touch, so that nothing looks like a gap but a space;
- no code is much narrower than the next, or pdfium takes it for one drawn twice.

What is drawn does not matter to readers. So the whole picture of a cluster is drawn by its leftmost code, and its other
codes draw nothing:

    reading   ﺏ + kasra                     eye   kasra  ﺏ
    codes                                         ╰ draws both   ╰ draws nothing
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from publish.pdf.text_layer.kinds import NOTHING, RLM, stays_in_pypdf
from publish.pdf.text_layer.shaped import THOUSANDTHS, Cluster, Piece

NARROWEST = 40
"""Thousandths of an em that a code has at least, where its word is wide enough. pdfium drops a character that stands
within 70 of the same one, and between two of the same there is always another."""


class Code(NamedTuple):
    """A character code: what it means, what it draws from where it stands, how far it moves on."""

    text: str
    pieces: tuple[Piece, ...]
    width: int
    """Thousandths of an em."""


def spell_backwards(cluster: Cluster) -> tuple[Code, ...]:
    """Return the codes of a cluster that is read from right to left, from the left."""
    characters = [text if stays_in_pypdf(text) else text + NOTHING for text in cluster.text]
    if _order_matters(cluster.text):  # pdfium does not turn marks around, unless each follows something else
        characters.sort(key=lambda text: unicodedata.combining(text[0]))
        characters = [RLM + text if unicodedata.combining(text[0]) else text for text in characters]
    else:  # the order of marks is free, so pdfium's search may have it as it was typed
        characters = [text for _, group in groupby(characters, _is_mark) for text in _turned(list(group))]
    return _shared(characters[::-1], cluster)


def _is_mark(text: str) -> bool:
    return unicodedata.combining(text[0]) != 0


def _turned(same: list[str]) -> list[str]:
    return same[::-1] if _is_mark(same[0]) else same


def _order_matters(text: str) -> bool:
    """Tell whether some marks of `text` stand in one place, so that another order of them is another text."""
    places = [place for place in map(unicodedata.combining, text) if place]
    return len(set(places)) < len(places)


def spell_forwards(cluster: Cluster) -> tuple[Code, ...]:
    """Return the codes of a cluster that is read from left to right."""
    return _shared(list(cluster.text), cluster)


def spell_whole(clusters: Sequence[Cluster], upem: int) -> Code:
    """Return one code for all of `clusters`, which are read from left to right: a number, words of Latin."""
    pieces: list[Piece] = []
    place = 0.0
    for cluster in clusters:
        pieces += moved(cluster.pieces, place, upem)
        place += cluster.advance
    return Code("".join(cluster.text for cluster in clusters), tuple(pieces), max(0, round(place)))


def _shared(texts: list[str], cluster: Cluster) -> tuple[Code, ...]:
    width, count = round(cluster.advance), len(texts)
    return tuple(
        Code(text, () if index else cluster.pieces, width * (index + 1) // count - width * index // count)
        for index, text in enumerate(texts)
    )


def moved(pieces: tuple[Piece, ...], distance: float, upem: int) -> tuple[Piece, ...]:
    """Return `pieces` moved to the right by `distance` (thousandths of an em)."""
    units = round(distance * upem / THOUSANDTHS)
    return tuple(piece._replace(right=piece.right + units) for piece in pieces) if units else pieces


def widened(codes: Sequence[Code], upem: int) -> tuple[Code, ...]:
    """Give every code of a word the least width, taken from the wide ones; what is drawn stays where it is.

    No code gets less than nothing, which a font cannot say.
    """
    total = max(0, sum(code.width for code in codes))
    least = min(NARROWEST, total // len(codes))
    wanted = [max(code.width, least) for code in codes]
    spare = sum(wanted) - least * len(codes)
    taken = (sum(wanted) - total) / spare if spare else 0.0
    found: list[Code] = []
    before, end, ideal = 0, 0, 0.0
    for code, width in zip(codes, wanted, strict=True):
        ideal += width - (width - least) * taken
        found.append(Code(code.text, moved(code.pieces, before - end, upem), round(ideal) - end))
        before += code.width
        end = round(ideal)
    return tuple(found)
