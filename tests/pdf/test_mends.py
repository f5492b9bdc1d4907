"""The mends of WeasyPrint 70.0: what is wrong without them, that they set it right, and that they are still needed."""

import cffi
import pydyf
import pytest
import weasyprint
from weasyprint.text.ffi import pango

from publish.pdf import mends
from publish.pdf.mends import (
    c_types,
    footnote_hole,
    page_art,
    page_references,
    page_styles,
    pango_context,
    stream_end,
    struts,
    trailing_space,
)
from tests.pdf.samples import laid, pages_of, reader

LINE = "Dua, insanın Rabbine seslenmesidir. Kelimenin aslı da bunu söyler: "
PAGE = "@page { size: 148mm 60mm; margin: 5mm } body { margin: 0 } p { margin: 0; font-size: 10.75pt }"


@pytest.fixture(autouse=True)
def mended_again():
    yield
    mends.install()


def first_lines(tmp_path):
    """Return the first line of paragraphs whose words fit the line more and more closely."""
    first = []
    for width in (98, 97.6, 97.2, 96.8, 96.4):
        body = f'<p style="width: {width}mm">{LINE}<span lang="ar" dir="rtl">الدعاء</span>, çağırmak.</p>'
        pdf, _ = pages_of(body, PAGE, tmp_path)
        first.append(reader(pdf).pages[0].extract_text().splitlines()[0].strip())
    return first


def test_a_line_that_lacks_room_for_its_last_space_keeps_its_words(tmp_path):
    assert all(len(line.split()) > 5 for line in first_lines(tmp_path))


def test_without_the_mend_a_line_keeps_only_its_first_word(tmp_path, monkeypatch):
    monkeypatch.setattr(mends, "install", lambda: None)
    trailing_space.uninstall()
    assert "Dua," in first_lines(tmp_path)


@pytest.mark.untraced
def test_sharing_a_context_changes_no_byte(tmp_path, monkeypatch):
    text = "# Bir *iki*\n\nSöz[^a] ve كلمة, **kalın** `kod`.\n\n::: ayet Fâtiha 1-7\n“Meal.”\n:::\n\n[^a]: Not.\n"
    mended, _ = laid(tmp_path, text)
    monkeypatch.setattr(mends, "install", lambda: None)
    pango_context.uninstall()
    assert laid(tmp_path, text)[0] == mended


def test_underlined_text_is_set_up_by_weasyprint_itself(tmp_path):
    pdf, findings = pages_of(
        '<p><u>altı çizili</u> <span lang="">dilsiz</span></p>', 'u { font-language-override: "TRK" }', tmp_path
    )
    assert "altı çizili dilsiz" in reader(pdf).pages[0].extract_text()
    assert findings == ()


@pytest.mark.parametrize("mended", [True, False])
def test_one_style_needs_one_context(tmp_path, monkeypatch, mended):
    made = []

    class Counting:
        def __getattr__(self, name):
            if name == "pango_font_map_create_context":
                made.append(name)
            return getattr(pango, name)

    if not mended:
        monkeypatch.setattr(mends, "install", lambda: None)
        pango_context.uninstall()
    module = pango_context if mended else weasyprint.text.line_break
    monkeypatch.setattr(module, "pango", Counting())
    pages_of("<p>" + "söz " * 400 + "</p>", "", tmp_path)
    assert (len(made) < 10) is mended


@pytest.mark.parametrize("mended", [True, False])
def test_references_to_pages_are_written_once_and_not_for_every_element(tmp_path, monkeypatch, mended):
    asked = []
    counting = property(lambda pdf: asked.append(pdf) or stock(pdf))
    stock = page_references._stock.fget
    if mended:
        monkeypatch.setattr(page_references, "_stock", counting)
    else:
        monkeypatch.setattr(mends, "install", lambda: None)
        monkeypatch.setattr(pydyf.PDF, "page_references", counting)
    pages_of("<p>Söz.</p>" * 200, "", tmp_path)
    assert asked
    assert (len(asked) == 1) is mended


