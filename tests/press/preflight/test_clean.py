"""Files that are right for the press have no error: our own of every kind, and those of careful customers."""

from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.colors import Color

from publish import build
from publish.build import cover, printing, sheets
from publish.model.finding import Severity
from tests.pdf.samples import CACHE, STYLES, write
from tests.press.preflight import customers, programs
from tests.press.preflight.customers import drawn, finished, postscript, separated
from tests.press.preflight.test_preflight import judged

FOREIGN = Path(__file__).parent / "foreign"
IN_RGB = Color(0, 0, 0)
"""The black of programs that know no ink."""


def errors(report):
    """Return what a printer would send the file back for."""
    return [each.finding.message("en") for each in report.seen if each.finding.severity is Severity.ERROR]


BY_OTHERS = {
    "reportlab, text": lambda: finished(drawn(customers.body, 16), boxes=False),
    "reportlab, text, X-1a": lambda: finished(drawn(customers.body), "PDF/X-1a:2003", boxes=False),
    "reportlab, a ground": lambda: finished(drawn(customers.ground), boxes=False),
    "reportlab, pictures": lambda: finished(drawn(customers.pictures), boxes=False),
    "reportlab, white on colour": lambda: finished(drawn(customers.title), boxes=False),
    "reportlab, gradients": lambda: finished(drawn(customers.gradient), boxes=False),
    "reportlab, forms": lambda: finished(drawn(customers.forms), boxes=False),
    "reportlab, a shade": lambda: finished(drawn(customers.shade), boxes=False),
    "reportlab, gold": lambda: finished(drawn(customers.gold), boxes=False),
    "reportlab, a barcode": lambda: finished(drawn(customers.barcode), boxes=False),
    "reportlab, paragraphs and a table": lambda: finished(customers.document()),
    "Ghostscript": lambda: finished(postscript(""), boxes=False),
    "Ghostscript, a pattern": lambda: finished(postscript(customers.GREY_TILE), boxes=False),
    "Ghostscript, a gradient": lambda: finished(postscript(customers.SMOOTH), boxes=False),
    "Ghostscript, from RGB": lambda: finished(separated(drawn(partial(customers.body, colour=IN_RGB))), "PDF/X-3:2003"),
    "WeasyPrint": lambda: customers.weasy(customers.ROWS, customers.BLEEDING),
    "pikepdf, of several programs": customers.merged,
    "pypdf, one page upon another": customers.stamped,
    "Pillow, scanned in colour": lambda: customers.scanned("CMYK", 1820),
    "Pillow, scanned in grey": lambda: customers.scanned("L", 1820),
    "Pillow, scanned in black and white": lambda: customers.scanned("1", 3640),
    "pdfTeX": programs.latex,
    "Chromium, by Ghostscript": programs.chromium,
    "LibreOffice, by Ghostscript": programs.libreoffice,
    "Typst": programs.typst,
    "Typst, stored": lambda: finished((FOREIGN / "typst-plain.pdf").read_bytes(), bleeds=False),
    "LibreOffice, stored, by Ghostscript": lambda: finished(
        separated((FOREIGN / "libreoffice-plain.pdf").read_bytes()), "PDF/X-3:2003", bleeds=False
    ),
}


@pytest.mark.parametrize("name", BY_OTHERS)
def test_a_file_of_a_careful_customer_has_no_error(name):
    content = BY_OTHERS[name]()
    if content is None:
        pytest.skip("the program is not at hand")
    assert errors(judged(content, binding=None)) == []


