"""What each paragraph is: title, label, heading, point, verse, Arabic, poem, note; and how it is written down."""

import textwrap

import pytest

from publish.source.importing import markdown, plain, scripture
from publish.source.importing.blocks import Kind
from tests.source.importing.corpus import SENTENCES
from tests.source.importing.reading import read
from tests.source.outline import outline

PROSE = "\n".join(textwrap.wrap(" ".join(SENTENCES[:12]), 76)) + "\n"


def kinds(text):
    return [(block.kind.name, block.paragraphs[0].text.split("\n")[0]) for block in plain.blocks(text)[0]]


def written(text):
    return markdown.text(plain.blocks(text)[0])


def first(text):
    return kinds(text + "\n\n" + PROSE)


def test_the_one_line_at_the_head_is_the_title():
    assert first("Sabrın Öğrettikleri")[0] == ("TITLE", "Sabrın Öğrettikleri")


def test_a_question_may_be_the_title():
    assert first("Matbaa Neden Gecikti?")[0] == ("TITLE", "Matbaa Neden Gecikti?")


def test_the_name_of_a_series_over_it_is_its_label():
    assert first("Hutbe Dizisi 4\n\nSabrın Öğrettikleri")[:2] == [
        ("LABEL", "Hutbe Dizisi 4"),
        ("TITLE", "Sabrın Öğrettikleri"),
    ]


def test_names_and_places_below_the_title_are_no_headings():
    head = "Sabrın Öğrettikleri\n\nRıfat Yılmaz\n\nKandil Neşriyat\n\nİstanbul 2021"
    assert [kind for kind, _ in first(head)[:4]] == ["TITLE", "PARAGRAPH", "PARAGRAPH", "PARAGRAPH"]


def test_a_title_of_two_lines_is_one():
    assert first("Kasabadaki Matbaanın\nElli Yıllık Serüveni")[0] == (
        "TITLE",
        "Kasabadaki Matbaanın Elli Yıllık Serüveni",
    )
    assert first("ANADOLUDA KİTAP\nVE OKUR")[0] == ("TITLE", "ANADOLUDA KİTAP VE OKUR")


def test_a_text_that_begins_at_once_has_no_title():
    assert kinds(PROSE)[0][0] == "PARAGRAPH"
    imported, findings = read(PROSE.encode(), "belgeler/sabir-uzerine.txt")
    assert imported.title == "sabir uzerine"
    assert "I019" in {finding.code for finding in findings}


@pytest.mark.parametrize(
    "line",
    [
        "Birinci kesim, köydeki değirmenciler:",
        "İkinci kesim ise, dış etkendir:",
        "Özetle:",
        "Sonuç Yerine",
        "GENEL DEĞERLENDİRME",
        "2. Yöntem",
        "III. Halkın Tutumu",
    ],
)
def test_a_short_line_that_names_what_follows_is_a_heading(line):
    assert ("HEADING", line) in kinds(f"Başlık\n\n{PROSE}\n{line}\n\n{PROSE}")


@pytest.mark.parametrize(
    "line",
    [
        "Belediye Başkanı şöyle dedi:",
        "Bu konuda şunlar söylenebilir:",
        "Allah Teâlâ şöyle buyurmaktadır:",
        "12 Ocak 2022",
        "Elbette bunun istisnaları vardır.",
        "Neden hep aynı soruyu soruyoruz?",
        "1- Elma",
        "• Elma",
        "— Kim o",
    ],
)
def test_other_short_lines_are_none(line):
    assert ("PARAGRAPH", line) in kinds(f"Başlık\n\n{PROSE}\n{line}\n\n{PROSE}")


def test_a_line_that_leads_in_a_quotation_is_no_heading():
    assert ("PARAGRAPH", "Vezirin sözü:") in kinds(f"Başlık\n\n{PROSE}\nVezirin sözü:\n\n“Sabır acele etmemektir.”\n")


def test_the_last_line_is_a_signature_and_no_heading():
    assert kinds(f"Başlık\n\n{PROSE}\nRıfat Yılmaz\n")[-1] == ("PARAGRAPH", "Rıfat Yılmaz")


def test_lines_of_a_table_of_contents_stay_apart():
    contents = "Giriş ........................ 3\nİlk Yıllar ................... 12\nSonuç ......... 40\n"
    assert [text for _, text in kinds(f"Başlık\n\nİçindekiler\n\n{contents}\n{PROSE}")][2:5] == contents.splitlines()


def test_points_questions_and_answers_begin_without_blank_lines():
    text = f"Başlık\n\nSoru: {PROSE}Cevap: {PROSE}1- {PROSE}A- {PROSE}IV- {PROSE}2- {PROSE}"
    found = [text.split()[0] for _, text in kinds(text)]
    assert found == ["Başlık", "Soru:", "Cevap:", "1-", "A-", "IV-", "2-"]


