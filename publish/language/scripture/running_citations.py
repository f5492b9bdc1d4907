"""Finds citations of verses in running text, without brackets: only what cannot be anything else.

    Bakara 2/255’te     el-Ahzâb, 33/1     2/Bakara, 255     Bakara sûresinin 255. âyeti     Hac’ın 40. ayetinde

A surah's name counts with its own number, or with the words sure or ayet; the name begins with a capital. Bakara suresi
286 ayettir, Yâsîn suresi 41 defa, Nur 24 and Taberî 2/255 are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.language.scripture import surah_names
from publish.language.scripture.references import AYAH_WORD, LEAST_YEAR, ORDINAL, RANGE, SURAH_WORD, VERSES

_LONGEST_NAME = 60  # characters
_WORD = r"[^\W\d_][\w’'‘\-‐]*"
_NUMBER = r"(?P<surah>\d{1,3})"
_ENDS = r"(?![\d/:%]|[.,]\d)"
_CLAUSE_ENDS = r"(?=\s*(?:[;)\]”»\"]|\.?\s*$|\.\s+[A-ZÇĞİÖŞÜ“(]))"
_LISTED = rf"(?P<verses>{RANGE}(?:\s*(?:,|\bve\b)\s*{RANGE}(?=\s*(?:[.,;:)\]’'”]|\bve\b|$)))*)"
"""Verses of a list, not the first number of what follows: Bakara 2/255, 3 gün."""
_PLACE = r"(?P<verses>\d{1,3}(?:\s*[-–]\s*\d{1,3})?)"
_CASE = r"(?=['’](?:[dt][ea](?:n|ki)?|n?[ıiuü]n|[yn]?[ıiuüea])\b)"
"""What makes a number a place: Bakara suresi 255’te, 255’e göre; but Kevser suresi 3 ayettir, 2020’de okundu."""
_WORDED = rf"\s+{SURAH_WORD}\s*,?\s*"

_AFTER_A_NAME = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\s*,\s*|\s+){_NUMBER}\s*[/:]\s*{_LISTED}{_ENDS}",
        rf"{_WORDED}(?:{_NUMBER}\s*[/:]\s*)?{VERSES}\s*{ORDINAL}\s*{AYAH_WORD}",
        rf"{_WORDED}{_NUMBER}\s*[/:]\s*{_LISTED}{_ENDS}",
        rf"{_WORDED}{VERSES}{_CLAUSE_ENDS}",
        rf"{_WORDED}{_PLACE}{_CASE}",
        rf"{_WORDED}[aâAÂ]yet(?:ler)?\s*:?\s+{VERSES}{_ENDS}",
        rf"['’]n?[ıiuü]n\s+{VERSES}\s*{ORDINAL}\s*{AYAH_WORD}",
    )
)
_AROUND_A_NAME = re.compile(
    rf"(?<![\d/.,:]){_NUMBER}\s*/\s*(?P<name>{_WORD}(?:\s+{_WORD}){{0,3}}?)\s*,?\s+{_LISTED}{_ENDS}"
)
_WORDS = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,3}}$")  # the longest name has four: Elif Lâm Mîm Secde
_TIME = re.compile(r"\s+(?:[01]?\d|2[0-3]):[0-5]\d['’][dt][ea]")
"""Of a name that is also a given name: Yunus 10:30’da geldi."""
_FIRST_WORD = re.compile(r"\S+\s+")


def running(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every citation in running text, none overlapping.

    >>> running("Nitekim Bakara 2/255’te ve Taberî 2/255’te")
    ((8, 20),)
    """
    spans = [span for form in _AFTER_A_NAME for span in _after_names(form, text)]
    around = _AROUND_A_NAME.finditer(text)
    spans += [match.span() for match in around if _is_certain(match["name"], match["surah"])]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(kept[-1][1], end))
        else:
            kept.append((start, end))
    return tuple(kept)


def _after_names(form: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    for match in form.finditer(text):
        name = _name_before(text, match.start())
        if not name or not _is_certain(name, match.groupdict().get("surah")) or _is_dated(name, match["verses"]):
            continue
        if not (surah_names.is_everyday(name) and _TIME.match(text, match.start())):
            yield match.start() - len(name), match.end()


def _is_dated(name: str, verses: str) -> bool:
    """Say whether a name that is also a word stands before a year: Talak 65/2024 sayılı dosya."""
    return surah_names.is_everyday(name) and int(re.findall(r"\d+", verses)[0]) >= LEAST_YEAR


def _name_before(text: str, end: int) -> str:
    """Return the surah's name that ends at `end`, the longest there is; nothing where there is none."""
    words = _WORDS.search(text, max(0, end - _LONGEST_NAME), end)
    name = words[0] if words else ""
    while name and not surah_names.numbers(name):
        first = _FIRST_WORD.match(name)
        name = name[first.end() :] if first else ""
    return name


def _is_certain(name: str, number: str | None) -> bool:
    """Say whether a name, with the surah's number where one is written, is surely a surah's."""
    bare = name.rpartition("-")[2] if name.startswith("e") else name
    return bare[:1].isupper() and (number is None or int(number) in surah_names.numbers(name))
