"""What the law wants of an imprint: an error where a book that is given out lacks it, a note of a private copy."""

import datetime as dt
from pathlib import Path

import pytest

from publish.check.imprint import inspect
from publish.model.edition import Edition
from publish.model.finding import Severity, Span
from publish.model.printing import Cover, Print
from publish.model.settings import House, Printer, Publisher, Settings

PRINTER = Printer(name="Basımevi", address="Sanayi Sitesi 1", certificate="12345")
HOUSE = House(name="Yayınevi", address="Hokka Sokağı 1", city="İstanbul", certificate="54321", printer=PRINTER)
SETTINGS = {"title": "Deneme", "date": dt.date(2026, 10, 1), "isbn": "978-975-17-3133-3", "authors": ("Ali Veli",)}
PLACES = {"title": Span("kitap/deneme/booklet.toml", 1, 1), "publisher": Span("kitap/deneme/booklet.toml", 5, 1)}


def found(house=HOUSE, **settings):
    made = Settings(**{**SETTINGS, **settings})
    return inspect(Edition(Path("kitap/deneme"), house, made, PLACES))


def codes(house=HOUSE, **settings):
    return [finding.code for finding in found(house, **settings)]


def test_a_complete_imprint_is_praised_by_silence():
    assert codes() == []


@pytest.mark.parametrize(
    ("lacking", "code"),
    [
        ({"printer": None}, "K001"),
        ({"printer": PRINTER.model_copy(update={"address": None})}, "K002"),
        ({"city": None}, "K004"),
        ({"address": None}, "K005"),
        ({"certificate": None}, "K006"),
        ({"printer": PRINTER.model_copy(update={"certificate": None})}, "K007"),
        ({"name": None}, "K008"),
    ],
)
def test_what_the_house_file_lacks_is_said_of_the_house_file(lacking, code):
    (finding,) = found(HOUSE.model_copy(update=lacking))
    assert (finding.code, finding.span) == (code, Span("kitap/house.toml"))


@pytest.mark.parametrize(
    ("notice", "found_"), [(None, ["K010"]), ("free", ["K010"]), ("exempt", []), ("textbook", []), ("export", [])]
)
def test_a_cover_without_bandrol_says_why(notice, found_):
    assert codes(cover=Cover(bandrol=False, notice=notice)) == found_
    assert codes(cover=Cover(notice=notice)) == []
    assert codes(cover=Cover(bandrol=False, notice=notice), print=Print(published=False)) == []


@pytest.mark.parametrize(("lacking", "code"), [({"date": None}, "K003"), ({"isbn": None}, "K009")])
def test_what_the_booklet_lacks_is_said_of_the_booklet(lacking, code):
    (finding,) = found(**lacking)
    assert (finding.code, finding.span) == (code, PLACES["title"])


def test_what_the_law_wants_stops_a_book_that_is_given_out():
    weights = {finding.code: finding.severity for finding in found(House(), date=None, isbn=None)}
    assert [code for code, weight in weights.items() if weight is Severity.ERROR] == ["K003", "K001", "K004"]
    assert (weights["K008"], weights["K009"]) == (Severity.WARNING, Severity.NOTE)


def test_a_private_copy_may_do_without():
    findings = found(House(), date=None, isbn=None, print=Print(published=False))
    assert {finding.severity for finding in findings} == {Severity.NOTE}
    assert [finding.code for finding in findings] == ["K003", "K001", "K004", "K008"]


def test_an_author_who_publishes_himself_needs_no_certificate():
    himself = Publisher(name="Ali Veli", address="Çınar Sokağı 2")
    assert codes(publisher=himself) == []
    assert codes(publisher=himself, authors=("Ayşe Veli",)) == ["K006"]


def test_another_publisher_has_an_address_of_his_own():
    (address, certificate) = found(publisher=Publisher(name="Başka"))
    assert (address.code, certificate.code) == ("K005", "K006")
    assert {address.span, certificate.span} == {PLACES["publisher"]}
