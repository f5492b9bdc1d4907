"""Straight quotation marks and apostrophes, as keyboards have them, in the forms of the printed book.

Sources: TDK, Yazım Kılavuzu, “Tırnak İşareti”, “Tek Tırnak İşareti” (a quotation within a quotation), “Kesme İşareti”;
İSNAD for ayn and hemze. What has no partner is left as typed: `check` reports it, nobody guesses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from publish.language.suffixes import is_suffix
from publish.language.turkish import VOWELS, fold, lower
from publish.language.typographer.registry import NOTE, REMEMBERED, SHORT, WORDS, Edit, rule

_MARK = re.compile("\"|(?<!')''(?!')|[“”]")
_OPENERS = "([{“‘«—–/-"
_STOPS = ",:;.!?…"
_CLOSERS = ")]}”»›" + _STOPS + NOTE
_SINGLE = re.compile("(?<!['´])['´](?!['´])")
_BEHIND = _CLOSERS + '"%°²³₺$€’'
"""Behind these a suffix may be joined by an apostrophe."""
_ELISION = re.compile("['´](?=\\d\\d(?:['´’]?l[ae]r|['´’]?l[ıi]|(?!\\w)))|['´](?=[ln]-)")
"""'90'lar, and the article that has lost its vowel: ve 'l-asr."""
_HEMZE = re.compile("\\b(?:\\w*[âîûāīū]\\w*|c[üu]z|şey|mebde|cem|ref|bed|nev|[^\\W\\d_]{1,2})$", re.IGNORECASE)
"""What may end in a hemze or an ayn: Nisâ', cüz', sanâi'; and words too short for a quotation: bi' dakka, o'."""
_LONGEST = 20
"""Letters before a mark that are looked at."""
_AYN = (
    "abbad", "abbas", "abdul", "abdur", "abdus", "acemi", "adnan", "affan", "akabe", "akaid", "alkam", "ammar",
    "arafa", "askal", "attar", "ayyaş", "ikrim", "imran", "inaye", "ubade", "ubeyd", "ulema", "umdet", "uyun", "uzeyr",
    "abd", "adi", "adl", "aişe", "akil", "ali", "alim", "amir", "amr", "arif", "as", "asim", "asr", "ata", "avf",
    "ayn", "aziz", "id", "ilel", "ilm", "isa", "işk", "izz", "ömer", "örf", "öşr", "osman", "ulum", "umer", "umre",
    "urf", "urve", "utbe",
)  # fmt: skip
"""How words begin that are transliterated with ayn, folded; those of four letters or less stand by themselves."""

_CLOSED = re.compile("\\w+['´](?!\\w)")
"""The rest of a word that a mark ends: 'Veli'nin'."""
_MISTYPED = re.compile(r"(?<!\w)[A-ZÇĞİÖŞÜÂÎÛ][^\W\d_]{3,}(?P<mark>[`‘])(?P<suffix>[^\W\d_]{2,})")
"""Another key for the apostrophe of a name; in shorter words the sign may be an ayn: Şu‘be, Sa‘di."""
_STEM = 5
_OMITTED = "x"
"""Stands for words that dots stand for, at the beginning of a quotation."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """The straight double marks of a line."""

    edits: tuple[Edit, ...]
    """Of those that surely are pairs."""
    lonely: tuple[int, ...]
    """Offsets of those that have no partner, or a doubtful one."""


@rule("quotes", WORDS + SHORT)
def quotes(text: str) -> Iterator[Edit]:
    """ "söz" and ''söz'' → “söz”, within a quotation ‘söz’ (TDK); only pairs that are sure, and none behind a doubt."""
    if '"' in text or "''" in text:
        yield from quoted(text).edits


@lru_cache(maxsize=REMEMBERED)
def quoted(text: str) -> Quoted:
    """Return which straight double marks of a line are pairs; an inch sign is neither a pair nor lonely."""
    reader = _Reader(text)
    for mark in _MARK.finditer(text):
        reader.read(mark.start(), mark.group())
    lonely = sorted(reader.lonely + [start for start, mark in reader.open if mark != "“"])
    sure = [pair for pair in reader.pairs if not lonely or pair.end <= lonely[0]]
    return Quoted(tuple(edit for pair in sure if pair.mark != "“" for edit in _written(pair, sure)), tuple(lonely))


@dataclass(frozen=True, slots=True)
class _Pair:
    start: int
    end: int
    """Where the closing mark begins."""
    mark: str


def _written(pair: _Pair, pairs: list[_Pair]) -> Iterator[Edit]:
    depth = sum(other.start < pair.start and pair.end < other.end for other in pairs)
    opening, closing = "“”" if depth % 2 == 0 else "‘’"
    yield Edit(pair.start, pair.start + len(pair.mark), opening)
    yield Edit(pair.end, pair.end + len(pair.mark), closing)


class _Reader:
    """Goes through the double marks of a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[tuple[int, str]] = []
        self.pairs: list[_Pair] = []
        self.lonely: list[int] = []

    def read(self, start: int, mark: str) -> None:
        """Read one mark."""
        if mark == "“":
            self.open.append((start, mark))
        elif mark == "”":
            if self.open and self.open[-1][1] == "“":
                self.pairs.append(_Pair(self.open.pop()[0], start, "“"))
        else:
            self._straight(start, mark)

    def _straight(self, start: int, mark: str) -> None:
        before, after = self.text[:start][-1:], self.text[start + len(mark) :][:1]
        if self.text.startswith(("…", "..."), start + len(mark)) and _begins(before):
            after = _OMITTED
        waits = bool(self.open) and self.open[-1][1] == mark
        opens = not _ends(after) and (_begins(before) or (before in _STOPS and not waits))
        closes = not _begins(before) or (before in "—–/-" and before != "")
        if opens and not (closes and waits):
            self.open.append((start, mark))
        elif closes and not opens and waits:
            self.pairs.append(_Pair(self.open.pop()[0], start, mark))
        elif opens or not before.isdigit():
            self.lonely.append(start)


