"""Quotation marks are told by place, never mended."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.quotes import unbalanced
from tests.language.shared import shared


def faults(text):
    return [(fault.offset, fault.kind) for fault in unbalanced(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“Bir ‘iki’ üç.” dedi (dört [beş]).",
        "Şu‘be, Kur’an ve ‘Abdullah’ın",
        "a) birinci b) ikinci 12) on ikinci iv) dördüncü",
        "«Bir» ve “iki”",
        "",
    ],
)
def test_balanced_paragraphs_pass(text):
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Bir iki", [(0, "unclosed")]),
        ("Bir iki” üç", [(7, "unopened")]),
        ("“Bir “iki” üç", [(0, "unclosed")]),
        ("“Bir “iki” üç”", [(5, "nested")]),
        ("“Bir “iki “üç”””", [(10, "nested"), (5, "nested")][::-1]),
        ("(bir [iki)", [(5, "unclosed")]),
        ("bir) iki", [(3, "unopened")]),
        ("«bir", [(0, "unclosed")]),
        ("(“bir)”", []),
    ],
)
def test_marks_without_a_partner_are_told(text, expected):
    assert faults(text) == expected


def test_a_fault_names_its_mark():
    assert unbalanced("bir ]")[0].mark == "]"


BLOCKS = (6, 17, 19, 40, 66, 85, 91, 108, 123, 147, 165, 176, 184, 192, 203, 238)


def test_the_faults_of_a_real_document_are_told_by_line():
    lines = shared("documents/kazakistan.txt").split("\n")
    found = {}
    for start, end in pairwise(BLOCKS):
        text = "\n".join(lines[start - 1 : end - 1])
        for fault in unbalanced(text):
            found.setdefault(fault.kind, []).append(start + text.count("\n", 0, fault.offset))
    assert found == {"unclosed": [96, 101, 102, 168, 178, 184], "unopened": [128, 167], "nested": [140]}


@given(st.text("ab “”«»()[]‘’1", max_size=40))
def test_every_mark_is_paired_or_told(text):
    lonely = [fault for fault in unbalanced(text) if fault.kind != "nested"]
    for opening, closing in ("“”", "«»", "[]"):
        excess = text.count(opening) - text.count(closing)
        told = [fault.mark for fault in lonely]
        assert told.count(opening) - told.count(closing) == excess
