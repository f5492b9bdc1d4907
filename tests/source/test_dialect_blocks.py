"""The dialect: what authors write in blocks, notes, figures and lines, and what it is taken for."""

import pytest

from publish.model.block import Heading, Table
from publish.model.inline import (
    Arabic,
    Citation,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    Name,
    NoteMark,
    Source,
    Text,
    Whole,
    plain,
)
from publish.source.markup import parse
from tests.source.outline import codes, inlines, kinds, outline, tree


def test_arabic_lines_of_a_verse_are_what_the_author_typed():
    verse = parse("::: ayet\nوَلَيَنْصُرَنَّ اللَّهُ\nمَنْ يَنْصُرُهُ ﴿٤٠﴾\nMeal bir,\niki.\n\nÜç.\n:::", "text.md").blocks[0]
    assert verse.typed
    assert [plain(line.children) for line in verse.arabic] == ["وَلَيَنْصُرَنَّ اللَّهُ مَنْ يَنْصُرُهُ ﴿٤٠﴾"]
    assert all(isinstance(node, Arabic) for line in verse.arabic for node in line.children)
    assert [plain(line.children) for line in verse.translation] == ["Meal bir, iki.", "Üç."]


def test_lines_of_speech_are_paragraphs():
    said = "-Nereye?\n-Eve.\n—“Gel,” dedi.\n— O da mı?\nEvet, dedi\n"
    text = f"{said}— sonra sustu. Ankara\n— İstanbul yolu.\n-lar eki.\n> Bir.\n> —İki."
    assert outline(text) == tree("""
        Paragraph -Nereye?
        Paragraph -Eve.
        Paragraph —“Gel,” dedi.
        Paragraph — O da mı? Evet, dedi — sonra sustu. Ankara — İstanbul yolu. -lar eki.
        Quote
          Paragraph Bir.
          Paragraph —İki.
    """)


def test_quotations_that_answer_each_other_are_paragraphs():
    text = 'Sordum:\n"Kilosu kaça?"\n"400 som."\n“Olmaz.” dedi.\n“Olur.”\n\n“Bir” ve\n“İki” ile\n“Üç”.'
    assert outline(text) == tree("""
        Paragraph Sordum: "Kilosu kaça?"
        Paragraph "400 som."
        Paragraph “Olmaz.” dedi. “Olur.”
        Paragraph “Bir” ve “İki” ile “Üç”.
    """)
    assert outline('"Kilosu kaça?"\n"400 som."\n"Olmaz..."') == tree("""
        Paragraph "Kilosu kaça?"
        Paragraph "400 som."
        Paragraph "Olmaz..."
    """)


def test_words_in_an_arabic_line_stay_what_they_are():
    verse = parse("::: arabic\nقَالَ اللَّهُ تَعَالَى [Hacc 40]\n:::", "text.md").blocks[0]
    assert [type(node) for node in verse.arabic[0].children] == [Arabic, Text, Citation]


def test_blocks_between_colons():
    text = "::: besmele\nبسم الله\n:::\n\n::: seri\nSoru\nCevap\n:::\n\n::: arabic\nالحمد لله\nHamd Allah’adır.\n:::"
    assert outline(text) == tree("""
        Basmala بسم الله
        Label Soru Cevap
        Passage
          Paragraph الحمد لله
          Paragraph Hamd Allah’adır.
    """)


def test_a_block_never_closed_ends_at_a_blank_line_so_that_the_rest_is_read():
    text = "::: ayet Hac 40\nMeal.\n\nDüz.\n\n::: arabic\nالله\n:::"
    assert outline(text).split("\n")[-3:] == ["Paragraph Düz.", "Passage", "  Paragraph الله"]
    assert codes(text) == ["S003"]


@pytest.mark.parametrize("name", ["Ayet", "AYET", "âyet"])
def test_names_of_blocks_are_known_however_they_are_written(name):
    assert outline(f"::: {name} Hac 40\nMeal.\n:::") == "Verse Hac 40\n  Paragraph Meal."


@pytest.mark.parametrize("text", ["::: besmele :::", "::: besmele\n:::", ":::besmele:::"])
def test_a_block_may_be_closed_on_its_own_line(text):
    assert outline(f"{text}\n\nDüz.") == "Basmala\nParagraph Düz."
    assert codes(text) == []


