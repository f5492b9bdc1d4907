"""`publish new`: a booklet begun, and nothing written over."""

import tomllib

import pytest

from publish.cli import main
from publish.model.failure import ExitCode
from tests.verbs.samples import TEXT


def test_a_draft_has_a_title_and_a_house_to_fill_in(tmp_path, capsys):
    assert main(["new", "ramazan", "--content", str(tmp_path), "--title", "Ramazan Ayı"]) == ExitCode.OK
    assert tomllib.loads((tmp_path / "ramazan" / "booklet.toml").read_text("utf-8"))["title"] == "Ramazan Ayı"
    assert (tmp_path / "house.toml").exists()
    assert "wrote" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["Ramazan Ayı", "oruç", "a/../b c", "-", ""])
def test_a_name_that_make_could_not_carry_is_refused_with_a_better_one(tmp_path, capsys, name):
    assert main(["new", name, "--content", str(tmp_path)]) == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "NAME=" in said
    assert f"error[{'X005' if name else 'X009'}]" in said


def test_nothing_that_exists_is_overwritten(folder, capsys):
    assert main(["new", "oruc", "--content", str(folder.parent)]) == ExitCode.USAGE
    assert "error[X004]" in capsys.readouterr().err
    assert (folder / "text.md").read_text("utf-8") == TEXT
