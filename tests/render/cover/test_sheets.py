"""The cover: on every trim, in both designs, whatever the title; nothing leaves its place, nothing is lost."""

import re
from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pypdfium2
import pytest
from PIL import Image

from publish.model.length import Mm, Pt
from publish.model.spine import CLEAR, size_of_words
from publish.pdf.typeset import lay_out
from publish.render.cover import sheets as cover
from publish.render.cover.art import PALETTE, on_paper
from publish.render.cover.back import NOTICE_SIZE
from publish.render.cover.lettering import width
from publish.render.cover.ornament import pattern
from publish.render.cover.sheets import front_html, sheets_html
from publish.render.notices import EXEMPT
from tests.epub.samples import STYLES, booklet, picture, world
from tests.pdf.test_pages import letters

MM = 72 / 25.4
GLUED = {"binding": "perfect_bound"}
LONG = "Osmanlı Devletinin Kuruluşundan Cumhuriyetin İlanına Kadar Matbaacılık ve Kitap Üzerine Sorular ve Cevaplar"
TEXT = "Yazma kitaptan taş basmasına, oradan bugünün kitapçığına: Türkçe basılı kitabın hikâyesi. " * 4
ISBN = "978-975-08-0294-2"


@pytest.fixture(autouse=True)
def without_art(monkeypatch):
    """Leave out what is drawn behind the words, which takes most of the time; whole covers: tests of the verb."""
    monkeypatch.setattr(cover, "art", lambda *_: "")


def made(folder, **settings):
    settings = {"title": "Mürekkebin Yolu", "isbn": ISBN, "description": TEXT, **settings}
    settings["cover"] = {"design": "sade", **settings.get("cover", {})}  # the one that is sooner drawn
    (folder / "kitap").mkdir(exist_ok=True)
    return booklet(folder / "kitap", **settings)


def pages(folder, spine=0.0, **settings):
    """Lay a cover out; return the PDF and what was found."""
    html, _, findings = sheets_html(made(folder, **settings), Mm(spine), STYLES, world(folder))
    laid, more = lay_out(html, world(folder))
    return laid.pdf, [finding.code for finding in (*findings, *more)]


def placed(pdf):
    """Return letters with where they lie on the sheet: left, right, and how far below the head, mm from the trim."""
    document = pypdfium2.PdfDocument(pdf)
    sheets = [(page.get_trimbox(), page.get_height()) for page in document]
    document.close()
    for letter in letters(pdf):
        (left, _, _, top), high = sheets[letter.page - 1]
        yield letter, (letter.left - left) / MM, (letter.right - left) / MM, (top - high + letter.baseline) / MM


def words(pdf):
    return "".join(letter.text for letter in letters(pdf)).replace("\u00a0", "")


def boxes(pdf):
    document = pypdfium2.PdfDocument(pdf)
    found = [[round(value / MM, 2) for value in page.get_trimbox()] for page in document]
    document.close()
    return found


DESIGN = pytest.mark.parametrize("design", ["yildiz", "sade"])


@pytest.mark.parametrize(
    ("trim", "design"),
    [
        ("a5", "sade"),
        ("a6", "yildiz"),
        ("a6", "sade"),
        ("135x210", "yildiz"),
        ("140x210", "sade"),
        ("160x240", "yildiz"),
    ],
)
def test_long_words_stay_within_the_trim_of_every_size(tmp_path, trim, design):
    pdf, findings = pages(
        tmp_path,
        spine=14,
        title=LONG,
        subtitle="Bir deneme, bir de arayış",
        authors=("Ayşegül Karahasanoğlu", "İsmail Iğdırlıoğlu", "Şükrü Çağlayan"),
        series="Soru Cevap Dizisi",
        print={**GLUED, "trim": trim},
        cover={"design": design, "price": "120 TL"},
    )
    assert set(findings) <= {"B052"}
    [(_, _, wide, high)] = boxes(pdf)
    size = {"a5": (148, 210), "a6": (105, 148)}.get(trim) or tuple(map(int, trim.split("x")))
    assert (wide, high) == (pytest.approx(2 * size[0] + 14, abs=0.1), pytest.approx(size[1], abs=0.1))
    ends = {"back": size[0], "spine": size[0] + 14, "front": 2 * size[0] + 14}
    for _, left, right, below in placed(pdf):
        panel = next(name for name, end in ends.items() if left < end)
        margin, start = (CLEAR.value, size[0]) if panel == "spine" else (5, ends[panel] - size[0])
        assert start + margin < left
        assert right < ends[panel] - margin
        assert 5 < below < size[1] - 5
    shown = words(pdf)
    assert LONG.replace(" ", "") in shown
    assert all(word in shown for word in ("SoruCevapDizisi", "120TL", "Birdeneme"))


