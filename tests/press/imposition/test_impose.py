"""What the sheets are, and what keeps a file of anybody's from becoming sheets."""

import io
import zlib
from dataclasses import replace

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from publish.model.finding import Severity
from publish.model.length import Mm
from publish.press.imposition.impose import Document, impose
from publish.press.imposition.plan import Plan
from publish.press.imposition.sheet_sizes import named
from tests.press.imposition.folding import read
from tests.press.imposition.labels import A5, A6, POINT, add_page, labelled, saved

PLAN = Plan(
    duplex="short_edge",
    marks=frozenset(("crop", "fold")),
    size=None,
    spine=None,
    fold="sharp",
    caliper=Mm(0.1),
    blanks="end",
)
NOTES = {"B039", "B040"}


def attempt(content, cover=None, **changes):
    """Return the sheets, None where there are none, and the codes of what is more than a note."""
    ends = Document(cover, "kapak.pdf") if cover is not None else None
    made, findings = impose(Document(content, "kitap.pdf"), replace(PLAN, **changes), ends)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    assert (made is None) == bool(errors)
    return made and made.content, [finding.code for finding in findings if finding.severity is not Severity.NOTE]


def notes(content, cover=None, **changes):
    ends = Document(cover, "kapak.pdf") if cover is not None else None
    _, findings = impose(Document(content, "kitap.pdf"), replace(PLAN, **changes), ends)
    return {finding.code: finding for finding in findings if finding.severity is Severity.NOTE}


def sheets(content, **changes):
    made, codes = attempt(content, **changes)
    assert codes == []
    return pypdf.PdfReader(io.BytesIO(made))


def millimetres(box):
    return tuple(round(float(edge) / POINT, 2) for edge in box)


def altered(change, count=8, **options):
    """Return a PDF of labels after something was done to it."""
    pdf = pikepdf.open(io.BytesIO(labelled(count, **options)))
    change(pdf)
    return saved(pdf)


@pytest.mark.parametrize(
    ("size", "sheet"),
    [
        (A5, (297, 210)),
        (A6, (210, 148)),
        ((135, 210), (297, 210)),
        ((140, 210), (297, 210)),
        ((160, 240), (420, 297)),
        ((210, 297), (420, 297)),
        ((215.9, 279.4), (450, 320)),
        ((148.2, 210.1), (297, 210)),
    ],
)
def test_the_smallest_usual_sheet_is_taken_that_fits(size, sheet):
    assert millimetres(sheets(labelled(4, size)).pages[0].mediabox)[2:] == sheet


def test_another_sheet_is_taken_where_it_is_named():
    assert millimetres(sheets(labelled(4), size=named("SRA3")).pages[0].mediabox)[2:] == (450, 320)
    assert millimetres(sheets(labelled(4), size=named("500x350")).pages[0].mediabox)[2:] == (500, 350)


def test_pages_that_fit_on_no_sheet_are_an_error():
    assert attempt(labelled(4, (300, 300))) == (None, ["B032"])
    assert attempt(labelled(4, (160, 240)), size=named("A4")) == (None, ["B033"])


def test_the_trim_of_a_sheet_is_what_the_knife_leaves_of_it():
    pages = sheets(labelled(16), size=named("SRA4")).pages
    assert millimetres(pages[0].trimbox) == (12, 7.5, 308, 217.5)
    assert millimetres(pages[6].trimbox) == (12.3, 7.5, 307.7, 217.5)  # the innermost of four gives its creep away
    assert millimetres(pages[7].trimbox) == (12.3, 7.5, 307.7, 217.5)


def picture(content, page=0, scale=4):
    """Return a sheet as pixels, `scale` a millimetre: a function of the place, mm from the left and the top."""
    pdf = pypdfium2.PdfDocument(content)
    image = pdf[page].render(scale=scale / POINT).to_pil().convert("L")
    pdf.close()
    return image, lambda x, y: image.getpixel((int(x * scale), int(y * scale)))


def test_art_bleeds_outwards_and_is_cut_at_the_spine():
    left = labelled(8, bleed=3)
    made, _ = attempt(left, size=named("SRA4"), caliper=Mm(0.5))
    assert millimetres(pypdf.PdfReader(io.BytesIO(made)).pages[0].bleedbox) == (9, 4.5, 311, 220.5)
    _, at = picture(made)
    assert at(9.5, 100) < 255
    assert at(8.5, 100) == 255
    assert at(310.5, 100) < 255
    assert at(100, 5) < 255


