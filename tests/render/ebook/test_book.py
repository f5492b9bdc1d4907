"""What a reader of the e-book finds: chapters, notes and the ways between them."""

import re
import uuid

import pytest
from lxml import etree

from publish.language.scripture import quran
from publish.model import block as b
from publish.model import inline as i
from publish.model.html import Part
from publish.model.settings import House
from publish.render.ebook.book import to_book
from tests.epub import samples
from tests.epub.samples import HERE, arabic, booklet, heading, link, mark, note, paragraph

XHTML = "{http://www.w3.org/1999/xhtml}"
TURKISH = "//*[@lang='tr' and @xml:lang='tr' and @dir='ltr']"
TYPE = "{http://www.idpf.org/2007/ops}type"


def book_of(made, cover=None):
    return to_book(made, samples.STYLES, samples.world(made.folder), cover)


def body(book, part=Part.BODY):
    """Return the bodies of the documents of a part, by name."""
    chosen = [chapter for chapter in book.chapters if chapter.part is part]
    return {chapter.name: etree.fromstring(chapter.xhtml.encode()).find(f"{XHTML}body") for chapter in chosen}


def words(element):
    return " ".join("".join(element.itertext()).split())


def of_type(element, kind):
    return [found for found in element.iter() if found.get(TYPE) == kind]


def test_a_note_stands_at_the_end_of_the_chapter_that_marks_it(tmp_path):
    made = booklet(
        tmp_path,
        heading(1, "Bir", "bir"),
        paragraph("Metin", mark("a", 1), " sürer."),
        heading(1, "İki", "iki"),
        paragraph("Metin", mark("b", 2), "."),
        notes=(note("a", 1, paragraph("Birinci.")), note("b", 2, paragraph("İkinci."))),
    )
    book, findings = book_of(made)
    assert findings == ()
    one, two = body(book).values()
    assert [words(found) for found in of_type(one, "footnote")] == ["1 Birinci."]
    assert [words(found) for found in of_type(two, "footnote")] == ["2 İkinci."]
    assert of_type(one, "footnotes")[0].get("aria-label") == "Dipnotlar"


def test_mark_and_note_lead_to_each_other(tmp_path):
    made = booklet(tmp_path, paragraph("Metin", mark("a", 1)), notes=(note("a", 1, paragraph("Not.")),))
    (text,) = body(book_of(made)[0]).values()
    (marked,), (aside,) = of_type(text, "noteref"), of_type(text, "footnote")
    back = aside.find(f".//{XHTML}a")
    assert (marked.get("role"), aside.get("role"), back.get("role")) == (
        "doc-noteref",
        "doc-footnote",
        "doc-backlink",
    )
    assert (marked.get("href"), back.get("href")) == (f"#{aside.get('id')}", f"#{marked.get('id')}")
    assert back.get("aria-label").startswith("1: metindeki yerine dön")


def test_a_note_marked_again_elsewhere_is_written_once(tmp_path):
    made = booklet(
        tmp_path,
        heading(1, "Bir", "bir"),
        paragraph("Metin", mark("a", 1)),
        heading(1, "İki", "iki"),
        paragraph("Metin", mark("a", 1)),
        notes=(note("a", 1, paragraph("Not.")),),
    )
    one, two = body(book_of(made)[0]).values()
    assert len(of_type(one, "footnote")) == 1
    assert of_type(two, "footnote") == []
    (again,) = of_type(two, "noteref")
    assert (again.get("href"), again.get("id")) == ("bolum-01.xhtml#dn_1", None)


def test_a_note_marked_in_a_note_follows_it(tmp_path):
    made = booklet(
        tmp_path,
        paragraph("Metin", mark("a", 1)),
        notes=(note("a", 1, paragraph("Not", mark("b", 2))), note("b", 2, b.Listing("kod", HERE))),
    )
    (text,) = body(book_of(made)[0]).values()
    assert [words(aside) for aside in of_type(text, "footnote")] == ["1 Not2", "2 kod"]