@pytest.mark.untraced
@DESIGN
@pytest.mark.parametrize("count", [0, 1, 2, 4])
def test_the_front_names_three_authors_or_the_first_of_more(tmp_path, design, count):
    authors = ("Ayşe Er", "Berk Ün", "Can İz", "Deniz Su")[:count]
    html, findings = front_html(made(tmp_path, authors=authors, cover={"design": design}), STYLES, world(tmp_path))
    laid, more = lay_out(html, world(tmp_path))
    assert (laid.pages, findings + more) == (1, ())
    shown = words(laid.pdf)
    assert all(name.replace(" ", "") in shown for name in authors[: 1 if count > 3 else 3])
    assert ("vediğerleri" in shown) is (count > 3)


def test_the_front_of_the_e_book_has_the_ratio_of_the_shops_and_no_bleed(tmp_path):
    html, _ = front_html(made(tmp_path), STYLES, world(tmp_path))
    [(_, _, wide, high)] = boxes(lay_out(html, world(tmp_path))[0].pdf)
    assert high / wide == pytest.approx(1.6)
    assert "TL" not in html.text
    assert "barcode" not in html.text


def test_a_glued_book_has_one_sheet_a_stapled_one_two_and_its_own_cover_four_pages(tmp_path):
    assert len(boxes(pages(tmp_path, spine=9, print=GLUED)[0])) == 1
    folded = boxes(pages(tmp_path)[0])
    assert [box[2] for box in folded] == [pytest.approx(296, abs=0.1)] * 2
    own, _ = pages(tmp_path, print={"cover": "self"})
    assert [box[2] for box in boxes(own)] == [pytest.approx(148, abs=0.1)] * 4
    numbers = {letter.page for letter in letters(own)}
    assert numbers == {1, 4}
    assert "Mürekkebin" in "".join(letter.text for letter in letters(own) if letter.page == 1)


def test_front_and_back_change_sides_in_an_arabic_book(tmp_path):
    html, _, _ = sheets_html(made(tmp_path, language="ar", title="القلم", print=GLUED), Mm(10), STYLES, world(tmp_path))
    assert 'class="front" style="left: 0mm"' in html.text.replace("0.0mm", "0mm")
    assert 'class="back" style="left: 158.0mm"' in html.text
    html, _, _ = sheets_html(made(tmp_path, print=GLUED), Mm(10), STYLES, world(tmp_path))
    assert 'class="front" style="left: 158.0mm"' in html.text


@pytest.mark.untraced
@pytest.mark.parametrize(("language", "title"), [("tr", "Kalem Yazar"), ("ar", "القلم وما يسطرون")])
def test_words_on_the_spine_begin_at_its_head(tmp_path, language, title):
    pdf, _ = pages(tmp_path, spine=15, title=title, language=language, print=GLUED)
    on_spine = [below for _, left, _, below in placed(pdf) if 148 < left < 163]
    assert len(on_spine) > 5
    assert 10 < min(on_spine) < 20


@pytest.mark.parametrize(("spine", "has_words"), [(4.0, False), (6.3, False), (6.5, True), (30.0, True)])
def test_only_a_spine_that_is_wide_enough_has_words(tmp_path, spine, has_words):
    html, _, findings = sheets_html(made(tmp_path, print=GLUED), Mm(spine), STYLES, world(tmp_path))
    assert ('class="run"' in html.text) is has_words
    assert ("B054" in [finding.code for finding in findings]) is not has_words


def test_letters_on_the_spine_keep_clear_of_both_folds():
    for spine in (6.5, 8.0, 12.0, 40.0):
        size = size_of_words(Mm(spine), Pt(14))
        assert size.to_mm().value * 1.2 + 2 * CLEAR.value <= spine + 1e-9
        assert 7 <= size.value <= 14


@pytest.mark.parametrize(
    ("notice", "said", "on_front"),
    [
        ("exempt", EXEMPT, False),
        ("free", "Ücretsizdir, para ile satılamaz.", False),
        ("textbook", "Parayla satılamaz.", False),
        ("promotion", "Tanıtım nüshasıdır, para ile satılamaz.", True),
        ("export", "Yalnız yurt dışında dağıtılmak üzere basılmıştır.", False),
    ],
)
def test_a_notice_stands_in_fourteen_points_and_no_bandrol_beside_one_of_exemption(tmp_path, notice, said, on_front):
    html, _, _ = sheets_html(made(tmp_path, cover={"notice": notice}), Mm(0), STYLES, world(tmp_path))
    assert html.text.count(said) == 1 + on_front
    assert html.text.count(EXEMPT) == (notice != "free")
    assert html.text.count('class="bandrol"') == (notice == "free"), "what is given away bears one"
    laid, _ = lay_out(html, world(tmp_path))
    first = said.replace(" ", "")[:12]
    shown = list(letters(laid.pdf))
    at = "".join(letter.text for letter in shown).index(first)
    assert all(letter.size >= NOTICE_SIZE.value - 0.01 for letter in shown[at : at + 12])


