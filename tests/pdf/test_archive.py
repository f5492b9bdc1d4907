"""The reading PDF is kept for good: PDF/A-2a and PDF/UA-1 at once, as judges that are not ours find it."""

import re

import pytest
from PIL import Image

from publish.pdf import archive
from publish.pdf.mends import page_parts
from tests.pdf.archives import complaints
from tests.pdf.samples import laid, pages_of, reader

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="120" height="60"><defs>
<linearGradient id="g"><stop offset="0" stop-color="#800"/>
<stop offset="1" stop-color="#fff" stop-opacity="0"/></linearGradient>
<radialGradient id="r"><stop offset="0" stop-color="gold"/><stop offset="1" stop-color="navy"/></radialGradient></defs>
<rect width="80" height="60" fill="url(#g)" opacity="0.5"/><circle cx="90" cy="30" r="25" fill="url(#r)"/>
<text x="5" y="50" font-family="Metin" font-size="14" opacity="0.7">yazı</text>
<text x="60" y="50" font-family="Ayet" font-size="14">رَبَّنَا</text></svg>"""
RICH = """
# Bir

Söz: رَبِّ زِدْنِي عِلْمًا, [bir adres](https://example.org) ve bir not.[^1] Sonra s̱, ḫ, x̌ ve `kod`.

[^1]: Notta da الْحَمْدُ لِلَّهِ vardır.

## İki

| Söz | Anlamı |
|---|---|
| رَبَّنَا | Rabbimiz |
| ilim | bilmek |

- Bir
  1. Birin biri
  2. Birin ikisi
- İki

> Alıntı, [Hacc 40] ayetiyle.

## Üç

![Saydam resim](saydam.png)

![Matbaa fotoğrafı](dort.jpg)

![Gri fotoğraf](gri.jpg)

![Çizim](cizim.svg)

## Dört

::: ayet Hacc 40
“Allah kendisine yardım edenlere mutlaka yardım eder.”
:::
"""
SETTINGS = """title = "Her şey & <biraz>"
authors = ["Ayşe Çelik", "Ömer Şen"]
description = "Ayraçlı (bir) açıklama"
subjects = ["dua", "ilim"]
date = 2026-05-01
[index]
verses = true
names = ["Allah"]
"""


def pictures(folder):
    """Draw pictures of the kinds that authors have."""
    place = folder / "deneme"
    place.mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((60, 40)).convert("LA").convert("RGBA").save(place / "saydam.png")
    Image.merge("CMYK", [Image.linear_gradient("L").resize((60, 40))] * 4).save(place / "dort.jpg")
    Image.linear_gradient("L").resize((60, 40)).save(place / "gri.jpg")
    (place / "cizim.svg").write_text(DRAWING, "utf-8")


@pytest.fixture(scope="module")
def rich(tmp_path_factory):
    folder = tmp_path_factory.mktemp("rich")
    pictures(folder)
    made, findings = laid(folder, RICH, SETTINGS, "h2 { opacity: 0.8; color: oklch(40% 0.1 30) }")
    assert made, findings
    path = folder / "x.pdf"
    path.write_bytes(made)
    return path


def kept(pdf, folder):
    """Write a PDF where judges find it."""
    path = folder / "x.pdf"
    path.write_bytes(pdf)
    return path


def test_a_booklet_with_everything_is_for_archives_and_for_all_readers(rich):
    assert complaints(rich) == []


def test_an_arabic_booklet_is_too(tmp_path):
    text = (
        "# باب\n\nقال رَبِّ زِدْنِي عِلْمًا وبعض Türkçe söz.[^1]\n\n[^1]: حاشية\n\n| كلمة | معنى |\n|---|---|\n| علم | نور |\n"
    )
    made, _ = laid(tmp_path, text, 'title = "كتاب"\nlanguage = "ar"')
    assert complaints(kept(made, tmp_path)) == []


def test_the_source_is_kept_in_the_file_where_that_is_wanted(tmp_path):
    settings = 'title = "Kaynaklı"\ndate = 2026-05-01\n[pdf]\nattach_source = true'
    made, _ = laid(tmp_path, "# Şiir\n\nSöz.", settings)
    assert laid(tmp_path, "# Şiir\n\nSöz.", settings)[0] == made
    assert complaints(kept(made, tmp_path), "3a") == []
    assert b"<pdfaid:part>3<" in made
    read = reader(made)
    assert sorted(read.attachments) == ["booklet.toml", "text.md"]
    assert read.attachments["text.md"][0].decode() == "# Şiir\n\nSöz."
    files = [file.get_object() for file in read.trailer["/Root"]["/AF"]]
    assert {(file["/AFRelationship"], file["/Desc"]) for file in files} == {("/Source", "Kitapçığın kaynağı")}
    assert files[1]["/EF"]["/F"]["/Params"]["/ModDate"] == "D:20260501"
    assert files[1]["/EF"]["/F"]["/Subtype"] == "/text/markdown"


def test_nobody_is_given_the_source_unasked(rich):
    assert "/AF" not in reader(rich.read_bytes()).trailer["/Root"]


def test_one_packet_claims_both_standards_and_can_be_read_as_it_lies(rich):
    content = rich.read_bytes()
    packet = reader(content).trailer["/Root"]["/Metadata"]
    assert "/Filter" not in packet
    assert content.count(b"<?xpacket begin") == 1
    for claim in (
        b"<pdfaid:part>2<",
        b"<pdfaid:conformance>A<",
        b'pdfuaid:part="1"',
        b"Her \xc5\x9fey &amp; &lt;biraz&gt;",
    ):
        assert claim in content


def test_ink_has_a_meaning_where_there_is_ink(rich, tmp_path):
    def spaces(content):
        return reader(content).pages[0]["/Resources"]["/ColorSpace"]

    assert spaces(rich.read_bytes())["/DefaultCMYK"][1].get_object()["/N"] == 4
    bare, _ = pages_of("<p>Söz</p>")
    assert "/DefaultCMYK" not in spaces(bare)
    inked, findings = pages_of("<h1>Söz</h1>", "h1 { color: device-cmyk(0 0 0 1) }", tmp_path)
    assert not findings
    assert "/DefaultCMYK" in spaces(inked)


def test_a_running_head_is_no_part_of_the_text(tmp_path):
    boxes = (
        "@top-left { content: 'Baş' }",
        "@bottom-center { content: counter(page) }",
        "@left-middle { content: 'Yan' }",
    )
    css = f"@page {{ {' '.join(boxes)} }}"
    made, _ = pages_of("<p>Gövde</p>", css)
    content = reader(made).pages[0].get_contents().get_data()
    assert sorted(re.findall(rb"/Subtype /(\w+)", content)) == [b"Footer", b"Header"]
    assert content.count(b"/Type /Pagination") == 3
    assert content.count(b"/MCID") == 1
    page_parts.uninstall()
    try:
        from weasyprint import HTML

        stock = HTML(string=f"<html lang=tr><title>D</title><style>{css}</style><p>Gövde").write_pdf(
            pdf_variant="pdf/ua-1"
        )
    finally:
        page_parts.install()
    content = reader(stock).pages[0].get_contents().get_data()
    assert content.count(b"/MCID") == 4, "WeasyPrint knows margins now: this mend may go"


def test_weasyprint_leaves_codes_without_a_meaning(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_NO_TEXT", b"none such")
    pictures(tmp_path)
    made, _ = laid(tmp_path, "![Çizim](cizim.svg)")
    assert any("ToUnicode" in line for line in complaints(kept(made, tmp_path)))


def test_weasyprint_claims_one_standard_at_a_time(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "_claim", lambda metadata, part: None)
    made, _ = pages_of("<p>Söz</p>")
    assert any("pdfuaid" in line or "Identification" in line for line in complaints(kept(made, tmp_path)))