@pytest.mark.parametrize(("language", "behind"), [("tr", ["\u200e", "\u200e"]), ("ar", ["", ""])])
def test_a_number_behind_arabic_stays_there_in_readers_that_know_no_isolates(language, behind, tmp_path):
    blocks = (paragraph(arabic("قُلْ"), ".", mark("bir", 1), " ", arabic("هُوَ"), " 1/1"),)
    made = booklet(tmp_path, *blocks, notes=[note("bir", 1, paragraph("Not."))], language=language)
    (chapter,) = body(book_of(made)[0]).values()
    text = "".join(next(chapter.iter(f"{XHTML}p")).itertext())
    assert re.findall("ْ(\u200e?)\\.|َ(\u200e?) ", text) == [(behind[0], ""), ("", behind[1])]


def test_the_body_of_an_arabic_book_says_its_direction_too(tmp_path):
    book, _ = book_of(booklet(tmp_path, paragraph("ما"), language="ar"))
    assert {element.get("dir") for element in body(book).values()} == {"rtl"}


def test_links_between_chapters_name_the_file(tmp_path):
    made = booklet(
        tmp_path,
        heading(1, "Bir", "bir"),
        paragraph(link("#iki", "ileri"), link("https://ornek.example/a", "dışarı"), link("mailto:a@b.example", "yaz")),
        heading(1, "İki", "iki"),
    )
    book, findings = book_of(made)
    assert findings == ()
    addresses = [found.get("href") for found in body(book)["bolum-01.xhtml"].iter(f"{XHTML}a")]
    assert addresses == ["bolum-02.xhtml#iki", "https://ornek.example/a", "mailto:a@b.example"]


@pytest.mark.parametrize("target", ["#yok", "http://", "javascript:alert(1)", "file:///etc/passwd", "bolum.md", ""])
def test_a_link_that_leads_nowhere_leaves_its_words(target, tmp_path):
    book, _ = book_of(booklet(tmp_path, paragraph("Bkz. ", link(target, "orası"), ".")))
    (text,) = body(book).values()
    assert words(text) == "Bkz. orası."
    assert list(text.iter(f"{XHTML}a")) == []


def test_questions_and_answers_are_one_section(tmp_path):
    made = booklet(
        tmp_path,
        heading(1, "Oruç", "oruc"),
        paragraph("Giriş."),
        b.Question("Soru", (paragraph("Ne?"),), HERE),
        b.Answer("Cevap", (paragraph("Şu."),), HERE),
        heading(2, "Özetle", "ozet"),
        paragraph("Son."),
    )
    (text,) = body(book_of(made)[0]).values()
    (section,) = of_type(text, "qna")
    assert section.get("role") == "doc-qna"
    assert words(section) == "Soru: Ne? Cevap: Şu. Özetle Son."


def test_a_chapter_is_named_by_its_heading(tmp_path):
    made = booklet(tmp_path, b.Basmala(samples.BASMALA, HERE), heading(1, "Oruç", "oruc"), paragraph("Metin."))
    book, _ = book_of(made)
    (text,) = body(book).values()
    (section,) = of_type(text, "chapter")
    assert (section.get("role"), section.get("aria-labelledby")) == ("doc-chapter", "oruc")
    assert "<title>Oruç</title>" in book.chapters[-1].xhtml


def test_the_head_of_a_document_holds_no_mixed_directions(tmp_path):
    made = booklet(
        tmp_path,
        heading(
            1, (*heading(1, "Fâtiha (", "").children, arabic("الفاتحة"), *heading(1, ") Suresi", "").children), "a"
        ),
        heading(1, (arabic("الفاتحة"),), "b"),
    )
    one, two = book_of(made)[0].chapters[-2:]
    assert "<title>Fâtiha Suresi</title>" in one.xhtml
    assert '<title lang="ar" xml:lang="ar" dir="rtl">الفاتحة</title>' in two.xhtml