@pytest.mark.untraced
def test_the_spot_of_the_bandrol_is_clear(tmp_path):
    pdf, _ = pages(tmp_path, description=TEXT * 6, cover={"design": "yildiz"})
    bottom = 210 - 0.075 * 210 - 4.7
    inside = [
        letter.text for letter, left, _, below in placed(pdf) if 19.6 < left < 55.4 and bottom - 18 < below < bottom
    ]
    assert inside == []
    html, _, _ = sheets_html(made(tmp_path, cover={"bandrol": False}), Mm(0), STYLES, world(tmp_path))
    assert 'class="bandrol"' not in html.text


def test_what_has_no_room_is_said_and_cut_at_a_sentence(tmp_path):
    html, _, findings = sheets_html(made(tmp_path, cover={"text": TEXT * 10}), Mm(0), STYLES, world(tmp_path))
    assert [finding.code for finding in findings] == ["B052"]
    text = re.search(r'class="text".*?</div>', html.text, re.DOTALL)[0]
    assert text.rstrip("</div>\n").rstrip("</p>").endswith("hikâyesi.")


@pytest.mark.parametrize(
    "words", [{"title": "a" * 280}, {"authors": ("b" * 280,)}, {"subtitle": "c" * 290}, {"series": "d" * 290}]
)
def test_words_without_end_are_said_to_have_no_room_and_still_stay_on_the_front(tmp_path, words):
    pdf, findings = pages(tmp_path, **words)
    assert findings == ["B050"]
    assert max(right for letter, _, right, _ in placed(pdf) if letter.page == 1) < 296


FULL = {"text": TEXT * 10, "price": "120 TL"}


@DESIGN
@pytest.mark.parametrize(
    ("trim", "more"),
    [
        ("a5", {}),
        ("a6", {}),
        ("a6", {"notice": "promotion"}),
        ("a6", {"notice": "export", "barcode": 120}),
        ("160x240", {"notice": "free"}),
    ],
)
def test_nothing_on_the_back_lies_on_anything_else(tmp_path, design, trim, more):
    pdf, _ = pages(tmp_path, print={"trim": trim}, cover={"design": design, **FULL, **more})
    wide = {"a5": 148, "a6": 105}.get(trim, 160)
    lines = {}
    for letter, left, right, below in placed(pdf):
        if letter.page == 1 and right < wide and letter.text.strip():
            lines.setdefault(round(below, 1), []).append((letter.size, left, right))
    rows = sorted(lines)
    for above, row in pairwise(rows):
        size = max(size for size, _, _ in lines[row]) / MM
        side_by_side = max(right for *_, right in lines[above]) < min(left for _, left, _ in lines[row])
        apart = side_by_side or max(right for *_, right in lines[row]) < min(left for _, left, _ in lines[above])
        assert apart or row - above > 0.6 * size


@pytest.mark.parametrize(
    ("more", "keys"),
    [
        ({"price": "1.250,00 TL, kargo ve paketleme ücreti ayrıca alınır, lütfen satıcınıza sorunuz"}, ["cover.price"]),
        ({"barcode": 200, "bandrol": False}, ["cover.barcode"]),
        ({"barcode": 200, "notice": "promotion", "design": "yildiz"}, []),
        ({"price": "120 TL"}, []),
    ],
)
def test_what_would_lie_on_something_else_stops_the_cover(tmp_path, more, keys):
    wanted = {"design": "sade", "text": "Kısa.", **more}
    _, _, findings = sheets_html(made(tmp_path, print={"trim": "a6"}, cover=wanted), Mm(0), STYLES, world(tmp_path))
    assert [dict(finding.values)["key"] for finding in findings if finding.code == "B055"] == keys


@DESIGN
def test_a_small_title_is_black_and_a_large_one_coloured(tmp_path, design):
    for title, is_small in ((LONG, True), ("Kalem", False)):
        html, _, _ = sheets_html(
            made(tmp_path, title=title, print={"trim": "a6"}, cover={"design": design}), Mm(0), STYLES, world(tmp_path)
        )
        assert ('class="title small"' in html.text) is is_small


@pytest.mark.parametrize(("price", "direction"), [("120 TL", "ltr"), ("١٢٠ ليرة", "rtl")])
def test_a_price_is_read_in_its_own_direction_in_an_arabic_book(tmp_path, price, direction):
    made_ = made(tmp_path, language="ar", title="القلم", cover={"price": price})
    assert f'class="price" dir="{direction}"' in sheets_html(made_, Mm(0), STYLES, world(tmp_path))[0].text


