"""The index of names: what is listed, in which order, on which pages, and where the e-book leads."""

import itertools
import re
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.model import block as b
from publish.model import inline as i
from publish.model.html import Part
from publish.model.settings import Name
from publish.render import honorifics
from publish.render.ebook.book import to_book
from publish.render.indexes import page_runs
from publish.render.indexes.name_index import Place, groups
from publish.render.print import to_html
from tests.epub import samples
from tests.epub.judge import epubcheck
from tests.epub.listed import listed
from tests.epub.samples import HERE, booklet, heading, mark, note, paragraph
from tests.epub.test_pack import ALLOWED, make
from tests.render.indexes.test_verse_index import everywhere as cited_everywhere

NAMES = [
    "Kâtip Çelebi",
    {"name": "Müteferrika, İbrahim", "also": ["Müteferrika"], "see": ["Basmacı İbrahim"]},
    "Peçevî",
    "Çorlulu Ali",
    {"name": "Naîmâ", "see": ["Mustafa Naîmâ"]},
]


def entries(places, listed=(), language="tr"):
    listed = [Name.model_validate(name) for name in listed]
    return [
        (group.letter, [f"{entry.heading}>{entry.see}" if entry.see else entry.heading for entry in group.entries])
        for group in groups(places, listed, language)
    ]


def places(*headings):
    return [Place(f"ad_{number}", name) for number, name in enumerate(headings, 1)]


def test_names_stand_in_turkish_order_in_groups_of_a_letter():
    assert entries(places("Çelebi", "İbrahim", "Cevdet", "Irak", "el-Cevherî", "Çelebi")) == [
        ("C", ["Cevdet", "el-Cevherî"]),
        ("Ç", ["Çelebi"]),
        ("I", ["Irak"]),
        ("İ", ["İbrahim"]),
    ]


def test_a_form_refers_to_its_name_where_that_is_listed():
    listed = [{"name": "Naîmâ", "see": ["Mustafa"]}, {"name": "Peçevî", "see": ["İbrahim Efendi"]}]
    assert entries(places("Naîmâ"), listed) == [("M", ["Mustafa>Naîmâ"]), ("N", ["Naîmâ"])]
    assert entries(places("Naîmâ", "Mustafa"), listed) == [("M", ["Mustafa"]), ("N", ["Naîmâ"])]


@given(st.dictionaries(st.integers(1, 60), st.booleans(), max_size=30))
def test_runs_of_pages_are_the_pages_and_no_others(on_page):
    stand = [Place(f"ad_{page}", "x", is_set=is_set) for page, is_set in on_page.items()]
    runs = list(page_runs.pages(stand, {f"ad_{page}": (page,) for page in on_page}))
    assert [page for run in runs for page in range(run.first, run.last + 1)] == sorted(on_page)
    assert all(on_page[page] == run.is_set for run in runs for page in range(run.first, run.last + 1))
    assert all(run.last + 1 < after.first or run.is_set != after.is_set for run, after in itertools.pairwise(runs))


def everywhere(folder, **settings):
    """Return a booklet that names people wherever that is possible."""
    return booklet(
        folder,
        heading(1, "Kâtip Çelebi’nin yolu", "bir"),
        paragraph("İbrahim ", i.Emphasis((i.Text("Müteferrika", HERE),), HERE), "’nın evi", mark("a", 1), "."),
        paragraph("Bu ", i.Emphasis((i.Text("İbrahim", HERE),), HERE), " Müteferrika’dır."),
        b.Question("Soru", (paragraph("Peçevî mi?"),), HERE),
        b.Answer("Cevap", (paragraph("Peçevi’dir."),), HERE),
        heading(2, "Alt", "alt"),
        b.Table((samples.text("Söz"),), ((samples.text("Kâtip Çelebi"),),), ("",), HERE),
        b.Quote((paragraph("ÇORLULU ALİ’ye"),), HERE),
        heading(1, "İki", "iki"),
        b.Figure("a.png", "Resim", samples.text("Naîmâ’nın resmi"), HERE),
        paragraph("Burada ", i.Name("Şuûrî Hasan", samples.text("şair"), HERE), " geçer."),
        paragraph(i.Name("", samples.text("Sabev’in"), HERE), " sözü; ", i.Name("", samples.text("Peçevî’yi"), HERE)),
        notes=(note("a", 1, paragraph("Notta Peçevî.")),),
        **settings,
    )  # fmt: skip


def printed(folder, **settings):
    made = everywhere(folder, **settings)
    (folder / "a.png").write_bytes(samples.picture())
    html, _ = to_html(made, samples.STYLES, samples.world(folder))
    return html


def test_names_are_listed_wherever_they_stand(tmp_path):
    html = printed(tmp_path, index={"names": NAMES})
    named = list(dict.fromkeys(re.findall(r'id="(ad_\d+)"', html.text)))
    assert len(named) == 11
    written = html.end.write({name: (number,) for number, name in enumerate(named, 1)})
    listed = [re.sub(r"<[^>]+>", "", line) for line in re.findall(r"<li>(.*)</li>", written)]
    assert listed == [
        "Basmacı İbrahim, bkz.\u00a0Müteferrika, İbrahim",
        "Çorlulu Ali, 8",
        "Kâtip Çelebi, 1, 7",
        "Mustafa Naîmâ, bkz.\u00a0Naîmâ",
        "Müteferrika, İbrahim, 2, 4",
        "Naîmâ, 9",
        "Peçevî, 3, 5–6, 11",
        "Sabev, 11",
        "Şuûrî Hasan, 10",
    ]


