"""What the printer's file is: its boxes, marks and identity, overprint, and that what is nothing to a press is out."""

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.press.print import judge
from tests.press.print.samples import pdf, printed, saved

RED, GREY = b"1 0 0 rg 10 10 100 100 re f ", b"0.5 g 10 150 50 50 re f "
BLACK_TEXT = b"BT /F 20 Tf 20 200 Td (Siyah) Tj ET "
FONT = {"/Type": Name.Font, "/Subtype": Name.Type1, "/BaseFont": Name.Helvetica}


def fonts(made):
    return Dictionary(Font=Dictionary(F=made.make_indirect(Dictionary(FONT))))


def page_of(content, **how):
    made, findings = printed(content, **how)
    assert findings == ()
    return judge.read(made).pages[0]


def data(page):
    return page.get_contents().get_data()


def written(tmp_path, content, **how):
    path = tmp_path / "print.pdf"
    path.write_bytes(printed(content, **how)[0])
    return path


# boxes and marks


def test_the_boxes_lie_within_one_another():
    page = page_of(pdf(RED))
    assert judge.box(page, "/TrimBox")[:2] == (0, 0)
    assert judge.box(page, "/BleedBox")[:2] == (-3, -3)
    assert judge.box(page, "/MediaBox")[:2] == (-9, -9)
    assert "/CropBox" not in page
    assert "/ArtBox" not in page


def test_without_marks_the_sheet_ends_at_the_bleed():
    page = page_of(pdf(RED), marks=False)
    assert page["/MediaBox"] == page["/BleedBox"]
    assert b"PressRegistration" not in data(page)


def test_another_bleed_is_another_box():
    assert judge.box(page_of(pdf(RED), bleed=5), "/BleedBox")[:2] == (-5, -5)


def test_marks_stand_outside_the_bleed_on_every_plate():
    page = page_of(pdf(b"0 0 0 rg -20 -20 240 340 re f"))
    space = page["/Resources"]["/ColorSpace"]["/PressRegistration"].get_object()
    assert (space[0], space[1]) == ("/Separation", "/All")
    lines = [
        line.split() for line in data(page).split(b"/PressRegistration CS")[1].splitlines() if line.endswith(b"l S")
    ]
    assert len(lines) == 8
    left, bottom, right, top = (float(value) for value in page["/BleedBox"])
    media = [float(value) for value in page["/MediaBox"]]
    for line in lines:
        x0, y0, x1, y1 = (float(line[place]) for place in (0, 1, 3, 4))
        assert not (left < x0 < right and bottom < y0 < top)
        assert not (left < x1 < right and bottom < y1 < top)
        assert media[0] <= min(x0, x1) <= max(x0, x1) <= media[2]
        assert media[1] <= min(y0, y1) <= max(y0, y1) <= media[3]


def test_nothing_but_marks_is_painted_outside_the_bleed(tmp_path):
    path = written(tmp_path, pdf(b"0 0 0 rg -20 -20 240 340 re f"))
    (whole,) = judge.plates(tmp_path, path, box=None)
    slug = 9 * judge.MM
    assert whole.getpixel((round(slug + 100), round(slug / 4))) == (0, 0, 0, 0)
    assert whole.getpixel((round(slug + 100), round(slug + 100)))[3] == 255


def test_a_trim_anywhere_on_the_sheet_is_found():
    page = page_of(pdf(RED, trim=(40, 50, 240, 350)))
    assert [float(value) for value in page["/TrimBox"]] == [40, 50, 240, 350]


def test_what_stands_in_the_tree_of_pages_counts_for_its_pages():
    with pikepdf.open(pdf_of_tree()) as made:
        content = saved(made)
    page = page_of(content)
    assert [float(value) for value in page["/TrimBox"]] == [10, 10, 90, 90]
    assert b"0 0 0 1 k" in data(page)
    assert "/Resources" not in page["/Parent"].get_object()


def pdf_of_tree():
    made = pikepdf.new()
    made.add_blank_page(page_size=(100, 100))
    page = made.pages[0].obj
    del page["/MediaBox"], page["/Resources"]
    page.Contents = made.make_stream(b"/F 5 Tf BT (a) Tj ET")
    made.Root.Pages.MediaBox = Array([0, 0, 100, 100])
    made.Root.Pages.CropBox = Array([10, 10, 90, 90])
    made.Root.Pages.Resources = fonts(made)
    return io.BytesIO(saved(made))


