"""Reads references to verses, and finds citations in a text.

    [Hacc 40]   [Bakara 2/255]   [Âl-i İmrân 3/103-104]   (el-Enfâl 8/2)   (Bakara sûresi, 255. âyet)   (2/Bakara, 255)

What stands in brackets is a citation when its name is a surah's, or nearly one: then it is a citation with a problem.
(ö. 505/1111), (Taberî 2/255), [bkz. s. 40] and [1] are none. Forms are a table: another way of writing is another row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Literal

from publish.language.quran import Surah, surahs
from publish.language.turkish import fold
from publish.model.inline import Reference

LONGEST = 60  # characters between the brackets
MOST_VERSES = 286
"""No surah has more (al-Baqara): a greater number after a name is a year or a page."""
NEAR, NUMBERED, OFFERED = 0.85, 0.75, 0.6
"""How alike (difflib) a name must be to a surah's: to be taken for it misspelt; to be taken for it where the surah's
number stands beside it (Nesâî 4/40 must not become Nisâ 4/40); to be offered where some surah was surely meant."""
SHORT = 4
"""Surah names up to this many letters are too like other words (Nisa, Nisan; Asr, asır) to be told by likeness."""

_VERSES = r"(?P<first>\d{1,4})(?:\s*[-–—]\s*(?P<last>\d{1,4}))?"
_NAME = r"(?P<name>[^\W\d][^\d\[\]()/:;]*?)"
_SURAH_WORD = r"s[uû]re(?:si|sinin)?"
_AYAH_WORD = r"[aâ]yet(?:i|ler|leri)?"
_NUMBER = r"(?P<surah>\d{1,3})"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a reference."""

    pattern: re.Pattern[str]
    """Matched against the whole text without brackets; groups name, surah, first, last."""
    certain: bool = False
    """Whether it says in words that a surah or verse is meant."""


def _form(pattern: str, *, certain: bool = False) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE | re.DOTALL), certain)


FORMS = (
    _form(rf"{_NAME}\s+{_SURAH_WORD}\s*,?\s*(?:{_NUMBER}\s*[/:]\s*)?{_VERSES}(?:\.?\s*{_AYAH_WORD})?", certain=True),
    _form(rf"{_NAME}\s*,?\s+{_NUMBER}\s*[/:]\s*{_VERSES}"),
    _form(rf"{_NUMBER}\s*[/.]\s*{_NAME}\s*[,/:]?\s+{_VERSES}"),
    _form(rf"{_NAME}(?:\s+{_SURAH_WORD})?\s*,?\s+{_AYAH_WORD}:?\s+{_VERSES}", certain=True),
    _form(rf"{_NAME}\s*,?\s+{_VERSES}\.?\s*{_AYAH_WORD}", certain=True),
    _form(rf"{_NAME}\s*,?\s+{_VERSES}"),
)
_PAIR = re.compile(rf"{_NUMBER}\s*[/:]\s*{_VERSES}")

_BRACKETED = re.compile(rf"\[(?P<square>[^\[\]()]{{4,{LONGEST}}})\]|\((?P<round>[^\[\]()]{{4,{LONGEST}}})\)")
_ARTICLE = re.compile(r"^e[lnrsştdz][-‐ ]")
_ALTERNATE = re.compile(r"(?P<name>.+) \((?P<number>\d+)\)")
_DOUBLED = re.compile(r"(\w)\1")
_ASCII = str.maketrans("çğöşü", "cgosu")


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a reference could not be read."""

    kind: Literal["unknown_surah", "no_such_verse", "disagree", "not_a_reference"]
    name: str = ""
    """The surah's name: as written where it is unknown, else as the table has it."""
    nearest: str = ""
    """The name that was probably meant; empty where none is near."""
    number: int = 0
    """The number written for the surah."""
    expected: int = 0
    """The number the named surah has."""
    verse: str = ""
    """The verse or verses as written."""
    verses: int = 0
    """How many verses the surah has."""


