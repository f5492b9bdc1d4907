"""A source in the text is a date and a name in parentheses."""

import datetime as dt

import pytest

from publish.language import sources
from tests.language.shared import shared


@pytest.mark.parametrize(
    "text",
    [
        "(06.01.2022 Anadolu Ajansı)",
        "(07.01.2022 www.independentarabia.com)",
        "(06.01.2022, AFP)",
        "(AFP, 06.01.2022)",
        "(5 Ocak 2022, Novosti)",
        "(Novosti, 5 Ocak 2022)",
        "(08.01.2022 sputniknews)",
        "(08.01.2021 Russia\n\nToday)",
        "(6/1/2022 – Yeni Şafak gazetesi)",
        "(06.01.2022 AFP; 07.01.2022 Reuters)",
        "(AFP, Reuters, 06.01.2022)",
        "(06.01.2022 “Le Monde”)",
    ],
)
def test_a_date_and_a_name_are_a_source(text):
    assert sources.sources(f"dedi. {text} Sonra") == ((6, 6 + len(text)),)


@pytest.mark.parametrize(
    "text",
    [
        *("(175)", "(LPG)", "(istihbarat servisi)", "(ö. 505/1111)", "(1922)", "(06.01.2022)", "(d. 5 Ocak 1922)"),
        *("(5 Ocak 2022 Çarşamba)", "(29 Ekim 1923 doğumlu)", "(5 Ocak 2022 tarihinde yapılan toplantıda)"),
        *("(06.01.2022 10.01.2022)", "(toplantı 06.01.2022)", "(el-Enfâl 8/2)", "06.01.2022 AFP", "(06.01.2022 3,5)"),
        "(05.01.2022 Bir İki Üç Dört Beş Altı Yedi Sekiz Dokuz)",
        "(06.01.2022 , )",
    ],
)
def test_other_parentheses_are_none(text):
    assert sources.sources(text) == ()


def test_the_dates_of_sources_are_read_with_their_places():
    text = "1.2.2003 (06.01.2022 AFP) ve (Novosti, 5 Ocak 2022) ve (31.02.2022 AFP)"
    assert sources.dates(text) == ((10, dt.date(2022, 1, 6)), (39, dt.date(2022, 1, 5)))


def january(*days):
    return [dt.date(2022, 1, day) for day in days]


def test_last_years_date_among_this_years_stands_out():
    assert sources.outliers([*january(6, 7, 8, 9, 10, 11), dt.date(2021, 1, 8)]) == (6,)
    assert sources.outliers([dt.date(2021, 12, 30), *january(2, 3, 4), dt.date(2020, 12, 28)]) == (4,)
    assert sources.outliers([dt.date(2024, 2, 29), *(dt.date(2025, 3, day) for day in (1, 2, 3))]) == (0,)


@pytest.mark.parametrize(
    "dates",
    [
        [],
        [*january(6, 7), dt.date(2021, 1, 8)],
        [*january(6, 7, 8), dt.date(2021, 7, 8)],
        [*january(6, 7), dt.date(2021, 1, 8), dt.date(2021, 1, 9)],
        [*january(1, 2, 3), dt.date(2021, 12, 20)],
        [dt.date(2015, 1, 1), dt.date(2016, 1, 1), dt.date(2017, 1, 1), dt.date(2018, 1, 1)],
    ],
)
def test_dates_that_may_be_right_are_left_in_peace(dates):
    assert sources.outliers(dates) == ()


def test_a_real_document_names_its_fourteen_sources_and_two_slips():
    text = shared("documents/kazakistan.txt")
    dates = sources.dates(text)
    slips = sources.outliers([date for _, date in dates])
    assert len(sources.sources(text)) == len(dates) == 14
    assert [text.count("\n", 0, dates[index][0]) + 1 for index in slips] == [99, 104]
