"""`publish check`: what is printed of findings, and what is not."""

import json

from publish.cli import main
from publish.model.failure import ExitCode
from tests.verbs.samples import DATED, TEXT


def test_a_warning_is_printed_and_stops_nothing(folder, cache, capsys):
    assert main(["check", str(folder), *cache]) == ExitCode.OK
    said = capsys.readouterr().err
    assert f"{folder}/text.md:5:8: warning[T001]" in said
    assert "0 errors, 1 warnings" in said


def test_wrong_settings_do_not_hide_what_is_wrong_with_the_text(folder, cache, capsys):
    (folder / "booklet.toml").write_text('titel = "Oruç"\n', "utf-8")
    (folder.parent / "house.toml").write_text("nam = 1\n", "utf-8")
    (folder / "text.md").write_text(TEXT + "\n![x](yok.png)\n", "utf-8")
    assert main(["check", str(folder), *cache]) == ExitCode.FINDINGS
    said = capsys.readouterr().err
    for place in ("house.toml:1:1", "booklet.toml:1:1", "text.md:5:8: warning[T001]", "text.md:7:"):
        assert place in said


def test_an_accepted_warning_is_silent_and_needs_a_reason(folder, cache, capsys):
    (folder / "booklet.toml").write_text(
        f'title = "Oruç"\n{DATED}[[accept]]\ncode = "T001"\nreason = "bilerek"\n', "utf-8"
    )
    assert main(["check", str(folder), *cache]) == ExitCode.OK
    assert "0 errors, 0 warnings" in capsys.readouterr().err


def test_an_acceptance_that_nothing_asks_for_is_a_finding(folder, cache, capsys):
    (folder / "booklet.toml").write_text('title = "Oruç"\n[[accept]]\ncode = "T003"\nreason = "eski"\n', "utf-8")
    main(["check", str(folder), *cache])
    assert "booklet.toml:3:" in capsys.readouterr().err


def test_findings_are_json_for_programs(folder, cache, capsys):
    main(["check", str(folder), *cache, "--format", "json"])
    rows = json.loads(capsys.readouterr().out)
    assert [row["code"] for row in rows if row["severity"] != "note"] == ["T001"]
    assert rows[-1]["line"] == 5


def test_quiet_prints_errors_only(folder, cache, capsys):
    main(["check", str(folder), *cache, "--quiet"])
    assert capsys.readouterr().err == ""


def test_verbose_prints_notes_too(folder, cache, capsys):
    (folder.parent / "house.toml").unlink()
    main(["check", str(folder), *cache])
    assert "note[" not in capsys.readouterr().err
    main(["check", str(folder), *cache, "--verbose"])
    assert "note[" in capsys.readouterr().err