def test_a_paragraph_over_two_pages_has_each_name_on_its_own(tmp_path):
    words = "söz " * 10
    made = booklet(tmp_path, b.Question("Soru", (paragraph(f"Naîmâ {words} Peçevî {words} Naîmâ"),), HERE),
                   index={"names": NAMES})  # fmt: skip
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    assert html.end.parted == {"ad_1"}
    before = len("SoruNaîmâ" + "söz" * 10)
    for letters, page in ((before, 13), (before + 1, 12)):
        parts = {"ad_1": ((letters, "ad_1:x"),)}
        written = html.end.write({"ad_1": (12, 13), "ad_1:x": (13,)}, parts)
        assert 'Naîmâ, <a href="#ad_1">12–13</a>' in written
        assert f">{page}</a>" in written[written.index("Peçevî, ") :]


def test_marked_words_make_an_index_without_a_list(tmp_path):
    html = printed(tmp_path)
    written = html.end.write({f"ad_{number}": (number,) for number in range(1, 4)})
    assert len(re.findall(r"<li>", written)) == 3


def test_a_booklet_without_names_has_no_index(tmp_path):
    made = booklet(tmp_path, paragraph("Kâtip Çelebi"))
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    assert html.end is None
    assert "ad_" not in html.text
    made = booklet(tmp_path, paragraph("Söz"), index={"names": NAMES})
    assert to_html(made, samples.STYLES, samples.world(tmp_path))[0].end is None


def test_each_index_has_its_line_of_the_contents(tmp_path):
    cited = i.Citation("[…]", HERE, (i.Reference(22, 40, 40),))
    blocks = [heading(1, f"Bölüm {number}", f"b{number}") for number in range(4)]
    made = booklet(tmp_path, *blocks, paragraph("Naîmâ ", cited), index={"names": NAMES, "verses": True})
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    line = '<a data-level="1" href="#{}">{}</a>'
    contents = [
        html.text.index(line.format(*each)) for each in (("ayet_dizini", "Ayet dizini"), ("ad_dizini", "Dizin"))
    ]
    assert contents == sorted(contents)
    written = html.end.write({"ayet_1": (3,), "ad_1": (3,)})
    assert written.index('id="ayet_dizini"') < written.index('id="ad_dizini"')
    assert "Naîmâ, " in written


def test_an_arabic_index_has_arabic_figures_and_words(tmp_path):
    made = booklet(
        tmp_path,
        paragraph(samples.arabic("قال البخاري وأحمد")),
        language="ar",
        index={"names": ["أحمد", {"name": "البخاري", "see": ["محمد بن إسماعيل"]}]},
    )
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    written = html.end.write({"ad_1": (12, 13), "ad_2": (14,)})
    assert "فهرس الأعلام" in written
    assert '، <a href="#ad_1">١٢</a>' in written
    assert "انظر" in written
    assert written.index(">أحمد<") < written.index(">البخاري<")


@pytest.mark.parametrize("also", [True, False], ids=("listed", "not listed"))
def test_a_verse_names_nobody(tmp_path, also):
    verse = b.Verse("Hac 40", (), (paragraph(samples.arabic("قال إبراهيم")),), (), False, HERE)
    words = paragraph(samples.arabic("إبراهيم")) if also else paragraph("Söz")
    made = booklet(tmp_path, verse, words, index={"names": ["إبراهيم"]})
    html, _ = to_html(made, samples.STYLES, samples.world(tmp_path))
    assert len(re.findall(r'id="ad_\d', html.text)) == also


def test_the_e_book_leads_from_each_name_to_its_headings(tmp_path):
    (tmp_path / "a.png").write_bytes(samples.picture())
    book, findings = to_book(
        everywhere(tmp_path, index={"names": NAMES}), samples.STYLES, samples.world(tmp_path), None
    )
    assert findings == ()
    (index,) = (chapter for chapter in book.chapters if chapter.part is Part.INDEX)
    assert [entry.target for entry in book.toc][-1] == index.name == "dizin.xhtml"
    assert listed(book, index) == {
        "Basmacı İbrahim": [],
        "Çorlulu Ali": ["Alt"],
        "Kâtip Çelebi": ["Kâtip Çelebi’nin yolu", "Alt"],
        "Mustafa Naîmâ": [],
        "Müteferrika, İbrahim": ["Kâtip Çelebi’nin yolu"],
        "Naîmâ": ["İki"],
        "Peçevî": ["Kâtip Çelebi’nin yolu", "1. dipnot", "İki"],
        "Sabev": ["İki"],
        "Şuûrî Hasan": ["İki"],
    }


def test_epubcheck_finds_nothing_in_indexes_of_names_and_of_verses_and_in_honorifics(tmp_path):
    """One e-book for all three: a run of epubcheck takes as long as thirty pages."""
    (tmp_path / "a.png").write_bytes(samples.picture())
    named = everywhere(tmp_path, index={"names": NAMES, "verses": True})
    citing = (block for block in cited_everywhere(tmp_path).blocks if not isinstance(block, b.Heading))
    honoured = paragraph("Hz. Mûsâ ", samples.arabic("".join(map(chr, honorifics.SIGNS))))
    content, _ = make(replace(named, blocks=(*named.blocks, *citing, honoured)))
    path = tmp_path / "dizinli.epub"
    path.write_bytes(content)
    written = zipfile.ZipFile(path)
    index = "".join(written.read(name).decode() for name in written.namelist() if "dizin" in name)
    assert "Peçevî" in index
    assert "22/40" in index
    assert "EPUB/fonts/honorifics.ttf" in written.namelist()
    assert {entry for entry in epubcheck(path) if entry[0] != "USAGE" or entry[1] not in ALLOWED} == set()
