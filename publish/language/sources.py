"""Finds the sources a text names in parentheses, and dates among them that cannot be right.

    (06.01.2022 Anadolu Ajansı)   (06.01.2022, AFP)   (AFP, 06.01.2022)   (5 Ocak 2022, Novosti)

A date and a name, nothing else: a remark with a date in it is no source.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence

MONTHS = ("Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran", "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık")
LONGEST = 160  # characters within the parentheses
MOST_WORDS = 8

LEAST_DATES = 4
WINDOW = dt.timedelta(days=60)
MARGIN = dt.timedelta(days=31)

_NUMERIC = r"(?<!\d)\d{1,2}[./]\d{1,2}[./]\d{4}(?!\d)"
_WORDED = rf"(?<!\d)\d{{1,2}}\s+(?:{'|'.join(MONTHS)})\s+\d{{4}}(?!\d)"
_DATE = re.compile(rf"{_NUMERIC}|{_WORDED}")
_PARENTHESES = re.compile(rf"\(([^()]{{6,{LONGEST}}})\)")
_DATE_FIRST = re.compile(rf"\s*(?P<date>{_DATE.pattern})(?P<stop>\s*[,;:–—-]\s*|\s+)(?P<name>\S.*?)\s*", re.DOTALL)
_NAME_FIRST = re.compile(rf"\s*(?P<name>\S.*?)(?P<stop>\s*[,;:–—-]\s*|\s+)(?P<date>{_DATE.pattern})\s*", re.DOTALL)
_ADDRESS = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_WEEKDAYS = ("Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar")
_SMALL_WORDS = frozenset(("ve", "ile", "and", "of", "the", "de", "el", "al", "gazetesi", "ajansı", "haber", "dergisi"))


def sources(text: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of every source named in `text`, parentheses included.

    >>> sources("bildirildi. (06.01.2022 AFP) (175) (ö. 505/1111)")
    ((12, 28),)
    """
    return tuple(match.span() for match in _PARENTHESES.finditer(text) if _is_source(match.group(1)))


def _is_source(words: str) -> bool:
    return all(_is_dated_name(part) for part in words.split(";"))


def _is_dated_name(words: str) -> bool:
    date_first = _DATE_FIRST.fullmatch(words)
    match = date_first or _NAME_FIRST.fullmatch(words)
    if match is None or _DATE.search(match["name"]):
        return False
    in_figures = match["date"].replace(".", "/").count("/") == 2
    return _is_name(match["name"].replace(",", " ").split(), lone_small_word=in_figures and date_first is not None)


def _is_name(words: list[str], *, lone_small_word: bool) -> bool:
    """Say whether `words` read as the name of a paper, an agency or a web site; (08.01.2022 sputniknews) is one too."""
    if not any(map(str.isalpha, "".join(words))) or len(words) > MOST_WORDS or words[0] in _WEEKDAYS:
        return False
    if len(words) == 1 and lone_small_word:
        return True
    return _opens_name(words[0]) and all(_opens_name(word) or word in _SMALL_WORDS for word in words[1:])


def _opens_name(word: str) -> bool:
    bare = word.lstrip("“‘\"'«")
    return bare[:1].isupper() or bare[:1].isdigit() or _ADDRESS.fullmatch(word) is not None


def dates(text: str) -> tuple[tuple[int, dt.date], ...]:
    """Return offset and date of every date in the sources of `text`; a day that no calendar has is left out."""
    return tuple(_dates(text))


def _dates(text: str) -> Iterator[tuple[int, dt.date]]:
    for start, end in sources(text):
        for match in _DATE.finditer(text, start, end):
            date = _read_date(match.group())
            if date is not None:
                yield match.start(), date


def _read_date(words: str) -> dt.date | None:
    day, month, year = re.split(r"[./]|\s+", words)
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    try:
        return dt.date(int(year), number, int(day))
    except ValueError:
        return None


def outliers(dates: Sequence[dt.date]) -> tuple[int, ...]:
    """Return the indexes of dates whose year is surely a slip: 08.01.2021 among dates of January 2022.

    Only where four dates or more are given, two thirds of them lie within 60 days, and the doubtful one would fall into
    that time, give or take 31 days, if it had their year.
    """
    if len(dates) < LEAST_DATES:
        return ()
    ordered = sorted(dates)
    windows = ([date for date in ordered if first <= date <= first + WINDOW] for first in dict.fromkeys(ordered))
    window = max(windows, key=len)
    if len(window) * 3 < len(dates) * 2:
        return ()
    years = {date.year for date in window}
    return tuple(index for index, date in enumerate(dates) if _fits_another_year(date, window, years))


def _fits_another_year(date: dt.date, window: list[dt.date], years: set[int]) -> bool:
    earliest, latest = window[0] - MARGIN, window[-1] + MARGIN
    if date.year in years or earliest <= date <= latest:
        return False
    return any(earliest <= _in_year(date, year) <= latest for year in years)


def _in_year(date: dt.date, year: int) -> dt.date:
    day = 28 if (date.month, date.day) == (2, 29) else date.day
    return date.replace(year=year, day=day)
