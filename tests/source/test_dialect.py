"""The dialect: what authors write, and what it is taken for."""

import pytest

from publish.model.block import Heading, Table, Verse
from publish.model.inline import (
    Arabic,
    Citation,
    Emphasis,
    Foreign,
    LineBreak,
    Link,
    NoteMark,
    Source,
    Text,
    Whole,
    plain,
)
from publish.source.markup import parse
from tests.source.outline import codes, outline


def tree(text):
    """Lift a drawing out of the indentation of the test."""
    rows = text.strip("\n").split("\n")
    indent = min(len(row) - len(row.lstrip()) for row in rows if row.strip())
    return "\n".join(row[indent:] for row in rows).rstrip()


def inlines(text):
    return parse(text, "text.md").blocks[0].children


def kinds(text):
    return [type(node).__name__ for node in inlines(text)]


# Questions and answers


def test_a_question_holds_its_paragraphs_up_to_the_answer():
    assert outline("Soru: Bir?\n\nDahası var.\n\n> Alıntı\n\nCevap: İki.\n\nDevamı.") == tree("""
        Question Soru
          Paragraph Bir?
          Paragraph Dahası var.
          Quote
            Paragraph Alıntı
        Answer Cevap
          Paragraph İki.
        Paragraph Devamı.
    """)


def test_question_and_answer_need_no_blank_line_between():
    assert outline("Soru: Bir\niki?\nCevap: Üç.") == tree("""
        Question Soru
          Paragraph Bir iki?
        Answer Cevap
          Paragraph Üç.
    """)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Soru: x", "Soru"),
        ("SORU: x", "SORU"),
        ("Soru 3: x", "Soru 3"),
        ("3. Soru: x", "3. Soru"),
        ("**Soru:** x", "Soru"),
        ("**Soru 2**: x", "Soru 2"),
        ("Soru : x", "Soru"),
    ],
)
def test_a_question_is_labelled_as_authors_label_it(text, label):
    assert outline(text) == f"Question {label}\n  Paragraph x"


@pytest.mark.parametrize("text", ["soru: x", "Sorular: x", "Bu soru: x", "Soru x", "Cevapsız: x"])
def test_other_words_before_a_colon_are_prose(text):
    assert outline(text) == f"Paragraph {text}"


def test_a_heading_a_point_or_another_question_ends_a_question():
    assert outline("Soru: Bir?\n\n# Başlık\n\nSoru: İki?\n\nSoru: Üç?\n\n1- Nokta") == tree("""
        Question Soru
          Paragraph Bir?
        Heading 1 Başlık
        Question Soru
          Paragraph İki?
        Question Soru
          Paragraph Üç?
        Point 1- level 1
          Paragraph Nokta
    """)


def test_an_answer_that_stands_alone_takes_the_paragraph_after_it():
    assert outline("Cevap:\n\nBirinci.\n\nİkinci.") == tree("""
        Answer Cevap
          Paragraph Birinci.
        Paragraph İkinci.
    """)


# Points


def test_points_nest_by_the_order_in_which_their_kinds_appear():
    assert outline("1- bir\n\nA- a\n\nB- b\n\n2- iki\n\nA- a") == tree("""
        Point 1- level 1
          Paragraph bir
          Point A- level 2
            Paragraph a
          Point B- level 2
            Paragraph b
        Point 2- level 1
          Paragraph iki
          Point A- level 2
            Paragraph a
    """)


def test_letters_come_first_where_they_appear_first():
    assert outline("A- a\n\n1- bir\n\na- küçük\n\nB- b") == tree("""
        Point A- level 1
          Paragraph a
          Point 1- level 2
            Paragraph bir
            Point a- level 3
              Paragraph küçük
        Point B- level 1
          Paragraph b
    """)


def test_consecutive_lines_are_points_of_their_own():
    assert outline("Şunlar vardır:\n1- bir\niki\n2- üç") == tree("""
        Paragraph Şunlar vardır:
        Point 1- level 1
          Paragraph bir iki
        Point 2- level 1
          Paragraph üç
    """)