@pytest.mark.parametrize(("empty", "side"), [(7, 1), (0, -1)])
def test_no_page_runs_over_the_fold(empty, side):
    def clear(pdf):  # one page beside the fold is empty: nothing of its neighbour may be seen on it
        pdf.pages[empty].obj.Contents = pdf.make_stream(b"")

    made, _ = attempt(altered(clear, bleed=3), size=named("SRA4"), caliper=Mm(0.5))
    _, at = picture(made)
    assert at(160 - side, 100) == 255
    assert at(160 + side, 100) < 255


def dark(image, box):
    """Return how many pixels of a box are dark; mm from the left and the top."""
    return sum(pixel < 128 for pixel in image.crop(tuple(int(8 * edge) for edge in box)).tobytes())


@pytest.mark.parametrize(
    ("marks", "crop", "fold"), [({"crop"}, 1, 0), ({"fold"}, 0, 1), ({"crop", "fold"}, 1, 1), (set(), 0, 0)]
)
def test_marks_stand_outside_the_bleed_where_there_is_room(marks, crop, fold):
    made, _ = attempt(labelled(4, bleed=3), size=named("SRA3"), marks=frozenset(marks))
    image, _ = picture(made, scale=8)
    at_corner, at_spine = (75, 40, 79, 51.9), (222, 40, 228, 51.9)
    assert (dark(image, at_corner) > 0) == bool(crop)
    assert (dark(image, at_spine) > 0) == bool(fold)
    if crop and fold:  # the dashed one has gaps
        assert dark(image, at_spine) < 0.8 * dark(image, at_corner)


def test_no_mark_stands_in_the_trim_or_its_bleed():
    with_marks, _ = attempt(labelled(4, bleed=3), size=named("SRA3"))
    without, _ = attempt(labelled(4, bleed=3), size=named("SRA3"), marks=frozenset())
    box = tuple(int(8 * edge) for edge in (73.5, 51.5, 376.5, 268.5))
    first, second = (picture(content, scale=8)[0].crop(box) for content in (with_marks, without))
    assert first.tobytes() == second.tobytes()


def test_where_there_is_no_room_for_marks_or_bleed_it_is_said():
    assert set(notes(labelled(4))) == NOTES
    assert set(notes(labelled(4, bleed=3), size=named("SRA3"))) == {"B039"}
    assert set(notes(labelled(4), marks=frozenset())) == {"B039"}
    assert set(notes(labelled(4, bleed=3), marks=frozenset())) == NOTES
    for size, larger in ((A5, "SRA4"), ((160, 240), "A3"), ((290, 420), "SRA2"), ((320, 450), "1000x700")):
        said = notes(labelled(4, size, bleed=3), size=named(f"{2 * size[0]}x{size[1]}"))["B040"]
        assert f"--sheet {larger}" in said.hint("en")


def test_it_is_told_how_many_sheets_there_are():
    said = notes(labelled(30))["B039"].message("en")
    assert "8 sheets of A4, 32 pages, 2 of them blank; the innermost leaves creep by 0.70 mm" in said


def test_blanks_before_the_last_page_are_said_since_they_would_tear_a_text():
    assert attempt(labelled(30), blanks="before_last")[1] == ["B041"]
    assert attempt(labelled(32), blanks="before_last")[1] == []
    assert attempt(labelled(30), blanks="end")[1] == []


def test_a_booklet_that_no_staple_holds_is_a_warning():
    assert attempt(labelled(96))[1] == []
    assert attempt(labelled(104))[1] == ["B037"]
    assert attempt(labelled(104), caliper=Mm(0.08))[1] == []
    assert attempt(labelled(104), caliper=None)[1] == []


FOUR = [901, 1, 2, 3, 4, None, None, 904]


