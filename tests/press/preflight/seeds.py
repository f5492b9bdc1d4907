"""A clean file for the press, and how each kind of defect is sown into its third page."""

import io
from functools import cache
from pathlib import Path

import pikepdf
import weasyprint
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name

from tests.press.print.samples import printed

MM = 72 / 25.4
PAGE = 3
FONT = "fontpkg_ibm_plex_mono"


def font_file():
    """Return a font that comes with the project."""
    package = Path(__import__(FONT).__file__).parent
    return next(iter(sorted(package.rglob("*Regular.ttf"))))


@cache
def laid():
    """Return four pages as they are laid out, with bleed."""
    css = (
        f"@font-face {{ font-family: Sade; src: url('{font_file().as_uri()}') }}"
        "@page { size: 148mm 210mm; margin: 20mm; bleed: 3mm } p { font: 10pt/14pt Sade; break-after: page }"
    )
    text = "".join(f"<p>Basılacak dosyanın {number}. sayfası.</p>" for number in range(1, 5))
    return weasyprint.HTML(string=f"<style>{css}</style>{text}").write_pdf()


@cache
def clean(ink="cmyk"):
    """Return four pages that have nothing wrong."""
    content, findings = printed(laid(), ink=ink)
    assert not findings
    return content


def sown(sow, content=None):
    """Return the clean file with a defect."""
    with pikepdf.open(io.BytesIO(content or clean())) as pdf:
        sow(pdf)
        file = io.BytesIO()
        pdf.save(file)
    return file.getvalue()


def painted(instructions, **resources):
    """Return what paints on the third page; places are in mm from the trim's bottom left."""

    def sow(pdf):
        page = pdf.pages[PAGE - 1]
        left, bottom = (float(value) for value in page.obj.TrimBox[:2])
        for kind, table in resources.items():
            held = page.obj.Resources.get("/" + kind, Dictionary())
            for name, thing in table.items():
                held["/" + name] = thing(pdf) if callable(thing) else thing
            page.obj.Resources["/" + kind] = held
        drawn = f"q {MM} 0 0 {MM} {left} {bottom} cm {instructions} Q"
        page.contents_add(pdf.make_stream(drawn.encode()))

    return sow


@cache
def letters():
    """Return two letters that the pages have, as the font numbers them."""
    with TTFont(font_file()) as font:
        names = font.getBestCmap()
        return "".join(f"{font.getGlyphID(names[ord(letter)]):04x}" for letter in "as")


def text(colour, size=10, x=50, y=100):
    """Return instructions that write a word, in a font of the page."""
    return f"{colour} BT /Sown {size / MM} Tf {x} {y} Td <{letters()}> Tj ET"


def font(pdf):
    """Return a font that the page has."""
    return next(iter(pdf.pages[PAGE - 1].obj.Resources.Font.values()))


def state(**keys):
    """Return a graphics state."""
    return Dictionary(Type=Name.ExtGState, **keys)


def picture(width, height, space=Name.DeviceCMYK, bits=8, **keys):
    """Return what makes a picture of so many pixels."""
    parts = {Name.DeviceCMYK: 4, Name.DeviceRGB: 3}.get(space, 1)
    size = height * ((width * parts * bits + 7) // 8)

    def make(pdf):
        made = pdf.make_stream(b"\x40" * size)
        made.Type, made.Subtype, made.Width, made.Height = Name.XObject, Name.Image, width, height
        made.ColorSpace, made.BitsPerComponent = space, bits
        for key, value in keys.items():
            made["/" + key] = value(pdf) if callable(value) else value
        return made

    return make


def of_page(**entries):
    """Return what sets entries of the third page."""

    def sow(pdf):
        page = pdf.pages[PAGE - 1].obj
        for key, value in entries.items():
            if value is None:
                del page["/" + key]
            else:
                page["/" + key] = value
        return page

    return sow


def of_root(**entries):
    """Return what sets entries of the catalogue."""

    def sow(pdf):
        for key, value in entries.items():
            if value is None:
                del pdf.Root["/" + key]
            else:
                pdf.Root["/" + key] = value(pdf) if callable(value) else value

    return sow


def spot(name):
    """Return a space of a plate of its own."""
    tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[0, 0.5, 1, 0], N=1)
    return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])