TEXT = """# Birinci bölüm

Bir kitap önce okunur, sonra dizilir[^1], en sonra basılır: رحمه الله.

[^1]: Dipnotun kendisi.

![Bir fotoğraf](images/foto.jpg)

::: ayet Hacc 40
“Allah kendisine yardım edenlere mutlaka yardım eder.”
:::

| Kâğıt | Gramaj |
|---|---|
| Bristol | 300 |

![Bir çizim](images/cizim.svg "Renkleri birbirine karışan bir çizim")

Soru: Ne zaman?

Cevap: Sonra.

![Saydam](images/saydam.png)
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="300" height="150"><defs>
<linearGradient id="g"><stop offset="0" stop-color="#c33"/><stop offset="1" stop-color="#39c"/></linearGradient></defs>
<rect x="5" y="5" width="190" height="90" fill="url(#g)" stroke="#000"/><circle cx="60" cy="50" r="30" opacity=".5"/>
</svg>"""
GLUED = 'binding = "perfect_bound"\n'
OWN = {
    "A5, one ink": ("a5", ""),
    "A5, four inks, coated, without marks": ("a5", 'ink = "cmyk"\npaper = "kuse-115"\nmarks = false\n'),
    "A6, four inks": ("a6", 'ink = "cmyk"\n'),
    "13,5 × 21, glued, four inks": ("135x210", GLUED + 'ink = "cmyk"\n'),
    "right-bound, four inks": ("ar", 'trim = "a5"\nink = "cmyk"\n'),
}
FOLDED = ("A5, one ink", "A6, four inks", "right-bound, four inks")
"""Those whose sheets are judged as well."""


def booklet(folder, kind, settings):
    """Write a booklet with every kind of picture; return its folder."""
    language = 'language = "ar"\n' if kind == "ar" else ""
    trim = "" if kind == "ar" else f'trim = "{kind}"\n'
    table = (
        f'title = "Deneme"\nauthors = ["Ali Er"]\ndescription = "Bir deneme."\n{language}[print]\npublished = false\n'
    )
    place = write(folder, TEXT if kind != "ar" else "# العنوان\n\nالنص هنا وهناك.\n", table + trim + settings)
    images = place / "images"
    images.mkdir(exist_ok=True)
    tones = Image.radial_gradient("L").resize((400, 250))
    photo = Image.merge("RGB", (tones, tones.rotate(180), tones.transpose(Image.Transpose.FLIP_TOP_BOTTOM)))
    photo.save(images / "foto.jpg")
    photo.putalpha(tones)
    photo.save(images / "saydam.png")
    (images / "cizim.svg").write_text(DRAWING, "utf-8")
    return place


@pytest.fixture(scope="module")
def laid(tmp_path_factory):
    """Return the folder of a booklet that was laid out once in a trim."""
    made = {}

    def lay_out(kind, settings):
        folder = made.get(kind) or tmp_path_factory.mktemp(kind)
        place = booklet(folder, kind, settings)
        job = build.Job(place, STYLES, CACHE)
        if kind not in made:
            (folder / "x.pdf").write_bytes(build.make_pdf(job, job.ledger()).content)
            made[kind] = folder
        return job, folder / "x.pdf"

    return lay_out


@pytest.mark.untraced
@pytest.mark.parametrize("name", OWN)
def test_a_print_pdf_of_ours_and_its_sheets_have_no_error(laid, name):
    job, pdf = laid(*OWN[name])
    made = pdf.with_name("x-print.pdf")
    outcome, world = printing.print_job(job, pdf)
    judgement, report = printing.preflight(job, outcome, made, world)
    assert errors(report) == []
    made.write_bytes(judgement.content)
    folded, _ = sheets.impose_booklet(job.folder, sheets.Files(made))
    assert (folded.content is None) == (GLUED in OWN[name][1])
    if folded.content and name in FOLDED:
        report = judged(folded.content, job="office", trim=None, binding=None)
        assert {each.finding.code for each in report.seen if each.finding.severity is not Severity.NOTE} == set()


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("kind", "settings"),
    [("a5", '[cover]\ndesign = "yildiz"\n'), ("135x210", f'{GLUED}[cover]\ndesign = "sade"\n')],
)
def test_a_cover_of_ours_has_no_error(tmp_path, kind, settings):
    place = booklet(tmp_path, kind, settings)
    job = build.Job(place, STYLES, CACHE)
    outcome = cover.make_cover(job, job.ledger(), 120)
    assert [each.message("en") for each in outcome.findings if each.severity is Severity.ERROR] == []
    assert outcome.content
