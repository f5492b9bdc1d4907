"""What the printed page had around its text: running heads and folios, found by what proves them, and nothing else.

A running head is proved by repetition at the edge of pages, a folio by counting on as the pages do. A line that merely
looks like one stays. Where the producer wrote form feeds the pages are known; where it did not, `rhythm` finds them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from statistics import median

from publish.source.importing.folio import LONGEST, Mark, is_phrase, read
from publish.source.importing.lines import Line
from publish.source.importing.signs import LABEL, POINT, End, Start, begin, finish, interrupts, runs_on
from publish.source.importing.titles import SHORTER, alternate, could_be_title, is_head

DEPTH = 3
"""Lines from the edge of a page among which furniture is looked for."""
PROOF = 3
"""Pages that must agree before a line is furniture."""
SHORT = 6
"""Up to as many pages, two that agree are enough for a head that stands outermost."""
DENSITY = 0.3
"""Share of the pages between the first and the last that must show a head; every other page, and some leeway."""
ALIKE = 0.85
"""Likeness at which a head that was read badly is still the head."""
ALIKE_FROM = 8
"""Letters that a head has at least if it may be misread."""

MOST_PAGES = 0.45
"""Share of the pages: every other one."""
LONE_SHARE = 0.6
"""Share of a usual line that a head fills at most when it stands but once; lines of running text are full."""
_SENTENCE = re.compile(r"[.!?;,:…“”]")
Edges = Sequence[tuple[list[Line], list[Line]]]
"""Of each page the lines at its head and at its foot, from the edge inwards."""


@dataclass(frozen=True, slots=True)
class Removed:
    """Lines that were furniture."""

    folio: bool
    text: str
    """A head as it stood first; of folios the first one."""
    numbers: tuple[int, ...]
    """Lines of the file, in order."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line at the edge of a page."""

    page: int
    depth: int
    """Lines between it and the edge."""
    line: Line
    mark: Mark


def strip(pages: Sequence[Sequence[Line]]) -> tuple[tuple[tuple[Line, ...], ...], tuple[Removed, ...]]:
    """Return `pages` without their running heads and folios, and what was taken away."""
    edges = [_edges(page) for page in pages]
    usual = usual_length(line.text for page in pages for line in page)
    proven: set[int] = set()
    for side in (0, 1):
        candidates = [
            Candidate(index, depth, line, read(line.text))
            for index, page in enumerate(edges)
            for depth, line in enumerate(page[side])
            if _possible(line.text)
        ]
        proven |= _folios(candidates, len(pages)) | _heads(candidates, len(pages), usual) | _numbered(candidates)
    proven -= _chapters(pages, edges, proven, usual)
    taken: set[int] = set()
    for index, both in enumerate(edges):
        for edge in both:
            taken |= {id(line) for line in _outermost(edge, proven)}
        if index == 0:
            taken -= _title(both, taken, edges, usual)
    taken |= _intruders(pages, taken, usual)
    kept = tuple(tuple(line for line in page if id(line) not in taken) for page in pages)
    return kept, report(line for page in pages for line in page if id(line) in taken)


def _outermost(side: list[Line], proven: set[int]) -> list[Line]:
    """Return the lines from the edge inwards that are proven, each head once: its second time it is the title."""
    taken: list[Line] = []
    seen: set[str] = set()
    for line in side:
        words = read(line.text).words
        if id(line) not in proven or words in seen:
            break
        seen.add(words)
        taken.append(line)
    return taken


def usual_length(texts: Iterable[str]) -> float:
    """Return how many characters a usual line has."""
    return median([len(text.strip()) for text in texts if text.strip()] or [0])


def _chapters(pages: Sequence[Sequence[Line]], edges: Edges, proven: set[int], usual: float) -> set[int]:
    """Return the ids of `proven` lines that are “Ders 1”, “Ders 2” on pages of their own, and no running heads.

    Heads cut sentences, differ on left and right pages, or stand above the title.
    """
    marks = {
        id(line): (index, mark.words)
        for index, edge in enumerate(edges)
        for side in edge
        for line in side
        if id(line) in proven and (mark := read(line.text)).words and mark.number is not None
    }
    bodies = [[line.text.strip() for line in page if line.text.strip() and id(line) not in proven] for page in pages]
    cut = any(interrupts(before[-1], after[0]) for before, after in pairwise(body for body in bodies if body))
    titled = (
        edges[0][0] and id(edges[0][0][0]) in marks and any(could_be_title(text, usual) for text in bodies[0][:DEPTH])
    )
    return set() if cut or titled or alternate(marks.values()) else set(marks)


def _intruders(pages: Sequence[Sequence[Line]], taken: set[int], usual: float) -> set[int]:
    """Return the ids of heads that stand but once: a single line at a page edge over which a sentence runs on."""
    bodies = [[line for line in page if line.text.strip() and id(line) not in taken] for page in pages]
    found: set[int] = set()
    for before, after in pairwise(body for body in bodies if len(body) > 1):
        texts = [line.text.strip() for line in (before[-2], before[-1], after[0], after[1])]
        if _is_lone_head(texts[2], usual) and runs_on(texts[1], texts[3]) and not runs_on(texts[1], texts[2]):
            found.add(id(after[0]))
        elif _is_lone_head(texts[1], usual) and runs_on(texts[0], texts[2]) and not runs_on(texts[0], texts[1]):
            found.add(id(before[-1]))
    return found


