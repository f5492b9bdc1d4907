"""Words that a booklet writes in two ways, both of them right: Kur’an and Kur’ân, hadis and hadîs, (s.a.v.) and (sav).

families    tables of forms (`variants.toml`, and what a house adds); the house or the first use decides for one
twins       any other word that stands in the text with â, û and without
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from publish.language.turkish import APOSTROPHES, lower, upper

Family = tuple[str, ...]

_SIGNS = re.compile(rf"[{APOSTROPHES}]")
_WORD = re.compile(r"[^\W\d_]+")
_BOUND = re.compile(r"[\w’-]")
_BOUND_ON = re.compile(r"[\w-]|’l")
_NO_COMPOUND = rf"(?![üiuı]?[{APOSTROPHES}]l-)"
"""Âyetü’l-kürsî."""
_BARE = str.maketrans("âîû", "aiu")
_SENTENCE = re.compile(r"(?:^|[.!?…:“\"‘(\[–—-]|\n)\s*$")
_SHORTEST_TWIN, _SHORT_STEM, _SURE_LENGTH = 5, 4, 7
"""Letters: of words compared; of stems that other words begin with by chance; of words that surely are others."""


@dataclass(frozen=True, slots=True)
class _Table:
    families: tuple[Family, ...]
    not_followed_by: Mapping[str, Sequence[str]]
    homographs: tuple[str, ...]
    before_names: frozenset[str]
    ambiguous: frozenset[str]


@cache
def _table() -> _Table:
    table = tomllib.loads(resources.files("publish.language").joinpath("variants.toml").read_text("utf-8"))
    return _Table(
        families=tuple(map(tuple, table["families"])),
        not_followed_by=table["not_followed_by"],
        homographs=tuple(table["homographs"]),
        before_names=frozenset(table["before_names"]),
        ambiguous=frozenset(table["ambiguous"]),
    )


def families(added: Iterable[Family] = ()) -> tuple[Family, ...]:
    """Return the families of forms, those of a house first."""
    return (*added, *_table().families)


def key(form: str) -> str:
    """Return what two writings of one form have in common: case, the shape of apostrophes and parentheses are gone.

    >>> key("S.A.V."), key("Kur'ân")
    ('s.a.v.', 'kur’ân')
    """
    return _SIGNS.sub("’", lower(form)).strip("() ")


def form_in(family: Family, wanted: str) -> str | None:
    """Return the form of `family` that somebody means by `wanted`."""
    return wanted if wanted in family else next((form for form in family if key(form) == key(wanted)), None)


@dataclass(frozen=True, slots=True)
class Hit:
    """A form in a text."""

    line: int
    """Index of the line."""
    start: int
    end: int
    form: str


def searched(text: str) -> str:
    """Return a text as it is searched: in small letters, with one apostrophe."""
    return _SIGNS.sub("’", lower(text))


def words(text: str) -> Counter[str]:
    """Return how often each word stands in a `searched` text; an apostrophe ends a word."""
    return Counter(_WORD.findall(text))


def may_differ(vocabulary: str, family: Family, preferred: str | None) -> bool:
    """Say whether forms of `family` may stand in a text that differ, from each other or from the preferred.

    `vocabulary` holds its `words`, one after the other.
    """
    present = {form for form in family if _part(form) in vocabulary}
    return len(present) > 1 or (preferred is not None and bool(present - {preferred}))


def _part(form: str) -> str:
    """Return the longest part of a form that is a word, or the beginning of one with a suffix."""
    return max((match.group() for match in _WORD.finditer(lower(form))), key=len, default="")


def hits(lines: Sequence[str], searched_lines: Sequence[str], family: Family) -> tuple[Hit, ...]:
    """Return where the forms of `family` stand, in order; the lines are given as they are and as they are searched."""
    stems = {lower(form).partition(".")[0] for form in family}  # blanks may stand behind dots
    shortest = [stem for stem in stems if not any(other in stem for other in stems - {stem})]
    return tuple(
        hit
        for index, line in enumerate(searched_lines)
        if any(stem in line for stem in shortest)
        for hit in _hits(index, lines[index], family)
    )


def _hits(index: int, line: str, family: Family) -> Iterator[Hit]:
    for match in _pattern(family).finditer(line):
        form = family[int((match.lastgroup or "")[1:])]
        if not (form in _table().ambiguous and _SENTENCE.search(line[: match.start()])):
            yield Hit(index, match.start(), match.end(), form)


@cache
def _pattern(family: Family) -> re.Pattern[str]:
    ordered = sorted(range(len(family)), key=lambda index: -len(family[index]))
    return re.compile("|".join(f"(?P<f{index}>{_form(family[index])})" for index in ordered))


def _form(form: str) -> str:
    """Return the pattern of one form with its suffixes, which are no part of it."""
    small = form == lower(form) and form[0].isalpha()
    shapes = {form, upper(form), *([upper(form[0]) + form[1:]] if small else [])}
    written = "|".join(_SIGNS.sub(f"[{APOSTROPHES}]", re.escape(shape)).replace("\\ ", r"\s") for shape in shapes)
    if form.startswith("("):
        return re.sub(r"\\\.(?=\w)", r"\\.\\s?", re.escape(form))
    if form in _table().before_names:
        return rf"(?<![\w’'])(?:{written})(?=\s[A-ZÇĞİÖŞÜÂÎÛ‘])"
    excluded = "".join(f"(?!{rest})" for rest in _table().not_followed_by.get(form, ()))
    return rf"(?<![\w’'‘-])(?:{written}){_NO_COMPOUND}{excluded}" if form[0].isalpha() else rf"(?:{written})(?!\w)"


@dataclass(frozen=True, slots=True)
class Twins:
    """One word in two writings."""

    bare: str
    marked: str
    """With circumflexes."""
    count_of_bare: int
    count_of_marked: int


def twins(text: str, known: Counter[str], others: Iterable[Family]) -> Iterator[Twins]:
    """Yield words of a `searched` text that stand with â or û and without; not those of `others`, nor homographs."""
    marked = [word for word in known if ("â" in word or "û" in word) and len(word) >= _SHORTEST_TWIN]
    stems = tuple({key(form).translate(_BARE) for family in others for form in family})
    found: list[str] = []
    for bare, word in sorted((word.translate(_BARE), word) for word in marked):
        if bare not in known or bare.startswith((*found, *stems)) or _is_homograph(bare):
            continue
        if count := sum(1 for _ in alone(word, text)):
            found.append(bare)
            yield Twins(bare, word, known[bare], count)


def alone(word: str, text: str) -> Iterator[int]:
    """Yield where a word stands by itself in a `searched` text.

    Compounds of Arabic and Persian keep their spelling: Târîh-i Seyyâh, Vesîletü’t-tıbâa.
    """
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (_BOUND.match(text[max(0, start - 1) : start]) or _BOUND_ON.match(text, end)):
            yield start
        start = text.find(word, end)


def _is_homograph(word: str) -> bool:
    stems = [stem for stem in _table().homographs if word.startswith(stem)]
    return any(len(stem) >= _SHORT_STEM or len(word) < _SURE_LENGTH for stem in stems)
