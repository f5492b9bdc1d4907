"""A booklet as the HTML of its pages."""

import datetime as dt
import re
from dataclasses import replace

import pytest
from lxml import html as parser

from publish.model import block as b
from publish.model import inline as i
from publish.model.settings import House
from publish.render.print import shorten, to_html
from tests.epub.samples import (
    HERE,
    STYLES,
    arabic,
    booklet,
    figure,
    heading,
    link,
    mark,
    note,
    paragraph,
    plain,
    rich,
    text,
    world,
)


def page(made):
    html, findings = to_html(made, STYLES, world(made.folder))
    assert findings == ()
    return html.text


def tree(made):
    return parser.fromstring(page(made))


def words(element):
    return " ".join(element.text_content().split())


def test_a_page_knows_what_the_booklet_is(tmp_path):
    made = tree(rich(tmp_path))
    said = {row.get("name"): row.get("content") for row in made.iterfind(".//meta[@name]")}
    assert made.get("lang") == "tr"
    assert made.findtext(".//title") == "Matbaa ve «القلم» Üzerine"
    assert said["dcterms.created"] == said["dcterms.modified"] == "2026-11-22"
    assert said["keywords"] == "Tarih, Matbaa"
    assert [row.get("content") for row in made.iterfind(".//meta[@name='author']")] == ["Ayşe Örnek", "İsmail Iğdır"]


def test_copies_for_promotion_say_so_on_their_pages_too(tmp_path):
    promoted, sold = (page(booklet(tmp_path, paragraph("a"), cover=cover)) for cover in ({"notice": "promotion"}, {}))
    assert "para ile satılamaz" in promoted
    assert "para ile satılamaz" not in sold


def test_post_and_web_of_the_house_lead_there(tmp_path):
    house = House(name="Ev", phone="0212", email="b&c@ev.example", web="www.ev.example")
    imprint = tree(booklet(tmp_path, paragraph("a"), house=house)).find(".//section[@class='imprint']")
    links = [(link.text, link.get("href")) for link in imprint.iter("a")]
    assert links == [("b&c@ev.example", "mailto:b&c@ev.example"), ("www.ev.example", "https://www.ev.example")]


def test_a_poor_booklet_says_only_what_it_knows(tmp_path):
    made = tree(plain(tmp_path))
    assert not made.findall(".//meta[@name]")
    assert [element.get("class").split()[0] for element in made.iterfind(".//section[@class='title-page']//p")] == [
        "title"
    ]
    assert not made.findall(".//section[@class='contents']")
    assert words(made.find(".//main")) == "Yalnız bir paragraf."


def test_every_arabic_run_has_language_and_direction(tmp_path):
    for element in tree(rich(tmp_path)).iter():
        own = (element.text or "") + "".join(child.tail or "" for child in element)
        if isinstance(element.tag, str) and re.search("[\u0600-\u06ff]", own) and element.tag not in ("title", "meta"):
            around = next(up for up in (element, *element.iterancestors()) if up.get("lang"))
            assert (around.get("lang"), around.get("dir")) == ("ar", "rtl"), own


def test_markup_in_words_is_only_words(tmp_path):
    made = page(booklet(tmp_path, paragraph("<script>a</script> & b"), title="<b>&amp;"))
    assert "<script>" not in made
    assert "<b>" not in made
    assert "&lt;script&gt;a&lt;/script&gt; &amp; b" in made


def test_headings_tell_bookmarks_and_running_heads_their_words_without_notes(tmp_path):
    title = text("Uzun ", i.Emphasis(text("başlık"), HERE), mark("a", 1), " sürer")
    made = tree(booklet(tmp_path, b.Heading(1, title, "uzun", HERE), notes=[note("a", 1, paragraph("Not."))]))
    (chapter,) = made.findall(".//h1")
    assert chapter.get("data-label") == chapter.get("data-head") == "Uzun başlık sürer"


@pytest.mark.parametrize(
    ("levels", "expected"),
    [((1, 1), "heads-1"), ((1, 2, 2), "heads-2"), ((2, 2), "heads-2"), ((), "heads-2")],
    ids=["two chapters", "one chapter", "sections alone", "nothing"],
)
def test_running_heads_name_chapters_or_else_sections(tmp_path, levels, expected):
    blocks = [heading(level, f"Başlık {at}", f"b{at}") for at, level in enumerate(levels)]
    assert tree(booklet(tmp_path, *blocks, paragraph("Söz."))).find(".//main").get("class") == expected


