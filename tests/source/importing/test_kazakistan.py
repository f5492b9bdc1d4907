"""A real document, taken out of a PDF by somebody else's program; read where it lies, never kept here."""

import re
from pathlib import Path

import pytest

from publish.language import sources
from publish.source.markup import parse
from tests.source.importing.reading import read

DOCUMENT = Path(__file__).parents[4] / "shared" / "documents" / "kazakistan.txt"
pytestmark = pytest.mark.skipif(not DOCUMENT.exists(), reason="the document is not on this machine")


@pytest.fixture(scope="module")
def imported():
    return read(DOCUMENT.read_bytes(), "kazakistan.txt")


@pytest.fixture(scope="module")
def text(imported):
    return imported[0].text_md.decode()


def test_it_has_25_blocks_in_order(text):
    kinds = [type(block).__name__[0] for block in parse(text, "text.md").blocks]
    assert "".join(kinds) == "BLHQAPPPPHPPPHPPPPPHPPPPV"
    marks = re.findall(r"^(\w)- ", text, re.MULTILINE)
    assert "".join(marks) == "1234ABCABCABCD"


def test_fourteen_sources_are_whole(text):
    assert len(sources.sources(text)) == 14
    for torn in ("(08.01.2021 Russia Today)", "(07.01.2022 www.independentarabia.com)"):
        assert torn in text


def test_no_word_is_lost_and_none_invented(text):
    def words(written):
        turkish = re.sub(r"\[Hacc 40\]|Hacc 40|::: ?\w*|^#+ |[“”\".]|[\u0600-\u06ff]", " ", written, flags=re.MULTILINE)
        return sorted(turkish.split())

    assert words(text) == words(DOCUMENT.read_text("utf-8"))


def test_the_faults_of_the_text_are_told_by_their_lines(imported):
    told = {
        code: [finding.span.line for finding in imported[1] if finding.code == code]
        for code in ("I011", "I012", "I014", "I015", "I024")
    }
    faults = {"I011": [96, 101, 102, 168, 178, 184], "I012": [128, 167], "I014": [99, 104]}
    assert told == {**faults, "I015": [], "I024": [1, 234]}


def test_the_closing_verse_has_its_translation_and_its_citation(text):
    verse = text[text.index("::: ayet") :]
    assert verse.startswith('::: ayet Hacc 40 "')
    assert "“Allah kendisine yardım edenlere mutlaka yardım eder. Kuşkusuz Allah, Kaviyy ve Azizdir.”" in verse


def test_the_sentence_moved_by_its_line_is_told(imported):
    assert "I017" in {finding.code for finding in imported[1]}