def _begins(before: str) -> bool:
    """Say whether what stands before a mark lets a quotation begin behind it."""
    return not before or before.isspace() or before in _OPENERS


def _ends(after: str) -> bool:
    """Say whether what stands behind a mark lets no quotation begin there."""
    return not after or after.isspace() or after in _CLOSERS


@dataclass(frozen=True, slots=True)
class Single:
    """The straight single marks of a line."""

    edits: tuple[Edit, ...]
    lonely: tuple[int, ...]


@rule("apostrophe", WORDS + SHORT)
def apostrophe(text: str) -> Iterator[Edit]:
    """Ali'ye, Ayşe`ye → Ali’ye, Ayşe’ye, 'söz' → ‘söz’, 'Abbâs → ‘Abbâs (ayn), Nisâ' → Nisâ’ (hemze); TDK, İSNAD."""
    if "'" in text or "´" in text:
        yield from single(text).edits
    if "`" in text or "‘" in text:
        for match in _MISTYPED.finditer(text):
            if is_suffix(lower(match["suffix"])):
                yield Edit(*match.span("mark"), "’")


@lru_cache(maxsize=REMEMBERED)
def single(text: str) -> Single:
    """Return what the straight single marks of a line are by what stands beside them; minutes and feet are left."""
    reader = _Singles(text)
    for match in _SINGLE.finditer(text):
        reader.read(match.start())
    lonely = reader.lonely + [start for start in reader.waiting if start not in reader.signs]
    return Single(tuple(Edit(start, start + 1, sign) for start, sign in reader.signs.items()), tuple(sorted(lonely)))


class _Singles:
    """Goes through the single marks of a line."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.signs: dict[int, str] = {}
        self.waiting: list[int] = []
        """Marks before words, with which a quotation may begin."""
        self.lonely: list[int] = []

    def read(self, start: int) -> None:
        """Read one mark."""
        before, after = self.text[:start][-1:], self.text[start + 1 :][:1]
        if (_begins(before) or self.text[:start][-2:].strip() == '"') and after.isalnum():
            self._before_a_word(start)
        elif _joins(before, after):
            self.signs[start] = "’"
            alone = self.waiting and not re.search(r"\s", self.text[self.waiting[-1] : start])
            if alone and not _CLOSED.match(self.text, start + 1):
                self.signs[self.waiting.pop()] = "‘"
        elif before and not before.isspace() and _ends(after):
            self._behind_a_word(start)
        elif not (before.isdigit() and after.isdigit()):
            self.lonely.append(start)

    def _before_a_word(self, start: int) -> None:
        if _ELISION.match(self.text, start):
            self.signs[start] = "’"
            return
        if _is_ayn(self.text, start):
            self.signs[start] = "‘"
        self.waiting.append(start)

    def _behind_a_word(self, start: int) -> None:
        if self.waiting:
            self.signs[self.waiting.pop()] = "‘"
            self.signs[start] = "’"
        elif _HEMZE.search(self.text[:start][-_LONGEST:]):
            self.signs[start] = "’"
        elif not self.text[start - 1].isdigit():
            self.lonely.append(start)


def _joins(before: str, after: str) -> bool:
    """Say whether a mark joins two parts of a word: letters and digits, but not two numbers; a suffix to a sign."""
    if before.isalnum() and after.isalnum():
        return not (before.isdigit() and after.isdigit())
    return before != "" and before in _BEHIND and after.islower()


def _is_ayn(text: str, start: int) -> bool:
    """Say whether a mark before a word is surely an ayn: behind an article, or before a word known to begin with it."""
    if text[:start].endswith("-") and text[start + 1].lower() in VOWELS:
        return True
    word = re.match(r"\w+", text[start + 1 :])
    name = fold(word.group()) if word else ""
    return name in _AYN or (len(name) >= _STEM and name[:_STEM] in _AYN)