@pytest.mark.parametrize("mended", [True, False])
def test_what_a_line_height_is_known_by_is_written_once_a_style(tmp_path, monkeypatch, mended):
    asked = []
    stock = struts._stock

    def counting(style, include_size=False):
        asked.append(style)
        return stock(style, include_size)

    if mended:
        monkeypatch.setattr(struts, "_stock", counting)
    else:
        monkeypatch.setattr(mends, "install", lambda: None)
        monkeypatch.setattr(weasyprint.text.line_break, "_font_style_cache_key", counting)
    pages_of("<p>" + "söz " * 4000 + "</p>", "", tmp_path)
    assert asked
    assert (len(asked) < 20) is mended


def test_another_version_is_left_as_it_is(monkeypatch):
    trailing_space.uninstall()
    pango_context.uninstall()
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    before = weasyprint.layout.inline.split_first_line, weasyprint.text.line_break.Layout.setup
    mends.install()
    assert (weasyprint.layout.inline.split_first_line, weasyprint.text.line_break.Layout.setup) == before


NOTES = """
@page { size: 90mm 100mm; margin: 8mm; @footnote { margin-top: 14pt; padding-top: 7pt; border-top: 1pt solid } }
p { margin: 0; font-size: 10pt; line-height: 14pt; text-align: justify }
.note { float: footnote; font-size: 9pt; line-height: 12pt }
"""


def lines_of_first_pages():
    """Return how many lines first pages hold, the mark of a note moving down line by line."""
    text = "Dua insanın Rabbine seslenmesidir kelimenin aslı da bunu söyler ve böyle sürer. "
    counts = []
    for sentences in range(6, 9):
        body = f'<p>{text * sentences}<span class="note">{text * 5}</span> {text * 8}</p><p>{text * 12}</p>'
        pdf, _ = pages_of(body, NOTES)
        counts.append(len(reader(pdf).pages[0].extract_text().splitlines()))
    return counts


@pytest.mark.untraced
def test_a_note_that_moves_on_leaves_no_hole():
    assert lines_of_first_pages() == [16, 16, 16]


def test_without_the_mend_it_leaves_one(monkeypatch):
    monkeypatch.setattr(mends.footnote_hole, "install", lambda: None)
    footnote_hole.uninstall()
    assert lines_of_first_pages() == [14, 14, 14]


def page_of_note():
    """Return on which page the note of the first stands; a paragraph below can be parted only at the note's cost."""
    text = "Dua insanın Rabbine seslenmesidir kelimenin aslı da bunu söyler ve böyle sürer. "
    body = f'<p>{text * 3}<span class="note">Dipnot. {text * 2}</span></p><p>{text * 3}</p><p>{text * 2}</p>'
    pdf, _ = pages_of(body, NOTES.replace("90mm 100mm", "90mm 199pt") + "p { orphans: 2; widows: 2 }")
    return next(number for number, page in enumerate(reader(pdf).pages, 1) if "Dipnot." in page.extract_text())


def test_a_note_stays_with_its_mark_though_lines_below_want_its_room():
    assert page_of_note() == 1


def test_without_the_mend_it_goes_overleaf(monkeypatch):
    monkeypatch.setattr(mends.footnote_hole, "install", lambda: None)
    footnote_hole.uninstall()
    assert page_of_note() == 2


def computed_styles(tmp_path, monkeypatch):
    """Return how many styles pages and their margins are given, and the PDF of eight pages that are much alike."""
    count, stock = 0, weasyprint.css.StyleFor.set_computed_styles

    def counted(style_for, element, *others, **named):
        nonlocal count
        count += not hasattr(element, "tag")
        stock(style_for, element, *others, **named)

    monkeypatch.setattr(weasyprint.css.StyleFor, "set_computed_styles", counted)
    pdf, _ = laid(tmp_path, "# Bir\n\n" + "Söz sözü açar. " * 2000)
    assert len(reader(pdf).pages) > 10
    return count, pdf