def test_a_long_name_of_the_publisher_keeps_off_the_bandrol(tmp_path):
    made_ = made(tmp_path, isbn=None, print={"trim": "a6"})
    house = made_.house.model_copy(update={"name": "Yenişehir Müftülüğü Gençlik Merkezleri Yayınları"})
    html, _, _ = sheets_html(replace(made_, house=house), Mm(0), STYLES, world(tmp_path))
    laid, _ = lay_out(html, world(tmp_path))
    low = [(left, right) for _, left, right, below in placed(laid.pdf) if right < 105 and below > 148 * 0.93 - 18]
    assert low
    assert min(left for left, _ in low) > 0.09 * 105 + 36


def test_a_cover_without_isbn_says_so_and_names_the_publisher_there(tmp_path):
    html, _, findings = sheets_html(made(tmp_path, isbn=None), Mm(0), STYLES, world(tmp_path))
    assert [finding.code for finding in findings] == ["B053"]
    assert 'class="imprint"' in html.text
    assert '<p class="number"' not in html.text


def test_white_of_a_logo_takes_the_colour_of_what_it_is_printed_on():
    with Image.open(BytesIO(on_paper(picture(), "#f6f0e1"))) as image:
        assert image.getpixel((0, 0)) == (90 * 246 // 255, 60 * 240 // 255, 30 * 225 // 255)
    clear = BytesIO()
    Image.new("RGBA", (3, 3), (255, 255, 255, 0)).save(clear, "PNG")
    with Image.open(BytesIO(on_paper(clear.getvalue(), "#f6f0e1"))) as image:
        assert image.getpixel((0, 0))[3] == 0


@pytest.mark.parametrize("kind", ["PNG", "SVG"])
def test_the_logo_of_the_house_stands_in_place_of_its_name(tmp_path, kind):
    drawn = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>'
    (tmp_path / "logo").write_bytes(picture() if kind == "PNG" else drawn)
    made_ = made(tmp_path)
    made_ = replace(made_, house=made_.house.model_copy(update={"logo": "logo"}))
    seen = world(tmp_path)
    html, _, findings = sheets_html(made_, Mm(0), STYLES, seen)
    assert findings == ()
    assert '<img src="data:image/' in html.text
    assert b"logo" in seen.depfile(tmp_path / "x.pdf")
    laid, more = lay_out(html, seen)
    assert (laid.pages, more) == (2, ())


@pytest.mark.parametrize("path", ["yok.svg", "../../../etc/passwd", "kitap", "x.svg", "x.png"])
def test_a_logo_that_is_no_picture_is_named(tmp_path, path):
    (tmp_path / "x.svg").write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><path')
    (tmp_path / "x.png").write_bytes(picture()[:40])
    made_ = made(tmp_path)
    made_ = replace(made_, house=made_.house.model_copy(update={"logo": path}))
    html, _, findings = sheets_html(made_, Mm(0), STYLES, world(tmp_path))
    assert [finding.code for finding in findings] == ["B051"]
    assert "<img" not in html.text


def test_one_title_always_has_the_same_colours_and_titles_share_them_out(tmp_path):
    texts = [front_html(made(tmp_path, title=f"Kitap {at % 40}"), STYLES, world(tmp_path))[0].text for at in range(80)]
    assert texts[:40] == texts[40:]
    assert all(any(colours.ground in text for text in texts) for colours in PALETTE)


def test_two_stars_side_by_side_touch():
    path = pattern(range(2), range(1)).stars
    assert path.startswith("M1.0000 0.0000L")
    assert "L1.0000 0.0000L" in path or "1.0000 -0.0000L" in path


def test_design_text_and_size_of_the_barcode_are_those_asked_for(tmp_path):
    def text(**cover):
        return sheets_html(made(tmp_path, cover=cover), Mm(0), STYLES, world(tmp_path))[0]

    assert [text(design=design).sheets[-1].path.stem for design in ("yildiz", "sade")] == ["yildiz", "sade"]
    assert "width: 37.29mm" in text().text
    assert "width: 59.664mm" in text(barcode=160).text
    assert "Türkçe basılı" in text().text
    own = text(text="Kendi yazısı.").text
    assert "Kendi yazısı." in own
    assert "Türkçe basılı" not in own


@pytest.mark.parametrize(("language", "is_wider"), [("ar", False), ("tr", True)])
def test_no_latin_letters_are_small_capitals_on_an_arabic_cover(tmp_path, language, is_wider):
    """Which language they are of is not known, and Turkish ones would lose the dots of their i."""
    pdf, _ = pages(tmp_path, language=language, title="القلم", isbn=None, description="", cover={"design": "sade"})
    name = [(left, right) for letter, left, right, below in placed(pdf) if letter.page == 1 and below > 190]
    front = sorted(each for each in name if (each[0] < 148) is (language == "ar"))
    wide = (front[-1][1] - front[0][0]) * MM / 11
    assert (wide > 1.15 * width("Örnek Yayınları")) is is_wider