def test_a_running_head_is_cut_between_words():
    title = "Osmanlı Devletinin Kuruluşundan Cumhuriyetin İlanına Kadar Matbaacılık"
    assert shorten(title) == "Osmanlı Devletinin Kuruluşundan Cumhuriyetin…"
    assert shorten("Kısa, öz") == "Kısa, öz"
    assert len(shorten("uzun" * 40)) <= 53


def test_contents_stand_before_four_headings_and_more(tmp_path):
    def rows(count):
        blocks = [heading(2 + at % 2, text(f"Başlık {at}", mark("a", 1)), f"b{at}") for at in range(count)]
        made = tree(booklet(tmp_path, *blocks, notes=[note("a", 1, paragraph("Not."))]))
        return [
            (row.get("class"), words(row), row[0].get("href"))
            for row in made.xpath(".//section[@class='contents']/p[a]")
        ]

    assert rows(3) == []
    assert rows(4)[:2] == [("level-1", "Başlık 0", "#b0"), ("level-2", "Başlık 1", "#b1")]


def test_an_empty_heading_is_not_in_the_contents(tmp_path):
    blocks = [heading(1, f"Başlık {at}", f"b{at}") for at in range(4)]
    made = tree(booklet(tmp_path, *blocks, heading(1, (), "bos")))
    assert len(made.findall(".//section[@class='contents']/p/a")) == 4


def test_what_stands_over_a_chapter_opens_with_it(tmp_path):
    made = tree(rich(tmp_path))
    openings = made.findall(".//header[@class='opening']")
    assert [child.get("class") or child.tag for child in openings[0]] == ["label", "basmala", "h1"]


def test_a_text_without_a_chapter_has_no_opening(tmp_path):
    assert not tree(plain(tmp_path)).findall(".//header")


def test_a_note_stands_where_it_is_marked_and_breaks_no_paragraph(tmp_path):
    (line,) = tree(
        booklet(
            tmp_path,
            paragraph("Önce", mark("a", 1), " sonra."),
            notes=[note("a", 1, paragraph("Bir."), b.Items(None, ((paragraph("iki"),),), HERE))],
        )
    ).findall(".//main//p")
    assert words(line) == "ÖnceBir.iki sonra."
    assert [child.tag for child in line.iter()][1:] == ["span", "n-p", "n-ul", "n-li", "n-p"]


def test_notes_in_notes_follow_them_and_marks_again_are_links(tmp_path):
    made = tree(
        booklet(
            tmp_path,
            paragraph("Söz", mark("a", 1), " ve yine", mark("a", 1), "."),
            notes=[
                note("a", 1, paragraph("Bir", mark("b", 2), ".")),
                note("b", 2, paragraph("İki", mark("a", 1), ".")),
            ],
        )
    )
    notes = made.findall(".//main//span[@data-number]")
    assert [(row.get("class"), row.get("data-number")) for row in notes] == [("note", "1"), ("note unmarked", "2")]
    assert [row.get("href") for row in made.findall(".//a[@class='mark']")] == ["#note-2", "#note-1", "#note-1"]


def test_links_lead_to_headings_and_to_the_web_and_nowhere_else(tmp_path):
    targets = (
        "#a",
        "#yok",
        "https://ornek.example/?a=1&b=2",
        "mailto:a@b.example",
        "javascript:alert(1)",
        "file:///etc",
        "x.md",
    )
    made = tree(booklet(tmp_path, heading(1, "A", "a"), paragraph(*(link(target, "bağ ") for target in targets))))
    leads = [element.get("href") for element in made.findall(".//main//a")]
    assert leads == ["#a", "https://ornek.example/?a=1&b=2", "mailto:a@b.example"]
    assert words(made.find(".//main")).count("bağ") == len(targets)


def test_the_path_of_a_picture_is_an_address(tmp_path):
    made = tree(booklet(tmp_path, figure("resim ğ/a 100%#.png", alt='Bir "resim"')))
    image = made.find(".//img")
    assert image.get("src") == "resim%20%C4%9F/a%20100%25%23.png"
    assert image.get("alt") == "Bir “resim”"


def test_short_addresses_are_kept_on_a_line_and_long_ones_may_break(tmp_path):
    short, long = "www.ornek.com", "https://www.ornek.com.tr/kitaplar/2026/dizgi.html"
    made = tree(booklet(tmp_path, paragraph(i.Whole(short, HERE), " ", i.Whole(long, HERE))))
    first, second = made.findall(".//main//span")
    assert (first.get("class"), first.text, len(first)) == ("whole", short, 0)
    assert second.get("class") == "whole long"
    assert words(second).replace(" ", "") == long
    assert [element.tag for element in second] == ["wbr"] * len(second)
    assert 5 < len(second) < 10