@pytest.mark.untraced
def test_pages_that_are_alike_share_their_styles(tmp_path, monkeypatch):
    shared, pdf = computed_styles(tmp_path, monkeypatch)
    monkeypatch.setattr(mends, "install", lambda: None)
    page_styles.uninstall()
    own, stock = computed_styles(tmp_path, monkeypatch)
    assert pdf == stock
    assert shared < own / 2


@pytest.mark.parametrize("mended", [True, False])
def test_a_type_of_c_is_read_without_the_names_of_all_others(monkeypatch, mended):
    (c_types.install if mended else c_types.uninstall)()
    c, read = cffi.FFI(), []
    c.cdef("typedef struct { int left; } box; typedef int unit; typedef unit *units;")
    parser = cffi.cparser._get_parser()
    parse = parser.parse
    monkeypatch.setattr(parser, "parse", lambda source: read.append(source) or parse(source))
    monkeypatch.setattr(cffi.cparser, "_get_parser", lambda: parser)
    assert c.typeof("box *").item.fields[0][0] == "left"
    assert c.typeof("units") is c.typeof("int *")
    assert ["typedef int unit;" in source for source in read[:2]] == [not mended, not mended]
    assert ["typedef int box;" in source for source in read[:2]] == [True, not mended]


HALVES = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='2' height='1'%3E%3Crect width='1' height='1' "
    "fill='red'/%3E%3Crect x='1' width='1' height='1' fill='blue'/%3E%3C/svg%3E"
)
ART = f'@page {{ size: 100mm 60mm; bleed: 3mm; margin: 0; background: url("{HALVES}") center / cover no-repeat }}'


def painted(tmp_path, css):
    """Return the corner and the middle of a page's bleed, as a viewer paints them that shows the whole sheet."""
    import pypdfium2

    pdf, _ = pages_of("<p>.", css, tmp_path)
    with pypdfium2.PdfDocument(pdf) as document:
        page = document[0]
        page.set_cropbox(*page.get_mediabox())
        image = page.render(scale=1).to_pil()
    return image.getpixel((1, 1)), image.getpixel((image.width - 2, image.height // 2))


WHITE = (255, 255, 255)


@pytest.mark.parametrize(
    "css",
    [ART, ART.replace("margin: 0;", "margin: 9mm;").replace("no-repeat", "no-repeat fixed")],
    ids=["bare", "fixed"],
)
def test_what_is_behind_a_whole_page_reaches_over_its_trim(tmp_path, css):
    left, right = painted(tmp_path, css)
    assert left[0] > 240 > 20 > left[2]
    assert right[2] > 240 > 20 > right[0]


def test_what_is_behind_a_part_of_a_page_stays_there(tmp_path):
    assert painted(tmp_path, ART.replace("margin: 0;", "margin: 9mm;")) == (WHITE, WHITE)


def test_without_the_mend_the_bleed_stays_white(tmp_path, monkeypatch):
    monkeypatch.setattr(mends, "install", lambda: None)
    page_art.uninstall()
    assert painted(tmp_path, ART)[0] == WHITE


@pytest.mark.parametrize(("last", "end"), [(b"\r", b"\r\r\nendstream"), (b"x", b"x\nendstream")])
def test_the_end_of_line_before_the_end_of_a_stream_is_none_of_its_bytes(last, end):
    stream_end.install()
    written = pydyf.Stream([b"q" + last]).data
    assert written.endswith(b"q" + end)
    assert b"/Length 2" in written


def test_without_the_mend_the_last_byte_of_a_stream_may_go_for_an_end_of_line():
    stream_end.uninstall()
    assert pydyf.Stream([b"q\r"]).data.endswith(b"q\r\nendstream")
