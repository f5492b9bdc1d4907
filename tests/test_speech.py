"""Findings as a person reads them: place first, the line, a caret or the fragment, and what to type."""

import pytest

from publish import speech
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Span, found


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "text.md"
    path.write_text("Birinci satır\nbakınız ![kapak](yok.png) burada\nayet: بِسْمِ اللَّهِ burada\n", "utf-8")
    return path


def spoken(capsys, *findings, **options):
    voice = speech.Voice(options.pop("language", "en"), quiet=False, terminal=False, **options)
    voice.findings(findings)
    return capsys.readouterr().err


def test_a_finding_names_its_place_shows_the_line_and_says_what_to_type(capsys, text):
    printed = spoken(capsys, found("F002", Span(str(text), 2, 9, 2, 26), path="yok.png"))
    assert printed.splitlines() == [
        f"{text}:2:9: error[F002]: yok.png: no such file",
        "    bakınız ![kapak](yok.png) burada",
        "            ^^^^^^^^^^^^^^^^^",
        "  hint: check the spelling; paths start from the booklet's folder",
    ]


def test_turkish_users_read_turkish(capsys, text):
    printed = spoken(capsys, found("F002", Span(str(text), 2, 9, 2, 26), path="yok.png"), language="tr")
    assert f"{text}:2:9: hata[F002]: yok.png: böyle bir dosya yok" in printed
    assert "  ipucu: " in printed


def test_a_line_with_arabic_gets_its_fragment_quoted_and_no_caret(capsys, text):
    printed = spoken(capsys, found("F002", Span(str(text), 3, 7, 3, 20), fragment="بِسْمِ اللَّهِ", path="x"))
    assert "    «بِسْمِ اللَّهِ»" in printed
    assert "^" not in printed


def test_a_form_feed_ends_no_line(capsys, tmp_path):
    path = tmp_path / "text.txt"
    path.write_bytes("bir\r\n\fiki\r\nüç\n".encode())
    assert "    üç\n    ^" in spoken(capsys, found("F002", Span(str(path), 3, 1), path="yok.png"))


@pytest.mark.untraced
def test_a_line_of_five_megabytes_is_shown_in_part(capsys, tmp_path):
    path = tmp_path / "text.md"
    path.write_text("a" * 5_000_000, "utf-8")
    printed = spoken(capsys, found("F002", Span(str(path), 1, 2_000_000, 1, 2_000_010), path="x"))
    assert len(printed) < 1000
    assert "^^^^^^^^^^" in printed


def test_a_finding_about_a_whole_or_absent_file_has_no_line(capsys, tmp_path):
    printed = spoken(capsys, found("F002", Span(str(tmp_path / "gone.md")), path="x"))
    assert printed.splitlines()[0].startswith(f"{tmp_path / 'gone.md'}: error[F002]")
    assert len(printed.splitlines()) == 2


def test_colour_is_for_terminals_and_not_where_it_is_refused(capsys, text):
    finding = found("F002", Span(str(text), 2, 9), path="x")
    assert "\033[1;31m" in spoken(capsys, finding, colour=True)
    assert "\033" not in spoken(capsys, finding)
    speech.Voice.of({"NO_COLOR": "1"}, quiet=False, terminal=True).findings([finding])
    assert "\033" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({}, "en"),
        ({"LANG": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "tr_TR.UTF-8"}, "tr"),
        ({"LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
    ],
)
def test_the_locale_decides_the_language(environment, language):
    assert speech.language(environment) == language


def test_long_work_moves_one_line_on_a_terminal_and_says_nothing_elsewhere(capsys):
    speech.Voice("tr", quiet=False, terminal=True).progress("oruc")("layout", 12, 0)
    assert "\roruc" not in capsys.readouterr().out
    voice = speech.Voice("tr", quiet=False, terminal=True)
    voice.progress("oruc")("layout", 12, 0)
    voice.say("bitti")
    printed = capsys.readouterr().err
    assert "oruc: sayfa diziliyor: 12 (0 s)" in printed
    assert printed.endswith("\r\033[Kbitti\n")
    speech.Voice("tr", quiet=False, terminal=False).progress("oruc")("layout", 12, 0)
    assert capsys.readouterr().err == ""


def test_what_was_made_is_said_in_one_line_unless_quiet(capsys, tmp_path):
    speech.Voice("tr", quiet=False, terminal=False).made(tmp_path / "x.pdf", 16, 412_345, 2.06)
    assert capsys.readouterr().err.split()[1:] == ["16", "sayfa", "412", "kB", "2.1", "s"]
    quiet = speech.Voice("tr", quiet=True, terminal=False)
    quiet.made(tmp_path / "x.pdf", 16, 412_345, 2.06)
    quiet.wrote(tmp_path / "x.pdf")
    quiet.summary([])
    assert capsys.readouterr().err == ""


def test_a_summary_counts_by_weight(capsys):
    speech.Voice("en", quiet=False, terminal=False).summary([found("F001", Span("x"), path="y")])
    assert capsys.readouterr().err == "1 errors, 0 warnings, 0 notes\n"


def test_a_failure_says_what_to_type(capsys):
    error = PublishError(ExitCode.NOT_FOUND, "X003", path="content/oruc", name="oruc")
    speech.Voice("tr", quiet=False, terminal=False).failure(error)
    assert capsys.readouterr().err.splitlines() == [
        "hata[X003]: content/oruc: böyle bir kitapçık yok",
        "  ipucu: adı denetleyin; yeni bir kitapçık için: make new NAME=oruc",
    ]
    assert "no such booklet" in str(error)


def test_a_finding_is_a_json_object_too():
    row = speech.as_row(found("F002", Span("t.md", 2, 9), path="x"), "tr")
    assert (row["code"], row["severity"], row["path"], row["line"], row["column"]) == ("F002", "error", "t.md", 2, 9)
    assert row["hint"]
