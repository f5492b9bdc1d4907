"""What the printer's file is: its identity, that what is nothing to a press is out, and that no source breaks it."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.press.print import judge
from tests.press.print.samples import RED, fonts, form, page_of, pdf, printed, saved, written

GREY = b"0.5 g 10 150 50 50 re f "


# what is nothing to a press


def with_extras():
    content = pdf(
        b"/Span <</MCID 0>> BDC /F 9 Tf BT (a) Tj ET EMC /Artifact BMC EMC /P /x DP",
        fonts,
        Annots=Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 9, 9])]),
        StructParents=0,
        Tabs=Name.S,
        Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
        AA=Dictionary(O=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
    )
    with pikepdf.open(io.BytesIO(content)) as made:
        made.attachments["not.txt"] = b"gizli"
        made.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot)
        made.Root.MarkInfo = Dictionary(Marked=True)
        made.Root.AcroForm = Dictionary(Fields=Array())
        made.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        made.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))
        made.Root.ViewerPreferences = Dictionary(Direction=Name.R2L, DisplayDocTitle=True)
        made.Root.Lang = String("ar")
        with made.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Bir", 0))
        made.docinfo["/Title"] = "Kalem & <Kâğıt>"
        made.docinfo["/Author"] = "Ayşe Er"
        made.docinfo["/CreationDate"] = "D:20260301"
        return saved(made)


def test_links_tags_forms_scripts_and_files_are_out():
    made, _ = printed(with_extras())
    reader = judge.read(made)
    root = reader.trailer["/Root"]
    kept = {"/Type", "/Pages", "/PageLabels", "/Lang", "/ViewerPreferences", "/OutputIntents", "/Metadata"}
    assert set(root) == kept
    assert dict(root["/ViewerPreferences"]) == {"/Direction": "/R2L"}
    assert reader.page_labels == ["i"]
    page = reader.pages[0]
    boxes = {"/MediaBox", "/BleedBox", "/TrimBox"}
    assert set(page) == {"/Type", "/Parent", "/Contents", "/Resources", *boxes}
    assert not {"BDC", "BMC", "EMC", "DP"} & set(judge.operators(page))
    for word in (b"JavaScript", b"gizli", b"StructTreeRoot", b"/Link"):
        assert word not in made


def layered(made, **shown):
    """Return two layers, and a page that paints on each, and on none."""
    red, grey = (made.make_indirect(Dictionary(Type=Name.OCG, Name=String(name))) for name in ("Kırmızı", "Gri"))
    made.Root.OCProperties = Dictionary(OCGs=Array([red, grey]), D=Dictionary({"/OFF": Array([red]), **shown}))
    both = Dictionary(Type=Name.OCMD, OCGs=Array([red, grey]), P=Name.AllOn)
    square = form(made, b"0 0 5 5 re f", OC=red)
    return Dictionary(Properties=Dictionary(R=red, G=grey, B=both), XObject=Dictionary(S=square))


ON_LAYERS = (
    b"/OC /R BDC 1 0 9 9 re f /x BMC BT /F 9 Tf (k) Tj ET EMC EMC /OC /G BDC 2 0 9 9 re f EMC /OC /B BDC "
    b"3 0 9 9 re f EMC 4 0 9 9 re f /S Do"
)


@pytest.mark.parametrize(("base", "left"), [("/ON", {2, 4}), ("/OFF", {4})])
def test_what_is_on_a_hidden_layer_is_not_printed(base, left):
    page = page_of(pdf(ON_LAYERS, lambda made: layered(made, **{"/BaseState": Name(base)})))
    painted = [each for each in judge.operations(page) if each[1] in ("re", "f", "n", "Tj", "Do")][2:]
    kept = {int(painted[at - 1][0][0]) for at, each in enumerate(painted) if each[1] == "f"}
    assert kept == left
    assert not {"Tj", "Do"} & {operator for _, operator in painted}
    assert "/Properties" not in page["/Resources"]


# who the file is


def test_the_file_says_that_it_is_pdf_x_4():
    made, _ = printed(with_extras())
    assert made.startswith(b"%PDF-1.6")
    reader = judge.read(made)
    assert reader.metadata["/Trapped"] == "/False"
    assert reader.metadata["/Title"] == "Kalem & <Kâğıt>"
    assert reader.metadata["/CreationDate"] == reader.metadata["/ModDate"] == "D:20260301000000Z"
    xmp = reader.trailer["/Root"]["/Metadata"].get_data().decode()
    for said in (
        "<pdfxid:GTS_PDFXVersion>PDF/X-4<",
        "<pdf:Trapped>False<",
        "Kalem &amp; &lt;Kâğıt&gt;",
        "<rdf:li>Ayşe Er<",
        "<xmp:CreateDate>2026-03-01T00:00:00Z<",
        "<xmpMM:DocumentID>uuid:",
    ):
        assert said in xmp, said
    assert "/Filter" not in reader.trailer["/Root"]["/Metadata"]


def test_a_file_without_title_and_date_has_some_all_the_same():
    metadata = judge.read(printed(pdf(RED))[0]).metadata
    assert metadata["/Title"]
    assert metadata["/CreationDate"] == "D:19800101000000Z"


def test_the_same_pages_are_the_same_bytes():
    assert printed(with_extras())[0] == printed(with_extras())[0]
    assert printed(pdf(RED))[0] != printed(pdf(GREY))[0]


@pytest.mark.parametrize(
    "content",
    [b"Q Q q q 1 0 0 rg", b"/Yok Do /Yok gs /Yok sh /Pattern cs /Yok scn 0 0 9 9 re f", b"BX q EX (a) '", b""],
)
def test_careless_instructions_are_printed_all_the_same(tmp_path, content):
    assert judge.checked(written(tmp_path, pdf(content))) == ""


@pytest.mark.parametrize("key", ["MediaBox", "TrimBox", "Resources", "Contents", "Rotate", "Annots", "Parent"])
@pytest.mark.parametrize("value", [0, Name.X, Array(), Array([1, 2, Name.X, 4]), Dictionary()], ids=str)
def test_a_page_with_parts_that_make_no_sense_is_no_accident(key, value):
    made, findings = printed(pdf(RED, **{key: value}))
    assert (made is None) == ({finding.code for finding in findings} - {"B011"} != set())


def test_what_holds_the_pages_together_may_be_broken():
    broken = pdf(RED).replace(b"/Kids [", b"/Kidz [")
    made, findings = printed(broken)
    assert (made is None) == bool(findings)


@pytest.mark.parametrize("content", [b"1 2 rg", b"(abc", b"[ 1 2", b"/Yok cs"])
def test_instructions_that_make_no_sense_are_a_finding(content):
    made, findings = printed(pdf(content))
    assert {finding.code for finding in findings} <= {"B010"}
    assert (made is None) == bool(findings)


def test_numbers_are_written_so_that_qpdf_prints_them_as_json(tmp_path):
    def resources(made):
        shape = made.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form)
        shape.BBox = pikepdf.Object.parse(b"[0 0 480. 300.]")
        return Dictionary(XObject=Dictionary(A=shape))

    assert judge.objects(written(tmp_path, pdf(b"/A Do", resources)))
