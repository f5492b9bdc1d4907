"""Files that are right for offset, as careful customers of a printer send them: a function a file, by many programs.

All are A5 with 3 mm of bleed, unless they say so. What a program cannot say of its file (the trim, the printing
condition) is written into it afterwards with pikepdf, as people do with tools for that.
"""

import io
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import weasyprint
from pikepdf import Array, Dictionary, Name, String
from PIL import Image
from reportlab.graphics.barcode import createBarcodeDrawing
from reportlab.lib.colors import CMYKColor, CMYKColorSep
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate, Paragraph, Table

from tests.press.preflight import seeds

PROFILES = Path(__file__).parents[3] / "publish" / "model" / "profiles"
PROFILE = PROFILES / "FOGRA39L_coated_tac300.icc"
WIDTH, HEIGHT, BLEED = 148 * mm, 210 * mm, 3 * mm
SHEET = (WIDTH + 2 * BLEED, HEIGHT + 2 * BLEED)
TRIM = (BLEED, BLEED, BLEED + WIDTH, BLEED + HEIGHT)
BLACK, WHITE = CMYKColor(0, 0, 0, 1), CMYKColor(0, 0, 0, 0)
SAND, DEEP = CMYKColor(0.02, 0.1, 0.25, 0.05), CMYKColor(0.9, 0.6, 0.1, 0.4)
WORDS = "Bir kitap önce okunur, sonra dizilir, en sonra basılır; her iş kendi sırasını bekler. "
XMP = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" pdfxid:GTS_PDFXVersion="{level}"/>'
    "</rdf:RDF></x:xmpmeta>"
)


def finished(content, level="PDF/X-4", condition="FOGRA39", *, boxes=True, bleeds=True, **save):
    """Return a file with its trim, its bleed, its level and its printing condition written into it."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        pdf.Root.OutputIntents = Array([
            Dictionary(
                Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String(condition),
                RegistryName=String("http://www.color.org"), Info=String(condition),
                DestOutputProfile=pdf.make_stream(PROFILE.read_bytes(), N=4),
            )
        ])  # fmt: skip
        if level == "PDF/X-4":
            pdf.Root.Metadata = pdf.make_stream(XMP.format(level=level).encode(), Type=Name.Metadata, Subtype=Name.XML)
            pdf.docinfo["/Trapped"] = Name("/False")
        else:
            pdf.docinfo["/GTS_PDFXVersion"], pdf.docinfo["/Trapped"] = level, Name("/False")
        for page in pdf.pages if boxes else ():
            left, bottom, right, top = (float(value) for value in page.mediabox)
            if not bleeds:  # pages that end at the trim, and have nothing there
                left, bottom, right, top = left - BLEED, bottom - BLEED, right + BLEED, top + BLEED
                page.obj.MediaBox = Array([left, bottom, right, top])
            page.obj.TrimBox = Array([left + BLEED, bottom + BLEED, right - BLEED, top - BLEED])
            page.obj.BleedBox = Array([left, bottom, right, top])
        file = io.BytesIO()
        save = {"force_version": "1.6" if level == "PDF/X-4" else "1.4"} | save
        pdf.save(file, **save)
    return file.getvalue()


# what is printed


@cache
def photograph(mode="CMYK", pixels=300, kind="JPEG"):
    """Return a picture with every tone, no spot of it with more ink than 300 %."""
    tones = Image.radial_gradient("L").resize((pixels, pixels))
    if mode == "CMYK":
        light = tones.point([value * 2 // 3 for value in range(256)])
        picture = Image.merge("CMYK", (light, light.rotate(90), light.rotate(180), light.rotate(270)))
    elif mode == "1":
        picture = tones.convert("1")
    else:
        picture = tones.convert(mode)
    file = io.BytesIO()
    picture.save(file, kind, quality=85)
    return file.getvalue()


@cache
def registered():
    """Return the name of a font that reportlab may put into a file."""
    pdfmetrics.registerFont(TTFont("Sade", str(seeds.font_file())))
    return "Sade"


# reportlab


def drawn(draw, pages=2, **options):
    """Return pages that reportlab drew; `draw` is given the canvas, whose origin is the trim's corner, and a number."""
    file = io.BytesIO()
    options = {"trimBox": TRIM, "bleedBox": (0, 0, *SHEET), "pageCompression": 1} | options
    page = canvas.Canvas(file, pagesize=SHEET, initialFontName=registered(), invariant=1, **options)
    for number in range(1, pages + 1):
        page.translate(BLEED, BLEED)
        draw(page, number)
        page.showPage()
    page.save()
    return file.getvalue()


