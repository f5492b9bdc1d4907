"""Pages of a text that came without form feeds, found by their furniture: what returns at the beat of the pages.

A line with a number counts when it counts on by one at regular distances and sentences run on over it; a line of
words when it returns, the same, at regular distances or beside such a number. Chapter numbers never cut a sentence in
two.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from publish.source.importing.folio import LONGEST, Mark, is_phrase, read
from publish.source.importing.furniture import PROOF, Removed, report, usual_length
from publish.source.importing.lines import Line
from publish.source.importing.signs import LABEL, POINT, End, finish, interrupts, runs_on
from publish.source.importing.titles import SHORTER, alternate, could_be_title, is_head

SHORTEST_PAGE = 10
"""Lines of text on a page at least."""
LONGEST_STEP = 200
"""Lines from a head to the same head again: two pages of small print, when every other page has another."""
MOST = 0.6
"""Share of the lines of one wording that stand beside folios when it is a head."""
UNFINISHED = 0.3
"""Share of the heads above which a sentence is unfinished; above a line that begins one, hardly any is."""
BEAT = (0.55, 1.7)
"""How far the length of a page may lie from the usual one: chapters begin and end."""
REGULAR = 0.75
"""Share of the pages whose length lies within the beat."""
CUTS = 0.15
"""Share of the pages that must end amid a sentence; of real pages it is two thirds and more."""
ANY = "#"
"""Stands for the words of heads that change from page to page while their folios count on; no folded words are so."""
BESIDE = 2
"""Lines between a folio and the head that goes with it."""
LONGEST_FOLIO = 16
"""Characters of “Sayfa 12 / 140” and its like."""
OPENING = 4
"""Lines at the beginning among which the title stands."""


def strip(lines: Sequence[Line]) -> tuple[tuple[tuple[Line, ...], ...], tuple[Removed, ...]]:
    """Return `lines` as pages without their furniture, and what was taken away; one page when there is no beat."""
    printed = [line for line in lines if line.text.strip()]
    texts = [line.text.strip() for line in printed]
    folios = _folios(texts)
    taken = sorted(folios | _heads(texts, folios))
    if not taken:
        return (tuple(lines),), ()
    turns = {id(printed[after]) for before, after in pairwise([-2, *taken]) if after - before > 1}
    gone = {id(printed[index]) for index in taken}
    pages: list[list[Line]] = [[]]
    for line in lines:
        if id(line) in turns:
            pages.append([])
        if id(line) not in gone:
            pages[-1].append(line)
    return tuple(tuple(page) for page in pages), report(line for line in printed if id(line) in gone)


def _numbered(text: str) -> Mark | None:
    """Return what a line with a number would be as furniture; None for any other line."""
    if len(text) > LONGEST or not (text[0].isdigit() or text[-1].isdigit() or len(text) <= LONGEST_FOLIO):
        return None
    if LABEL.match(text) or POINT.match(text):
        return None
    mark = read(text)
    return mark if mark.number is not None else None


def _folios(texts: list[str]) -> set[int]:
    """Return the indices of lines whose numbers count on from page to page, heads with a folio and folios alike."""
    groups: defaultdict[tuple[str, bool], list[tuple[int, int]]] = defaultdict(list)
    for index, text in enumerate(texts):
        if mark := _numbered(text):
            groups[mark.words, mark.plain].append((index, mark.number or 0))
            if mark.words and is_phrase(text):
                groups[ANY, False].append((index, mark.number or 0))
    found: set[int] = set()
    for (words, plain), group in groups.items():
        chain = _longest(group, len(texts) - 1)
        lines = {index for index, _ in chain}
        if len(chain) < 2 or not _beats(chain):
            continue
        sure = _are_heads(chain, texts) if words else not plain
        if sure or _is_proven(lines, texts):
            found |= lines
    return found


def _are_heads(chain: list[tuple[int, int]], texts: list[str]) -> bool:
    """Say whether lines with words that count on are heads: left and right ones differ, or one is above the title."""
    marks = [(number, read(texts[index]).words) for index, number in chain]
    first = chain[0][0]
    usual = usual_length(texts)
    titled = first < OPENING and any(could_be_title(text, usual) for text in texts[first + 1 : first + 1 + OPENING])
    return len(chain) >= PROOF and (titled or alternate(marks))


def _is_proven(lines: set[int], texts: list[str]) -> bool:
    """Say whether lines that count on are no chapters: heads go with them, or sentences run on over them."""
    if len(lines) >= PROOF:
        return _cuts(lines, texts) or _escorted(lines, texts)
    return any(_cut(line, texts, lines, surely=True) for line in lines)


def _longest(group: list[tuple[int, int]], last: int) -> list[tuple[int, int]]:
    """Return the longest run of (index, number) whose numbers grow by one or two, a page or more apart.

    Only the page that ends with the text, at index `last`, may be shorter.
    """
    best: list[tuple[int, int]] = []
    ending: dict[int, list[tuple[int, int]]] = {}
    for index, number in group:
        before = max((ending.get(number - step, []) for step in (1, 2)), key=len)
        if before and index - before[-1][0] < SHORTEST_PAGE and index != last:
            before = []
        ending[number] = [*before, (index, number)]
        best = max(best, ending[number], key=len)
    return best


def _beats(chain: Sequence[tuple[int, int]]) -> bool:
    """Say whether the (index, number) lie a page apart: alike, and far enough; the last may be near."""
    steps = [(after[0] - before[0]) / (after[1] - before[1]) for before, after in pairwise(chain)]
    usual = median(steps)
    if len(steps) > 1 and steps[-1] < usual:
        steps.pop()
    regular = sum(BEAT[0] * usual <= step <= BEAT[1] * usual for step in steps)
    return usual >= SHORTEST_PAGE and regular >= REGULAR * len(steps)


def _escorted(indices: Collection[int], texts: list[str]) -> bool:
    """Say whether one and the same line stands beside most of `indices`: the head that goes with a folio."""
    beside = Counter(
        text
        for at in indices
        for text in {texts[near] for near in _near(at, texts)}
        if is_phrase(text) and _numbered(text) is None
    )
    return bool(beside) and max(beside.values()) >= max(2, len(indices) / 2 - 1)


def _near(index: int, texts: list[str]) -> Iterator[int]:
    return (index + step for step in range(-BESIDE, BESIDE + 1) if step and 0 <= index + step < len(texts))


def _cuts(indices: Collection[int], texts: list[str], furniture: Collection[int] = ()) -> bool:
    """Say whether sentences run on over the lines of `indices` often enough."""
    around = {*indices, *furniture}
    cut = sum(_cut(index, texts, around) for index in indices)
    return cut >= max(1, CUTS * len(indices))


def _cut(index: int, texts: list[str], furniture: set[int], *, surely: bool = False) -> bool:
    near = range(1, BESIDE + 2)
    before = next((texts[index - step] for step in near if index >= step and index - step not in furniture), None)
    after = next((texts[at] for step in near if (at := index + step) < len(texts) and at not in furniture), None)
    return before is not None and after is not None and (runs_on if surely else interrupts)(before, after)


def _heads(texts: list[str], folios: set[int]) -> set[int]:
    """Return the indices of lines that return word for word at the beat of pages or beside the folios."""
    times = Counter(texts)
    usual = usual_length(texts)
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for index, text in enumerate(texts):
        if times[text] > 1 and len(text) <= SHORTER * usual and index not in folios and is_phrase(text):
            groups[text].append(index)
    found: set[int] = set()
    for text, indices in groups.items():
        taken = _beside(indices, texts, folios) or _returning(indices, texts, folios)
        first = indices[0]
        if taken and first < OPENING and not any(near in folios for near in _near(first, texts)):
            rest = [other for other in texts[: OPENING + 1] if other is not text]
            taken = taken | {first} if is_head(read(text).words, rest, usual, furnished=False) else taken - {first}
        found |= taken
    return found


def _beside(indices: list[int], texts: list[str], folios: set[int]) -> set[int]:
    """Return those of `indices` that stand beside folios, where most of them do."""
    beside = {at for at in indices if any(near in folios for near in _near(at, texts))}
    return beside if len(beside) >= max(2, MOST * len(indices)) else set()


def _returning(indices: list[int], texts: list[str], folios: set[int]) -> set[int]:
    """Return `indices` if they come at the beat of pages, from the first to the last, and cut sentences."""
    if len(indices) < PROOF or not _beats([(at, order) for order, at in enumerate(indices)]):
        return set()
    page = median(after - before for before, after in pairwise(indices))
    covered = indices[0] <= 2 * page and len(texts) - indices[-1] <= 2 * page and page <= LONGEST_STEP
    unfinished = sum(at > 0 and finish(texts[at - 1]) in (End.OPEN, End.BARE) for at in indices)
    cutting = unfinished >= max(2, UNFINISHED * len(indices)) and _cuts(indices, texts, folios)
    return set(indices) if covered and cutting else set()
