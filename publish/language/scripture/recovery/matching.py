"""Finds the verse that a damaged line of Arabic was, and says what may be done about it.

    text → do its letters stand in the canon as they are?                 every such place, score 1
         → places that share sequences of letters    `places`             some dozen
         → the words there that explain the text     `fit`                score, by `query`
         → the same words elsewhere                                       ties

A verse is put in place of the text only where its citation says the same; else it is suggested, or nothing is done.
The basmala is its own citation.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from publish.language.scripture import quran
from publish.language.scripture.recovery.fit import ACROSS, CLEAR, CLEAR_LETTERS, CLEAR_OF_DOUBLES, Fit, Passage, fit
from publish.language.scripture.recovery.index import Index, Spelling
from publish.language.scripture.recovery.places import SURE, Way, Words, ways
from publish.language.scripture.recovery.query import Query, query, undoubled
from publish.language.scripture.recovery.text import reference_of, respelled, text_of
from publish.model.inline import Reference

BASMALA = Reference(quran.OPENING_SURAH, 1, 1)
LIMIT = 10
FEWEST, MOST = 5, 1500
"""Letters of a damaged text that is looked for all over the canon: fewer stand everywhere, and in more letters every
long passage is like every other."""
LONGEST_VERSE, WIDE = 600, 3
"""Letters, rounded up; and how many times the text's length, besides, cited verses may have to be compared at once."""
FAVOUR = 0.06
"""What the passage that is cited may be worse than another and still come first."""
REPLACED, SUGGESTED = 0.85, 0.7
"""Scores from which on a cited passage replaces the text, and from which on a passage is suggested."""
SUGGESTED_WORDS = 4
"""Words of a passage that is suggested without a citation: shorter ones are everybody's."""