def attached(pdf):
    """Return an attachment."""
    return Dictionary(EmbeddedFiles=Dictionary(Names=["a.txt", Dictionary(Type=Name.Filespec, F="a.txt")]))


def layers(pdf):
    """Return a layer that can be switched."""
    group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Taslak"))
    return Dictionary(OCGs=[group], D=Dictionary(Order=[group]))


def lab(pdf):
    """Return a space that depends on light."""
    return Array([Name.Lab, Dictionary(WhitePoint=[0.95, 1, 1.09])])


def box(left, bottom, right, top):
    """Return a box, mm from the origin of a page whose trim begins there."""
    return Array([round(value * MM, 3) for value in (left, bottom, right, top)])


def pop(pdf):
    """Take the third page's twin out, so that three are left."""
    del pdf.pages[3]


def intent(**entries):
    """Return what sets entries of the output intent."""

    def sow(pdf):
        for key, value in entries.items():
            pdf.Root.OutputIntents[0]["/" + key] = value

    return sow


def untrapped(pdf):
    """Take out whether the file is trapped."""
    del pdf.docinfo["/Trapped"]


def unlabelled(pdf):
    """Take out which level of PDF/X the file is."""
    del pdf.Root.Metadata


def blank(pdf):
    """Take away what the third page paints."""
    pdf.pages[PAGE - 1].obj.Contents = pdf.make_stream(b"")


def cut(pdf):
    """Break a picture's space, so that the page cannot be read to its end."""
    pdf.pages[PAGE - 1].obj.Contents = pdf.make_stream(b"q 1 0 0 cm (")


def form(pdf):
    """Return a form with a field."""
    return Dictionary(Fields=[pdf.make_indirect(Dictionary(FT=Name.Tx, T="ad"))])


def blended(pdf):
    """Let something be seen through on a page that says that it blends in RGB."""
    painted("/Sown gs 0 0 0 1 k 50 100 20 20 re f", **SHADE)(pdf)
    of_page(Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))(pdf)


UNEMBEDDED = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding)
LINK = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=box(20, 20, 60, 30), Border=[0, 0, 0])


def type3(pdf):
    """Return a font whose one letter is a drawing."""
    glyph = pdf.make_stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
    return Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontBBox=[0, 0, 750, 750], FontMatrix=[0.001, 0, 0, 0.001, 0, 0],
        CharProcs=Dictionary(a=glyph), Encoding=Dictionary(Differences=[97, Name.a]), FirstChar=97, LastChar=97,
        Widths=[1000], Resources=Dictionary(),
    )  # fmt: skip


def turned_by_layers(pdf):
    """Let a layer be in the file."""
    of_root(OCProperties=layers)(pdf)


SPACE = {"ColorSpace": {"Sown": spot("Altin")}}
BLACK = "0 0 0 1 k 0 0 0 1 K"
FONTS = {"Font": {"Sown": font}}
OVER = {"ExtGState": {"Sown": state(OP=True, op=True, OPM=1)}}
SHADE = {"ExtGState": {"Sown": state(ca=0.5)}}

