"""Whatever stands in text.md, reading it ends, soon, and without a traceback."""

import time

import pytest
from hypothesis import example, given, settings

from publish.check.judge import judge
from publish.model.booklet import Booklet
from publish.model.settings import House, Settings
from publish.source import limits
from publish.source.decode import decode
from publish.source.markup import parse
from tests.source.texts import anything, soups

LONG = 30_000
"""Characters; what is quadratic takes a minute for them, what is linear a second."""


class NoFiles:
    """A world without files."""

    def read(self, path):
        raise FileNotFoundError(path)

    def exists(self, path):
        return False


def booklet_of(parsed, folder):
    return Booklet(folder, House(name="x"), Settings(title="x"), {}, "x", parsed.blocks, parsed.notes, None)


@pytest.mark.untraced
@settings(max_examples=300)
@given(anything)
@example("")
@example("\n")
@example("[^a]: [^a]")
@example("[^a]\n\n[^a]: [^b]\n[^b]: [^a]")
def test_any_text_is_read_and_judged(tmp_path_factory, text):
    parsed = parse(text, "text.md")
    findings = judge(booklet_of(parsed, tmp_path_factory.getbasetemp()), NoFiles())
    for finding in (*parsed.findings, *findings):
        assert finding.message("tr")
        assert finding.message("en")
        finding.hint("tr"), finding.hint("en")
        assert finding.span.path


@given(soups)
def test_reading_the_same_text_twice_gives_the_same(text):
    assert parse(text, "text.md") == parse(text, "text.md")


@given(soups)
def test_line_ends_of_any_system_mean_the_same(text):
    assert parse(text.replace("\n", "\r\n"), "text.md") == parse(text, "text.md")


@pytest.mark.untraced
@pytest.mark.parametrize(
    "text",
    [
        "[" * LONG, "![" * (LONG // 2), "*" * LONG, "*a **b " * 4_000, "*a **b " * 2_000 + "x" + " b** a*" * 1_000,
        "[a](" * 7_000, "".join("`" * count + " " for count in range(240)), "<" * LONG, "&" * LONG, "“" * LONG,
        "(" * LONG, "a ا " * 7_000, "[Hacc " * 5_000, "(06.01.2022 " * 2_500, "> " * 600, "- " * 15_000,
        "1- " * 10_000, ("> " * 16 + "a\n") * 500, "1- a\n" * 1_000, "Soru: a\n" * 1_000, "1. a\n" * 1_000,
        "::: ayet\n" * 1_000, "|a\n|-\n" * 1_000, "a\n" * 1_000 + "---",
    ],
    ids=lambda text: text[:6].replace("\n", " "),
)  # fmt: skip
def test_a_hostile_text_takes_seconds_not_minutes(text, tmp_path):
    begun = time.process_time()
    judge(booklet_of(parse(text, "text.md"), tmp_path), NoFiles())
    assert time.process_time() - begun < 20


def test_a_line_of_five_megabytes_is_a_finding():
    assert [finding.code for finding in parse("a" * 5_000_000, "text.md").findings] == ["F007"]


def test_six_hundred_nested_quotes_are_a_finding():
    assert "S014" in [finding.code for finding in parse("> " * 600 + "derin", "text.md").findings]


def test_a_text_of_too_many_lines_is_a_finding():
    assert [finding.code for finding in parse("a\n" * (limits.MOST_LINES + 1), "text.md").findings] == ["F020"]


def test_a_paragraph_of_many_lines_that_never_ends_is_a_finding():
    assert [finding.code for finding in parse("Uzun bir satır.\n" * 10_000, "text.md").findings] == ["F022"]


def test_a_file_too_big_is_not_decoded():
    text, findings = decode(b"a" * 9_000_000, "text.md")
    assert text is None
    assert [finding.code for finding in findings] == ["F005"]
