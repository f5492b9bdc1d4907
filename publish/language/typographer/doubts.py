"""What the typographer leaves as typed because only the author knows what is meant; `check` reports it by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from publish.language.typographer.quotes import quoted, single

_COUNTED = (
    "milyon|milyar|trilyon|katrilyon|kg|gr|gram|km|cm|mm|m|metre|kilometre|kilogram|litre|ton|derece|puan"
    "|dolar|lira|avro|euro|TL"
)
_DECIMAL = re.compile(
    rf"(?<![\d.,/:])(?P<a>\d{{1,3}}\.\d{{1,2}})(?=[ \u00a0](?:{_COUNTED})(?!\w))"
    r"|(?:%|[Yy]üzde[ \u00a0])(?P<b>\d{1,3}\.\d{1,2})(?![\d.])"
)
_ORDINAL = re.compile(r"(?P<number>\d+)(?:\.['’]?|(?!['’]))(?P<suffix>[ıiuü]?nc[ıiuü])(?!\w)")
_POINT = re.compile(r"\d\.\d")
_PART = re.compile(r"[\w.,]")
_PERCENT = re.compile(r"(?<![%\d.,])(?P<number>\d+(?:[.,]\d+)*)[ \u00a0]?%(?![ \u00a0]?\d)")
_DOTS = re.compile(r"(?<![.!?\d/\\:])\.\.(?![./\\\w])|(?<!\.)\.{4,5}(?!\.)")

_APART = re.compile(r"\b[A-ZÇĞİÖŞÜÂÎÛ][^\W\d_]+[’'´][ \t]+(?:n[ıiuü]n|[ny][ıiuü]|[dt][ae]n|[dt][ae]ki)(?![\w’'´])")
"""Suffixes that are no words; what is de, da, ki, ne or ye may be one."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One place that an author should look at."""

    code: str
    start: int
    end: int
    values: dict[str, str] = field(default_factory=dict)


DOUBTS: list[Callable[[str], Iterator[Doubt]]] = []


def doubt(function: Callable[[str], Iterator[Doubt]]) -> Callable[[str], Iterator[Doubt]]:
    """Register a function that finds doubtful places in the text of a line."""
    DOUBTS.append(function)
    return function


def doubts(text: str) -> Iterator[Doubt]:
    """Yield what is doubtful in the text of a line."""
    for each in DOUBTS:
        yield from each(text)


@doubt
def lonely_quotes(text: str) -> Iterator[Doubt]:
    """Find straight quotation marks without a sure partner (T010)."""
    if '"' in text or "''" in text:
        yield from (Doubt("T010", start, start + 1) for start in quoted(text).lonely)


@doubt
def lonely_apostrophes(text: str) -> Iterator[Doubt]:
    """Find straight single marks that may be a quotation mark, an apostrophe or a hemze (T011)."""
    if "'" in text or "´" in text:
        yield from (Doubt("T011", start, start + 1) for start in single(text).lonely)


@doubt
def decimal_points(text: str) -> Iterator[Doubt]:
    """Find 2.7 milyon: the point parts thousands, the comma tenths (T012; TDK, “Sayıların Yazılışı”)."""
    for match in _DECIMAL.finditer(text) if _POINT.search(text) else ():
        name = match.lastgroup or "a"
        number = match[name]
        yield Doubt("T012", *match.span(name), {"number": number, "meant": number.replace(".", ",")})


@doubt
def ordinals(text: str) -> Iterator[Doubt]:
    """Find 2nci and 2.nci: either a point or an apostrophe with the suffix (T013; TDK, “Sayıların Yazılışı”)."""
    for match in _ORDINAL.finditer(text):
        if not _PART.match(text[: match.start()][-1:]):
            yield Doubt("T013", *match.span(), {"typed": match.group(), **match.groupdict()})


@doubt
def percents(text: str) -> Iterator[Doubt]:
    """Find 50%: the sign stands before the number (T014; TDK, “Sayıların Yazılışı”)."""
    if "%" in text:
        for match in _PERCENT.finditer(text):
            yield Doubt("T014", *match.span(), {"typed": match.group(), "number": match["number"]})


@doubt
def dots(text: str) -> Iterator[Doubt]:
    """Find two, four or five dots; TDK knows two only behind ! and ? (T015; TDK, “Üç Nokta”)."""
    if ".." in text:
        for match in _DOTS.finditer(text):
            yield Doubt("T015", *match.span(), {"typed": match.group()})


@doubt
def parted_suffixes(text: str) -> Iterator[Doubt]:
    """Find Kâbe’ yi: a suffix follows the apostrophe at once (T020; TDK, “Kesme İşareti”), but not behind ‘Kâbe’."""
    for match in _APART.finditer(text) if "’ " in text else ():
        if text[: match.start()][-1:] not in ("‘", "'"):
            typed = match.group()
            yield Doubt("T020", *match.span(), {"typed": typed, "meant": re.sub(r"[ \t]+", "", typed)})
