"""What the imprint says, and what it leaves out."""

import datetime as dt

from publish.model import block as b
from publish.model.inline import Reference
from publish.model.settings import House, Printer, Publisher
from publish.render.imprint import entries, publisher
from tests.epub.samples import HERE, booklet, paragraph

HOUSE = House(
    name="Örnek Yayınları",
    address="Bâbıâli Cad. 1, İstanbul",
    city="İstanbul",
    certificate="12345",
    phone="0212 000 00 00",
    web="www.ornek.example",
    printer=Printer(name="Örnek Matbaa", address="Topkapı", certificate="54321"),
)


def said(made):
    return {entry.label: entry.lines for entry in entries(made) if entry.label}


def test_the_imprint_names_house_and_printer_with_certificates(tmp_path):
    assert said(booklet(tmp_path, house=HOUSE, authors=("Ayşe Örnek",), isbn="978-0-306-40615-7")) == {
        "Yazar": ("Ayşe Örnek",),
        "Yayıncı": (
            "Örnek Yayınları",
            "Yayıncı sertifika no: 12345",
            "Bâbıâli Cad. 1, İstanbul",
            "0212 000 00 00 · www.ornek.example",
        ),
        "Baskı": ("Örnek Matbaa", "Matbaa sertifika no: 54321", "Topkapı"),
        "ISBN": ("978-0-306-40615-7 (basılı)",),
    }


def test_another_publisher_stands_without_the_address_of_the_house(tmp_path):
    made = booklet(
        tmp_path, house=HOUSE, publisher=Publisher(name="Başka Yayınevi"), printer=Printer(name="Başka Matbaa")
    )
    assert said(made) == {"Yayıncı": ("Başka Yayınevi",), "Baskı": ("Başka Matbaa",)}
    assert publisher(made) == "Başka Yayınevi"


def test_edition_place_and_month_stand_in_one_line(tmp_path):
    made = booklet(tmp_path, house=HOUSE, edition="2. baskı", date=dt.date(2026, 8, 1))
    assert ("2. baskı, İstanbul, Ağustos 2026",) in [entry.lines for entry in entries(made)]


def test_what_is_not_known_is_not_said(tmp_path):
    made = booklet(tmp_path, house=House(), title="Oruç")
    assert [(entry.label, entry.lines) for entry in entries(made)] == [("", ("Oruç",))]


def test_verses_of_the_canon_are_credited_as_their_licence_asks(tmp_path):
    def verse(*, typed):
        arabic = (paragraph("وَالْعَصْرِ"),)
        return b.Verse("Asr 1", (Reference(103, 1, 1),), arabic, (), typed, HERE)

    credit = {
        "Ayet metni": ("Tanzil Kur’an Metni (Simple Plain 1.1), © 2007-2026 Tanzil Project, tanzil.net, CC BY 3.0",)
    }
    plain, silent = {"script": "simple-plain"}, {"script": "simple-plain", "notice": False}
    assert said(booklet(tmp_path, verse(typed=False), house=House(), quran=plain)) == credit
    assert said(booklet(tmp_path, verse(typed=False), house=House(), quran=silent)) == {}
    assert said(booklet(tmp_path, verse(typed=True), house=House(), quran=plain)) == {}
    assert said(booklet(tmp_path, paragraph("Söz."), house=House(), quran=plain)) == {}
