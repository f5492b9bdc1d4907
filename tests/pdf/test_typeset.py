"""The PDF as a file: tagged, named, dated by its source, the same every time; and what is said when there is none."""

import gc
import shutil
import textwrap

import pytest

from publish.ledger import Ledger
from publish.model.failure import PublishError
from publish.model.html import Html, Sheet
from publish.pdf import typeset
from tests.pdf.samples import codes, laid, pages_of, reader, text_of

SETTINGS = """
title = "Kalem ile Kâğıt"
authors = ["Ayşe Er", "Mehmet Iğdır"]
description = "Kâğıdın hikâyesi."
subjects = ["Tarih", "Kâğıt"]
date = 2026-03-01
"""
TEXT = "# Bir\n\nSöz[^a] sürer.\n\n## İki *ve* üç[^a]\n\n### Dört\n\n#### Beş\n\nSon.\n\n[^a]: Not.\n"


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    pdf, findings = laid(tmp_path_factory.mktemp("kitap"), TEXT, SETTINGS)
    assert findings == ()
    return reader(pdf)


def test_the_file_says_who_wrote_what_when(book):
    assert book.metadata.title == "Kalem ile Kâğıt"
    assert book.metadata.author == "Ayşe Er, Mehmet Iğdır"
    assert book.metadata.subject == "Kâğıdın hikâyesi."
    assert book.metadata["/Keywords"] == "Tarih, Kâğıt"
    assert book.metadata["/CreationDate"] == book.metadata["/ModDate"] == "D:20260301"


@pytest.mark.untraced
@pytest.mark.parametrize("bleed", [0, 3, 4.5])
def test_pages_are_laid_out_with_their_bleed_and_shown_without(tmp_path, bleed):
    pdf, _ = laid(tmp_path, "Söz.", f'title = "Deneme"\nprint.bleed = {bleed}', "@page :first { background: #eef }")
    page = reader(pdf).pages[0]
    assert page["/CropBox"] == page["/TrimBox"]
    assert page["/BleedBox"] == page["/MediaBox"]
    assert (float(page.mediabox.width) - float(page.trimbox.width)) / 2 == pytest.approx(bleed * 72 / 25.4, abs=0.01)
    assert float(page.trimbox.width) == pytest.approx(148 * 72 / 25.4, abs=0.01)


def test_a_booklet_without_a_date_dates_its_file_by_no_clock(tmp_path):
    pdf, _ = laid(tmp_path, TEXT)
    assert "/CreationDate" not in reader(pdf).metadata
    assert "/ModDate" not in reader(pdf).metadata