# black text


def overprints(page, operator):
    """Return, for each time `operator` stands in a page, whether overprint is on."""
    state, found, stack = False, [], []
    for operands, each in judge.operations(page):
        if each == "q":
            stack.append(state)
        elif each == "Q":
            state = stack.pop()
        elif each == "gs":
            asked = page["/Resources"]["/ExtGState"][operands[0]].get_object()
            state = bool(asked["/OP"] and asked["/op"] and asked["/OPM"] == 1) if "/OP" in asked else state
        elif each == operator:
            found.append(state)
    return found


def test_black_text_overprints_and_nothing_else_does():
    content = BLACK_TEXT + b"BT /F 9 Tf 1 0 0 rg (k) Tj 1 g (b) Tj 0 g (s) Tj ET 0 g 0 0 9 9 re f " + BLACK_TEXT
    page = page_of(pdf(content, fonts), ink="cmyk")
    assert overprints(page, "Tj") == [True, False, False, True, True]
    assert overprints(page, "f") == [False]


def test_overprint_ends_with_what_keeps_it():
    page = page_of(pdf(b"q " + BLACK_TEXT + b"Q 0 0 9 9 re f q q " + BLACK_TEXT + b"Q 0 0 9 9 re f Q", fonts))
    assert overprints(page, "f") == [False, False]
    assert overprints(page, "Tj") == [True, True]


@pytest.mark.parametrize(("mode", "on"), [(0, True), (1, False), (2, False), (3, False), (7, False)])
def test_outlined_text_overprints_only_where_its_line_is_black_too(mode, on):
    page = page_of(pdf(f"1 0 0 RG {mode} Tr ".encode() + BLACK_TEXT, fonts))
    assert overprints(page, "Tj") == [on]
    assert overprints(page_of(pdf(f"{mode} Tr ".encode() + BLACK_TEXT, fonts)), "Tj") == [mode < 3]


def test_colour_under_black_text_is_not_left_out(tmp_path):
    content = b"1 0.6 0.5 rg 0 0 200 300 re f 0 g BT /F 200 Tf 0 20 Td (M) Tj ET"
    (plates,) = judge.plates(tmp_path, written(tmp_path, pdf(content, fonts), ink="cmyk"))
    under = {colour[:3] for _, colour in plates.getcolors(1 << 20) if colour[3] == 255}
    assert under
    assert all(colour[1] > 80 for colour in under)


DARK, DARK_LINE = b"q 0.3 0 0.4 rg 0 100 200 99 re f Q ", b"BT /F 20 Tf 1 0 0 1 20 150 Tm (a) Tj ET "
LINE_BELOW = b"BT /F 10 Tf 20 50 Td (b) Tj ET "


def test_black_text_on_dark_colour_is_cut_out_so_that_no_spot_has_too_much_ink(tmp_path):
    content = pdf(DARK + DARK_LINE + LINE_BELOW, fonts)
    path = written(tmp_path, content, ink="cmyk", limit=240)
    assert overprints(judge.read(path.read_bytes()).pages[0], "Tj") == [False, True]
    (plates,) = judge.plates(tmp_path, path)
    assert judge.most_ink(plates) <= 240
    assert overprints(page_of(content, ink="black"), "Tj") == [True, True]
    assert overprints(page_of(content, ink="cmyk", limit=400), "Tj") == [True, True]


