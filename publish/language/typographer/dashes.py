"""Dashes, and ranges of numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.language.typographer.registry import Edit, rule

_DASH = re.compile(r"(?<=[^\s\-–—])(?P<blank>[ \t]+)(?P<dash>-{1,3})[ \t]+(?=[^\s\-–—])")
_TIGHT = re.compile(r"(?<=[^\W\d_][^\W\d_])[.,!?…”’)]{0,2}(?P<dash>-{2,3})(?=[“‘(]?[^\W\d_][^\W\d_])")
_OPENING_DASH = re.compile(
    r"(?:^|(?<=\n))(?:-{2,3}[ \t]*(?=[^\s\-])"
    r"|-(?=…|[“‘]?(?:O |[A-ZÇĞİÖŞÜÂÎÛ][a-zçğıöşüâîû])[^\n]*[.!?…][”’]?[ \t]*(?:\n|$)))"
)
"""A single hyphen only before a sentence: -lar and -DAn are suffixes, lines without an end are a list."""
_TIME_OR_DATE = r"(?:\d\d[.:]\d\d|(?:\d{1,2}\.\d{1,2}\.)?\d{4})"
_SPACED = re.compile(
    rf"(?<![\w.:,/])(?P<one>{_TIME_OR_DATE})[ \t]+(?P<dash>-)[ \t]+(?P<two>{_TIME_OR_DATE})(?![\w:/=]|[.,]\d| ?=)"
)

_PAGES = re.compile(
    r"(?<![\w.])(?:ss?\.[ \u00a0]?|sayfa )(?P<one>\d+)[ \t](?P<dash>-)[ \t](?P<two>\d+)(?![\w,.:/-]*\d)"
)
_DEGREES = re.compile(r"[\d.,]+ ?(?:°|derece)")
_NUMBER = r"\d+(?:[.:,]\d+)*"
_RANGE = re.compile(
    r"(?:(?<![\w.,:\-–—+*=<>#@&_~^€$₺’'])|(?<=[^\W\d_][.:]))(?<!\d[ \u00a0])(?<!\)[ \u00a0])"
    rf"%?(?P<one>{_NUMBER})-(?P<two>{_NUMBER})"
    r"(?![\w/\-–+*=<>@&_~^%])(?![.:,]\d)(?![ \u00a0]?[=+×*])(?![ \u00a0](?:\d|sayılı|no|numara))"
)
_SLASHED = re.compile(r"(?:^|[^\w/])(?:\d{1,4}|[IVXLC]{1,7})/$")
_CALL = re.compile(
    r"(?:tel|telefon|faks|fax|gsm|hat|ihbar|iban|isbn|issn|numara|kod|no)\W{1,3}(?:[\d()+ -]*)$", re.IGNORECASE
)
_NEAR = 30
_MOST = 5
"""Digits of a number that a range may have, without its points."""
_YEAR, _MONTHS = 4, 12


@rule("dashes")
def dashes(text: str) -> Iterator[Edit]:
    """söz - söz, söz -- söz → söz – söz; söz --- söz and a speech that begins with -- → — (house; TDK, “Uzun Çizgi”).

    söz--söz is parted by blanks too, and -Gel! begins a speech.

    Between numbers a hyphen among blanks may be a minus, so it is kept.
    """
    if "-" not in text:
        return
    for match in _OPENING_DASH.finditer(text):
        yield Edit(*match.span(), "—\u00a0" if match.group()[-1].isspace() else "—")
    for match in _TIGHT.finditer(text):
        yield Edit(*match.span("dash"), " — " if match["dash"] == "---" else " – ")
    for match in _DASH.finditer(text):
        dash = match["dash"]
        if not (text[match.end()].isdigit() and (text[match.start() - 1].isdigit() or _is_minus(text, match))):
            yield Edit(*match.span("dash"), "—" if dash == "---" else "–")


def _is_minus(text: str, match: re.Match[str]) -> bool:
    """Say whether one hyphen before a number may be a minus: behind a letter of algebra, or before degrees."""
    behind_a_word = text[max(0, match.start() - 2) : match.start()].isalpha() and match.start() > 1
    return match["dash"] == "-" and not (behind_a_word and not _DEGREES.match(text, match.end()))


@rule("ranges")
def ranges(text: str) -> Iterator[Edit]:
    """12-15 → 12–15, 1914 - 1918 → 1914 – 1918, 09.30 - 17.00, s. 23 - 25 (house; TDK writes them with a hyphen).

    Only where the second number follows the first; dates as 2022-01-11, results, telephone and book numbers are kept.
    """
    if "-" not in text:
        return
    for match in _RANGE.finditer(text):
        if _is_range(text, match):
            yield Edit(match.end("one"), match.start("two"), "–")
    for match in (*_SPACED.finditer(text), *_PAGES.finditer(text)):
        if _ascends(match["one"], match["two"]):
            yield Edit(*match.span("dash"), "–")


def _is_range(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _NEAR) : match.start()]
    if before.endswith("/") and not _SLASHED.search(before):
        return False
    return not _CALL.search(before) and _ascends(match["one"], match["two"])


def _ascends(one: str, two: str) -> bool:
    """Say whether the second number follows the first, or shortens one that does (1914-18)."""
    one = one.rpartition(":")[2] if ":" not in two else one  # the surah is named once: 2:255-257
    shape, other = (re.sub(r"\d+", "", number) for number in (one, two))
    if {shape, other} == {"", ","}:  # 3,5-4 km
        return float(one.replace(",", ".")) < float(two.replace(",", "."))
    if shape or other:
        return shape == other and (_parts(one) < _parts(two) or shape == "..")
    if any(len(number) > _MOST or (len(number) > 1 and number[0] == "0") for number in (one, two)):
        return False
    if len(two) < len(one):
        return len(one) == _YEAR and len(two) == 2 and int(one[-2:]) < int(two) > _MONTHS
    return int(one) < int(two)


def _parts(number: str) -> list[int]:
    return [int(part) for part in re.split(r"\D", number)]