def test_the_file_is_tagged_in_turkish_and_shows_its_title(book):
    catalog = book.trailer["/Root"]
    assert catalog["/Lang"] == "tr"
    assert catalog["/MarkInfo"]["/Marked"] is True or catalog["/MarkInfo"]["/Marked"] == True  # noqa: E712
    assert catalog["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "/StructTreeRoot" in catalog
    assert len(book.trailer["/ID"]) == 2


def test_headings_are_bookmarks_without_their_notes(book):
    def names(outline):
        return [names(entry) if isinstance(entry, list) else entry["/Title"] for entry in outline]

    assert names(book.outline) == ["İçindekiler", "Bir", ["İki ve üç", ["Dört", ["Beş"]]]]


@pytest.mark.untraced
def test_two_builds_in_two_places_are_the_same_bytes(tmp_path):
    made = []
    for name in ("bir", "iki yer"):
        (tmp_path / name).mkdir()
        made.append(laid(tmp_path / name, TEXT + "\n\n::: arabic\nالحمد لله\n:::\n", SETTINGS)[0])
        shutil.rmtree(tmp_path / name)
    assert made[0] == made[1]


@pytest.mark.untraced
def test_a_second_booklet_in_the_process_is_not_touched_by_the_first(tmp_path):
    alone, _ = laid(tmp_path, TEXT)
    pages_of("<p><em>Başka</em> bir söz</p>", "p { font-size: 31pt }", tmp_path)
    again, _ = laid(tmp_path, TEXT)
    assert alone == again


@pytest.mark.untraced
def test_a_thousand_nested_boxes_are_a_finding_and_no_traceback(tmp_path):
    pdf, findings = pages_of("<div>" * 3000, "", tmp_path)
    assert (pdf, codes(findings)) == (b"", ["P006"])
    assert "RecursionError" in findings[0].message("tr")


def test_whatever_the_engine_stumbles_over_is_a_finding(tmp_path, monkeypatch):
    def stumble(*_, **__):
        raise AssertionError("no such thing")

    monkeypatch.setattr(typeset.weasyprint.HTML, "render", stumble)
    pdf, findings = pages_of("<p>a</p>", "", tmp_path)
    assert (pdf, codes(findings)) == (b"", ["P006"])
    assert "no such thing" in findings[0].message("en")


def test_a_fatal_error_of_the_fetcher_does_not_pass_by(tmp_path, monkeypatch):
    def stop(*_, **__):
        raise typeset.FatalURLFetchingError("stop")

    monkeypatch.setattr(typeset.weasyprint.HTML, "render", stop)
    assert codes(pages_of("<p>a</p>", "", tmp_path)[1]) == ["P006"]


def test_a_cache_that_cannot_be_written_is_no_fault_of_the_author(tmp_path):
    (tmp_path / "file").write_text("")
    html = Html("<p>a</p>", (Sheet(tmp_path / "style.css", "p { font-weight: 600 }"),), tmp_path)
    with pytest.raises(PublishError):
        typeset.lay_out(html, Ledger((), tmp_path / "file" / "cache"))


@pytest.mark.parametrize("was_on", [True, False])
def test_garbage_is_collected_again_afterwards(tmp_path, was_on):
    (gc.enable if was_on else gc.disable)()
    try:
        pages_of("<p>a</p>", "", tmp_path)
        assert gc.isenabled() is was_on
    finally:
        gc.enable()


@pytest.mark.untraced
def test_one_word_of_eight_thousand_letters_is_set(tmp_path):
    pdf, findings = laid(tmp_path, f"Söz {'abece' * 1600} söz.")
    assert findings == ()
    assert "".join("".join(text_of(pdf)[2:]).split()).count("abece") > 1_500


NOTES = {
    "a heading": "## Başlık[^n]\n\nSöz.",
    "a chapter": "# Başlık[^n]\n\nSöz.",
    "a point": "Söz:\n\n1- Nokta.[^n]\n\n2- İkinci.",
    "a question": "Soru: Ne?[^n]\n\nCevap: Bu.",
    "a table": "| a | b |\n|---|---|\n| c[^n] | d |",
    "the head of a table": "| a[^n] | b |\n|---|---|\n| c | d |",
    "a quotation": "> Söz.[^n]",
    "a list": "- Madde.[^n]\n- Öteki.",
    "a translation": "::: ayet Fâtiha 2\n“Hamd Allah’adır.”[^n]\n:::",
    "emphasis": "Bu *söz[^n] böyle*.",
    "another note": "Söz.[^m]\n\n[^m]: İçinde[^n] not.",
}


@pytest.mark.untraced
@pytest.mark.parametrize("where", NOTES)
def test_a_note_is_never_lost_in(where, tmp_path):
    pdf, findings = laid(tmp_path, NOTES[where] + "\n\n[^n]: Kaybolmayan not: *burada* ve كلمة.\n")
    text = " ".join(text_of(pdf))
    assert text.count("Kaybolmayan") == 1, where
    assert not [finding for finding in findings if finding.code.startswith("P")]


def test_a_note_may_hold_whatever_a_text_holds(tmp_path):
    more = "İkinci.\n\n- madde\n- öteki\n\n> alıntı\n\n| a | b |\n|---|---|\n| c | d |\n"
    note = "[^n]: Birinci.\n\n" + textwrap.indent(more, "    ")
    pdf, findings = laid(tmp_path, f"Söz.[^n]\n\n{note}")
    text = text_of(pdf)[2]
    assert [word for word in ("Birinci", "İkinci", "madde", "öteki", "alıntı") if word not in text] == []
    assert findings == ()


def test_a_note_marked_twice_is_printed_once(tmp_path):
    pdf, _ = laid(tmp_path, "Bir[^n] ve iki[^n].\n\n[^n]: Tek not.\n")
    text = text_of(pdf)[2]
    assert text.count("Tek not") == 1
    assert text.replace(" ", "").count("1") == 3


@pytest.mark.parametrize(("sentences", "found"), [(60, []), (240, ["P013"])])
def test_a_note_longer_than_a_page_is_said_before_its_beginning_is_lost(tmp_path, sentences, found):
    _, findings = laid(tmp_path, f"Söz.[^1]\n\n[^1]: {'Uzun bir not sürer. ' * sentences}")
    assert codes(findings) == found
