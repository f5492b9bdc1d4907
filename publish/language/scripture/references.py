"""Reads references to verses, and finds citations in a text.

    [Hacc 40]   [Bakara 2/255]   (bkz. Âl-i İmrân, 3/103-104, 110)   (el-Enfâl 8/2; Kāf 50/16)   (2/Bakara, 255)
    Bakara sûresinin 255. âyeti   (Kur’an, 2:255)

A reference is made of parts, each a surah with its verses; a part without a name goes on with the surah before, or
gives its number. Forms are a table: another way of writing is another row.

What stands in brackets is a citation when its name is a surah's, or nearly one: then it is a citation with a problem.
(ö. 505/1111), (Taberî 2/255), [bkz. s. 40] and [1] are none; (2:255) is one only after the word Kur’an.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from publish.language.scripture import surah_names
from publish.language.scripture.quran import surahs
from publish.model.inline import Reference

LONGEST = 120  # characters between the brackets
MOST_VERSES = 286
"""No surah has more (al-Baqara): a greater number after a name is a page or a year."""
LEAST_YEAR = 1000
"""From here on it is a year in square brackets too: [Hac 1443]."""

_DASH = "[-‐‑–—]"
RANGE = rf"\d{{1,4}}(?:\s*{_DASH}\s*\d{{1,4}})?"
_ITEM = rf"(?:\d{{1,3}}\s*[/:]\s*)?{RANGE}"
VERSES = rf"(?P<verses>{RANGE}(?:\s*(?:,|&|\bve\b)\s*{_ITEM})*)"
_NAME = r"(?P<name>[^\W\d][^\d\[\]()/:;,]*?)"
SURAH_WORD = r"[Ss][uûūUÛ][rR][eE](?:[sS][iİıI](?:['’]?n(?:in|de|den|e))?)?"
AYAH_WORD = r"[aâāAÂ][yY][eE][tT](?:[iİ]?|[lL][eE][rR](?:[iİ])?)(?:n(?:in|de|den|e))?"
ORDINAL = r"(?:\.|['’]?(?:inci|ıncı|uncu|üncü|nci|ncı|ncu|ncü))"
_NUMBER = r"(?P<surah>\d{1,3})"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing a surah with its verses."""

    pattern: re.Pattern[str]
    """Matched against a whole part; groups name, surah, verses, of which verses is always there."""
    certain: bool = False
    """Whether it says in words that a surah or a verse is meant."""
    comma: bool = False
    """Whether a comma stands between name and verse: (Yûsuf, 12) more likely means the surah than (Yusuf 12)."""


def _form(pattern: str, *, certain: bool = False, comma: bool = False) -> Form:
    return Form(re.compile(pattern, re.IGNORECASE | re.DOTALL), certain, comma)


_IN_WORDS = rf"{VERSES}\s*(?:{ORDINAL}\s*{AYAH_WORD}|[aâ]yetler[iİ]?)"
FORMS = (
    _form(rf"{_NAME}\s+{SURAH_WORD}\s*,?\s*(?:{_NUMBER}\s*[/:]\s*)?{_IN_WORDS}", certain=True),
    _form(rf"{_NAME}\s+{SURAH_WORD}\s*,?\s*(?:{_NUMBER}\s*[/:]\s*)?{VERSES}", certain=True),
    _form(rf"{_NAME}(?:\s*[,:/]\s*|\s+){_NUMBER}\s*[/:]\s*{VERSES}"),
    _form(rf"{_NUMBER}\s*[/.]\s*{_NAME}\s*[,/:]?\s+{VERSES}"),
    _form(rf"{_NAME}(?:\s+{SURAH_WORD})?\s*,?\s+{AYAH_WORD}:?\s+{VERSES}", certain=True),
    _form(rf"{_NAME}(?:['’]n?[ıiuü]n|\s*,)?\s+{_IN_WORDS}", certain=True),
    _form(rf"{_NAME}\s+{SURAH_WORD}\s*:\s*{VERSES}", certain=True),
    _form(rf"{_NAME}\s*,\s*{VERSES}", comma=True),
    _form(rf"{_NAME}(?:\s*[:/]\s*|\s+){VERSES}"),
    _form(rf"{_NUMBER}\s*[/:]\s*{VERSES}"),
    _form(VERSES),
)

