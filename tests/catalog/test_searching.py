"""The search that is added to the lists: what can be found, and that the script folds by our table."""

import json

import pytest

from publish.language import search
from publish.model.inline import Reference
from publish.model.shelf import Line
from tests.catalog.judge import page, words
from tests.catalog.samples import site, volume


@pytest.fixture(scope="module")
def made():
    return site(
        volume("İhlâs’ın Sırrı", authors=("Çağrı Öz",), verses=(Reference(112, 1, 4), Reference(2, 1, 200))),
        volume("Oruç </script>", contents=(Line("Sahur", (Line("Niyet vakti"),)),), verses=(Reference(112, 1, 4),)),
        volume("الأذكار", name="ezkar", language="ar", authors=(), verses=()),
    )


@pytest.fixture(scope="module")
def index(made):
    return json.loads(made["arama.json"])


def found(index, typed):
    """Return the titles of booklets that have all words typed, as prefixes of their own words or of their verses'."""
    verses = [own.split() for _, own in index["verses"]]
    return [
        booklet["title"]
        for booklet in index["booklets"]
        if all(
            any(
                own.startswith(word)
                for words_ in (*map(str.split, booklet["words"]), *(verses[number] for number in booklet["verses"]))
                for own in words_
            )
            for word in search.words(typed)
        )
    ]


@pytest.mark.parametrize(
    ("typed", "titles"),
    [
        ("ihlas", ["İhlâs’ın Sırrı", "Oruç </script>"]),
        ("ihlasın", ["İhlâs’ın Sırrı"]),
        ("cagri", ["İhlâs’ın Sırrı"]),
        ("niyet", ["Oruç </script>"]),
        ("الصمد", ["İhlâs’ın Sırrı", "Oruç </script>"]),
        ("bakara", ["İhlâs’ın Sırrı"]),
        ("اذكار", []),
        ("الاذكار", ["الأذكار"]),
    ],
)
def test_titles_authors_headings_and_verses_are_found(index, typed, titles):
    assert sorted(found(index, typed)) == sorted(titles)


def test_a_verse_that_two_booklets_cite_stands_once_in_the_index(index):
    assert [name for name, _ in index["verses"]] == ["Bakara 2/1–200", "İhlâs 112/1–4"]


def test_a_range_as_long_as_a_surah_brings_no_words_of_its_verses(index):
    assert len(index["verses"][0][1].split()) < 12


def test_the_script_folds_by_the_table_of_the_language(made):
    script = made["arama.js"].decode()
    table, _ = json.JSONDecoder().raw_decode(script.partition("Object.entries(")[2])
    assert table == search.table()


def test_every_page_has_a_form_that_only_the_script_shows_and_the_search_leads_to_the_lists_without_it(made):
    for path, content in made.items():
        if path.endswith(".html"):
            (form,) = page(content).xpath("//body/header/form")
            assert form.get("hidden") is not None
    tree = page(made["arama.html"])
    assert "JavaScript" in words(tree.xpath("//noscript")[0])
    assert "basliklar.html" in tree.xpath("//noscript//a/@href")


def test_what_a_title_says_is_never_put_into_the_script_or_a_page_as_markup(made):
    assert b"innerHTML" not in made["arama.js"]
    assert b"Oru" not in made["arama.js"]
