"""What house and booklet list beside the rules: words with their breaks, words kept whole, words of other languages."""

import unicodedata

import pytest

from publish.language.hyphenation.foreign import Words
from publish.language.hyphenation.line_ends import Hyphenator, LineEnd, show
from publish.model.settings import Hyphenation


def told(word, *tables, **settings):
    """Return `word` with its breaks where `settings`, or several tables of them, are given."""
    return Hyphenator([Hyphenation(**table) for table in tables or (settings,)]).show(word)


@pytest.mark.parametrize(
    ("word", "shown"),
    [
        ("ekspresyonizm", "ekspres-yonizm"),
        ("“Ekspresyonizm”,", "“Ekspres-yonizm”,"),
        ("EKSPRESYONİZM", "EKSPRES-YONİZM"),
        ("Ekspresyonizm’in", "Ekspres-yonizm’|in"),
        ("Ekspresyonizm'deki", "Ekspres-yonizm'|deki"),
        ("post-ekspresyonizm", "post-ekspres-yonizm"),
        ("ekspresyonizmin", "eksp-res-yo-niz-min"),
        ("Ekspresyonizm’ân", "Eksp-res-yo-nizm’ân"),
    ],
)
def test_an_exception_is_the_word_alone_or_before_the_apostrophe_of_a_suffix(word, shown):
    assert told(word, exceptions=("ekspres-yonizm",)) == shown


def test_a_word_listed_without_hyphens_is_whole():
    assert told("Turanlı’nın", exceptions=("turanlı",)) == "Turanlı’|nın"


@pytest.mark.parametrize("entry", ["Kur’|an", "Kur’-an", "kur'-an"])
def test_behind_an_apostrophe_an_exception_adds_no_hyphen(entry):
    assert told("Kur’an", exceptions=(entry,)) == "Kur’|an"
    assert told("Kur’an-ı", exceptions=(entry,)) == "Kur’|an-ı"


def test_decomposed_words_are_found_too():
    word = unicodedata.normalize("NFD", "Müşkülât")
    assert unicodedata.normalize("NFC", told(word, exceptions=("müş-külât",))) == "Müş-külât"


def test_the_booklet_is_stronger_than_the_house():
    house, own = {"exceptions": ("eks-pres", "ka-lem"), "article": False}, {"exceptions": ("ekspres",), "article": True}
    assert told("ekspres", house, own) == "ekspres"
    assert told("kalem", house, own) == "ka-lem"
    assert told("ekspres", house, {}) == "eks-pres"
    ends = Hyphenator([Hyphenation(**house), Hyphenation(**own)]).line_ends("el-Enfâl", "tr")
    assert (3, LineEnd.NEVER) in ends


def test_what_is_kept_is_never_broken_not_even_at_its_own_hyphen():
    ends = Hyphenator([Hyphenation(keep=("Nur-Sultan",))]).line_ends("Nur-Sultan’ın", "tr")
    assert dict(ends) == dict.fromkeys(range(1, 10), LineEnd.NEVER) | {11: LineEnd.BARE}


def test_the_list_of_the_house_stands_in_place_of_ours_and_that_of_the_booklet_beside_it():
    kept = Hyphenator().line_ends("Kur’an", "tr")
    assert kept == Hyphenator([Hyphenation(), Hyphenation(keep=("Mes’ûd",))]).line_ends("Kur’an", "tr") != ()
    assert Hyphenator([Hyphenation(keep=())]).line_ends("Kur’an", "tr") == ()


def test_every_rule_of_the_house_can_be_switched_off():
    assert show("Mes’ûdî") == "Mes’ûdî"
    assert told("Mes’ûdî", hemze=False) == "Mes’|ûdî"
    assert told("Kur’an", hemze=False) == "Kur’an"
    assert told("Kur’an", hemze=False, keep=()) == "Kur’|an"
    for alone in ("cüz’î", "Ra’d", "Kur’an-ı"):
        assert told(alone, hemze=False) == alone
    assert (3, LineEnd.NEVER) not in Hyphenator([Hyphenation(article=False)]).line_ends("el-Enfâl", "tr")
    assert (7, LineEnd.NEVER) not in Hyphenator([Hyphenation(izafet=False)]).line_ends("Fetâvâ-yı", "tr")
    assert (5, LineEnd.NEVER) in Hyphenator([Hyphenation(izafet=False)]).line_ends("Hüsn-i", "tr")
    assert told("www.ornek.com/a", addresses=False) == "www.ornek.com/a"
    never = Hyphenator([Hyphenation(addresses=False)]).line_ends("www.bir-iki.com", "tr")
    assert {end for _, end in never} == {LineEnd.NEVER}


def test_one_booklet_knows_nothing_of_the_lists_of_another():
    assert told("kitap", exceptions=("kitap",)) == "kitap"
    assert told("kitap") == show("kitap") == "ki-tap"


def test_listed_phrases_are_found_whatever_stands_beside_them():
    words = Words([Hyphenation(foreign={"en": ("Washington Post", "Post", "roadmap")})])
    pieces = list(words.part("Dün Washington  Post’un ROADMAP’i, postacının roadmapı"))
    assert [piece for piece, language in pieces if language] == ["Washington  Post", "ROADMAP"]
    assert "".join(piece for piece, _ in pieces) == "Dün Washington  Post’un ROADMAP’i, postacının roadmapı"
    assert not Words(())


@pytest.mark.parametrize("phrase", ["O'Neill", "İzmir Times", "C++ (dili)", "Strauß"])
def test_any_phrase_may_be_listed(phrase):
    words = Words([Hyphenation(foreign={"en": (phrase,)})])
    assert (phrase.replace("'", "’"), "en") in words.part(f"Bu {phrase} gibi".replace("'", "’"))


@pytest.mark.parametrize(
    ("word", "language", "ends"),
    [
        ("(Washington", "en", [(5, LineEnd.HYPHEN), (8, LineEnd.HYPHEN)]),
        ("Post’un", "en", [(5, LineEnd.BARE)]),
        ("Peter’s", "en", []),
        ("d’une", "fr", []),
        ("UNESCO", "fr", []),
        ("Yomiuri", "ja", []),
    ],
)
def test_words_of_other_languages_keep_the_rules_of_theirs(word, language, ends):
    assert list(Hyphenator().line_ends(word, language)) == ends
