"""`::: dua`, `::: hadis`, `::: siir`: what their lines are taken for, whatever an author puts into them."""

import pytest

from publish.model.block import Hadith, Poem, Prayer
from publish.model.inline import Citation, NoteMark, plain, walk
from publish.source.markup import parse
from tests.source.outline import codes

ARABIC = "الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ"


def block(text):
    return parse(text, "text.md").blocks[0]


def words(paragraphs):
    return [plain(paragraph.children) for paragraph in paragraphs]


def parts(prayer):
    return words(prayer.arabic), words(prayer.reading), words(prayer.meaning)


def poem(text):
    return [[[plain(half.children) for half in line] for line in stanza] for stanza in block(text).stanzas]


@pytest.mark.parametrize(
    "lines",
    [
        f"{ARABIC}\n\nElhamdülillâhi rabbil âlemîn.\n\n“Hamd Allah’adır,\nâlemlerin Rabbine.”",
        f"{ARABIC}\nElhamdülillâhi\nrabbil âlemîn.\n“Hamd Allah’adır,\nâlemlerin Rabbine.”",
        f"“Hamd Allah’adır,\nâlemlerin Rabbine.”\nElhamdülillâhi rabbil âlemîn.\n{ARABIC}",
    ],
)
def test_arabic_reading_and_meaning_are_told_apart_by_script_and_quotation_marks(lines):
    assert parts(block(f"::: dua\n{lines}\n:::")) == (
        [ARABIC],
        ["Elhamdülillâhi rabbil âlemîn."],
        ["“Hamd Allah’adır, âlemlerin Rabbine.”"],
    )


@pytest.mark.parametrize(
    ("line", "title", "beside", "source"),
    [
        ("", "", False, ""),
        (" Yemek duası", "Yemek duası", False, ""),
        (" yan yana", "", True, ""),
        (" Yemek duası yan yana", "Yemek duası", True, ""),
        (' Yemek duası yan yana kaynak="Tirmizî, Daavât, 56"', "Yemek duası", True, "(Tirmizî, Daavât, 56)"),
        (" kaynak=“[Bakara 2/201]”", "", False, "[Bakara 2/201]"),
        (" yan yanaşık", "yan yanaşık", False, ""),
    ],
)
def test_title_order_and_source_stand_in_the_opening_line(line, title, beside, source):
    prayer = block(f"::: dua{line}\n{ARABIC}\n:::")
    assert (plain(prayer.title), prayer.beside, plain(prayer.source)) == (title, beside, source)


def test_a_source_may_stand_below_and_is_read_as_a_citation():
    prayer = block(f"::: dua\n{ARABIC}\n“Hamd.”[^n]\n[Fâtiha 1/2]\n:::\n\n[^n]: Not.")
    assert words(prayer.meaning) == ["“Hamd.”"]
    assert [type(node) for node in prayer.source] == [Citation]
    assert any(isinstance(node, NoteMark) for node in walk(prayer.meaning[0].children))


@pytest.mark.parametrize(
    "text",
    [
        f"::: hadis Buhârî, Îmân, 1\n{ARABIC}\n“Hamd.”\n:::",
        f"::: hadis\n{ARABIC}\n“Hamd.”\n(Buhârî, Îmân, 1)\n:::",
        f"::: hadis (Buhârî, Îmân, 1)\n{ARABIC}\n\n“Hamd.”\n:::",
        f"::: Hadîs Buhârî, Îmân, 1\n“Hamd.”\n{ARABIC}\n:::",
    ],
)
def test_a_hadith_names_its_source_above_or_below(text):
    hadith = block(text)
    assert isinstance(hadith, Hadith)
    assert (words(hadith.arabic), words(hadith.translation), plain(hadith.source)) == (
        [ARABIC],
        ["“Hamd.”"],
        "(Buhârî, Îmân, 1)",
    )
    assert codes(text) == []


@pytest.mark.parametrize("gap", [" / ", " * ", " // ", " *** ", " | ", "\t", "    ", " ٭ ", " … ", " ... "])
def test_hemistichs_are_parted_by_a_stroke_a_star_or_a_gap(gap):
    assert poem(f"::: siir\nBir iki{gap}üç dört\n:::") == [[["Bir iki", "üç dört"]]]


def test_stanzas_are_parted_by_blank_lines():
    assert poem("::: şiir Gel\nBir\nİki\n\nÜç\n— Yûnus Emre\n:::") == [[["Bir"], ["İki"]], [["Üç"]]]


def test_a_poem_has_title_translation_and_poet():
    made = block(f"::: siir Kasîde\n{ARABIC} / {ARABIC}\n“Hamd\nAllah’adır.”\n(Bûsîrî)\n:::")
    assert isinstance(made, Poem)
    assert (plain(made.title), words(made.translation), plain(made.source)) == (
        "Kasîde", ["“Hamd Allah’adır.”"], "(Bûsîrî)",
    )  # fmt: skip


def test_quoted_lines_of_a_turkish_poem_are_its_lines():
    assert poem("::: siir\nDedi ki:\n“Gel bana”\n:::") == [[["Dedi ki:"], ["“Gel bana”"]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("::: dua\nElhamdülillâh.\n:::", ["S033"]),
        (f"::: dua\n{ARABIC}\nBir.\n\nİki.\n:::", ["S034"]),
        (f"::: dua\n{ARABIC}\n:::", []),
        ("::: dua\n:::", ["S006"]),
        ("::: hadis\n“Hamd.”\n:::", ["S035"]),
        ("::: hadis Buhârî\n:::", ["S006"]),
        ("::: siir\nBir / iki\nÜç\n:::", ["S036"]),
        ("::: siir\nBir / iki / üç / dört\nBeş / altı\n:::", []),
        ("::: siir\n(Yûnus)\n:::", ["S006"]),
        ("::: siir Başlık\n:::", ["S006"]),
        ("::: duaa\nBir.\n:::", ["S001"]),
        ("::: siir\nBir\n\nİki", ["S003"]),
    ],
)
def test_what_is_missing_is_found(text, found):
    assert codes(text) == found


@pytest.mark.parametrize("name", ["dua", "hadis", "siir"])
@pytest.mark.parametrize(
    "inner",
    [
        "- bir\n  - iki\n    - üç",
        "1- bir\nA- iki",
        "> alıntı",
        "| a | b |\n|---|---|\n| c | d |",
        "“kapanmayan\n\nanlam",
        "/ / /",
        " / \n * ",
        f"{ARABIC} " * 400,
        "(((((" * 200,
        "“" * 500,
        "[^yok] [Hacc 140] **kalın *eğik***",
        "![resim](images/x.png)",
        "```\nkod\n```",
    ],
)
def test_whatever_stands_in_a_block_is_read(name, inner):
    parsed = parse(f"::: {name}\n{inner}\n:::\n\nSon.", "text.md")
    assert isinstance(parsed.blocks[0], Prayer | Hadith | Poem)
    assert plain(parsed.blocks[-1].children) == "Son."
