"""Names are found as a reader finds them: with suffixes, in capitals, and never within another word."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language import names
from publish.language.names import Finder
from publish.model import inline as i
from publish.model.finding import Span
from publish.model.settings import Name

HERE = Span("text.md", 1, 1)
LIST = [
    "Ali",
    "Mehmed",
    "Mehmed Âkif Ersoy",
    "Kâtip Çelebi",
    {"name": "Müteferrika, İbrahim (ö. 1747)", "also": ["Müteferrika"], "see": ["Basmacı İbrahim Efendi"]},
    "Türk Dil Kurumu",
    "Millî Kütüphane",
    "Bâbıâli",
    "III. Ahmed",
    "el-Buhârî",
    "Kur’an",
    "İskender",
    "ibn Rüşd",
    "Meşrutiyet’in İlanı",
]


def finder(*listed):
    return Finder(Name.model_validate({"name": name} if isinstance(name, str) else name) for name in listed)


KNOWN = finder(*LIST)


def listed(text, by=KNOWN):
    return [(text[found.start : found.end], found.heading) for found in by.find(text)]


def headings(text, by=KNOWN):
    return [heading for _, heading in listed(text, by)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ali’nin", "Ali"),
        ("Ali'ye", "Ali"),
        ("Müteferrika’nın", "Müteferrika, İbrahim (ö. 1747)"),
        ("Müteferrika`dan", "Müteferrika, İbrahim (ö. 1747)"),
        ("İbrahim Müteferrika’yla", "Müteferrika, İbrahim (ö. 1747)"),
        ("Basmacı İbrahim Efendi", "Müteferrika, İbrahim (ö. 1747)"),
        ("Türk Dil Kurumuna", "Türk Dil Kurumu"),
        ("Türk Dil Kurumundaki", "Türk Dil Kurumu"),
        ("Türk Dil Kurumunca", "Türk Dil Kurumu"),
        ("Türk Dil Kurumudur", "Türk Dil Kurumu"),
        ("Millî Kütüphaneden", "Millî Kütüphane"),
        ("Bâbıâliye", "Bâbıâli"),
        ("KÂTİP ÇELEBİ’NİN", "Kâtip Çelebi"),
        ("Katip\u00a0Çelebi", "Kâtip Çelebi"),
        ("Kâtip\nÇelebi", "Kâtip Çelebi"),
        ("III.\u00a0Ahmed’in", "III. Ahmed"),
        ("El‑Buhâri’den", "el-Buhârî"),
        ("Kur’ân-ı", "Kur’an"),
        ("İbn Rüşd", "ibn Rüşd"),
        ("Meşrutiyet'in İlanı", "Meşrutiyet’in İlanı"),
    ],
)
def test_a_name_is_found_with_its_suffix_in_every_spelling(text, name):
    assert headings(f"Burada {text} vardır.") == [name]
    assert headings(f"“{text}”") == [name]
    assert headings(unicodedata.normalize("NFD", f"({text})")) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Aliye", "Alim", "Vali", "âli", "ALİYE", "Muali", "Müteferrikalık", "müteferrika", "Mehmedler", "İskenderun",
        "Türk Dil Kurumsal", "türk dil kurumu", "III. Ahmet", "Kuran", "Kurdu", "iskender", "Kâtip, Çelebi", "Bâbıâlim",
    ],
)  # fmt: skip
def test_no_name_is_found_within_another_word(text):
    assert headings(f"Burada {text} vardır.") == []


def test_the_longest_name_at_a_place_is_the_one_that_is_meant():
    assert headings("Mehmed Âkif Ersoy ile Mehmed Âkif") == ["Mehmed Âkif Ersoy", "Mehmed"]


def test_what_is_found_is_the_name_with_its_suffix_and_without_the_signs_around_it():
    assert [words for words, _ in listed("‘Ali’, “Ali’nin”; (Türk Dil Kurumundan) Ali’.")] == [
        "Ali", "Ali’nin", "Türk Dil Kurumundan", "Ali",
    ]  # fmt: skip


def test_spellings_that_are_two_names_are_told_apart_by_themselves():
    both = finder("Hâlid", "Halid")
    assert headings("Hâlid’e Halid’den HÂLİD HALİD Hālid", both) == ["Hâlid", "Halid", "Hâlid", "Halid"]


def test_a_form_of_two_names_goes_to_the_first():
    both = finder({"name": "Bir", "also": ["Said Efendi"]}, {"name": "İki", "also": ["Said Efendi"]})
    assert headings("Said Efendi’ye", both) == ["Bir"]


def test_arabic_names_are_found_under_their_marks_and_particles():
    arabic = finder("البخاري", "أحمد")
    assert headings("قال البُخَارِيُّ وللبخاري والبخاري وَأَحْمَدُ", arabic) == ["البخاري"] * 3 + ["أحمد"]
    assert headings("البخارية محمد", arabic) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Kâtip Çelebi’nin", "Kâtip Çelebi"),
        ("Kur’an", "Kur’an"),
        ("Thevet'ye", "Thevet"),
        ("Mes’ud", "Mes’ud"),
        ("Fâtihatü’l-Kitâb", "Fâtihatü’l-Kitâb"),
    ],
)
def test_words_that_the_author_marked_lose_their_suffix(words, name):
    assert names.bare(words) == name


def marked(words, heading=""):
    return i.Name(heading, (i.Text(words, HERE),), HERE)


def test_marked_words_are_listed_as_the_list_has_it():
    known = finder(*LIST)
    assert known.heading(marked("Müteferrika’nın")) == "Müteferrika, İbrahim (ö. 1747)"
    assert known.heading(marked("üstat", "KÂTİP ÇELEBİ")) == "Kâtip Çelebi"
    assert known.heading(marked("Sabev’in")) == "Sabev"
    assert known.heading(marked("SABEV")) == "Sabev"
    assert known.heading(marked("o", "Sabev, Orlin")) == "Sabev, Orlin"


def test_no_name_is_sought_in_citations_addresses_and_what_is_typed():
    line = (
        i.Text("Ali ", HERE),
        i.Citation("[Ali 40]", HERE),
        i.Code("Ali", HERE),
        i.Whole("www.Ali.com", HERE),
        marked("Ali"),
        i.Emphasis((i.Text(" Ali", HERE),), HERE),
    )
    text = names.running_text(line)
    assert len(text) == len(i.plain(line))
    assert [found.start for found in KNOWN.find(text)] == [0, len(text) - 3]


def test_the_nearest_name_of_the_text_is_known_by_its_letters():
    among = names.candidates(["Ebüzziya Tevfik’in harfleri ile Ahmed Cevdet Paşa"], 2)
    assert names.nearest("Ebuzziya Tevfik", among) == "Ebüzziya Tevfik"
    assert names.nearest("Evliya Çelebi", among) == ""


@given(st.text(st.sampled_from("AliâÂ ’'-nyeıİKkurm.\n\u0301العبخرو"), max_size=40))
def test_names_are_found_in_order_whole_and_none_over_another(text):
    done = 0
    for found in finder("Ali", "Ali Âli", "Kur’an", "البخاري").find(text):
        assert done <= found.start < found.end <= len(text)
        assert not found.start or not text[found.start - 1].isalpha() or text[found.start] > "\u0600"
        done = found.end


@given(st.lists(st.text(min_size=1, max_size=12), max_size=6), st.text(max_size=30))
def test_any_list_of_names_can_be_sought(listed, text):
    assert len(list(finder(*(name for name in listed if name.strip())).find(text))) <= len(text)


@pytest.mark.untraced
def test_a_thousand_names_are_sought_nearly_as_fast_as_one():
    text = "Burada İsim ve Başka sözler vardır, Kişi’nin adı geçer. " * 4000
    one, many = finder("Kişi"), finder("Kişi", *(f"Kimse{n} Soyadı{n}" for n in range(1000)))

    def seconds(by):
        start = time.process_time()
        assert len(headings(text, by)) == 4000
        return time.process_time() - start

    assert min(seconds(many) for _ in range(2)) < 0.1 + 3 * seconds(one)