def test_a_long_address_may_break_and_a_short_one_may_not(tmp_path):
    book, _ = book_of(samples.rich(tmp_path))
    assert "https:/<wbr/>/" not in book.chapters[-1].xhtml
    assert '<span class="whole long">https://<wbr/>ornek<wbr/>.example/<wbr/>uzun/' in book.chapters[-1].xhtml
    assert '<span class="whole">GSYİH</span>' in book.chapters[-1].xhtml


def test_title_page_and_imprint_say_who_and_where(tmp_path):
    book, _ = book_of(samples.rich(tmp_path))
    title = words(body(book, Part.TITLE)["baslik.xhtml"])
    assert title == (
        "Soru Cevap Dizisi Matbaa ve «القلم» Üzerine Sorular ve <cevaplar> Ayşe Örnek İsmail Iğdır "
        "Çeviren: Çağrı Öz Örnek & Oğulları Yayınları"
    )
    imprint = words(body(book, Part.IMPRINT)["kunye.xhtml"])
    for said in ("Yazarlar: Ayşe Örnek", "Yayıncı sertifika no: 12345", "Matbaa sertifika no: 54321", "Kasım 2026"):
        assert said in imprint


def test_the_cover_page_speaks_turkish(tmp_path):
    book, _ = book_of(samples.rich(tmp_path), cover=samples.picture())
    (image,) = body(book, Part.COVER)["kapak.xhtml"].iter(f"{XHTML}img")
    assert image.get("alt") == (
        "Kapak: Matbaa ve «القلم» Üzerine. Ayşe Örnek, İsmail Iğdır. Örnek & Oğulları Yayınları"
    )
    assert (image.get("src"), image.get("role")) == ("images/kapak.png", "doc-cover")


def test_a_picture_that_is_missing_leaves_its_words(tmp_path):
    book, _ = book_of(booklet(tmp_path, samples.figure("yok.png", alt="Bir daire")))
    (text,) = body(book).values()
    assert [image.get("alt") for image in text.iter(f"{XHTML}img")] == ["Bir daire"]


def test_without_a_cover_picture_there_is_no_cover_page(tmp_path):
    book, _ = book_of(samples.plain(tmp_path), cover=b"no picture")
    assert book.cover is None
    assert body(book, Part.COVER) == {}


def test_a_text_without_headings_has_its_title_for_contents(tmp_path):
    book, _ = book_of(booklet(tmp_path, paragraph("Metin."), title="Dua ﴿دعاء﴾"))
    (entry,) = book.toc
    assert (entry.title, entry.target) == ("Dua ﴿دعاء﴾", "bolum-01.xhtml")
    assert '<bdi class="arabic" lang="ar"' in entry.markup


def test_an_empty_booklet_makes_an_empty_chapter(tmp_path):
    book, findings = book_of(booklet(tmp_path))
    assert findings == ()
    assert [words(text) for text in body(book).values()] == [""]


def test_the_identifier_is_the_isbn_of_the_ebook(tmp_path):
    made = booklet(tmp_path, isbn_epub="978-0-306-40615-7")
    assert book_of(made)[0].metadata.identifier == "urn:isbn:9780306406157"


def test_without_isbn_the_identifier_outlives_the_title_and_is_never_shared(tmp_path):
    def identifier(**values):
        return book_of(booklet(tmp_path, **values))[0].metadata.identifier

    first = identifier(name="oruc", title="Oruç")
    assert uuid.UUID(first).version == 5
    assert identifier(name="oruc", title="Ramazan ve Oruç", isbn_epub="yakında") == first
    assert identifier(name="oruc-2", title="Oruç") != first
    assert identifier(name="oruc", publisher="Başka") != first
    assert identifier(name="oruc", house=House()) != first


