"""A citation is told from what only looks like one, and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import references
from publish.language.quran import surahs
from publish.language.references import Problem, citations, read
from publish.model.inline import Reference

FORMS = (
    "[{name} {verse}]",
    "[{name} {number}/{verse}]",
    "[{name}, {number}:{verse}]",
    "({name} {number}/{verse})",
    "({name}, {number}/{verse})",
    "({name} {number}/{verse}-{verse})",
    "({name} suresi {verse})",
    "({name} Sûresi, {verse}. âyet)",
    "({name} suresi, {number}/{verse})",
    "({name}, ayet {verse})",
    "({name}, {verse}. ayet)",
    "({number}/{name}, {verse})",
)


def is_cited(text):
    return citations(f"Bkz. {text} dendi.") == ((5, 5 + len(text)),)


def names():
    for surah in surahs():
        for name in (surah.name, *surah.variants):
            yield surah, name.removesuffix(" (41)")


@pytest.mark.parametrize("form", FORMS)
def test_every_name_of_every_surah_is_read_in_every_form(form):
    for surah, name in names():
        if surah.number == 41 and name == "Secde" and "{number}" not in form:
            continue  # by itself this is the name of surah 32
        for shape in (name, references.fold(name), name.replace("â", "ā").replace("û", "ū"), name.replace("’", "'")):
            text = form.format(name=shape, number=surah.number, verse=surah.verses)
            assert is_cited(text), text
            assert read(text) == Reference(surah.number, surah.verses, surah.verses), text


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Hacc 40", Reference(22, 40, 40)),
        ("Âl-i İmrân 3/103-104", Reference(3, 103, 104)),
        ("BAKARA SÛRESİ 255", Reference(2, 255, 255)),
        ("er-Ra‘d 13/11", Reference(13, 11, 11)),
        ("2:255", Reference(2, 255, 255)),
        ("2/255–257", Reference(2, 255, 257)),
        ("Secde 41/5", Reference(41, 5, 5)),
        ("Secde 5", Reference(32, 5, 5)),
        ("Hacc\n40", Reference(22, 40, 40)),
    ],
)
def test_references_are_read_without_their_brackets(text, reference):
    assert read(text) == reference
    assert read(f" [{text}] ") == reference


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[Haç 40]", Problem("unknown_surah", name="Haç", nearest="Hac")),
        ("[Bakkara 255]", Problem("unknown_surah", name="Bakkara", nearest="Bakara")),
        ("[Enfâk 8/2]", Problem("unknown_surah", name="Enfâk", nearest="Enfâl")),
        ("[Hacc 140]", Problem("no_such_verse", name="Hac", verse="140", verses=78)),
        ("(el-Hac 22/140)", Problem("no_such_verse", name="Hac", verse="140", verses=78)),
        ("[Hac 77-79]", Problem("no_such_verse", name="Hac", verse="77-79", verses=78)),
        ("[Hac 41-40]", Problem("no_such_verse", name="Hac", verse="41-40", verses=78)),
        ("[Hac 0]", Problem("no_such_verse", name="Hac", verse="0", verses=78)),
        ("(Bakara 3/12)", Problem("disagree", name="Bakara", nearest="Âl-i İmrân", number=3, expected=2)),
        ("(Bakara 200/12)", Problem("disagree", name="Bakara", number=200, expected=2)),
    ],
)
def test_a_citation_that_cannot_be_right_is_one_all_the_same(text, problem):
    assert is_cited(text)
    assert read(text) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Zzzxy 40", Problem("unknown_surah", name="Zzzxy")),
        ("115/3", Problem("unknown_surah", name="115")),
        ("dua", Problem("not_a_reference", name="dua")),
        ("", Problem("not_a_reference")),
        ("40", Problem("not_a_reference", name="40")),
    ],
)
def test_what_is_no_reference_is_said_to_be_none(text, problem):
    assert read(text) == problem


@pytest.mark.parametrize(
    "text",
    [
        *("(ö. 505/1111)", "(Taberî 2/255)", "10:30", "(10:30)", "(3-2)", "[1]", "[^1]", "[bkz. s. 40]", "[2:255]"),
        *("[Madde 12]", "[Sayfa 40]", "[Cilt 2]", "[Tablo 3]", "[Resim 4]", "[Ek 12]", "[Hadis 40]", "[Nisan 5]"),
        *("(Hac 2022)", "(Cuma 12)", "(Yûsuf 1922)", "(Nesâî 4/40)", "(Müslim 40/3)", "(Râzî 2/255)", "(Mâlik 5/12)"),
        *("(06.01.2022 AFP)", "(Buhârî, Îmân, 1)", "(175)", "(LPG)", "[Hac]", "(Bakara suresi)", "Bakara 2/255"),
        *("(Bakkara 3/255)", "(Bakkara 999)", "[Kur’an 40]", "(1/2, 3)"),
    ],
)
def test_what_only_looks_like_a_citation_is_left_alone(text):
    assert citations(f"Bkz. {text} dendi.") == ()


@given(st.text("abHc ıİ’-/:,.[]()0149âü", max_size=40))
def test_any_text_can_be_asked_about(text):
    for start, end in citations(text):
        assert text[start] in "[("
        assert not (isinstance(answer := read(text[start:end]), Problem) and answer.kind == "not_a_reference")
    read(text)