_TIED = 6
"""Passages whose words are looked for elsewhere."""
_HOLE = re.compile("[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
"""What extractors write for a glyph whose letters they do not know."""


@dataclass(frozen=True, slots=True)
class Match:
    """A passage of the canon that a text may have been."""

    reference: Reference
    """The verses it lies in."""
    score: float
    """How well it explains the text, from 0 to 1: 1 where its letters are those of the text."""
    text: str
    """The passage as the canon has it, byte for byte; several verses each with its sign and number, unless cut."""
    words: int
    whole: bool
    """Whether it is whole verses."""
    clear: bool
    """Whether its first and last word are sure: whole verses, or nothing nearly as good thereabouts."""
    spelling: str
    """The one of `quran.SCRIPTS` that explains the text better; in both alike, the first."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What may be done with a text."""

    action: Literal["replace", "suggest", "leave"]
    matches: tuple[Match, ...] = ()
    """The passage to put in its place, or those to suggest, the likeliest first."""


def judge(typed: str, reference: Reference | None, index: Index, script: str) -> Verdict:
    """Say whether `typed` is to be replaced by the canon's text, whether that is to be suggested, or neither.

    Replaced is what is cited, explained well enough, and sure where it begins and ends; where letters are known to be
    missing only whole verses are. What is the canon's text already is left as it is. Raises `PublishError` where the
    canon is missing or was changed.
    """
    matches = find(typed, index, reference, script)
    if not matches:
        return Verdict("leave")
    best = matches[0]
    if _is_certain(best, reference):
        if best.text == typed.strip():
            return Verdict("leave", (best,))
        if best.clear and (best.whole or not _HOLE.search(typed)):
            return Verdict("replace", (best,))
    likely = tuple(match for match in matches if match.score >= SUGGESTED)
    if likely and (reference is not None or best.words >= SUGGESTED_WORDS):
        return Verdict("suggest", likely)
    return Verdict("leave")


def _is_certain(best: Match, reference: Reference | None) -> bool:
    if reference is None:
        return best.reference == BASMALA and best.whole and best.score >= SURE
    return agrees(best.reference, reference) and best.score >= REPLACED


def agrees(found: Reference, cited: Reference) -> bool:
    """Say whether what was found lies within the verses that are cited."""
    return found.surah == cited.surah and cited.first <= found.first and found.last <= cited.last


def find(
    text: str, index: Index, hint: Reference | None = None, script: str = quran.SCRIPTS[0], limit: int = LIMIT
) -> tuple[Match, ...]:
    """Return the passages that `text` may have been, in the spelling asked for, the likeliest first.

    That is `limit` passages, and whatever ties with the first. Among passages that explain the text alike the cited
    one (`hint`) comes first, then whole verses, then the order of the canon. Raises `PublishError` where the canon is
    missing or was changed.
    """
    fits = _fits(text, index, hint)
    spelling = next(spelling for spelling in index.spellings if spelling.script == script)
    ranked: dict[Words, tuple[float, Fit, Passage]] = {}
    for found in fits:
        passage = respelled(found.passage, spelling)
        cited = hint is not None and agrees(reference_of(passage, index), hint)
        rank = round(found.rank + FAVOUR * cited, 6)
        key = passage.first, passage.after
        if key not in ranked or rank > ranked[key][0]:
            ranked[key] = rank, found, passage
    rows = sorted(ranked.values(), key=lambda row: (-row[0], not row[2].whole, row[2].first, row[2].after))
    best = max((found.score for _, found, _ in rows), default=0.0)
    lead = CLEAR if undoubled(text) == text else CLEAR_OF_DOUBLES
    return tuple(
        _match(found, passage, index, lead)
        for place, (_, found, passage) in enumerate(rows)
        if place < limit or found.score >= best
    )


def _fits(text: str, index: Index, hint: Reference | None) -> list[Fit]:
    asked = query(text)
    if not asked.letters:
        return []
    fits = [Fit(passage, 1.0, lead=1.0) for passage in _places(asked.letters, index.spellings, index)]
    cited = hint is None or any(agrees(reference_of(found.passage, index), hint) for found in fits)
    if cited and any(found.passage.handicap < ACROSS for found in fits):
        return fits
    return fits + _damaged(text, asked, index, hint)


def _places(letters: str, spellings: Iterable[Spelling], index: Index) -> Iterator[Passage]:
    """Yield the passages that have these letters, whole words of one surah."""
    for spelling in spellings:
        for first, after in spelling.places(letters):
            passage = Passage(spelling, first, after)
            if len({index.keys[verse][0] for verse in passage.verses}) == 1:
                yield passage


def _damaged(text: str, asked: Query, index: Index, hint: Reference | None) -> list[Fit]:
    """Ask in one way after the other until an answer is good enough; name the best wherever else they stand, too."""
    best: dict[Passage, Fit] = {}
    compared: list[Query] = []
    for way in _ways(text, asked, index):
        cited = _cited(hint, len(asked.letters), index) if hint and way.query not in compared else []
        compared.append(way.query)
        for found in (*fit(way.query, way.words, index), *fit(way.query, cited, index, all_of_them=True)):
            if found.passage not in best or found.score > best[found.passage].score:
                best[found.passage] = found
        if max((found.rank for found in best.values()), default=0.0) >= way.enough:
            break
    for found in sorted(best.values(), key=lambda found: -found.rank)[:_TIED]:
        for passage in _places(found.passage.letters, [found.passage.spelling], index):
            best.setdefault(passage, Fit(passage, found.score, found.lead))
    return list(best.values())


def _ways(text: str, asked: Query, index: Index) -> Iterator[Way]:
    """Yield the ways of asking; a text with too few or too many letters is compared with the cited verses only."""
    single = undoubled(text)
    for letters in [asked] if single == text else [query(single), asked]:
        if FEWEST <= len(asked.letters) <= MOST:
            yield from ways(letters, index)
        else:
            yield Way(letters, (), SURE)


def _cited(reference: Reference, length: int, index: Index) -> list[Words]:
    """Return the words of the verses that are cited, unless they are so many that they are no better than any."""
    first = bisect_left(index.keys, (reference.surah, reference.first))
    after = bisect_left(index.keys, (reference.surah, reference.last + 1))
    spelling = index.spellings[0]
    words = spelling.firsts[first], spelling.firsts[after]
    letters = spelling.starts[words[1]] - spelling.starts[words[0]]
    return [words] if letters < WIDE * length + LONGEST_VERSE else []


def _match(found: Fit, passage: Passage, index: Index, lead: float) -> Match:
    reference = reference_of(passage, index)
    score = max(0.0, round(found.score, 3))
    text = text_of(passage, reference)
    words, spelling = passage.after - passage.first, found.passage.spelling.script
    clear = passage.whole or found.lead >= lead * min(1, CLEAR_LETTERS / len(passage.letters))
    return Match(reference, score, text, words, passage.whole, clear, spelling)
