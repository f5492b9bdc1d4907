"""The names of the surahs as people write them: with or without article, circumflex, macron, hyphen, apostrophe."""

from __future__ import annotations

import csv
import re
from difflib import get_close_matches
from functools import cache
from importlib import resources

from publish.language.scripture.quran import Surah, surahs
from publish.language.turkish import fold

LIKE, LIKE_AND_NUMBERED, OFFERED = 0.85, 0.75, 0.6
"""How alike (difflib) a name must be to a surah's: to be taken for it misspelt; to be taken for it where the surah's
number stands beside it (Nesâî 4/40 must not become Nisâ 4/40); to be offered where some surah was surely meant."""
SHORT = 4
"""Surah names up to this many letters are too like other words (Nisa, Nisan; Asr, asır) to be told by likeness."""
EVERYDAY = frozenset((
    9, 10, 11, 12, 13, 14, 17, 19, 20, 22, 24, 30, 31, 34, 36, 38, 42, 47, 48, 50, 52, 53, 54, 55, 56, 57, 58, 59, 61,
    62, 65, 67, 68, 71, 72, 75, 76, 91, 92, 93, 97, 103, 105, 108, 110, 112, 114,
))  # fmt: skip
"""Surahs whose names are also words and given names: Hac, Nur, Kalem, İnsan, Yusuf, Meryem."""

MONTHS = frozenset(("nisan",))
"""Words that with a number beside them look like a surah misspelt."""

_ARTICLE = re.compile(r"^e[lnrsştdz][-‐ ]")
_ALTERNATE = re.compile(r"(?P<name>.+) \((?P<number>\d+)\)")
_DOUBLED = re.compile(r"(\w)\1")
_ASCII = str.maketrans("çğöşü", "cgosu")


def numbers(name: str) -> tuple[int, ...]:
    """Return the numbers of the surahs called `name`, the usual one first.

    >>> numbers("el-Hacc"), numbers("Secde"), numbers("Taberî")
    ((22,), (32, 41), ())
    """
    return _table().get(_key(name), ())


def is_everyday(name: str) -> bool:
    """Say whether a surah's name is a word or a given name as well."""
    return not EVERYDAY.isdisjoint(numbers(name))


def name_of(number: int) -> str:
    """Return the name of a surah, nothing where there is no such surah."""
    return surahs()[number - 1].name if 1 <= number <= len(surahs()) else ""


def nearest(name: str, likeness: float = OFFERED) -> str:
    """Return the name of the surah most like `name`, or an empty string."""
    close = get_close_matches(_key(name).translate(_ASCII), _by_ascii(), n=1, cutoff=likeness)
    return _by_ascii()[close[0]].name if close else ""


def is_nearly(name: str, number: int) -> bool:
    """Say whether `name` is that of surah `number` with a letter or two wrong: Enfâk 8; Nesâî 4 and Nisan 4 are not."""
    meant = name_of(number)
    is_of_a_length = abs(len(_key(name)) - len(_key(meant))) <= 1
    return is_of_a_length and fold(name) not in MONTHS and nearest(name, LIKE_AND_NUMBERED) == meant != ""


def is_misspelt(name: str) -> bool:
    """Say whether `name` is surely a surah's, in spite of its letters: Haç, Bakkara."""
    key = _key(name).translate(_ASCII)
    if _single(key) in map(_single, _by_ascii()):
        return True
    long_names = [candidate for candidate in _by_ascii() if len(candidate) > SHORT]
    return bool(get_close_matches(key, long_names, n=1, cutoff=LIKE))


@cache
def isnad_names() -> tuple[str, ...]:
    """Return the names in order as the İSNAD citation system writes them, with article, circumflex and macron."""
    table = resources.files("publish.language.scripture").joinpath("surahs_isnad.tsv").read_text("utf-8")
    return tuple(row["name"] for row in csv.DictReader(table.splitlines(), delimiter="\t"))


def _key(name: str) -> str:
    """Return what is left of a surah's name when everything is gone that varies in writing."""
    return re.sub(r"[\s\-‐]+", "", _ARTICLE.sub("", fold(name).strip()))


@cache
def _table() -> dict[str, tuple[int, ...]]:
    """Return the numbers of the surahs that bear each name, the usual one first."""
    table: dict[str, tuple[int, ...]] = {}
    alternates: list[tuple[str, int]] = []
    for surah, isnad in zip(surahs(), isnad_names(), strict=True):
        for name in (surah.name, *surah.variants, isnad):
            if alternate := _ALTERNATE.fullmatch(name):
                alternates.append((alternate["name"], surah.number))
            else:
                table[_key(name)] = (surah.number,)
    for name, number in alternates:
        table[_key(name)] = (*table.get(_key(name), ()), number)
    return table


@cache
def _by_ascii() -> dict[str, Surah]:
    return {key.translate(_ASCII): surahs()[found[0] - 1] for key, found in _table().items()}


def _single(key: str) -> str:
    return _DOUBLED.sub(r"\1", key)