def wrap(spine="left", thickness=2):
    """Return a cover as one piece, back and front side by side, with a spine between that is so many mm wide."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    outside, inside = ((904, 901), (902, 903)) if spine == "left" else ((901, 904), (903, 902))
    for page, numbers in enumerate((outside, inside)):
        add_page(pdf, font, "", (296 + thickness, 210), bleed=3)
        places = zip(numbers, (74, 222 + thickness), strict=True)
        words = [f"BT /F 10 Tf {(3 + x) * POINT} {(3 + 105) * POINT} Td (#{n}) Tj ET" for n, x in places]
        pdf.pages[page].contents_add("\n".join(words).encode())
    return pdf


def test_a_wrap_without_a_spine_is_shown_as_one_piece_without_a_seam():
    made, _ = attempt(labelled(4), saved(wrap(thickness=0)))
    assert read(made, "left") == [901, 902, 1, 2, 3, 4, 903, 904]
    forms = [len(page["/Resources"]["/XObject"]) for page in pypdf.PdfReader(io.BytesIO(made)).pages]
    assert forms == [1, 1, 2, 2]


@pytest.mark.parametrize("spine", ["left", "right"])
def test_a_cover_may_come_as_a_wrap_with_its_inside_or_without(spine):
    pdf = wrap(spine)
    made, codes = attempt(labelled(4), saved(pdf), spine=spine)
    assert codes == []
    assert read(made, spine) == [901, 902, 1, 2, 3, 4, 903, 904]
    assert set(notes(labelled(4, bleed=3), saved(pdf), spine=spine, size=named("SRA3"))) == {"B039"}
    del pdf.pages[1]
    made, _ = attempt(labelled(6), saved(pdf), spine=spine)
    assert read(made, spine) == [901, None, 1, 2, 3, 4, 5, 6, None, None, None, 904]


def test_a_cover_may_come_as_front_and_back():
    made, _ = attempt(labelled(4), labelled(2, first=901))
    assert read(made, "left") == [901, None, 1, 2, 3, 4, None, 902]


@pytest.mark.parametrize("count", [1, 3, 5])
def test_a_cover_of_any_other_count_is_refused(count):
    assert attempt(labelled(4), labelled(count, first=901)) == (None, ["B038"])


def test_a_cover_of_another_size_or_that_cannot_be_read_is_refused():
    assert attempt(labelled(4), labelled(4, A6, first=901)) == (None, ["B038"])
    assert attempt(labelled(4), b"no PDF") == (None, ["B001"])


def test_pages_of_different_sizes_are_named():
    pdf = pikepdf.open(io.BytesIO(labelled(6)))
    for index in (1, 4):
        pdf.pages[index].obj.TrimBox = Array([0, 0, 300, 500])
    _, findings = impose(Document(saved(pdf), "kitap.pdf"), PLAN)
    assert [finding.code for finding in findings] == ["B031"]
    assert "148 × 210" in findings[0].message("en")
    assert "2, 5 (105.8 × 176.4 mm)" in findings[0].message("en")


def test_pages_that_differ_by_what_no_knife_holds_are_of_one_size():
    def shrink(pdf):
        pdf.pages[3].obj.TrimBox = Array([0, 0, 419.0, 595.0])

    made, codes = attempt(altered(shrink))
    assert codes == []
    assert read(made, "left") == list(range(1, 9))


def test_a_page_without_trim_is_cut_where_it_is_cropped():
    def crop(pdf):
        for page in pdf.pages:
            del page.obj.TrimBox
            page.obj.CropBox = Array([33, 33, 33 + 148 * POINT, 33 + 210 * POINT])

    made, codes = attempt(altered(crop, offset=33))
    assert codes == []
    assert read(made, "left") == list(range(1, 9))


def test_boxes_are_inherited_and_their_corners_may_be_swapped():
    def move(pdf):
        pdf.Root.Pages.MediaBox = Array([148 * POINT, 210 * POINT, 0, 0])
        pdf.Root.Pages.Rotate = 180
        for page in pdf.pages:
            del page.obj.TrimBox, page.obj.MediaBox

    made, codes = attempt(altered(move, rotate=180))
    assert codes == []
    assert read(made, "left") == list(range(1, 9))


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 10, 10), (10**18, 0, 10**18 + 5, 5)], ids=str)
def test_a_page_without_a_size_is_named(box):
    def spoil(pdf):
        pdf.pages[2].obj.MediaBox = Array(box)
        del pdf.pages[2].obj.TrimBox

    assert attempt(altered(spoil)) == (None, ["B034"])
    _, findings = impose(Document(altered(spoil), "kitap.pdf"), PLAN)
    assert "page 3" in findings[0].message("en")


@pytest.mark.parametrize("key", ["/Rotate", "/UserUnit", "/CropBox", "/BleedBox", "/Annots", "/Resources", "/Group"])
@pytest.mark.parametrize("value", [Name.Foo, Array([]), 47, Dictionary(), -1, pikepdf.String("x")], ids=str)
def test_nonsense_in_a_page_is_left_aside_or_told(key, value):
    def spoil(pdf):
        pdf.pages[1].obj[key] = value

    assert attempt(altered(spoil))[1] in ([], ["B001"], ["B031"], ["B034"])


def test_a_locked_file_and_one_whose_owner_forbids_it_are_refused():
    sound = pikepdf.open(io.BytesIO(labelled(4)))
    assert attempt(saved(sound, encryption=pikepdf.Encryption(owner="a", user="b"))) == (None, ["B002"])
    none = pikepdf.Permissions(print_highres=False)
    assert attempt(saved(sound, encryption=pikepdf.Encryption(owner="a", user="", allow=none))) == (None, ["B035"])


def test_sheets_of_a_protected_file_that_may_be_printed_are_not_protected_and_it_is_said():
    sound = pikepdf.open(io.BytesIO(labelled(4)))
    made, codes = attempt(saved(sound, encryption=pikepdf.Encryption(owner="a", user="")))
    assert codes == ["B042"]
    assert "/Encrypt" not in pypdf.PdfReader(io.BytesIO(made)).trailer


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n" + bytes(99), saved(pikepdf.new())])
def test_what_is_no_booklet_at_all_is_refused(content):
    made, codes = attempt(content)
    assert made is None
    assert codes in (["B001"], ["B003"])


@pytest.mark.untraced
def test_damage_anywhere_is_told_and_never_more_than_that():
    sound = labelled(6, bleed=3)
    for index in range(0, len(sound), max(1, len(sound) // 80)):
        for damaged in (sound[:index], sound[:index] + b"\0\xff<<" + sound[index + 4 :]):
            attempt(damaged)


def test_a_stream_that_cannot_be_unpacked_is_told_or_shown_as_it_is():
    def spoil(pdf):
        stream = pdf.make_stream(b"\xff\xff not deflated")
        stream.write(b"\xff\xff not deflated", filter=Name.FlateDecode)
        pdf.pages[1].obj.Contents = Array([stream, pdf.make_stream(b"q Q")])

    attempt(altered(spoil))


def test_what_is_filled_in_is_printed_and_links_are_not():
    def add(pdf):
        look = pdf.make_stream(b"0 g 0 0 50 50 re f")
        look.Type, look.Subtype, look.BBox = Name.XObject, Name.Form, Array([0, 0, 50, 50])
        shared = {"Type": Name.Annot, "F": 4, "Rect": Array([100, 100, 150, 150])}
        stamp = Dictionary(Subtype=Name.Stamp, AP=Dictionary(N=look), **shared)
        link = Dictionary(Subtype=Name.Link, A=Dictionary(S=Name.URI, URI=pikepdf.String("http://a.b")), **shared)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(stamp), pdf.make_indirect(link)])

    made, _ = attempt(altered(add, 4))
    pages = pypdf.PdfReader(io.BytesIO(made)).pages
    assert all("/Annots" not in page for page in pages)
    _, at = picture(made)
    assert at(148.5 + 125 / POINT, 210 - 125 / POINT) < 50


def test_the_intent_and_the_layers_stay_and_what_screens_need_goes():
    def add(pdf):
        profile = pdf.make_stream(zlib.compress(b"profile"))
        intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
        intent.OutputConditionIdentifier = pikepdf.String("FOGRA39")
        pdf.Root.OutputIntents = Array([intent])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([]), D=Dictionary())
        pdf.Root.StructTreeRoot = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
        pdf.Root.Outlines = Dictionary(Type=Name.Outlines)
        pdf.docinfo.Title = "Oruç"
        pdf.docinfo.CreationDate = "D:20200101"

    reader = sheets(altered(add))
    root = reader.trailer["/Root"]
    assert root["/OutputIntents"][0]["/OutputConditionIdentifier"] == "FOGRA39"
    assert set(root) == {"/Type", "/Pages", "/OutputIntents", "/OCProperties", "/ViewerPreferences"}
    assert dict(reader.trailer["/Info"]) == {"/Title": "Oruç"}


def test_the_same_pages_give_the_same_bytes():
    first, second = (attempt(labelled(30, bleed=3), labelled(4, first=901))[0] for _ in range(2))
    assert first == second


def test_the_number_that_a_file_was_saved_under_does_not_matter():
    pdf = pikepdf.open(io.BytesIO(labelled(8)))
    made = set()
    for number in (b"1" * 16, b"2" * 16):
        pdf.trailer.ID = Array([pikepdf.String(number), pikepdf.String(number)])
        made.add(attempt(saved(pdf))[0])
    assert len(made) == 1


def test_a_reason_does_not_tell_where_python_keeps_the_file():
    _, findings = impose(Document(b"%PDF-1.4\n", "kitap.pdf"), PLAN)
    assert "BytesIO" not in findings[0].message("en")
