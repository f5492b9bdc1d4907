"""The pages of the catalogue: what a reader finds on them, whatever authors wrote."""

import pytest

from publish.catalog import listing
from publish.model.inline import Reference
from publish.model.shelf import Line
from tests.catalog.judge import faults_of_pages, page, words
from tests.catalog.samples import site, volume

HOSTILE = (
    "“Kur’an’da” <script>alert(\"x\")</script> & Öteki 'Şeyler'",
    "القرآن الكريم",
    "Fâtiha (الفاتحة) Suresi",
    "\u202eters\u202c yazı",
    "Uzun" * 60,
    "{{ title }} {% raw %}",
)


@pytest.fixture(scope="module")
def shelf():
    return site(
        volume("Oruç", series="Ramazan", authors=("Ali Şir", "Çağrı Öz"), isbn="978-975-08-0294-2", date="2026-11-02"),
        volume("Zekât", name="zekat", series="Ramazan", description=None, authors=(), date=None, cover=None),
        volume("İhlâs", verses=(Reference(112, 1, 4), Reference(2, 255, 255)), subtitle="Bir tefsir"),
        volume("الأذكار", name="ezkar", language="ar", authors=("النووي",), description="كتاب الأذكار"),
        *(volume(title, name=f"kotu-{number}") for number, title in enumerate(HOSTILE)),
    )


def test_all_links_lead_somewhere_and_all_pages_are_well_built(shelf):
    assert list(faults_of_pages(shelf)) == []


def test_what_an_author_wrote_is_never_markup(shelf):
    for path, content in shelf.items():
        if path.endswith(".html"):
            assert b"<script>alert" not in content
    assert HOSTILE[0] in words(page(shelf["kitap/kotu-0.html"]).xpath("//h1")[0])


def test_the_front_shows_the_newest_cover_first(shelf):
    cards = page(shelf["index.html"]).find_class("card")
    assert words(cards[0].find_class("title")[0]) == "Oruç"
    assert cards[0].xpath(".//img/@src") == ["kapak/kucuk/oruc.jpg"]
    assert words(cards[-1].find_class("title")[0]) == "Zekât", "a booklet without a date stands last"


def test_a_booklet_has_a_page_with_everything_that_is_known_of_it(shelf):
    said = words(page(shelf["kitap/oruc.html"]).xpath("//main")[0])
    for part in (
        "Oruç", "Ramazan", "Ali Şir", "Çağrı Öz", "Bir kitapçık.", "84 kB", "2,5 MB", "16 sayfa", "ab" * 32, "cd" * 32,
        "Kur’an’da oruç", "Bakara", "2/183", "İhlâs", "112/1–4", "978-975-08-0294-2", "2 Kasım 2026", "Türkçe",
    ):  # fmt: skip
        assert part in said


def test_what_is_not_known_of_a_booklet_leaves_no_empty_label(shelf):
    said = words(page(shelf["kitap/zekat.html"]).xpath("//main")[0])
    for label in ("Yazar", "ISBN", "Tarih", "Çeviren"):
        assert label not in said


def test_downloads_name_what_they_are(shelf):
    links = page(shelf["kitap/oruc.html"]).xpath("//section[@class = 'downloads']//a")
    assert [(link.get("href"), link.get("type")) for link in links] == [
        ("../indir/oruc.epub", "application/epub+zip"),
        ("../indir/oruc.pdf", "application/pdf"),
    ]


def test_titles_stand_in_turkish_order(shelf):
    letters = [words(heading) for heading in page(shelf["basliklar.html"]).xpath("//h2")]
    assert letters.index("İ") < letters.index("O") < letters.index("Z")


def test_the_verses_stand_in_the_order_of_the_quran_with_the_booklets_that_cite_them(shelf):
    tree = page(shelf["ayetler.html"])
    assert [words(heading) for heading in tree.xpath("//h2")] == ["2. Bakara", "112. İhlâs"]
    rows = [words(row) for row in tree.xpath("//section[1]//li")]
    assert rows[0].startswith("2/183 ")
    assert rows[1] == "2/255 İhlâs"


def test_a_series_goes_by_its_numbers():
    made = site(
        volume("Üçüncü", series="İbadetler 10"),
        volume("Birinci", series="İbadetler 2"),
        volume("Ek", series="İbadetler"),
    )
    tree = page(made["diziler.html"])
    assert [words(heading) for heading in tree.xpath("//h2")] == ["İbadetler"]
    rows = [words(row).partition(" ·")[0] for row in tree.xpath("//section//li")]
    assert rows == ["2. Birinci Ali Şir", "10. Üçüncü Ali Şir", "Ek Ali Şir"]
    assert words(page(made["kitap/birinci.html"]).find_class("series")[0]) == "İbadetler 2"


def test_an_arabic_booklet_is_shown_from_right_to_left(shelf):
    title = page(shelf["kitap/ezkar.html"]).xpath("//h1/bdi")[0]
    assert (title.get("lang"), title.get("dir"), title.text) == ("ar", "rtl", "الأذكار")


def test_a_long_list_goes_on_over_pages_and_its_links_find_the_right_one(monkeypatch):
    monkeypatch.setattr(listing, "HEAVIEST", 600)
    made = site(*(volume(f"{letter} kitabı {n}") for letter in "ABÇZ" for n in range(9)))
    assert "basliklar_2.html" in made
    assert list(faults_of_pages(made)) == []
    assert "devamı" in words(page(made["basliklar_2.html"]))
    assert "2. sayfa" in words(page(made["basliklar_2.html"]).find("head"))


def test_no_page_of_a_great_library_is_heavy_and_none_has_hundreds_of_jumps():
    made = site(
        *(
            volume(
                f"Kitap {number}",
                authors=tuple(f"{letter}li Yazar{number}" for letter in ("ABÇ", "DEF", "GĞH")[number % 3]),
                verses=tuple(Reference(2, verse, verse) for verse in range(1, 287, 7)),
                contents=(Line("Bölüm", tuple(Line(f"Başlık {line}", (Line("Alt"),)) for line in range(150))),),
            )
            for number in range(42)
        )
    )
    assert list(faults_of_pages(made)) == []
    assert max(len(content) for path, content in made.items() if path.endswith(".html")) < 20_000
    assert len(page(made["yazarlar.html"]).xpath("//nav[@class = 'jump']//a")) == 9
    said = words(page(made["kitap/kitap-1.html"]).xpath("//main")[0])
    assert "Başlık 149" in said
    assert "Alt" not in said
    assert "2/274" in said
    assert "…" in said


def test_two_authors_with_one_slug_have_places_of_their_own():
    made = site(volume("Bir", authors=("Said",)), volume("İki", authors=("Sâid", "İçerik")))
    assert page(made["yazarlar.html"]).xpath("//h2/@id") == ["ad-icerik", "ad-said", "ad-said-2"]
    assert list(faults_of_pages(made)) == [], "an author is not the place where the contents begin"


def test_a_shelf_without_booklets_or_house_says_so():
    made = site(house=None, address=None, email=None, web=None)
    assert "Henüz kitapçık yok." in words(page(made["index.html"]))
    assert list(faults_of_pages(made)) == []


def test_contents_of_any_depth_are_shown():
    line = Line("en alt")
    for _ in range(12):
        line = Line("üst", (line,))
    made = site(volume("Derin", contents=(line,)))
    assert "en alt" in words(page(made["kitap/derin.html"]))