def test_the_words_of_an_unknown_block_are_not_lost():
    assert outline("::: ayt\nMeal.\n:::") == "Paragraph Meal."


# Footnotes


def test_notes_count_in_order_of_appearance_wherever_they_are_written():
    parsed = parse("[^b]: Beta[^c].\n\nBir[^a] iki[^b] üç[^a].\n\n[^a]: Alfa\n\n  sürer.\n[^c]: Gama.", "text.md")
    assert [(note.number, note.label, len(note.blocks)) for note in parsed.notes] == [
        (1, "a", 2),
        (2, "b", 1),
        (3, "c", 1),
    ]
    marks = [node.number for node in parsed.blocks[0].children if isinstance(node, NoteMark)]
    assert marks == [1, 2, 1]
    assert parsed.findings == ()


def test_a_note_between_two_points_does_not_part_them():
    assert outline("1- bir[^x]\n\nA- a\n\n[^x]: Not.\n\nB- b") == tree("""
        Point 1- level 1
          Paragraph bir
          Point A- level 2
            Paragraph a
          Point B- level 2
            Paragraph b
    """)


# Images


def test_an_image_alone_is_a_figure_with_its_caption():
    text = '![Gravür, *eski*](<images/ön kapak.png> "İlk *matbaa* [Hacc 40]")'
    figure = parse(text, "text.md").blocks[0]
    assert (figure.path, figure.alt) == ("images/ön kapak.png", "Gravür, eski")
    assert [type(node) for node in figure.caption] == [Text, Emphasis, Text, Citation]
    assert figure.caption[3].span.column == text.index("[Hacc") + 1


def test_images_on_lines_of_their_own_are_figures_each():
    assert outline("![a](a.png)\n![b\nc](b.png 'İki \\' \"')") == "Figure a.png a\nFigure b.png b c İki ' \""


# Headings, tables, lines


def test_names_of_headings_are_ascii_and_unique():
    parsed = parse("# Türkçe İş\n\n# Türkçe İş\n\nTürkçe iş 2\n---\n\n# رحمه", "text.md")
    names = [block.identifier for block in parsed.blocks if isinstance(block, Heading)]
    assert names == ["turkce-is", "turkce-is-2", "turkce-is-2-2", "kitapcik"]
    assert [block.level for block in parsed.blocks] == [1, 1, 2, 1]


def test_cells_hold_markup_and_columns_know_their_side():
    table = parse("> | *a* | b \\| c |\n> |:--|:-:|\n> | [Hacc 40] | d |\n> | e |", "text.md").blocks[0].blocks[0]
    assert isinstance(table, Table)
    assert table.alignments == ("left", "center")
    assert [plain(cell) for row in (table.head, *table.rows) for cell in row] == [
        "a",
        "b | c",
        "[Hacc 40]",
        "d",
        "e",
        "",
    ]
    assert table.rows[0][0][0].span.column == 5


def test_fenced_lines_stay_as_they_are_and_a_rule_is_a_break():
    assert outline("```\n1- *a*\n\n  b\n```\n\n---\n\n* * *") == "Listing '1- *a*\\n\\n  b'\nBreak\nBreak"


# Words


def test_pieces_of_a_line_are_what_they_are():
    text = "Söz [Hacc 40] رحمه الله www.ornek.com (06.01.2022 Anadolu Ajansı) [Times]{lang=en} `x` [y](https://a.org)."
    assert kinds(text) == [
        "Text", "Citation", "Text", "Arabic", "Text", "Whole", "Text", "Source", "Text", "Foreign", "Text", "Code",
        "Text", "Link", "Text",
    ]  # fmt: skip


def test_a_source_torn_over_two_rows_is_one_source():
    (source,) = [
        node for node in inlines("> x (08.01.2021 Russia\n> Today) y".replace("> ", "")) if isinstance(node, Source)
    ]
    assert plain(source.children) == "(08.01.2021 Russia Today)"
    assert (source.span.line, source.span.column, source.span.end_line, source.span.end_column) == (1, 3, 2, 7)


def test_a_citation_torn_over_two_rows_is_one_citation():
    (citation,) = [node for node in inlines("x [Bakara\n2/255] y") if isinstance(node, Citation)]
    assert citation.text == "[Bakara 2/255]"