@pytest.mark.parametrize(
    ("line", "on"),
    [
        (b"BT /F 20 Tf 20 150 Td (a) Tj ET", False),
        (b"BT /F 20 Tf 20 160 Td 0 -110 Td (a) Tj ET", True),
        (b"BT /F 20 Tf 20 50 Td T* (a) Tj ET", False),
        (b"BT /F 20 Tf 0 1 -1 0 20 10 Tm (a) Tj ET", False),
        (b"q 1 0 0 1 0 100 cm BT /F 20 Tf 20 50 Td (a) Tj ET Q", False),
        (b"q 1 0 0 -1 0 300 cm BT 1 0 0 -1 20 250 Tm /F 20 Tf (a) Tj ET Q", True),
        (b"BT /F 20 Tf x y Tm (a) Tj ET", True),
    ],
)
def test_a_line_stands_on_a_picture_where_it_is_as_high_up_the_page(line, on):
    def resources(made):
        image = made.make_stream(bytes((60, 0, 80)), Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
        image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
        return Dictionary(XObject=Dictionary(I=image), Font=fonts(made).Font)

    page = page_of(pdf(b"q 200 0 0 99 0 100 cm /I Do Q " + line, resources), ink="cmyk", limit=240)
    assert overprints(page, "Tj") == [on]


def test_on_a_dark_form_or_gradient_all_black_text_is_cut_out():
    def resources(made):
        deep = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0.3, 0, 0.4], C1=[0.3, 0, 0.4], N=1)
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=[0, 0, 1, 1], Function=deep)
        return Dictionary(
            Font=fonts(made).Font,
            Shading=Dictionary(S=shading),
            Pattern=Dictionary(P=Dictionary(PatternType=2, Shading=shading)),
            XObject=Dictionary(X=form(made, DARK)),
        )

    for painted in (b"/S sh ", b"/X Do ", b"/Pattern cs /P scn 0 40 200 30 re f 0 g "):
        page = page_of(pdf(painted + LINE_BELOW, resources), ink="cmyk", limit=240)
        assert overprints(page, "Tj") == [False], painted


# what is called for from elsewhere


def form(made, instructions, **keys):
    return made.make_stream(instructions, Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 200, 300], **keys)


def group():
    return Dictionary(S=Name.Transparency, CS=Name.DeviceRGB, I=True)


def test_forms_within_forms_are_converted_and_what_is_no_group_is_none():
    def resources(made):
        inner = form(made, RED, Group=group())
        return Dictionary(XObject=Dictionary(A=form(made, b"/B Do", Resources=Dictionary(XObject=Dictionary(B=inner)))))

    page = page_of(pdf(b"/A Do", resources))
    assert set(judge.operators(page)) & judge.PAINTS_COLOUR == set()
    inner = page["/Resources"]["/XObject"]["/A"]["/Resources"]["/XObject"]["/B"]
    assert "/Group" not in inner
    assert "/Group" not in page


def test_a_group_that_shows_through_stays_one_and_blends_in_ink():
    def resources(made):
        half = Dictionary(H=Dictionary(ca=0.5))
        return Dictionary(XObject=Dictionary(A=form(made, RED, Group=group())), ExtGState=half)

    page = page_of(pdf(b"/H gs /A Do", resources))
    assert page["/Group"]["/CS"] == "/DeviceCMYK"
    assert page["/Resources"]["/XObject"]["/A"]["/Group"]["/CS"] == "/DeviceCMYK"


def test_a_soft_mask_is_grey_and_the_page_says_that_it_blends():
    def resources(made):
        mask = form(made, b"0.5 0.5 0.5 rg 0 0 200 300 re f", Group=group())
        return Dictionary(ExtGState=Dictionary(M=Dictionary(SMask=Dictionary(S=Name.Luminosity, G=mask))))

    page = page_of(pdf(b"/M gs 0 g 10 10 100 100 re f", resources))
    mask = page["/Resources"]["/ExtGState"]["/M"]["/SMask"]["/G"]
    assert mask["/Group"]["/CS"] == "/DeviceGray"
    assert page["/Group"]["/CS"] == "/DeviceCMYK"


def test_a_form_within_itself_is_refused():
    def resources(made):
        ring = form(made, b"/A Do")
        ring.Resources = Dictionary(XObject=Dictionary(A=ring))
        return Dictionary(XObject=Dictionary(A=ring))

    made, findings = printed(pdf(b"/A Do", resources))
    assert made is None
    assert [finding.code for finding in findings] == ["B010"]
    assert findings[0].values["pages"] == "1"


def test_what_nobody_calls_for_is_left_out():
    def resources(made):
        unused = made.make_indirect(Dictionary(FONT))
        return Dictionary(Font=Dictionary(F=Dictionary(FONT), Kullanılmayan=unused))

    page = page_of(pdf(BLACK_TEXT, resources))
    assert list(page["/Resources"]["/Font"]) == ["/F"]


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