_BRACKETED = re.compile(rf"\[(?P<square>[^\[\]]{{4,{LONGEST}}})\]|\((?P<round>[^\[\]()]{{4,{LONGEST}}})\)")
_PARTING = re.compile(rf"\s*(?:;|(?:,|\bve\b)(?=\s+(?!{AYAH_WORD}\b|{SURAH_WORD}\b)(?:\d+\s*/\s*)?[^\W\d]))\s*")
_BEFORE = re.compile(
    r"(?:(?:ayrıca|meselâ|mesela|örneğin)\s+)*(?:(?:bkz|bk|krş|karş|örn|msl|cf)\b\.?:?\s*)?"
    r"(?P<quran>(?:Kur['’‘]?[aâ]n(?:-ı\s+(?:Kerim|Kerîm|Hakîm|Mecîd))?(?:\s+Me[aâ]li)?(?:,?\s+\d{4}\b)?|KK)\s*[,:]?\s+)?",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?:\s*(?:vdd?|v\.d|vb)\b\.?|\.)*\s*$", re.IGNORECASE)
_ITEM_OF_LIST = re.compile(rf"(?:(?P<surah>\d+)\s*[/:]\s*)?(?P<first>\d+)(?:\s*{_DASH}\s*(?P<last>\d+))?")


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


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of text that has the shape of a reference to one surah."""

    start: int
    end: int
    """Range in the text, without what leads up to it (bkz., Kur’an) and what follows (vd.)."""
    name: str
    """Empty where there is only a number, or neither."""
    number: int
    """0 where there is only a name."""
    verses: str
    certain: bool
    """Whether it says in words that a surah or a verse is meant."""
    quran: bool
    """Whether the word Kur’an stands before it."""
    comma: bool
    """Whether nothing but a comma stands between name and verse."""
    colon: bool
    """Whether a colon stands between surah and verse, as in a time of day."""


def read(text: str) -> Reference | Problem:
    """Return what `text`, a citation with or without its brackets, refers to, of several the first; or why to nothing.

    >>> read("[Bakara 2/255]")
    Reference(surah=2, first=255, last=255)
    >>> read("Hacc 140").verses
    78
    """
    answer = read_all(text)
    return answer if isinstance(answer, Problem) else answer[0]


def read_all(text: str) -> tuple[Reference, ...] | Problem:
    """Return all that `text` refers to, in its order, or why the first part that refers to nothing does not.

    >>> read_all("Bakara 255, 257")
    (Reference(surah=2, first=255, last=255), Reference(surah=2, first=257, last=257))
    """
    found: list[Reference] = []
    for _, answer in resolved(text):
        if isinstance(answer, Problem):
            return answer
        found += answer
    return tuple(found)


def resolved(text: str) -> Iterator[tuple[Part | None, tuple[Reference, ...] | Problem]]:
    """Yield the parts of a citation with what they refer to; what has no shape of a reference is no part."""
    surah = 0
    for start, end in _parted(text):
        part = _part(text, start, end)
        if part is None or not (part.name or part.number or surah):
            yield None, Problem("not_a_reference", name=text[start:end])
            continue
        answer = _resolve(part, surah)
        surah = answer[-1].surah if isinstance(answer, tuple) else surah
        yield part, answer


def citations(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every verse citation in brackets: the brackets too where nothing else stands in them.

    >>> citations("O bağışlar (el-Hac 22/40); Taberî (ö. 310/923).")
    ((11, 25),)
    """
    return tuple(span for match in _BRACKETED.finditer(text) for span in _cited(text, match))


def _cited(text: str, bracketed: re.Match[str]) -> Iterator[tuple[int, int]]:
    square = bracketed["square"] is not None
    start, end = bracketed.span("square" if square else "round")
    parts = [_part(text, start + first, start + last) for first, last in _parted(text[start:end])]
    is_sure = any(part is not None and _is_cited(part, square=square) for part in parts)
    spans: list[tuple[int, int] | None] = []
    for part in parts:
        follows, alone = bool(spans and spans[-1]), len(parts) == 1
        is_cited = part is not None and (
            (_is_cited(part, square=square, alone=alone) and (follows or not spans or _is_explicit(part)))
            or (is_sure and _may_go_on(part, follows=follows))
        )
        spans.append((part.start, part.end) if part and is_cited else None)
    if all(spans):
        yield bracketed.span()
    else:
        yield from filter(None, spans)