def body(page, number, colour=BLACK):
    """Write a page of text with a running head and a folio."""
    page.setFillColor(colour)
    page.setFont("Sade", 7.5)
    page.drawString(20 * mm, 198 * mm, "Basılacak Kitap")
    page.drawRightString(128 * mm, 198 * mm, str(number))
    page.setStrokeColor(colour)
    page.setLineWidth(0.3)
    page.line(20 * mm, 196 * mm, 128 * mm, 196 * mm)
    text = page.beginText(20 * mm, 186 * mm)
    text.setFont("Sade", 9, 13)
    for _ in range(30):
        text.textLine(WORDS[:56])
    page.drawText(text)


def ground(page, number):
    """Paint a ground that bleeds, and words on it that overprint."""
    page.setFillColor(SAND)
    page.rect(-BLEED, -BLEED, *SHEET, stroke=0, fill=1)
    page.setFillOverprint(True)
    page.setOverprintMask(1)
    body(page, number)


def pictures(page, number):
    """Place pictures: in colour over the bleed, and in grey."""
    page.drawImage(ImageReader(io.BytesIO(photograph(pixels=620))), -BLEED, 163 * mm, 50 * mm, 50 * mm)
    page.drawImage(ImageReader(io.BytesIO(photograph("L"))), 60 * mm, 100 * mm, 25 * mm, 25 * mm)
    page.setFillColor(BLACK)
    page.drawString(60 * mm, 95 * mm, "Resimlerin altındaki yazı")


def title(page, number):
    """Write in white on a dark ground that bleeds on three sides."""
    page.setFillColor(DEEP)
    page.rect(-BLEED, 120 * mm, SHEET[0], 90 * mm + BLEED, stroke=0, fill=1)
    page.setFillColor(WHITE)
    page.setFont("Sade", 24)
    page.drawString(20 * mm, 160 * mm, "Mürekkep")
    page.setFont("Sade", 9)
    page.drawString(20 * mm, 150 * mm, "ve kâğıt üzerine")


def gradient(page, number):
    """Let colours run into each other, and black into white."""
    page.linearGradient(-BLEED, 0, WIDTH + BLEED, 0, (SAND, DEEP), extend=True)
    path = page.beginPath()
    path.circle(74 * mm, 105 * mm, 30 * mm)
    page.clipPath(path, stroke=0)
    page.radialGradient(74 * mm, 105 * mm, 30 * mm, (BLACK, WHITE), extend=False)


def forms(page, number):
    """Draw the same ornament turned and enlarged, with a line along the spine."""
    if number == 1:
        page.beginForm("sus")
        page.setFillColor(DEEP)
        page.circle(5 * mm, 5 * mm, 4 * mm, stroke=0, fill=1)
        page.setStrokeColor(BLACK)
        page.setLineWidth(0.5)
        page.setDash(3, 2)
        page.line(0, 0, 10 * mm, 10 * mm)
        page.endForm()
    page.setFont("Sade", 10)
    page.setFillColor(BLACK)
    for turn in range(8):
        page.saveState()
        page.translate(74 * mm, 105 * mm)
        page.rotate(45 * turn)
        page.scale(1.5, 1.5)
        page.doForm("sus")
        page.restoreState()
    page.rotate(90)
    page.drawString(40 * mm, -12 * mm, "Sırt boyunca bir satır")


