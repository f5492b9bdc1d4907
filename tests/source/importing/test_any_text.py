"""Whatever the file holds: no exception, no word lost, none invented, nothing read as markup."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.model import block as blocks_
from publish.model.block import Answer, Basmala, Passage, Point, Question, Verse
from publish.model.inline import plain as words
from publish.source.importing import plain
from publish.source.importing.lines import clear
from publish.source.markup import parse
from tests.source.importing.reading import read

WRITTEN = """
* _ # > - + ` [ ] ]( ](x) <b> | --- === ~~~ ``` ::: 1. 1) 2) 1- A- a- a) 12 \\ &amp; { } [^1] [^1]: ! ![ “ ” ‘ ’ ( )
Soru: Cevap: kelime Kelime ve bir ABD- Rusya Kaza- kistan 2- 3 \u00ad \u200b الله رحمه \u202b \u202c . , ? : ...
[Hacc 40] (06.01.2022 AFP) • http://a.b <http://a> **x** __y__ x_y ﬁ e\u0301 $ ^ ~ % " ' \ufffd 12. IV Sayfa
"""
ATOMS = WRITTEN.split(" ")
GAPS = [" ", " ", " ", "  ", "\n", "\n", "\n\n", "\n \n", "\t", "\n    ", "\f", "\r\n", "", "\u2028", "     "]
TEXTS = st.lists(st.tuples(st.sampled_from(ATOMS), st.sampled_from(GAPS)), max_size=60).map(
    lambda pairs: "".join(atom + gap for atom, gap in pairs)
)


def said(blocks):
    """Yield everything a reader sees, markers with it, in order."""
    for block in blocks:
        match block:
            case Question() | Answer():
                yield block.label + ":"
                yield from said(block.blocks)
            case Point():
                yield block.marker
                yield from said(block.blocks)
            case Verse() | Passage():
                yield from said((*block.arabic, *block.translation))
                yield f"[{block.citation}]" if isinstance(block, Verse) else ""
            case Basmala():
                yield block.text
            case _:
                assert blocks_.lines(block), f"{type(block).__name__} out of nothing"
                yield from map(words, blocks_.lines(block))


def bare(text):
    return re.sub(r"[\s\-‐\u00ad]+", "", text)


def letters_kept(text):
    """Say whether the letters of `text` are those of its import, in order where no line was to be moved."""
    imported, findings = read(text.encode())
    assert all(finding.message(language) for finding in findings for language in ("tr", "en"))
    if imported is None:
        return not text.strip() or not clear(text).text.strip()
    _, record = plain.blocks(text)
    if record.removed or record.notes:
        return True
    parsed = parse(imported.text_md.decode(), "text.md")
    got, wanted = bare("".join(said(parsed.blocks))), bare(clear(text).text)
    moved = record.mended or record.unfolded or record.loose or b"::: a" in imported.text_md
    return sorted(got) == sorted(wanted) if moved else got == wanted


@given(TEXTS)
@settings(max_examples=80, deadline=None)
def test_no_letter_is_lost_and_none_invented(text):
    assert letters_kept(text)


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_nor_of_any_unicode_text(text):
    text = "".join(char for char in text if char.isprintable() or char in "\n\f ")
    assert letters_kept(text)


@given(st.binary())
@settings(max_examples=60, deadline=None)
def test_any_bytes_are_a_booklet_or_a_finding(content):
    imported, findings = read(content)
    assert imported is not None or findings


LONG = {
    "one line of five megabytes": b"kelime " * 720_000,
    "quotation marks only": "“(".encode() * 100_000,
    "lines of one letter": b"a\n" * 30_000,
    "numbers only": b"12\n" * 20_000,
    "numbers that count on": "\n".join(map(str, range(20_000))).encode(),
    "points only": "1. Bir\n2. İki\n".encode() * 5_000,
    "Arabic only": "بسم الله\n".encode() * 10_000,
    "hyphens at every end": b"Kaza-\nkistan " * 15_000,
    "form feeds everywhere": b"\f12\nab\n" * 6_000,
    "notes on every page": ("Metin.1 devam\n" * 30 + "1 Not bir\n\f").encode() * 200,
    "spaces only": b" " * 3_000_000,
}


@pytest.mark.untraced
@pytest.mark.parametrize("content", LONG.values(), ids=LONG)
def test_a_monstrous_file_takes_seconds_and_not_minutes(content):
    started = time.process_time()
    read(content)
    assert time.process_time() - started < 20  # a quadratic step would take minutes
