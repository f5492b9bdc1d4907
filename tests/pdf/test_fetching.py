"""What a page may load: nothing outside the booklet and the styles, whatever the address says."""

import base64
import shutil

import pytest

from tests.epub.samples import picture
from tests.pdf.samples import codes, pages_of

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40">{}</svg>'


@pytest.fixture
def folder(tmp_path):
    """A booklet's folder with a picture; a secret lies beside it."""
    place = tmp_path / "Dört ğ kitap"
    place.mkdir()
    (place / "baskı 100%.png").write_bytes(picture())
    (tmp_path / "secret.png").write_bytes(picture())
    return place


def image(address):
    return f'<img src="{address}" alt="resim">'


def test_a_picture_of_the_booklet_is_shown(folder):
    pdf, findings = pages_of(image("bask%C4%B1%20100%25.png"), "", folder)
    assert findings == ()
    assert b"/Image" in pdf


@pytest.mark.untraced
@pytest.mark.parametrize(
    "address",
    [
        "../secret.png",
        "/etc/passwd",
        "file:///etc/passwd",
        "http://ornek.example/a.png",
        "https://ornek.example/a.png",
        "//ornek.example/a.png",
        "ftp://ornek.example/a.png",
        "x/../../secret.png",
    ],
)
def test_nothing_outside_the_booklet_is_opened(folder, address):
    pdf, findings = pages_of(image(address), "", folder)
    assert codes(findings) == ["P002"]
    assert b"/Image" not in pdf


def test_a_link_out_of_the_booklet_is_not_followed(folder):
    (folder / "link.png").symlink_to(folder.parent / "secret.png")
    pdf, findings = pages_of(image("link.png"), "", folder)
    assert codes(findings) == ["P002"]
    assert b"/Image" not in pdf


@pytest.mark.parametrize("address", ["yok.png", "%00.png", "a" * 300 + ".png"])
def test_a_missing_picture_is_an_error(folder, address):
    _, findings = pages_of(image(address), "", folder)
    assert codes(findings) == ["P003"]
    assert len(findings[0].message("tr")) < 300


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_a_broken_picture_is_an_error(folder, content):
    (folder / "bozuk.png").write_bytes(content)
    _, findings = pages_of(image("bozuk.png"), "", folder)
    assert codes(findings) == ["P004"]
    assert "bozuk.png" in findings[0].message("tr")


def test_a_picture_without_words_is_noted(folder):
    _, findings = pages_of('<img src="bask%C4%B1%20100%25.png">', "", folder)
    assert codes(findings) == ["P009"]
    assert "baskı 100%.png" in findings[0].message("tr")


def test_a_drawing_may_not_reach_out(folder):
    (folder / "a.svg").write_text(SVG.format('<image href="file:///etc/passwd" width="9" height="9"/>'))
    _, findings = pages_of(image("a.svg"), "", folder)
    assert codes(findings) == ["P002"]


def test_a_drawing_may_not_ask_for_a_font_of_the_system(folder):
    (folder / "a.svg").write_text(SVG.format('\n<text y="9" font-family="Arial, Metin">a</text>'))
    _, findings = pages_of(image("a.svg"), "", folder)
    assert codes(findings) == ["P001"]
    assert (findings[0].span.path, findings[0].span.line) == (str(folder / "a.svg"), 2)


def test_what_is_embedded_in_a_style_sheet_needs_no_file(folder):
    data = base64.b64encode(picture()).decode()
    pdf, findings = pages_of("<p>a</p>", f"p {{ background: url(data:image/png;base64,{data}) }}", folder)
    assert findings == ()
    assert b"/Image" in pdf


def test_a_refused_address_is_reported_where_the_style_sheet_names_it(folder):
    _, findings = pages_of("<p>a</p>", "\n\np { background: url(../secret.png) }", folder)
    (finding,) = findings
    assert finding.code == "P002"
    assert (finding.span.path, finding.span.line) == (str(folder / "style.css"), 3)


def test_a_style_sheet_from_elsewhere_is_refused(folder):
    _, findings = pages_of("<p>a</p>", "", folder)
    assert findings == ()
    _, findings = pages_of('<link rel="stylesheet" href="https://ornek.example/a.css">', "", folder)
    assert codes(findings) == ["P002"]


@pytest.mark.parametrize("embedded", [False, True], ids=["file", "embedded"])
def test_a_booklet_cannot_bring_a_font_of_its_own(folder, embedded):
    from publish.pdf import faces
    from tests.pdf.samples import world

    font = faces.content("Amiri-Regular", world())
    (folder / "a.ttf").write_bytes(font)
    address = f"data:font/ttf;base64,{base64.b64encode(font).decode()}" if embedded else "a.ttf"
    _, findings = pages_of("<p>a</p>", f'@font-face {{ font-family: "Metin"; src: url({address}) }}', folder)
    assert "P008" in codes(findings)


def test_an_attachment_cannot_smuggle_a_file_into_the_pdf(folder):
    pdf, findings = pages_of('<a rel="attachment" href="file:///etc/passwd">a</a>', "", folder)
    assert "P002" in codes(findings)
    assert b"EmbeddedFile" not in pdf


def test_a_folder_is_no_picture(folder):
    (folder / "resimler.png").mkdir()
    _, findings = pages_of(image("resimler.png"), "", folder)
    assert codes(findings) == ["P003"]
    shutil.rmtree(folder / "resimler.png")


def test_a_booklet_with_a_picture_gives_the_same_bytes_wherever_it_lies(folder, tmp_path):
    moved = tmp_path / "elsewhere"
    shutil.copytree(folder, moved)
    assert len({pages_of(image("bask%C4%B1%20100%25.png"), "", place)[0] for place in (folder, moved)}) == 1
