"""The feeds of the catalogue in two apps that know nothing of each other: both list all, show covers, fetch files."""

from hashlib import sha256

import pytest

from tests.epub.judge import Judge
from tests.readers import library, node

OPEN = "http://opds-spec.org/acquisition/open-access"


@pytest.fixture(scope="module")
def told(books, tmp_path_factory):
    return node.tell("feeds.mjs", library.CATALOG, home=tmp_path_factory.mktemp("home"))


@pytest.fixture(scope="module", params=["foliate", "opds"])
def feeds(request, told):
    """Return address → feed as one of the apps sees it."""
    return told[request.param]


def publications(feeds):
    return [publication for feed in feeds.values() for publication in feed["publications"]]


def test_every_way_from_the_root_leads_to_a_feed_with_booklets(feeds):
    root, *others = feeds.values()
    assert root["ways"]
    assert root["publications"] == []
    assert all(feed["title"] for feed in feeds.values())
    assert all(feed["publications"] or feed["ways"] for feed in others)


def test_every_booklet_is_listed_by_its_title(feeds, books):
    titles = {Judge(path.read_bytes()).metadata("dc:title")[0] for path in books.values()}
    assert {publication["title"] for publication in publications(feeds)} == titles


def test_every_booklet_shows_a_cover_and_a_small_one(feeds):
    for publication in publications(feeds):
        large, small = publication["covers"]
        assert large == small == "ffd8" or large[1] > small[1] > small[0] > 50


def test_both_files_of_every_booklet_can_be_fetched_whole(feeds, books):
    made = {path.name: path for book in books.values() for path in (book, book.with_suffix(".pdf"))}
    sums = {name: sha256(path.read_bytes()).hexdigest() for name, path in made.items()}
    for publication in publications(feeds):
        assert {file["rel"] for file in publication["files"]} == {OPEN}
        assert [file["type"] for file in publication["files"]] == ["application/epub+zip", "application/pdf"]
    fetched = {file["name"]: file["sha256"] for publication in publications(feeds) for file in publication["files"]}
    assert fetched == sums


def test_the_apps_ask_nothing_of_anybody_else(told):
    assert told["refused"] == []
