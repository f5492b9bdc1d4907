"""Every exit code means something, and no exception reaches the user."""

import sys

import pytest

from publish import build, cli
from publish.cli import main
from publish.model.failure import ExitCode


def test_a_missing_booklet_is_a_code_of_its_own(tmp_path, capsys):
    assert main(["check", str(tmp_path / "yok")]) == ExitCode.NOT_FOUND
    assert "make new NAME=yok" in capsys.readouterr().err


def test_the_unexpected_is_a_sentence_and_with_verbose_a_trace(tmp_path, monkeypatch, capsys):
    def explode(*arguments):
        raise ZeroDivisionError("kuzgun")

    monkeypatch.setattr(build, "check", explode)
    assert main(["check", str(tmp_path)]) == ExitCode.SETUP
    said = capsys.readouterr().err
    assert "error[X008]" in said
    assert "kuzgun" in said
    assert "Traceback" not in said
    main(["check", str(tmp_path), "-v"])
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("raised", "code"), [(KeyboardInterrupt, ExitCode.INTERRUPTED), (BrokenPipeError, ExitCode.OK)]
)
def test_being_interrupted_is_no_accident(tmp_path, monkeypatch, raised, code):
    def stop(*arguments):
        raise raised

    monkeypatch.setattr(build, "check", stop)
    before = sys.stdout
    assert cli.main(["check", str(tmp_path)]) == code
    if sys.stdout is not before:
        sys.stdout.close()
        monkeypatch.setattr(sys, "stdout", before)
