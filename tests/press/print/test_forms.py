"""What a page calls for from elsewhere, forms, groups, masks, fonts, is printed as the page is."""

from pikepdf import Dictionary, Name

from tests.press.print import judge
from tests.press.print.samples import FONT, RED, form, group, page_of, pdf, printed


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

    page = page_of(pdf(b"BT /F 20 Tf (Siyah) Tj ET", resources))
    assert list(page["/Resources"]["/Font"]) == ["/F"]