def test_numbered_paragraphs_begin_where_they_count_on():
    text = f"Başlık\n\n1. Bir {PROSE}2. İki {PROSE}3. Üç {PROSE}"
    assert [text.split()[0] for _, text in kinds(text)] == ["Başlık", "1.", "2.", "3."]


def test_ordinals_and_initials_at_the_start_of_a_line_begin_nothing():
    text = (
        "Bu olayın üzerinden çok zaman geçmiş, anayasanın değiştirilmesi de bu yüzden\n"
        "19. yüzyılın sonlarına kalmıştı; bunu ilk dile getiren ise o yılların yazarı\n"
        "A. Hamdi olmuş, ondan sonra gelenler de onun izinden yürümüştü, çünkü o günün\n"
        "2- 3 kişilik çevresinde başka türlüsü beklenemezdi ve beklenmiyordu da doğrusu\n"
        "bu yüzden hiç kimse şaşırmadı, hiç kimse sormadı ve hiç kimse aramadı onları.\n"
    )
    assert [kind for kind, _ in kinds(text)][:1] == ["PARAGRAPH"]
    assert "yüzden 19. yüzyılın sonlarına kalmıştı; bunu ilk dile getiren ise o yılların yazarı A. Hamdi" in written(
        text
    )


BASMALAS = [
    "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ",
    "بِسْـــمِ اِلله الرَّحْمٰـــنِ الرَّحِيـــم",
    "الرَّحِيمِ الرَّحْمَنِ اللَّهِ بِسْمِ",
    "بسم الله الرحمان الرحيم",
    "﷽",
]


@pytest.mark.parametrize("text", BASMALAS)
def test_the_basmala_is_known_through_its_damage(text):
    assert scripture.is_basmala(text)
    assert kinds(f"{text}\n\nBaşlık\n\n{PROSE}")[:2] == [("BASMALA", text), ("TITLE", "Başlık")]


@pytest.mark.parametrize("text", ["الحمد لله رب العالمين", "بسم الله", "Bismillah", "بسم الله الذي لا يضر مع اسمه شيء"])
def test_other_words_are_no_basmala(text):
    assert not scripture.is_basmala(text)


VERSE = "إِنَّ مَعَ الْعُسْرِ يُسْرًا"
MEANING = "“Şüphesiz zorlukla beraber bir kolaylık vardır.”"


@pytest.mark.parametrize(
    "lines",
    [
        f"{VERSE}\n{MEANING} [İnşirâh 6]",
        f"{VERSE}\n\n{MEANING} [İnşirâh 6]",
        f"{VERSE} {MEANING} [İnşirâh 6]",
        f"{VERSE}\n\n{MEANING} [İnşirâh 6].",
    ],
)
def test_arabic_with_its_translation_and_citation_is_a_verse(lines):
    text = written(f"Başlık\n\n{PROSE}\n{lines}\n\n{PROSE}")
    assert f"::: ayet İnşirâh 6\n{VERSE}\n\n{MEANING}\n:::" in text


def test_a_citation_in_round_brackets_is_one_too():
    text = written(f"Başlık\n\n{PROSE}\n{VERSE}\n\n{MEANING} (el-İnşirâh 94/6)\n\n{PROSE}")
    assert f"::: ayet el-İnşirâh 94/6\n{VERSE}\n\n{MEANING}\n:::" in text


def test_arabic_with_a_translation_and_no_citation_stays_arabic():
    text = written(f"Başlık\n\n{PROSE}\n{VERSE}\n\n{MEANING}\n\n{PROSE}")
    assert f"::: arabic\n{VERSE}\n\n{MEANING}\n:::" in text


def test_arabic_before_a_plain_paragraph_stands_alone():
    text = written(f"Başlık\n\n{PROSE}\n{VERSE}\n\nBu ayet bize bir şey öğretir [İnşirâh 6].\n\n{PROSE}")
    assert f"::: arabic\n{VERSE}\n:::\n\nBu ayet bize" in text


def test_arabic_within_a_sentence_stays_where_it_is():
    line = "Müellif bu bölümde رحمه الله ibaresini özellikle kullanır ve hocasını hayırla anar."
    assert f"\n{line}\n" in written(f"Başlık\n\n{PROSE}\n{line}\n\n{PROSE}")


def test_a_sentence_torn_out_of_an_arabic_line_gets_its_punctuation_back():
    torn = f"{VERSE}   .Şüphesiz zorlukla beraber bir kolaylık“   مَعَ الْعُسْرِ\n\nvardır, buna inanın.” [İnşirâh 6]\n"
    text = written(f"Başlık\n\n{PROSE}\n{torn}")
    assert "\n“Şüphesiz zorlukla beraber bir kolaylık. vardır, buna inanın.”\n" in text