def test_pictures_get_plain_names_and_are_taken_once(tmp_path):
    (tmp_path / "Foto ğ 1.png").write_bytes(samples.picture())
    (tmp_path / "foto.png").write_bytes(samples.picture("JPEG"))
    made = booklet(tmp_path, samples.figure("Foto ğ 1.png"), samples.figure("foto.png"), samples.figure("Foto ğ 1.png"))
    book, findings = book_of(made)
    assert findings == ()
    assert [(asset.name, asset.media_type) for asset in book.assets] == [
        ("images/resim-01.png", "image/png"),
        ("images/resim-02.jpg", "image/jpeg"),
    ]
    (text,) = body(book).values()
    assert [image.get("src") for image in text.iter(f"{XHTML}img")] == [
        "images/resim-01.png",
        "images/resim-02.jpg",
        "images/resim-01.png",
    ]


@pytest.mark.parametrize("path", ["../gizli.png", "yok.png", "klasor", "a\0b.png", "metin.png", "baska.svg", "bos.png"])
def test_a_picture_that_cannot_be_taken_is_found(path, tmp_path):
    folder = tmp_path / "kitap"
    (folder / "klasor").mkdir(parents=True)
    (tmp_path / "gizli.png").write_bytes(samples.picture())
    (folder / "metin.png").write_text("Bu bir resim değil.")
    (folder / "baska.svg").write_text('<?xml version="1.0"?><html/>')
    (folder / "bos.png").write_bytes(b"")
    _, findings = book_of(booklet(folder, samples.figure(path)))
    assert [(finding.code, finding.values["path"]) for finding in findings] == [("E002", path)]


def test_a_style_sheet_that_is_missing_is_found(tmp_path):
    made = booklet(tmp_path, paragraph("Metin."))
    book, findings = to_book(made, tmp_path, samples.world(tmp_path), None)
    assert [(finding.code, book.css) for finding in findings] == [("F002", "")]


def test_the_style_sheet_asks_nothing_that_readers_do_not_know():
    css = (samples.STYLES / "epub.css").read_text()
    assert not re.search(r"var\(|@layer|@page|!important|url\(", css)
    for selector in ("h1,", '[lang="ar"] {'):
        rule = css[css.index(selector) :].split("}")[0]
        assert all(f"  {prefix}hyphens: none;" in rule for prefix in ("", "-webkit-", "-epub-", "-moz-"))


def test_what_stands_in_latin_letters_in_an_arabic_book_is_turkish(tmp_path):
    made = booklet(
        tmp_path,
        heading(1, "باب", "bir"),
        b.Question("Soru", (paragraph("ما؟"),), HERE),
        b.Answer("جواب", (paragraph("نعم [Alak 96/1]", mark("a", 1)),), HERE),
        b.Verse("Alak 1", (i.Reference(96, 1, 1),), (paragraph("اقْرَأْ"),), (), True, HERE),
        notes=(note("a", 1, paragraph(i.Citation("[Alak 96/1]", HERE, (i.Reference(96, 1, 1),)))),),
        title="الكتاب Ölçü",
        language="ar",
        authors=("Ayşe & Örnek",),
        index={"verses": True},
    )
    book, _ = book_of(made)
    turkish = [
        words(element)
        for chapter in book.chapters
        for element in etree.fromstring(chapter.xhtml.encode()).xpath(TURKISH)
    ]
    shown = ["Ölçü", "Ayşe & Örnek", "Örnek Yayınları"]  # on the title page, and in the imprint
    assert turkish == [*shown, *shown, "Soru:", "Alak 96/1", "[Alak 1]", "[Alak 96/1]"]
    (index,) = body(book, Part.INDEX).values()
    assert "حاشية 1" in words(index)


def cited(words, *references):
    return i.Citation(words, HERE, tuple(i.Reference(*reference) for reference in references))


def citing(folder, *blocks, **settings):
    """Return the text of a chapter of a booklet that cites verses."""
    made = booklet(folder, *blocks, **{"quran": {"script": "simple-plain"}, **settings})
    book, findings = book_of(made)
    assert findings == ()
    return book, body(book)


