"""A word that may be written in two ways is found in both, with its suffixes; words that only look alike are not."""

import pytest

from publish.language.variants import families, form_in, hits, key, may_differ, searched, twins, words


def family_of(form):
    return next(family for family in families() if form in family)


def found(form, text):
    """Return the forms of a family in the order in which they stand in `text`, where they may differ."""
    family = family_of(form)
    hit = hits([text], [searched(text)], family) if may_differ(searched(text), family, None) else ()
    return [each.form for each in hit]


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("Kur’an", "Kur’an okur, Kur'ân’ı açar, KUR’AN der", ["Kur’an", "Kur’ân", "Kur’an"]),
        ("Kur’an", "bir Kur’an ve o Kuran. Kuran kişi, evi kuran usta", ["Kur’an", "Kuran"]),
        ("hadis", "Hadis ve hadîslerin, hadisi", ["hadis", "hadîs", "hadis"]),
        ("hadis", "hadîs ile hadisesi, hadise, hadiseler", ["hadîs"]),
        ("ayet", "Ayetler ve âyeti, inayet", ["ayet", "âyet"]),
        ("ayet", "ayeti, Âyetü’l-kürsî", ["ayet"]),
        ("sure", "suresi, sûrenin, suret, süre", ["sure", "sûre"]),
        ("dua", "duası, duâlar, duayen", ["dua", "duâ"]),
        ("İslam", "İslam’ın, İslâm, İslâm Ansiklopedisi", ["İslam", "İslâm"]),
        ("Hz.", "Hz. Ali, Hazreti Ömer, Hazret-i Peygamber, hazretleri", ["Hz.", "Hazreti", "Hazret-i"]),
        ("(s.a.v.)", "(s.a.v.) (s. a. v.) (sav) (s.a.s.)", ["(s.a.v.)", "(s.a.v.)", "(sav)", "(s.a.s.)"]),
        ("Ebu", "Ebu Bekir, Ebû Hureyre, ebu", ["Ebu", "Ebû"]),
        ("İbn", "İbn Abbâs, İbn-i Sînâ, İbni Haldun", ["İbn", "İbn-i", "İbni"]),
        ("Kâbe", "Kâbe’ye, Ka'be, o Kabe", ["Kâbe", "Ka’be", "Kabe"]),
        ("mümin", "mümin, mü'minler", ["mümin", "mü’min"]),
        ("-ı Kerim", "Kur’an-ı Kerim’in, Kur’an-ı Kerîm", ["-ı Kerim", "-ı Kerîm"]),
        (
            "Allah Teâlâ",
            "Allah Teâlâ’nın, Allahü teâlâ, Allah’ü Teâlâ",
            ["Allah Teâlâ", "Allahü teâlâ", "Allah’ü Teâlâ"],
        ),
    ],
)
def test_every_form_is_found_with_its_suffixes(form, text, expected):
    assert found(form, text) == expected


def test_what_is_written_in_one_way_is_not_looked_at():
    assert found("hadis", "hadis, hadisler") == []
    assert may_differ("hadis", family_of("hadis"), "hadîs")
    assert not may_differ("hadîs", family_of("hadis"), "hadîs")


def test_no_form_stands_in_two_families():
    forms = [form for family in families() for form in family]
    assert len(forms) == len(set(forms))
    assert all(len({key(form) for form in family}) > 1 for family in families())


def test_a_form_is_named_with_or_without_parentheses_and_with_any_apostrophe():
    assert form_in(family_of("(s.a.v.)"), "s.a.v.") == "(s.a.v.)"
    assert form_in(family_of("Kur’an"), "Kur'an") == "Kur’an"
    assert form_in(family_of("hadis"), "Kur’an") is None


def test_a_house_adds_families():
    assert families([("tövbe", "tevbe")])[0] == ("tövbe", "tevbe")


def pairs(text):
    small = searched(text)
    told = twins(small, words(small), families())
    return [(each.bare, each.marked, each.count_of_bare, each.count_of_marked) for each in told]


def test_any_word_with_and_without_circumflex_is_told_once():
    text = "Rivayet, rivâyet; rivayetler, rivâyetler. Mekân ve mekan, mekan."
    assert pairs(text) == [("mekan", "mekân", 2, 1), ("rivayet", "rivâyet", 1, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "hala hâlâ", "adet âdet", "adeti âdeti", "kar kâr", "karı kârı", "alem âlem", "alemi âlemin âlemi alemin",
        "aşık âşık", "şura şûra", "dahi dâhi", "katil kâtil", "yar yâr", "hakim hâkim", "vakıf vâkıf", "varis vâris",
        "dini dinî", "tarihi tarihî", "milli millî", "ilmi ilmî", "hadis hadîs", "ayet âyet", "tarih Târîh-i Seyyâh",
        "usulü usûlü’l-hikem",
    ],
)  # fmt: skip
def test_words_that_differ_in_meaning_and_compounds_are_no_twins(text):
    assert pairs(text) == []