def shade(page, number):
    """Lay a shade over a ground: transparency, as PDF/X-4 allows it."""
    body(page, number)
    page.setFillColor(CMYKColor(0.2, 0.8, 0.6, 0, alpha=0.4))
    page.rect(40 * mm, 60 * mm, 60 * mm, 40 * mm, stroke=0, fill=1)


def gold(page, number):
    """Paint with a plate of its own that was ordered."""
    body(page, number)
    page.setFillColor(CMYKColorSep(0.2, 0.35, 0.8, 0.1, spotName="PANTONE 871 C"))
    page.rect(20 * mm, 14 * mm, 108 * mm, 3 * mm, stroke=0, fill=1)


def barcode(page, number):
    """Set a barcode in black on white that lies on a ground."""
    ground(page, number)
    page.setFillOverprint(False)
    page.setFillColor(WHITE)
    page.rect(88 * mm, 12 * mm, 50 * mm, 32 * mm, stroke=0, fill=1)
    bars = createBarcodeDrawing(
        "EAN13",
        value="9786050000009",
        barFillColor=BLACK,
        textColor=BLACK,
        barStrokeColor=BLACK,
        barStrokeWidth=0.25,
        fontName="Sade",
    )
    bars.drawOn(page, 94 * mm, 16 * mm)


def document(_=None):
    """Return what reportlab's own typesetter made: paragraphs and a table with rules and tints."""
    file = io.BytesIO()
    made = BaseDocTemplate(file, pagesize=SHEET, invariant=1)
    frame = Frame(BLEED + 18 * mm, BLEED + 20 * mm, 112 * mm, 170 * mm)
    made.addPageTemplates([PageTemplate(frames=[frame])])
    style = ParagraphStyle("p", fontName=registered(), fontSize=9.5, leading=13, textColor=BLACK, alignment=4)
    rows = [("Kâğıt", "Gramaj"), ("1. hamur", "80"), ("Bristol", "300")]
    rules = [
        ("FONT", (0, 0), (-1, -1), "Sade", 9), ("TEXTCOLOR", (0, 0), (-1, -1), BLACK),
        ("GRID", (0, 0), (-1, -1), 0.3, BLACK), ("BACKGROUND", (0, 0), (-1, 0), CMYKColor(0, 0, 0, 0.15)),
    ]  # fmt: skip
    made.build([*(Paragraph(WORDS * 9, style) for _ in range(12)), Table(rows, style=rules)])
    return file.getvalue()


# Ghostscript

POSTSCRIPT = (
    "<< /PageSize [{0} {1}] >> setpagedevice 1 1 2 {{ pop "
    "[/TrimBox [8.504 8.504 428.031 603.780] /BleedBox [0 0 {0} {1}] /PAGE pdfmark "
    "8.504 dup translate 2.83465 dup scale 0 0 0 1 setcmykcolor 20 180 40 4 rectfill {2} showpage }} for"
)
GREY_TILE = (
    "<< /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 2 2] /XStep 2 /YStep 2 /PaintProc { pop "
    "0 0 0 .5 setcmykcolor 0 0 1 1 rectfill } >> matrix makepattern setpattern 20 40 100 60 rectfill "
)
SMOOTH = (
    "<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [-3 0 151 0] /Extend [true true] /Function "
    "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [.6 .2 0 .3] /N 1 >> >> shfill "
)


