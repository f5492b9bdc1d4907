"""A citation is told from what only looks like one, and read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.scripture import surah_names
from publish.language.scripture.quran import surahs
from publish.language.scripture.references import Problem, citations, read, read_all
from publish.language.scripture.running_citations import running
from publish.language.turkish import fold, upper
from publish.model.inline import Reference
from tests.language.lookalikes import lookalikes

BRACKETED = (
    "[{name} {verse}]",
    "[{name} {number}/{verse}]",
    "[{name}, {number}:{verse}]",
    "({name} {number}/{verse})",
    "({name}, {number}/{verse})",
    "({name} {number}/{verse}-{verse})",
    "({name} {number}/{verse}–{verse})",
    "({name},{number}/{verse})",
    "({name}: {number}/{verse})",
    "({name} suresi: {verse})",
    "[{name}: {verse}]",
    "[{name}/{verse}]",
    "({name} suresi {verse})",
    "({name} Sûresi, {verse}. âyet)",
    "({name} suresi, {number}/{verse})",
    "({name}, ayet {verse})",
    "({name}, {verse}. ayet)",
    "({number}/{name}, {verse})",
    "[bkz. {name} {number}/{verse}]",
    "(Bkz. {name}, {number}/{verse})",
    "(krş. {name} {number}/{verse} vd.)",
    "(Kur’an, {name} {number}/{verse})",
    "(Kur’ân-ı Kerîm Meâli, 2009, {name} {number}/{verse})",
)
RUNNING = (
    "{name} {number}/{verse}",
    "{name}, {number}/{verse}",
    "{name} {number}:{verse}",
    "{number}/{name}, {verse}",
    "{name},{number}/{verse}",
    "{name} suresi {number}/{verse}",
    "{name} suresi, ayet {verse}",
    "{name} Suresi’nin {verse}. ayeti",
    "{name} sûresi, {verse}. âyet",
    "{name} Suresi {verse}. ayet",
    "{name} suresinin {verse}. ayeti",
    "{name}’nin {verse}. ayeti",
)
NUMBERED = ("{number}", "{number}/{name}")


def shapes(name):
    """Yield a name as it is typed by different hands."""
    yield from (name, fold(name), upper(name), name.replace("’", "'"), name.replace("‘", "’"))
    yield name.translate(str.maketrans("âîû", "āīū"))
    yield name.replace("-", " ") if name[0] != "e" else name


def names():
    for surah, isnad in zip(surahs(), surah_names.isnad_names(), strict=True):
        for name in (surah.name, *surah.variants, isnad):
            yield surah, name.removesuffix(" (41)")


def is_ambiguous(surah, name, form):
    """Say whether the name by itself is that of another surah: Secde is the 32nd, and the 41st."""
    return surah.number == 41 and name == "Secde" and "{number}" not in form


def is_cited(text):
    return citations(f"Bkz. {text} dendi.") == ((5, 5 + len(text)),)


def written(form, surah, name, verse):
    return form.format(name=name, number=surah.number, verse=verse)


@pytest.mark.untraced
@pytest.mark.parametrize("form", BRACKETED)
def test_every_name_of_every_surah_is_read_in_every_form_in_brackets(form):
    for surah, name in names():
        for shape in shapes(name) if not is_ambiguous(surah, name, form) else ():
            text = written(form, surah, shape, surah.verses)
            assert is_cited(text), text
            assert read_all(text) == (Reference(surah.number, surah.verses, surah.verses),), text


@pytest.mark.untraced
@pytest.mark.parametrize("form", RUNNING)
def test_every_name_of_every_surah_is_read_in_every_form_in_running_text(form):
    for surah, name in names():
        for shape in shapes(name) if not is_ambiguous(surah, name, form) else ():
            text = written(form, surah, shape, surah.verses)
            assert read(text) == Reference(surah.number, surah.verses, surah.verses), text
            if (
                shape.removeprefix("e")[-1:].isalpha()
                and shape[shape.find("-") + 1 if shape[0] == "e" else 0].isupper()
            ):
                assert running(f"Bu, {text} ile sabittir.") == ((4, 4 + len(text)),), text


@pytest.mark.untraced
@pytest.mark.parametrize("form", [*BRACKETED, *RUNNING])
def test_a_number_that_no_verse_has_is_refused_in_every_form(form):
    for surah, name in names():
        for verse in (0, surah.verses + 1, 999) if not is_ambiguous(surah, name, form) else ():
            answer = read_all(written(form, surah, name, verse))
            assert isinstance(answer, Problem), (form, name, verse)
            assert (answer.kind, answer.name, answer.verses) == ("no_such_verse", surah.name, surah.verses)


@pytest.mark.untraced
@pytest.mark.parametrize("form", BRACKETED)
def test_a_citation_with_a_number_that_no_verse_has_is_still_one(form):
    for surah in surahs():
        for verse in (surah.verses + 1, 999) if surah.number not in surah_names.EVERYDAY or form[0] == "[" else ():
            assert is_cited(written(form, surah, surah.name, verse)), (form, surah.name, verse)


@pytest.mark.parametrize("case", ["’te", "’e", "'in", "’den", "’teki", "’i"])
def test_a_number_with_its_case_is_a_place_in_a_surah(case):
    assert running(f"Bakara suresi 255{case} bakılır") == ((0, 17),)
    assert running(f"Mülk Suresi 2020{case} bakılır") == ()


@pytest.mark.untraced
@pytest.mark.parametrize("form", [form for form in (*BRACKETED, *RUNNING) if "{number}" in form])
def test_a_number_that_is_not_the_surahs_is_refused_in_every_form(form):
    for surah, name in names():
        other = surahs()[surah.number % len(surahs())]
        answer = read_all(form.format(name=name, number=other.number, verse=1))
        if other.number not in surah_names.numbers(name):
            assert isinstance(answer, Problem)
            assert (answer.kind, answer.number, answer.nearest) == ("disagree", other.number, other.name)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("Hacc 40", Reference(22, 40, 40)),
        ("Âl-i İmrân 3/103-104", Reference(3, 103, 104)),
        ("BAKARA SÛRESİ 255", Reference(2, 255, 255)),
        ("er-Ra‘d 13/11", Reference(13, 11, 11)),
        ("2:255", Reference(2, 255, 255)),
        ("2/255–257", Reference(2, 255, 257)),
        ("3/103-104", Reference(3, 103, 104)),
        ("2/Bakara, 255", Reference(2, 255, 255)),
        ("Secde 41/5", Reference(41, 5, 5)),
        ("Secde 5", Reference(32, 5, 5)),
        ("Hacc\n40", Reference(22, 40, 40)),
        ("Bakara sûresi, 255. âyet", Reference(2, 255, 255)),
        ("Bakara Suresi 255’inci ayet", Reference(2, 255, 255)),
    ],
)
def test_references_are_read_without_their_brackets(text, reference):
    assert read(text) == reference
    assert read(f" [{text}] ") == reference


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("Bakara 2/255, 257", [(2, 255, 255), (2, 257, 257)]),
        ("Bakara 2/255-257, 285", [(2, 255, 257), (2, 285, 285)]),
        ("Bakara 2/255-257 ve 285", [(2, 255, 257), (2, 285, 285)]),
        ("Bakara sûresi, 255, 285 ve 286. âyetler", [(2, 255, 255), (2, 285, 285), (2, 286, 286)]),
        ("Bakara 255-257. ayetler", [(2, 255, 257)]),
        ("Bakara 2/255; Hac 22/40", [(2, 255, 255), (22, 40, 40)]),
        ("Bakara 2/255; 22/40", [(2, 255, 255), (22, 40, 40)]),
        ("Bakara 2/255, 22/40-41", [(2, 255, 255), (22, 40, 41)]),
        ("Bakara 2/255; 257", [(2, 255, 255), (2, 257, 257)]),
        ("Bakara 255, Hac 40 ve el-Enfâl 8/2", [(2, 255, 255), (22, 40, 40), (8, 2, 2)]),
        ("Hac 40; bkz. Bakara 255", [(22, 40, 40), (2, 255, 255)]),
        ("Kur’an, 2:255; 3:18", [(2, 255, 255), (3, 18, 18)]),
    ],
)
def test_lists_are_read_in_their_order(text, references):
    expected = tuple(Reference(*numbers) for numbers in references)
    assert read_all(text) == expected
    assert is_cited(f"[{text}]")
    assert is_cited(f"({text})")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[Haç 40]", Problem("unknown_surah", name="Haç", nearest="Hac")),
        ("[Bakkara 255]", Problem("unknown_surah", name="Bakkara", nearest="Bakara")),
        ("[Enfâk 8/2]", Problem("unknown_surah", name="Enfâk", nearest="Enfâl")),
        ("[Hacc 140]", Problem("no_such_verse", name="Hac", verse="140", verses=78)),
        ("(el-Hac 22/140)", Problem("no_such_verse", name="Hac", verse="140", verses=78)),
        ("(Bakara 287)", Problem("no_such_verse", name="Bakara", verse="287", verses=286)),
        ("[Hac 77-79]", Problem("no_such_verse", name="Hac", verse="77-79", verses=78)),
        ("[Hac 41-40]", Problem("no_such_verse", name="Hac", verse="41-40", verses=78)),
        ("[Hac 40, 79]", Problem("no_such_verse", name="Hac", verse="79", verses=78)),
        ("[Hac 40; Bakara 300]", Problem("no_such_verse", name="Bakara", verse="300", verses=286)),
        ("[Hac 0]", Problem("no_such_verse", name="Hac", verse="0", verses=78)),
        ("(Bakara 3/12)", Problem("disagree", name="Bakara", nearest="Âl-i İmrân", number=3, expected=2)),
        ("(Bakara 200/12)", Problem("disagree", name="Bakara", number=200, expected=2)),
    ],
)
def test_a_citation_that_cannot_be_right_is_one_all_the_same(text, problem):
    assert is_cited(text) or text == "(Bakara 287)"
    assert read(text) == read_all(text) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Zzzxy 40", Problem("unknown_surah", name="Zzzxy")),
        ("115/3", Problem("unknown_surah", name="115")),
        ("dua", Problem("not_a_reference", name="dua")),
        ("", Problem("not_a_reference")),
        ("40", Problem("not_a_reference", name="40")),
        ("Hac 40; dua", Problem("not_a_reference", name="dua")),
    ],
)
def test_what_is_no_reference_is_said_to_be_none(text, problem):
    assert read_all(text) == problem


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("(Buhârî, Îmân, 1; Bakara 2/255)", ["Bakara 2/255"]),
        ("(Bakara 2/255; Taberî 2/255)", ["Bakara 2/255"]),
        ("[Hac 40, Hac 41; s. 12]", ["Hac 40", "Hac 41"]),
    ],
)
def test_among_other_sources_only_the_verse_is_a_citation(text, cited):
    assert [text[start:end] for start, end in citations(text)] == cited


@pytest.mark.parametrize(
    ("text", "cited"),
    [
        ("Nitekim Bakara 2/255’te, Taberî 2/255’te", ["Bakara 2/255"]),
        ("el-Ahzâb 33/1 ve Yusuf 12/4-6.", ["el-Ahzâb 33/1", "Yusuf 12/4-6"]),
        ("Bakara 2/255, 257 ve 285.", ["Bakara 2/255, 257 ve 285"]),
        ("Bakara 2/255, 3 gün sonra", ["Bakara 2/255"]),
        ("Bakara sûresinin 255. âyetinde geçer", ["Bakara sûresinin 255. âyetinde"]),
        ("Hac’ın 40. ayetinde", ["Hac’ın 40. ayetinde"]),
        ("Bakınız: Bakara Suresi 255.", ["Bakara Suresi 255"]),
        ("Hac 22/140’ta", ["Hac 22/140"]),
        ("Elif Lâm Mîm Secde 32/5", ["Elif Lâm Mîm Secde 32/5"]),
        ("Bakara 3/255, Yusuf 12, Hac 40, 2:255, Nur 24", []),
        ("Bakara suresi 286 ayettir; Yâsîn suresi 41 defa, Mülk suresi 30 kere", []),
        ("yusuf 12/4 nur 24/35", []),
    ],
)
def test_in_running_text_only_what_is_certain_is_a_citation(text, cited):
    assert [text[start:end] for start, end in running(text)] == cited


@given(st.text("abHc ıİ’-/:,.;[]()0149âü", max_size=40))
def test_any_text_can_be_asked_about(text):
    for start, end in (*citations(text), *running(text)):
        assert not (isinstance(answer := read_all(text[start:end]), Problem) and answer.kind == "not_a_reference")
    read_all(text)


@pytest.mark.untraced
def test_what_only_looks_like_a_citation_is_left_alone():
    texts = tuple(lookalikes())
    assert len(texts) >= 500
    taken = [
        text for text in texts for sentence in (f"Bkz. {text} dendi.", text) if citations(sentence) or running(sentence)
    ]
    assert taken == []
