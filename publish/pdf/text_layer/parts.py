"""Runs of glyphs cut into parts that a reader takes in one direction: words, spaces, numbers, signs."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from publish.pdf.text_layer import shaped
from publish.pdf.text_layer.codes import NARROWEST, Code, spell_backwards, spell_forwards, spell_whole, widened
from publish.pdf.text_layer.face import Face
from publish.pdf.text_layer.kinds import RLM, Kind, is_number_sign, kind
from publish.pdf.text_layer.order import Part
from publish.pdf.text_layer.shaped import Cluster, Run, Scale, Word

_NUMBERS_AND_SIGNS = re.compile("[\u0600-\u0605\u06dd\u08e2]|[^\u0600-\u0605\u06dd\u08e2]+")


class Found(NamedTuple):
    """A part of a line; sorted, they stand in the order of reading."""

    start: int
    """Where its word begins in the text of the line, in bytes of UTF-8."""
    rank: int
    """Its place in its word, in the order of reading."""
    x: float
    """Where it is drawn, in thousandths of an em from the left edge of the line."""
    part: Part


def find(run: Run, face: Face, scale: Scale, x: float, *, inside: bool) -> tuple[list[Found], float]:
    """Return the parts of `run`, which begins at `x`, and where it ends.

    `inside` where the text around it is read from right to left.
    """
    if inside and run.level % 2 == 0:
        cut, words, direction = _foreign, [Word(run.start, run.text, run.glyphs, run.clusters)], -1
    elif run.level % 2:
        cut, words, direction = _arabic, list(shaped.words(run)), -1
    else:
        cut, words, direction = _latin, list(shaped.words(run)), 1
    found: list[Found] = []
    for word in words:
        parts, advance = _remembered(word, face, scale, cut)
        place = x
        for rank, part in enumerate(parts):
            found.append(Found(word.start, rank * direction, place, part))
            place += part.width
        x += advance
    return found, x


_Cut = Callable[[Word, Face, Scale], tuple[tuple[Part, ...], float]]


def _remembered(word: Word, face: Face, scale: Scale, cut: _Cut) -> tuple[tuple[Part, ...], float]:
    """Return the parts of `word` and its advance, in thousandths of an em."""
    key = (cut, word.text, word.glyphs, scale.size)
    parts: tuple[tuple[Part, ...], float] | None = face.known.get(key)
    if parts is None:
        parts = face.known[key] = cut(word, face, scale)
    return parts


class _Spelled(NamedTuple):
    """A cluster and its codes, from the left."""

    text: str
    codes: tuple[Code, ...]
    written: str
    """The codes in hexadecimal; empty where they have no number yet."""
    advance: float
    """Thousandths of an em."""
    is_narrow: bool


_Spell = Callable[[Cluster], tuple[Code, ...]]


def _spelled(slice_: tuple[bytes, bytes], face: Face, scale: Scale, spell: _Spell) -> _Spelled:
    key = (spell, slice_, scale.size)
    spelled: _Spelled | None = face.known.get(key)
    if spelled is None:
        cluster = scale.cluster(*slice_)
        codes = spell(cluster)
        narrow = any(code.width < NARROWEST for code in codes)
        written = "" if narrow else face.write(codes)  # the codes of a narrow one depend on its word
        spelled = face.known[key] = _Spelled(cluster.text, codes, written, cluster.advance, narrow)
    return spelled


def _arabic(word: Word, face: Face, scale: Scale) -> tuple[tuple[Part, ...], float]:
    """Cut a word that is read from right to left before and behind whatever pdftotext would not turn around."""
    clusters, advance = _clusters(word, face, scale, spell_backwards)
    parts: list[Part] = []
    for ends, group in groupby(clusters, key=lambda cluster: kind(cluster.text[0]) is Kind.LEFT):
        same = list(group)
        parts += [_part([cluster]) for cluster in same] if ends else [_part(same)]
    return tuple(parts), advance


def _clusters(word: Word, face: Face, scale: Scale, spell: _Spell) -> tuple[list[_Spelled], float]:
    """Return the clusters of `word`, none of them too narrow, and its advance in thousandths of an em."""
    slices = shaped.slices(word, backwards=spell is spell_backwards)
    clusters = [_spelled(slice_, face, scale, spell) for slice_ in slices]
    advance = sum(cluster.advance for cluster in clusters)
    return (_relieved(clusters, face) if any(cluster.is_narrow for cluster in clusters) else clusters), advance


def _relieved(clusters: Sequence[_Spelled], face: Face) -> list[_Spelled]:
    """Return `clusters`, the narrow ones wider at the cost of the others."""
    codes = iter(widened([code for cluster in clusters for code in cluster.codes], face.upem))
    relieved = []
    for cluster in clusters:
        own = tuple(islice(codes, len(cluster.codes)))
        relieved.append(cluster._replace(codes=own, written=face.write(own)))
    return relieved


def _part(clusters: Sequence[_Spelled]) -> Part:
    text = "".join(cluster.text for cluster in reversed(clusters))
    codes = tuple(code for cluster in clusters for code in cluster.codes)
    return Part(text, codes, sum(code.width for code in codes), "".join(cluster.written for cluster in clusters))


def _foreign(word: Word, face: Face, scale: Scale) -> tuple[tuple[Part, ...], float]:
    """Make one part of a number or of Latin words amid Arabic; a sign drawn around a number is a part before it.

    The sign and its number lie over each other: the number gets the left half of the room, the sign the right.
    """
    clusters = [scale.cluster(*slice_) for slice_ in shaped.slices(word, backwards=False)]
    whole = spell_whole(clusters, face.upem)
    texts = _NUMBERS_AND_SIGNS.findall(whole.text)[::-1]
    parts, end = [], 0
    for count, text in enumerate(texts, 1):
        width = whole.width * count // len(texts) - end
        end += width
        meaning = RLM + text if is_number_sign(text) else text  # pdfium would read sign and number as one number
        parts.append(Part(text, (Code(meaning, whole.pieces if count == 1 else (), width),), width))
    return tuple(parts), sum(cluster.advance for cluster in clusters)


def _latin(word: Word, face: Face, scale: Scale) -> tuple[tuple[Part, ...], float]:
    clusters, advance = _clusters(word, face, scale, spell_forwards)
    codes = tuple(code for cluster in clusters for code in cluster.codes)
    return (Part(word.text.decode(), codes, sum(code.width for code in codes)),), advance