def test_roman_numerals_are_a_kind_of_their_own():
    assert outline("I- bir\n\nA- a\n\nII- iki\n\nIII- üç\n\nIV- dört\n\nV- beş") == tree("""
        Point I- level 1
          Paragraph bir
          Point A- level 2
            Paragraph a
        Point II- level 1
          Paragraph iki
        Point III- level 1
          Paragraph üç
        Point IV- level 1
          Paragraph dört
        Point V- level 1
          Paragraph beş
    """)


def test_i_after_h_is_a_letter():
    text = "\n\n".join(f"{letter}- {letter}" for letter in "ABCDEFGHIİJKLMNOPRSTUVYZ")
    assert outline(text).count("level 1") == 24


def test_letters_with_a_parenthesis_are_points_too():
    assert outline("a) elma\nb) armut\n\n1- bir") == tree("""
        Point a) level 1
          Paragraph elma
        Point b) level 1
          Paragraph armut
          Point 1- level 2
            Paragraph bir
    """)
    assert outline("Şunlar: a) elma,\nb) armut") == "Paragraph Şunlar: a) elma, b) armut"


def test_letters_may_leave_out_those_that_only_turkish_has():
    assert outline("A- a\nB- b\nC- c\nD- d").count("Point") == 4


@pytest.mark.parametrize("line", ["5- 10 kişi", "B- sınıfı", "19-20 yaş", "5-A sınıfı"])
def test_a_line_broken_before_what_looks_like_a_marker_stays_prose(line):
    assert outline(f"Aralarında\n{line} vardı.") == f"Paragraph Aralarında {line} vardı."


def test_a_heading_or_a_plain_paragraph_closes_all_points():
    assert outline("1- bir\n\nA- a\n\nDüz.\n\nB- b\n\n# Başlık\n\n1- yine") == tree("""
        Point 1- level 1
          Paragraph bir
          Point A- level 2
            Paragraph a
        Paragraph Düz.
        Point B- level 1
          Paragraph b
        Heading 1 Başlık
        Point 1- level 1
          Paragraph yine
    """)


def test_what_is_indented_below_a_point_belongs_to_it():
    text = (
        "1- bir\n\n  ikinci paragraf\n  sürer\n\n  > alıntı\n\n  - madde\n\n  ::: ayet Hacc 40\n  meal\n  :::\n\nDüz."
    )
    assert outline(text) == tree("""
        Point 1- level 1
          Paragraph bir
          Paragraph ikinci paragraf sürer
          Quote
            Paragraph alıntı
          Items bullets
            Paragraph madde
          Verse Hacc 40
            Paragraph meal
        Paragraph Düz.
    """)


def test_a_block_that_follows_a_point_without_a_blank_line_belongs_to_it():
    assert outline("1- bir\n::: ayet Hacc 40\nmeal\n:::\n2- iki\n\n::: besmele\n:::") == tree("""
        Point 1- level 1
          Paragraph bir
          Verse Hacc 40
            Paragraph meal
        Point 2- level 1
          Paragraph iki
        Basmala
    """)


def test_points_indented_below_a_point_are_a_level_deeper():
    assert outline("1- bir\n\n  A- a\n\n  B- b\n\n2- iki") == tree("""
        Point 1- level 1
          Paragraph bir
          Point A- level 2
            Paragraph a
          Point B- level 2
            Paragraph b
        Point 2- level 1
          Paragraph iki
    """)


def test_an_indented_line_is_no_code():
    assert (
        outline("Paragraf.\n\n        içeriden başlayan paragraf")
        == "Paragraph Paragraf.\nParagraph içeriden başlayan paragraf"
    )


# Sentences that look like lists