POEM = (
    "Bir ıslık çalınır dağ başında,\nKuşlar susar, dereler dinler;\nYolcunun azığı heybesinde,\nGönlünde izleri inler."
)


@pytest.mark.parametrize(("before", "after"), [("\n", "\n"), ("", "")])
def test_lines_of_a_poem_stay_lines(before, after):
    text = written(f"Başlık\n\n{PROSE}{before}{POEM}\n{after}{PROSE}")
    assert POEM.replace("\n", "\\\n") in text


def test_a_couplet_that_stands_apart_is_a_poem():
    couplet = "\n".join(POEM.split("\n")[2:])
    assert couplet.replace("\n", "\\\n") in written(f"Başlık\n\n{PROSE}\n{couplet}\n\n{PROSE}")


def test_short_paragraphs_are_no_poem():
    short = "Kapı çalındı.\nKimse açmadı.\nYağmur yağıyordu.\nSonra sustu.\n"
    assert "\\\n" not in written(f"Başlık\n\n{PROSE}\n{short}\n{PROSE}")


NOTED = """\
Kasabanın tek kitapçısı dükkânını her sabah ezandan hemen sonra açardı.1 Vitrindeki
kitapların çoğu on yıldır yerinden kıpırdamamıştı; bunu herkes bilir,2 kimse bir şey
1 Sabah ezanı o yıllarda minareden okunurdu.
2 Bunu bize komşumuz Hatice Teyze anlatmıştı ve anlattığına göre olay aynen böyle
olmuştu.
"""


def test_notes_at_the_foot_of_a_page_are_notes_again():
    text = written(f"Başlık\n\n{NOTED}\f\nsöylemezdi. {PROSE}")
    assert "sonra açardı.[^1] Vitrindeki" in text
    assert "herkes bilir,[^2] kimse bir şey söylemezdi." in text
    assert "[^1]: Sabah ezanı o yıllarda minareden okunurdu.\n" in text
    assert "[^2]: Bunu bize komşumuz Hatice Teyze anlatmıştı ve anlattığına göre olay aynen böyle olmuştu." in text


def test_notes_without_marks_stand_behind_the_paragraph_that_they_cut():
    text = written(f"Başlık\n\n{NOTED.replace('.1 ', '. ').replace(',2 ', ', ')}\f\nsöylemezdi. {PROSE}")
    assert "herkes bilir, kimse bir şey söylemezdi." in text
    assert text.index("söylemezdi.") < text.index("1 Sabah ezanı")


def test_notes_at_the_end_are_tied_to_their_marks():
    text = written(
        f"Başlık\n\n{PROSE}Buna iki kişi tanıktır[1] ve ikisi de yaşamaktadır[2].\n\n[1] Rıfat.\n[2] Selma.\n"
    )
    assert "tanıktır[^1] ve ikisi de yaşamaktadır[^2]." in text
    assert "[^1]: Rıfat.\n\n[^2]: Selma." in text


MARKUP = [
    "*yıldız* ve **iki**",
    "_alt_ çizgi a_b __c__",
    "# kare",
    "#kare",
    "> ok",
    "+ artı",
    "- eksi",
    "1) bir",
    "`kod` ``iki``",
    "[söz](adres)",
    "![söz](adres)",
    "[söz]{lang=en}",
    "[^1]",
    "[^1]: söz",
    "<b>kalın</b> <http://a.b>",
    "a &amp; b &#65;",
    "---",
    "***",
    "===",
    "~~~",
    "```",
    ":::",
    "::: ayet",
    "| a | b |",
    "|---|",
    "ters \\* bölü \\",
    "Başlık #",
    "[Hacc 40] ve (06.01.2022 AFP)",
]


@pytest.mark.parametrize("line", MARKUP)
def test_what_markdown_would_misread_is_read_back_as_it_was(line):
    assert outline(markdown.escape(line)) == f"Paragraph {line}"


@pytest.mark.parametrize("line", MARKUP)
def test_in_the_lines_of_a_poem_too(line):
    assert outline(f"bir\\\n{markdown.escape(line)}") == f"Paragraph bir\n{line}"


def test_a_heading_may_end_with_a_sign_of_headings():
    text = written(f"Başlık\n\n{PROSE}\nDil Olarak C #\n\n{PROSE}")
    assert "Heading 2 Dil Olarak C #" in outline(text)


def test_the_title_in_the_settings_is_quoted():
    assert 'title = "Bir \\"söz\\" \\\\ iki"\n' in markdown.booklet('Bir "söz" \\ iki', None, None)
    assert 'series = "Hutbe"\n' in markdown.booklet("Söz", "Hutbe", None)


def test_every_kind_of_block_can_be_written():
    assert set(markdown._WRITERS) == set(Kind)