def test_an_endless_word_may_break_and_loses_no_letter(tmp_path):
    made = tree(booklet(tmp_path, paragraph("Söz " + "<uzun>" * 20 + " söz.")))
    (endless,) = made.findall(".//main//span")
    assert endless.text.replace("\u200b", "") == "<uzun>" * 20
    assert words(made.find(".//main")).startswith("Söz <uzun>")


def test_the_title_page_shrinks_for_a_long_title(tmp_path):
    for title, kind in (("Kalem", ""), ("Kalem ve kâğıt " * 4, "long"), ("Kalem ve kâğıt " * 9, "longest")):
        made = tree(booklet(tmp_path, paragraph("a"), title=title.strip()))
        assert made.find(".//section[@class='title-page']/p").get("class").split() == ["title", *kind.split()]


def test_the_title_page_names_house_city_and_year(tmp_path):
    house = House(name="Örnek Yayınları", city="İstanbul")
    made = tree(booklet(tmp_path, paragraph("a"), house=house, date=dt.date(2026, 3, 1), translator="Hasan Taş"))
    front = made.find(".//section[@class='title-page']")
    assert words(front.find(".//p[@class='place']")) == "İstanbul · 2026"
    assert words(front.find(".//p[@class='publisher']")) == "Örnek Yayınları"
    assert words(front.find(".//p[@class='translator']")) == "Çeviren Hasan Taş"


def test_the_imprint_has_a_row_for_what_is_known(tmp_path):
    rows = [words(row) for row in tree(rich(tmp_path)).findall(".//section[@class='imprint']//p")]
    assert rows[0].startswith("Matbaa ve «القلم» Üzerine")
    assert "Editör Ümit Şen" in rows
    assert "ISBN 978-0-306-40615-7 (basılı)" in rows


def test_the_sheets_stand_in_cascade_order(tmp_path):
    made = booklet(tmp_path, paragraph("a"), print={"trim": "a6"})
    html, _ = to_html(made, STYLES, world(tmp_path))
    assert [sheet.path.name for sheet in html.sheets] == [
        "tokens.css",
        "base.css",
        "scripture.css",
        "print.css",
        "a6.css",
        "saddle_stitch.css",
        "booklet.toml",  # says how far art runs over the trim
    ]
    html, _ = to_html(replace(made, style="p { color: #333 }"), STYLES, world(tmp_path))
    assert (html.sheets[-1].path, html.sheets[-1].css) == (tmp_path / "style.css", "p { color: #333 }")


def test_a_style_sheet_that_cannot_be_read_is_a_finding(tmp_path):
    (tmp_path / "tokens.css").symlink_to("/etc/passwd")
    made = booklet(tmp_path, paragraph("a"))
    html, findings = to_html(made, tmp_path, world(tmp_path))
    assert [sheet.path.name for sheet in html.sheets] == ["booklet.toml"], "what the booklet says of its bleed"
    assert [finding.code for finding in findings] == ["F001", "F002", "F002", "F002", "F002", "F002"]
    assert findings[1].span.path == str(tmp_path / "base.css")


def test_arabic_of_a_title_is_set_right_to_left_on_the_title_page(tmp_path):
    made = tree(booklet(tmp_path, paragraph(arabic("كلمة")), title="Kitap «القلم»"))
    run = made.find(".//section[@class='title-page']//span[@lang='ar']")
    assert (run.get("dir"), run.text) == ("rtl", "القلم")


@pytest.mark.parametrize(("columns", "kind"), [(4, None), (5, "wide")])
def test_a_table_of_many_columns_is_set_small(tmp_path, columns, kind):
    cells = tuple(text(f"a{at}") for at in range(columns))
    made = tree(booklet(tmp_path, b.Table(cells, (cells,), ("",) * columns, HERE)))
    assert made.find(".//table").get("class") == kind


def test_a_short_translation_stands_in_the_middle_and_a_long_one_is_filled(tmp_path):
    def classes(*meanings):
        verse = b.Passage((paragraph(arabic("قل")),), tuple(paragraph(*text(words)) for words in meanings), HERE)
        return re.findall(r'<p class="(translation[^"]*)"', page(booklet(tmp_path, verse)))

    long = "uzun meal " * 30
    assert classes("“De ki.”") == ["translation short"]
    assert classes(long) == ["translation"]
    assert classes("“De ki.”", long) == ["translation", "translation"]
