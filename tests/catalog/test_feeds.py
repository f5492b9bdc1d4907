"""The feeds of the catalogue, as reading apps take them."""

from lxml import etree

from publish.catalog import feeds
from tests.catalog.judge import ATOM, faults_of_feeds
from tests.catalog.samples import site, volume
from tests.catalog.test_site import HOSTILE

ALL = (
    volume("Oruç", series="Ramazan", isbn="978-975-08-0294-2", modified="2026-11-02T00:00:00Z", editor="Ümit Şen"),
    volume("Zekât", authors=(), description=None, date=None, modified="1980-01-01T00:00:00Z", cover=None),
    volume("الأذكار", name="ezkar", language="ar", authors=("النووي",)),
    *(volume(title, name=f"kotu-{number}", authors=(title,)) for number, title in enumerate(HOSTILE)),
)


def entries(content):
    return etree.fromstring(content).findall(f"{ATOM}entry")


def titles(content):
    return [entry.findtext(f"{ATOM}title") for entry in entries(content)]


def test_the_feeds_obey_the_rules_of_opds():
    assert list(faults_of_feeds(site(*ALL))) == []


def test_an_empty_shelf_has_feeds_too():
    assert list(faults_of_feeds(site())) == []


def test_the_root_leads_to_all_others():
    assert titles(site(*ALL)["opds/index.atom"]) == ["Yeni kitapçıklar", "Bütün kitapçıklar", "Yazarlar", "Diziler"]


def test_the_newest_booklet_is_the_first_of_the_new_ones():
    made = titles(site(*ALL)["opds/yeni.atom"])
    assert (made[0], made[-1]) == ("Oruç", "Zekât")


def test_an_entry_is_the_e_book_under_its_own_name_with_its_own_moment():
    entry = entries(site(*ALL)["opds/yeni.atom"])[0]
    assert entry.findtext(f"{ATOM}id") == ALL[0].identifier
    assert entry.findtext(f"{ATOM}updated") == "2026-11-02T00:00:00Z"
    assert entry.findtext("{http://purl.org/dc/terms/}identifier") == "urn:isbn:9789750802942"
    files = {link.get("type"): link.get("length") for link in entry.findall(f"{ATOM}link") if link.get("length")}
    assert files == {"application/epub+zip": "84300", "application/pdf": "2460000"}


def test_the_booklets_of_an_author_and_of_a_series_are_feeds_of_their_own():
    made = site(*ALL)
    assert titles(made["opds/yazar/ali-sir.atom"]) == ["Oruç"]
    assert titles(made["opds/dizi/ramazan.atom"]) == ["Oruç"]


def test_a_long_feed_goes_on_in_the_next_document(monkeypatch):
    monkeypatch.setattr(feeds, "IN_FEED", 4)
    made = site(*ALL)
    assert list(faults_of_feeds(made)) == []
    assert len(entries(made["opds/basliklar.atom"])) == 4
    assert sum(len(entries(made[path])) for path in made if path.startswith("opds/basliklar")) == len(ALL)


def test_the_second_part_of_a_feed_is_not_the_feed_of_another_author(monkeypatch):
    monkeypatch.setattr(feeds, "IN_FEED", 2)
    made = site(*(volume(f"Kitap {n}", authors=("Ali", "Ali 2", "Âli")) for n in range(3)))
    names = {"ali", "ali_2", "ali-2", "ali-2_2", "ali-2-2", "ali-2-2_2"}
    assert {path for path in made if path.startswith("opds/yazar/")} == {f"opds/yazar/{name}.atom" for name in names}


def test_feeds_of_the_same_shelf_are_the_same_bytes():
    first, second = site(*ALL), site(*reversed(ALL))
    assert first == second