def citations(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every verse citation in `text`, brackets included.

    >>> citations("O bağışlar (el-Hac 22/40); Taberî (ö. 310/923).")
    ((11, 25),)
    """
    return tuple(match.span() for match in _BRACKETED.finditer(text) if _is_citation(match))


def _is_citation(bracketed: re.Match[str]) -> bool:
    words = (bracketed["square"] or bracketed["round"]).strip()
    return any(_is_cited(form, match, square=bool(bracketed["square"])) for form, match in _matches(words))


def _is_cited(form: Form, match: re.Match[str], *, square: bool) -> bool:
    number, first = match.groupdict().get("surah"), int(match["first"])
    if number is None and not form.certain and first > MOST_VERSES:
        return False
    numbers = _numbers(match["name"])
    if numbers:
        bare_in_parentheses = not (square or form.certain or number)
        return not bare_in_parentheses or first <= surahs()[numbers[0] - 1].verses
    if number is not None and _nearest(match["name"], NUMBERED) == _name_of(int(number)) != "":
        return True
    return (square or form.certain) and _is_misspelt(match["name"])


def read(text: str) -> Reference | Problem:
    """Return what `text`, a citation with or without its brackets, refers to, or why it refers to nothing.

    >>> read("[Bakara 2/255]")
    Reference(surah=2, first=255, last=255)
    >>> read("Hacc 140").verses
    78
    """
    words = text.strip().strip("[]()").strip()
    if pair := _PAIR.fullmatch(words):
        return _check(pair, int(pair["surah"]))
    best: Reference | Problem = Problem("not_a_reference", name=words)
    for _, match in _matches(words):
        answer = _read_named(match)
        if isinstance(answer, Reference) or answer.kind != "unknown_surah":
            return answer
        best = best if isinstance(best, Problem) and best.kind == "unknown_surah" else answer
    return best


def _matches(words: str) -> Iterator[tuple[Form, re.Match[str]]]:
    for form in FORMS:
        if match := form.pattern.fullmatch(words):
            yield form, match


def _read_named(match: re.Match[str]) -> Reference | Problem:
    name, number = match["name"].strip(), int(match.groupdict().get("surah") or 0)
    numbers = _numbers(name)
    if not numbers:
        return Problem("unknown_surah", name=name, nearest=_nearest(name, OFFERED))
    if number and number not in numbers:
        named = surahs()[numbers[0] - 1]
        return Problem("disagree", name=named.name, nearest=_name_of(number), number=number, expected=named.number)
    return _check(match, number or numbers[0])


def _check(match: re.Match[str], number: int) -> Reference | Problem:
    first = int(match["first"])
    last = int(match["last"] or first)
    written = match["first"] + (f"-{match['last']}" if match["last"] else "")
    if not 1 <= number <= len(surahs()):
        return Problem("unknown_surah", name=str(number))
    surah = surahs()[number - 1]
    if not 1 <= first <= last <= surah.verses:
        return Problem("no_such_verse", name=surah.name, verse=written, verses=surah.verses)
    return Reference(number, first, last)


def _key(name: str) -> str:
    """Return what is left of a surah's name when everything is gone that varies in writing."""
    return re.sub(r"[\s\-‐]+", "", _ARTICLE.sub("", fold(name).strip()))


@cache
def _table() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the surahs that bear each name, the usual one first."""
    table: dict[str, tuple[int, ...]] = {}
    alternates: list[tuple[str, int]] = []
    for surah in surahs():
        for name in (surah.name, *surah.variants):
            if alternate := _ALTERNATE.fullmatch(name):
                alternates.append((alternate["name"], surah.number))
            else:
                table[_key(name)] = (surah.number,)
    for name, number in alternates:
        table[_key(name)] = (*table.get(_key(name), ()), number)
    return table


@cache
def _by_ascii() -> dict[str, Surah]:
    return {key.translate(_ASCII): surahs()[numbers[0] - 1] for key, numbers in _table().items()}


def _numbers(name: str) -> tuple[int, ...]:
    return _table().get(_key(name), ())


def _nearest(name: str, likeness: float) -> str:
    """Return the name of the surah most like `name`, or an empty string."""
    close = get_close_matches(_key(name).translate(_ASCII), _by_ascii(), n=1, cutoff=likeness)
    return _by_ascii()[close[0]].name if close else ""


def _is_misspelt(name: str) -> bool:
    """Say whether `name` is surely a surah's, in spite of its letters: [Haç 40], [Bakkara 255]."""
    key = _key(name).translate(_ASCII)
    if _single(key) in map(_single, _by_ascii()):
        return True
    long_names = [candidate for candidate in _by_ascii() if len(candidate) > SHORT]
    return bool(get_close_matches(key, long_names, n=1, cutoff=NEAR))


def _single(key: str) -> str:
    return _DOUBLED.sub(r"\1", key)


def _name_of(number: int) -> str:
    return surahs()[number - 1].name if 1 <= number <= len(surahs()) else ""