@pytest.mark.parametrize(
    "text",
    [
        "2022. yıl sonunda",
        "5. madde uyarınca",
        "19. yüzyılda",
        "1. Dünya Savaşı’nda",
        "1. madde ile\n5. madde",
        "1. Dünya Savaşı\n\nSonra",
        "1. madde",
        "3. bölüm\n4. bölüm",
        "1987. sayfada",
    ],
)
def test_turkish_ordinals_at_the_start_of_a_line_begin_sentences(text):
    assert "Items" not in outline(text)


def test_two_paragraphs_that_begin_with_ordinals_are_paragraphs_and_a_note_says_so():
    text = "1. Dünya Savaşı başladı.\n\n2. Dünya Savaşı bitti."
    assert outline(text) == "Paragraph 1. Dünya Savaşı başladı.\nParagraph 2. Dünya Savaşı bitti."
    assert codes(text) == ["S021"]


def test_an_ordinal_after_a_list_is_no_item_of_it():
    assert outline("1. elma\n2. armut\n\n3. yüzyılda\n\n2022. yıl") == tree("""
        Items 1
          Paragraph elma
          Paragraph armut
        Paragraph 3. yüzyılda
        Paragraph 2022. yıl
    """)


def test_a_list_counts_from_one_item_to_the_next():
    assert outline("1. elma\n   kırmızı\n2. armut\n   - küçük\n3. ayva\n\n4. Üzüm") == tree("""
        Items 1
          Paragraph elma kırmızı
          Paragraph armut
          Items bullets
            Paragraph küçük
          Paragraph ayva
          Paragraph Üzüm
    """)


def test_a_number_with_a_parenthesis_always_opens_a_list():
    assert outline("Şunlar:\n1) elma\n\n2) armut\n\n3) tek") == tree("""
        Paragraph Şunlar:
        Items 1
          Paragraph elma
          Paragraph armut
          Paragraph tek
    """)
    assert outline("3) elma") == "Items 3\n  Paragraph elma"


def test_lists_of_two_kinds_are_two_lists():
    assert outline("1. a\n2. b\n1) c").count("Items") == 2


# Containers


def test_a_verse_by_reference_waits_for_the_canon():
    verse = parse("::: ayet [Hacc 40]\n“Meal.”\n:::", "text.md").blocks[0]
    assert isinstance(verse, Verse)
    assert (verse.citation, verse.arabic, verse.typed) == ("Hacc 40", (), False)
    assert plain(verse.translation[0].children) == "“Meal.”"


def test_arabic_lines_of_a_verse_are_what_the_author_typed():
    verse = parse("::: ayet\nوَلَيَنْصُرَنَّ اللَّهُ\nمَنْ يَنْصُرُهُ ﴿٤٠﴾\nMeal bir,\niki.\n\nÜç.\n:::", "text.md").blocks[0]
    assert verse.typed
    assert [plain(line.children) for line in verse.arabic] == ["وَلَيَنْصُرَنَّ اللَّهُ مَنْ يَنْصُرُهُ ﴿٤٠﴾"]
    assert all(isinstance(node, Arabic) for line in verse.arabic for node in line.children)
    assert [plain(line.children) for line in verse.translation] == ["Meal bir, iki.", "Üç."]


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


def test_link_definitions_do_not_swallow_citations():
    assert outline("[Hacc 40]: bu ayet\n\n[Hacc 40]") == "Paragraph [Hacc 40]: bu ayet\nParagraph [Hacc 40]"


@pytest.mark.parametrize("text", ["5*3*2 = 30", "2**3**4", "a_b_c", "5 * 3 * 2"])
def test_signs_between_numbers_are_signs(text):
    assert outline(text) == f"Paragraph {text}"


def test_html_is_text():
    assert outline("<div>\n*a* <b>b</b>\n</div>") == "Paragraph <div> a <b>b</b> </div>"


def test_typography_is_left_to_others():
    assert outline("\"a\" -- b... (c) 'd'") == "Paragraph \"a\" -- b... (c) 'd'"