def test_a_cited_verse_is_shown_by_its_citation_and_leads_back(tmp_path):
    again = paragraph(cited("[İhlâs 112/1]", (112, 1, 1)))
    _, texts = citing(tmp_path, paragraph("Bkz. ", cited("[İhlâs 112/1]", (112, 1, 1)), "."), again)
    (text,) = texts.values()
    first, second = of_type(text, "noteref")
    (aside,) = of_type(text, "footnote")
    assert words(first) == words(second) == "[İhlâs 112/1]"
    assert first.get("href") == second.get("href") == f"#{aside.get('id')}"
    assert words(aside) == f"[İhlâs 112/1] {quran.verse(112, 1, 'simple-plain')}"
    (back,) = aside.iter(f"{XHTML}a")
    assert (back.get("role"), back.get("href")) == ("doc-backlink", f"#{first.get('id')}")
    assert second.get("id") is None


def test_verses_that_stand_together_are_numbered_and_each_place_has_its_own_line(tmp_path):
    _, texts = citing(tmp_path, paragraph(cited("[Asr 1-2; İhlâs 1]", (103, 1, 2), (112, 1, 1))))
    (aside,) = of_type(texts["bolum-01.xhtml"], "footnote")
    assert words(aside).count("\u06dd") == 2
    assert len(aside.xpath(".//*[@lang='ar' and @dir='rtl']")) == 2


def test_an_index_leads_to_the_citation_that_shows_its_verse(tmp_path):
    book, texts = citing(tmp_path, paragraph(cited("[Asr 1]", (103, 1, 1))), index={"verses": True})
    (mark,) = of_type(texts["bolum-01.xhtml"], "noteref")
    (link,) = of_type(next(iter(body(book, Part.INDEX).values())), "index-locator")
    assert link.get("href") == f"bolum-01.xhtml#{mark.get('id')}"


@pytest.mark.parametrize(
    "line",
    [
        paragraph(cited("[Bakara 1-286]", (2, 1, 286))),  # longer than what readers show
        paragraph(link("https://ornek.example/", "burada")),
        paragraph(i.Link("https://ornek.example/", (cited("[Asr 1]", (103, 1, 1)),), HERE)),
        paragraph(cited("[Asr 9]", (103, 9, 9))),
        paragraph(cited("[Bkz.]")),
    ],
)
def test_what_cannot_be_shown_is_no_mark(line, tmp_path):
    _, texts = citing(tmp_path, line)
    assert of_type(texts["bolum-01.xhtml"], "noteref") == of_type(texts["bolum-01.xhtml"], "footnote") == []


def test_without_a_chosen_spelling_no_verse_is_shown_and_nobody_is_credited(tmp_path):
    line = paragraph(cited("[Asr 1]", (103, 1, 1)))
    book, texts = citing(tmp_path, line, quran={})
    assert of_type(texts["bolum-01.xhtml"], "noteref") == []
    assert "Tanzil" not in words(body(book, Part.IMPRINT)["kunye.xhtml"])
    book, _ = citing(tmp_path, line)
    assert "Tanzil" in words(body(book, Part.IMPRINT)["kunye.xhtml"])


def test_each_chapter_shows_the_verses_that_it_cites(tmp_path):
    line = paragraph(cited("[Asr 1]", (103, 1, 1)))
    _, texts = citing(tmp_path, heading(1, "Bir", "bir"), line, heading(1, "İki", "iki"), line)
    assert [len(of_type(text, "footnote")) for text in texts.values()] == [1, 1]
    assert [words(of_type(text, "footnotes")[0]).split(" [")[0] for text in texts.values()] == ["Anılan ayetler"] * 2


def test_in_an_arabic_book_the_way_back_from_a_verse_is_marked_as_turkish(tmp_path):
    _, texts = citing(tmp_path, paragraph(cited("[Asr 1]", (103, 1, 1))), language="ar")
    assert [words(found) for found in of_type(texts["bolum-01.xhtml"], "footnote")[0].xpath(f".{TURKISH}")] == [
        "[Asr 1]"
    ]
