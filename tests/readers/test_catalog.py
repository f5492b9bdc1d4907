"""The catalogue in Chromium: whoever sees badly, has no JavaScript or a small screen finds every booklet."""

import pytest

from tests.readers import library, node

MOST = 100_000
"""Bytes that a page may have people fetch, covers apart."""


@pytest.fixture(scope="module")
def shelf(books):
    """Return the files of the catalogue by path."""
    return {str(path.relative_to(library.CATALOG)): path for path in library.CATALOG.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def told(shelf, tmp_path_factory):
    pictures = library.ROOT / "catalog"
    pictures.mkdir(parents=True, exist_ok=True)
    lists = sorted(path for path in shelf if path.endswith(".html") and "/" not in path)
    of_booklets = sorted(path for path in shelf if path.startswith("kitap/"))
    queries = ["ihlas", "İHLÂS", "zzyzx"]
    home = tmp_path_factory.mktemp("home")
    return node.tell("catalog.mjs", library.CATALOG, pictures, *queries, "--", *of_booklets[:2], *lists, home=home)


def test_axe_finds_nothing_wrong_with_any_page_on_any_screen(told):
    assert {name: page["violated"] for name, page in told["pages"].items() if page["violated"]} == {}
    assert all({"color-contrast", "landmark-one-main"} <= set(page["passed"]) for page in told["pages"].values())


def test_no_page_is_wider_than_the_screen(told):
    assert {name: page["across"] for name, page in told["pages"].items() if page["across"] > 0} == {}


def test_every_page_is_light(told):
    assert {name: page["bytes"] for name, page in told["pages"].items() if page["bytes"] > MOST} == {}
    assert min(page["bytes"] for page in told["pages"].values()) > 1000, "something was weighed"


def test_nothing_is_asked_of_anybody_else_and_nothing_fails(told):
    assert (told["refused"], told["errors"]) == ([], [])


@pytest.mark.parametrize("query", ["ihlas", "İHLÂS"])
def test_a_verse_is_found_however_its_name_is_typed(told, query):
    found = told["searches"][query]["found"]
    assert found
    assert all("İhlâs" in line for line in found)


def test_what_is_nowhere_is_said_to_be_nowhere(told):
    assert told["searches"]["zzyzx"]["found"] == []
    assert told["searches"]["zzyzx"]["said"]


def test_all_is_reached_without_javascript(told, shelf, books):
    downloads = {f"indir/{name}{ending}" for name in books for ending in (".epub", ".pdf")}
    assert downloads <= set(told["reached"])
    assert {path for path in shelf if path.endswith(".html")} - set(told["reached"]) == {"arama.html"}


def test_the_judge_sees_a_page_that_is_too_wide_and_a_field_without_a_name(shelf, tmp_path):
    (tmp_path / "a.html").write_text(
        '<!DOCTYPE html><title>a</title><body><input><p style="width: 400px">a</p>'
        '<script src="//b.example/b.js"></script>',
        "utf-8",
    )
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><html lang="tr"><title>a</title><form action="index.html"><input type="search" name="q">'
        '</form><p role="status">1</p></html>',
        "utf-8",
    )
    told = node.tell("catalog.mjs", tmp_path, tmp_path, "a", "--", "a.html", home=tmp_path)
    narrow = told["pages"]["a.html 320 light"]
    assert {"label", "html-has-lang"} <= {rule["id"] for rule in narrow["violated"]}
    assert narrow["across"] > 0
    assert "http://b.example/b.js" in told["refused"]
    assert told["errors"] == ["index.html offers a search without JavaScript"]