def test_a_source_may_hold_words_of_another_language_and_addresses():
    (_, source, mark, _) = inlines("x (06.01.2022 [Washington Post]{lang=en})[^1].\n\n[^1]: n")
    assert isinstance(source, Source)
    assert isinstance(mark, NoteMark)
    assert [type(node) for node in source.children] == [Text, Foreign, Text]
    (_, source) = inlines("x (06.01.2022 www.independentarabia.com)")
    assert [type(node) for node in source.children] == [Text, Whole, Text]


def test_a_note_within_a_source_stays_within_it():
    (_, source) = inlines("x (06.01.2022 Anadolu[^1] Ajansı)\n\n[^1]: n")
    assert [type(node) for node in source.children] == [Text, NoteMark, Text]


def test_a_source_that_is_emphasized_is_found_within():
    (emphasis,) = inlines("*(06.01.2022 Anadolu Ajansı)*")
    assert isinstance(emphasis.children[0], Source)


@pytest.mark.parametrize("end", ["  \n", "\\\n"])
def test_a_line_ended_by_the_author_ends(end):
    assert [type(node) for node in inlines(f"bir{end}iki")] == [Text, LineBreak, Text]


def test_markup_in_links_and_words_of_other_languages():
    (link, _, foreign) = inlines("[*a* [b] c](https://a.org) [x **y**]{lang=en-GB}")
    assert isinstance(link, Link)
    assert (link.target, plain(link.children)) == ("https://a.org", "a [b] c")
    assert isinstance(foreign, Foreign)
    assert (foreign.language, plain(foreign.children)) == ("en-GB", "x y")


@pytest.mark.parametrize(
    ("text", "words", "heading"),
    [
        ("[Müteferrika]{.ad}", "Müteferrika", ""),
        ('[üstat]{.ad "Müteferrika, İbrahim"}', "üstat", "Müteferrika, İbrahim"),
        ("[üstat]{.ad “Müteferrika, İbrahim”}", "üstat", "Müteferrika, İbrahim"),
        ("[üstat]{.ad Müteferrika,  İbrahim}", "üstat", "Müteferrika, İbrahim"),
        ("[üstat]{ .AD 'Müteferrika' }", "üstat", "Müteferrika"),
        ("[*Kâtip*\nÇelebi’nin]{.ad}", "Kâtip Çelebi’nin", ""),
        ("[üstat]{.ad Naîmâ’nın}", "üstat", "Naîmâ’nın"),
    ],
)
def test_names_are_marked_for_the_index(text, words, heading):
    (name,) = inlines(text)
    assert isinstance(name, Name)
    assert (plain(name.children), name.heading) == (words, heading)
    assert codes(text) == []


@pytest.mark.parametrize("braces", ["{lang=en .ad}", "{.ad lang=en}", '{lang="en" .ad "Schwartz, Kathryn A."}'])
def test_a_name_may_be_of_another_language(braces):
    (name,) = inlines(f"[Kathryn A. Schwartz]{braces}")
    assert isinstance(name, Name)
    assert name.heading in ("", "Schwartz, Kathryn A.")
    (foreign,) = name.children
    assert isinstance(foreign, Foreign)
    assert foreign.language == "en"


@pytest.mark.parametrize("braces", ["{ad}", "{.adı}", "{.isim}", "{.ad}{.ad}", "{lang=en ad}", "{}"])
def test_braces_that_say_nothing_known_are_found(braces):
    assert codes(f"[Söz]{braces}") in (["S019"], ["S041"])


def test_link_definitions_do_not_swallow_citations():
    assert outline("[Hacc 40]: bu ayet\n\n[Hacc 40]") == "Paragraph [Hacc 40]: bu ayet\nParagraph [Hacc 40]"


@pytest.mark.parametrize("text", ["5*3*2 = 30", "2**3**4", "a_b_c", "5 * 3 * 2"])
def test_signs_between_numbers_are_signs(text):
    assert outline(text) == f"Paragraph {text}"


def test_html_is_text():
    assert outline("<div>\n*a* <b>b</b>\n</div>") == "Paragraph <div> a <b>b</b> </div>"


def test_typography_is_left_to_others():
    assert outline("\"a\" -- b... (c) 'd'") == "Paragraph \"a\" -- b... (c) 'd'"