def ghostscript(given, *options):
    """Return what Ghostscript wrote of PostScript or of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "gs.pdf"
        command = ["gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", f"-o{output}", *options, "-"]
        subprocess.run(command, input=given, check=True, capture_output=True)
        return output.read_bytes()


def postscript(painted):
    """Return two pages of PostScript that Ghostscript wrote as a PDF."""
    return ghostscript(POSTSCRIPT.format(*SHEET, painted).encode(), "-dCompatibilityLevel=1.4")


def separated(content, *options):
    """Return a file in RGB as Ghostscript converts it for the press: text and drawings in black alone, PDF/X-3."""
    return ghostscript(
        content, "-sColorConversionStrategy=CMYK", "-sProcessColorModel=DeviceCMYK", f"-sOutputICCProfile={PROFILE}",
        "-dBlackText=true", "-dBlackVector=true", "-dPreserveAnnots=false", "-dCompatibilityLevel=1.4", *options,
    )  # fmt: skip


# WeasyPrint as it is, told to write PDF/X-4


def weasy(body, style="", black="device-cmyk(0 0 0 1)"):
    """Return pages that WeasyPrint laid out in CMYK; nothing of ours is in them."""
    css = (
        f"@font-face {{ font-family: Sade; src: url('{seeds.font_file().as_uri()}') }}"
        f"@color-profile device-cmyk {{ src: url('{PROFILE.as_uri()}'); components: c, m, y, k }}"
        "@page { size: 148mm 210mm; margin: 20mm 16mm; bleed: 3mm; @bottom-center { content: counter(page);"
        f" font: 8pt Sade; color: {black} }} }} html {{ font: 9.5pt/13pt Sade; color: {black} }} {style}"
    )
    made = weasyprint.HTML(string=f"<style>{css}</style>{body}").write_pdf(pdf_variant="pdf/x-4")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        pdf.Root.OutputIntents[0].OutputConditionIdentifier = String("FOGRA39")
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


PARAGRAPHS = "".join(f"<p>{WORDS * 6}</p>" for _ in range(5))
BLEEDING = (
    "@page :first { background: device-cmyk(.02 .1 .25 .05) } table, td { border: .4pt solid device-cmyk(0 0 0 1) }"
)
ROWS = f"<table><tr><td>Kâğıt<td>Gramaj<tr><td>Bristol<td>300</table>{PARAGRAPHS}"


# what people put together with tools: pikepdf, pypdf, Pillow


def merged():
    """Return pages of several programs in one file, with object streams, for the web too."""
    with pikepdf.new() as pdf:
        for content in (drawn(body, 2), postscript(""), drawn(title, 1)):
            with pikepdf.open(io.BytesIO(content)) as other:
                pdf.pages.extend(other.pages)
        file = io.BytesIO()
        pdf.save(file)
    return finished(file.getvalue(), object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)


def stamped():
    """Return pages that pypdf put onto a ground of another program, turned upright again."""
    under = pypdf.PdfReader(io.BytesIO(drawn(ground, 1)))
    writer = pypdf.PdfWriter()
    for over in pypdf.PdfReader(io.BytesIO(drawn(forms))).pages:
        page = writer.add_page(under.pages[0])
        page.merge_transformed_page(over, pypdf.Transformation().scale(1, 1))
    file = io.BytesIO()
    writer.write(file)
    return finished(file.getvalue(), "PDF/X-1a:2003")


def scanned(mode, pixels):
    """Return a page that is one picture, as scanners and Pillow make them."""
    dpi = pixels / SHEET[0] * 72
    size = (pixels, round(pixels * SHEET[1] / SHEET[0]))
    file = io.BytesIO()
    Image.open(io.BytesIO(photograph(mode, 150, "TIFF"))).resize(size).save(file, "PDF", resolution=dpi)
    return finished(file.getvalue())


def odd(instructions, resources, pages=1, **page):
    """Return pages of instructions that other programs write; the trim's corner is at 3 mm."""
    with pikepdf.new() as pdf:
        for _ in range(pages):
            pdf.add_blank_page(page_size=SHEET)
            one = pdf.pages[-1].obj
            one.Contents = pdf.make_stream(instructions)
            one.Resources = Dictionary({f"/{kind}": Dictionary(table) for kind, table in resources(pdf).items()})
            for key, value in page.items():
                one[f"/{key}"] = value
        file = io.BytesIO()
        pdf.save(file)
    return finished(file.getvalue())
