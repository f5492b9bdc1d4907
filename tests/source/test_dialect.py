"""The dialect: what authors write in questions, points and lists, and what it is taken for."""

import pytest

from publish.model.block import Verse
from publish.model.inline import (
    plain,
)
from publish.source.markup import parse
from tests.source.outline import codes, outline, tree

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
        ("سؤال: x", "سؤال"),
        ("السؤال 2: x", "السؤال 2"),
    ],
)
def test_a_question_is_labelled_as_authors_label_it(text, label):
    assert outline(text) == f"Question {label}\n  Paragraph x"


@pytest.mark.parametrize("text", ["soru: x", "Sorular: x", "Bu soru: x", "Soru x", "Cevapsız: x"])
def test_other_words_before_a_colon_are_prose(text):
    assert outline(text) == f"Paragraph {text}"


@pytest.mark.parametrize("label", ["Cevap", "CEVAP 2", "جواب", "الجواب"])
def test_an_answer_is_labelled_as_authors_label_it(label):
    assert outline(f"{label}: x") == f"Answer {label}\n  Paragraph x"


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