def _is_lone_head(text: str, usual: float) -> bool:
    """Say whether `text` can be a head by itself: much shorter than the `usual` line, and nothing of a sentence."""
    bare = len(text) <= LONE_SHARE * usual and not _SENTENCE.search(text) and finish(text) is End.BARE
    return bare and begin(text) in (Start.UPPER, Start.DIGIT) and not LABEL.match(text) and not POINT.match(text)


def report(lines: Iterable[Line]) -> tuple[Removed, ...]:
    """Gather what was taken away: folios in one, heads by their words, in order of appearance."""
    groups: defaultdict[str, list[Line]] = defaultdict(list)
    for line in lines:
        groups[read(line.text).words].append(line)
    return tuple(
        Removed(not words, " ".join(group[0].text.split()), tuple(line.number for line in group))
        for words, group in groups.items()
    )


def _edges(page: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Return the lines at the head and at the foot of a page, from the edge inwards; no line in both."""
    printed = [line for line in page if line.text.strip()]
    head = printed[: min(DEPTH, (len(printed) + 1) // 2)]
    foot = printed[max(len(head), len(printed) - DEPTH) :]
    return head, foot[::-1]


def _possible(text: str) -> bool:
    text = text.strip()
    return len(" ".join(text.split())) <= LONGEST and not LABEL.match(text) and not POINT.match(text)


def _folios(candidates: list[Candidate], pages: int) -> set[int]:
    """Return the ids of the lines that are folios: the number runs as the pages do."""
    proven: set[int] = set()
    for plain in (False, True):
        group = [item for item in candidates if not item.mark.words and item.mark.plain is plain]
        offsets = Counter(_offset(item) for item in group)
        least = PROOF if plain and pages >= PROOF else min(PROOF, 2)
        proven |= {id(item.line) for item in group if offsets[_offset(item)] >= least}
    return proven


def _numbered(candidates: list[Candidate]) -> set[int]:
    """Return the ids of outermost lines that end or begin with a folio, whatever their words: chapter heads change."""
    group = [item for item in candidates if item.depth == 0 and item.mark.number is not None and item.mark.words]
    group = [item for item in group if is_phrase(item.line.text)]
    offsets = Counter(_offset(item) for item in group)
    return {id(item.line) for item in group if offsets[_offset(item)] >= 2}


def _offset(item: Candidate) -> int:
    return (item.mark.number or 0) - item.page


def _heads(candidates: list[Candidate], pages: int, usual: float) -> set[int]:
    """Return the ids of the lines that are running heads: the same words on page after page.

    A line as long as those of the text must stand on most pages: sentences come back too.
    """
    groups: defaultdict[str, list[Candidate]] = defaultdict(list)
    for item in candidates:
        if item.mark.words and is_phrase(item.line.text):
            groups[item.mark.words].append(item)
    proven = {
        key: counting
        for key, group in groups.items()
        if _repeats(counting := _counting(group), pages)
        and (len(group[0].line.text.strip()) <= SHORTER * usual or len(counting) >= MOST_PAGES * pages)
    }
    misread = (
        item
        for key, group in groups.items()
        if key not in proven and len(key) >= ALIKE_FROM and any(_alike(key, other) for other in proven)
        for item in group
    )
    return {id(item.line) for group in proven.values() for item in group} | {id(item.line) for item in misread}


def _alike(one: str, other: str) -> bool:
    if abs(len(one) - len(other)) > 3:
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _counting(group: list[Candidate]) -> list[Candidate]:
    """Return those of `group` whose folios count on, and those without one; chapter numbers do not run as pages do."""
    offsets = Counter(_offset(item) for item in group if item.mark.number is not None)
    if not offsets:
        return group
    offset, times = offsets.most_common(1)[0]
    values = {item.mark.number for item in group}
    if times < 2 and len(values) > 1:
        return [item for item in group if item.mark.number is None]
    if times < 2 or len(values) == 1:
        return group  # the number belongs to the words: “1915 Olayları”
    return [item for item in group if item.mark.number is None or _offset(item) == offset]


def _repeats(group: list[Candidate], pages: int) -> bool:
    """Say whether `group` stands on pages enough, close enough to one another."""
    at = sorted({item.page for item in group})
    outermost = pages <= SHORT and all(item.depth <= 1 for item in group)
    if len(at) < (2 if outermost or all(item.mark.number is not None for item in group) else PROOF):
        return False
    return len(at) >= DENSITY * (at[-1] - at[0] + 1)


def _title(page: tuple[list[Line], list[Line]], taken: set[int], edges: Edges, usual: float) -> set[int]:
    """Return the id of the first page's title when heads repeat it: it must not go with them."""
    head = next((line for line in page[0] if id(line) in taken and read(line.text).words), None)
    if head is None or read(head.text).number is not None:
        return set()
    words = read(head.text).words
    rest = [line.text for line in page[0] if id(line) not in taken]
    numbered = any(
        read(line.text).words == words and read(line.text).number is not None
        for edge in edges[1:]
        for side in edge
        for line in side
    )
    folio = not numbered and any(not read(line.text).words for side in page for line in side if id(line) in taken)
    return set() if is_head(words, rest, usual, furnished=folio) else {id(head)}