DOCUMENT = {
    "no level of PDF/X": (unlabelled, {"B100"}),
    "no output intent": (of_root(OutputIntents=None), {"B101"}),
    "an intent by its blurb": (intent(OutputConditionIdentifier="Copyright\nfree of known restrictions"), {"B102"}),
    "not said whether trapped": (untrapped, {"B103"}),
    "form fields": (of_root(AcroForm=form), {"B106"}),
    "a script": (of_root(OpenAction=Dictionary(S=Name.JavaScript, JS="app.alert(1)")), {"B107"}),
    "an attachment": (of_root(Names=attached), {"B108"}),
    "a layer": (turned_by_layers, {"B109"}),
    "pages that no sheet has": (pop, {"B170"}),
}
PAGES = {
    "a link left in": (of_page(Annots=Array([LINK])), {"B110"}),
    "no trim": (of_page(TrimBox=None), {"B114"}),
    "a trim beyond the bleed": (of_page(BleedBox=box(5, 5, 147, 209)), {"B115", "B116"}),
    "no bleed": (of_page(BleedBox=box(0, 0, 148, 210)), {"B116"}),
    "another trim": (of_page(TrimBox=box(0, 0, 148, 200)), {"B117"}),
    "a turned page": (of_page(Rotate=90), {"B117", "B118"}),
    "a unit of its own": (of_page(UserUnit=2.0), {"B117", "B119"}),
    "an empty page": (blank, {"B171"}),
    "a page that blends in RGB": (blended, {"B160", "B161"}),
    "a page that breaks off": (cut, {"B181"}),
}
PLACES = {
    "Helvetica that is not there": (
        painted(f"{BLACK} BT /Sown 3 Tf 50 100 Td (abc) Tj ET", Font={"Sown": UNEMBEDDED}), {"B111"}),
    "letters that are drawings": (
        painted(f"{BLACK} BT /Sown 3 Tf 50 100 Td (a) Tj ET", Font={"Sown": type3}), {"B112"}),
    "a letter that the font lacks": (
        painted(f"{BLACK} BT /Sown 3 Tf 50 100 Td <00280000> Tj ET", **FONTS), {"B113"}),
    "art that ends at the trim": (painted("0 0.2 0.2 0 k 0 90 50 20 re f"), {"B121"}),
    "art that bleeds too little": (painted("0 0.2 0.2 0 k -1 90 50 20 re f"), {"B121"}),
    "a rule in RGB": (painted("1 0 0 rg 50 100 20 20 re f"), {"B130"}),
    "a logo in RGB": (
        painted("q 20 0 0 20 50 100 cm /Sown Do Q", XObject={"Sown": picture(300, 300, Name.DeviceRGB)}), {"B130"}),
    "a colour of light": (
        painted("/Sown cs 50 20 20 scn 50 100 20 20 re f", ColorSpace={"Sown": lab}), {"B131"}),
    "four inks, all of each": (painted("1 1 1 1 k 50 100 20 20 re f"), {"B134"}),
    "two inks too many by overprint": (
        painted("/Sown gs 0.8 0.8 0 0 k 50 100 20 20 re f 0 0 1 1 k 50 100 20 20 re f", **OVER), {"B134"}),
    "black letters of four inks": (painted(text(".6 .4 .4 1 k"), **FONTS), {"B135"}),
    "black letters on colour": (
        painted("0 0.3 0.3 0 k 40 90 40 30 re f " + text("0 0 0 1 k", y=102), **FONTS), {"B136"}),
    "white that overprints": (painted("/Sown gs 0 0 0 0 k 50 100 20 20 re f", **OVER), {"B137"}),
    "a spot colour": (painted("/Sown cs 1 scn 50 100 20 20 re f", **SPACE), {"B138"}),
    "the colour of all plates": (
        painted("/Sown cs .5 scn 50 100 20 20 re f", ColorSpace={"Sown": spot("All")}), {"B139"}),
    "a photograph of 100 ppi": (
        painted("q 30 0 0 20 50 100 cm /Sown Do Q", XObject={"Sown": picture(120, 80)}), {"B140"}),
    "a photograph of 200 ppi": (
        painted("q 30 0 0 20 50 100 cm /Sown Do Q", XObject={"Sown": picture(236, 158)}), {"B141"}),
    "a drawing with stairs": (
        painted("q 30 0 0 20 50 100 cm /Sown Do Q", XObject={"Sown": picture(472, 315, Name.DeviceGray, 1)}), {"B141"}),
    "a hairline": (painted(f"{BLACK} .03 w 50 100 m 90 100 l S"), {"B150"}),
    "a rule thinner than a line": (painted(f"{BLACK} 50 100 40 .03 re f"), {"B151"}),
    "a thin line in a form": (
        painted("/Sown Do", XObject={"Sown": lambda pdf: pdf.make_stream(
            b"0 0 0 1 K .03 w 50 100 m 90 100 l S", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 148, 210])}),
        {"B150"}),
    "letters for ants": (painted(text("0 0 0 1 k", 3), **FONTS), {"B152"}),
    "small white letters": (
        painted("0 0 0 1 k 40 90 40 30 re f " + text("0 0 0 0 k", 5), **FONTS), {"B153"}),
    "something seen through": (
        painted("/Sown gs 0 0 0 1 k 50 100 20 20 re f", **SHADE), {"B160"}),
    "text at the edge": (painted(text("0 0 0 1 k", x=2), **FONTS), {"B172"}),
    "text that is cut": (painted(text("0 0 0 1 k", x=-2), **FONTS), {"B173"}),
}  # fmt: skip
