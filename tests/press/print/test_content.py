"""Content streams are read as they are written, whoever wrote them."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.press.content import Instruction, UnreadableError, instructions, raw
from publish.press.content import normal as normal_of


def normal(data):
    with pikepdf.new() as pdf:
        return normal_of(pdf.make_stream(data), lambda image: "/Resim")


@pytest.mark.parametrize(
    ("data", "operands"),
    [
        (b"/F1 12.5 Tf", [b"/F1 12.5 "]),
        (b"[(a\\)b)-20<0041 0a>(c)]TJ", [b"[(a\\)b)-20<0041 0a>(c)]"]),
        (b"(a\\\\)Tj(b)'", [b"(a\\\\)", b"(b)"]),
        (b"/Span<</MCID 0/ActualText(a>>b)/X<</Y[1 2]>>>>BDC", [b"/Span<</MCID 0/ActualText(a>>b)/X<</Y[1 2]>>>>"]),
        (b"-.5 +2. 0 1 re\rf*\n", [b"-.5 +2. 0 1 ", b""]),
        (b"true false null x", [b"true false null "]),
        (b" \0\n", []),
        (b"", []),
    ],
)
def test_instructions_are_found_with_their_operands(data, operands):
    assert [each.operands for each in instructions(data)] == operands


@pytest.mark.parametrize(
    "data",
    [b"q % note\n Q", b"(a (b) c) Tj", b"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI", b"<</A<</B<</C 1>>>>>> DP", b"] Q"],
)
def test_what_is_written_in_an_unusual_way_is_told(data):
    with pytest.raises(UnreadableError):
        list(instructions(data))


@pytest.mark.parametrize(
    ("data", "operators"),
    [
        (b"q % note (\n Q", [b"q", b"Q"]),
        (b"BT (a (b) c) Tj ET", [b"BT", b"Tj", b"ET"]),
        (b"q BI /W 1 /H 1 /BPC 8 /CS /G ID x EI Q", [b"q", b"Do", b"Q"]),
    ],
)
def test_what_is_written_in_an_unusual_way_can_be_read_after_all(data, operators):
    assert [each.operator for each in instructions(normal(data))] == operators


def test_the_bytes_between_instructions_are_known():
    data = b"  q\n1 0 0 rg\n"
    assert [data[each.start : each.end] for each in instructions(data)] == [b"q", b"1 0 0 rg"]


def test_names_are_decoded():
    assert Instruction(b"gs", b"/a#20b ", 0, 0).name() == "/a b"
    assert Instruction(b"Tf", b"/F1 12 ", 0, 0).name() == "/F1"
    assert Instruction(b"scn", b"1 0 ", 0, 0).name() == ""


def test_the_parts_of_a_page_are_one_stream():
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        page = pdf.pages[0].obj
        page.Contents = pikepdf.Array([pdf.make_stream(b"q"), pdf.make_stream(b"Q")])
        assert raw(page) == b"q\nQ"
        del page["/Contents"]
        assert raw(page) == b""


@given(st.binary(max_size=60))
def test_no_bytes_make_it_stumble(data):
    try:
        for each in instructions(data):
            assert data[each.start : each.end] == data[each.start : each.start + len(each.operands)] + each.operator
    except UnreadableError:
        pass