def _is_cited(part: Part, *, square: bool, alone: bool = False) -> bool:
    """Say whether a part in brackets is a citation by itself, `alone` where it is the only one."""
    if not part.name:
        return part.quran and part.number > 0
    known = surah_names.numbers(part.name)
    is_surah = square or (known and not surah_names.is_everyday(part.name))
    if not _is_explicit(part) and (_first(part) > MOST_VERSES if not is_surah else _first(part) >= LEAST_YEAR):
        return False
    if known:
        return _is_meant(part, known, square=square, alone=alone)
    if surah_names.is_nearly(part.name, part.number):
        return True
    return (square or part.certain) and surah_names.is_misspelt(part.name)


def _is_meant(part: Part, known: tuple[int, ...], *, square: bool, alone: bool) -> bool:
    """Say whether a name that is a surah's means the surah: (Cuma 13:30) and (Yusuf 12) do not."""
    if part.certain or part.quran or not surah_names.is_everyday(part.name):
        return True
    if part.number:
        return part.number in known or (square and not part.colon)
    return square or (part.comma and alone and _first(part) <= surahs()[known[0] - 1].verses)


def _is_explicit(part: Part) -> bool:
    return part.certain or part.number > 0


def _may_go_on(part: Part, *, follows: bool) -> bool:
    """Say whether a part is one beside others that are surely citations: it names a surah, or follows one that does."""
    return bool(surah_names.numbers(part.name)) if part.name else follows


def _first(part: Part) -> int:
    return int(re.findall(r"\d+", part.verses)[0])


def _parted(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the parts of `text`, which are parted at semicolons, and where a name follows numbers."""
    begin = len(text) - len(text.lstrip("[( \t\n"))
    stop = len(text.rstrip("]) \t\n"))
    for match in _PARTING.finditer(text, begin, stop):
        before = _BEFORE.match(text, begin, stop)
        if ";" in match[0] or any(map(str.isdigit, text[before.end() if before else begin : match.start()])):
            yield begin, match.start()
            begin = match.end()
    yield begin, max(begin, stop)


def _part(text: str, start: int, end: int) -> Part | None:
    before = _BEFORE.match(text, start, end)
    assert before  # noqa: S101  # it matches nothing, too
    behind = _BEHIND.search(text, before.end(), end)
    first, last = before.end(), behind.start() if behind else end
    parts, quran = [], before["quran"] is not None
    for form in FORMS:
        if match := form.pattern.fullmatch(text, first, last):
            groups = match.groupdict()
            colon = ":" in text[first : match.start("verses")]
            name, number = (groups.get("name") or "").strip(), int(groups.get("surah") or 0)
            parts.append(Part(first, last, name, number, match["verses"], form.certain, quran, form.comma, colon))
    return next((part for part in parts if surah_names.numbers(part.name)), parts[0] if parts else None)


def _resolve(part: Part, before: int) -> tuple[Reference, ...] | Problem:
    """Return the verses of `part`; `before` is the surah of the part before, 0 where there is none."""
    number = part.number or before
    if part.name:
        known = surah_names.numbers(part.name)
        if not known:
            return Problem("unknown_surah", name=part.name, nearest=surah_names.nearest(part.name))
        if part.number and part.number not in known:
            named, other = surahs()[known[0] - 1], surah_names.name_of(part.number)
            return Problem("disagree", name=named.name, nearest=other, number=part.number, expected=named.number)
        number = part.number or known[0]
    found: list[Reference] = []
    for item in _ITEM_OF_LIST.finditer(part.verses):
        number = int(item["surah"] or number)
        answer = _check(number, item)
        if isinstance(answer, Problem):
            return answer
        found.append(answer)
    return tuple(found)


def _check(number: int, item: re.Match[str]) -> Reference | Problem:
    first = int(item["first"])
    last = int(item["last"] or first)
    written = item["first"] + (f"-{item['last']}" if item["last"] else "")
    if not surah_names.name_of(number):
        return Problem("unknown_surah", name=str(number))
    surah = surahs()[number - 1]
    if not 1 <= first <= last <= surah.verses:
        return Problem("no_such_verse", name=surah.name, verse=written, verses=surah.verses)
    return Reference(number, first, last)
