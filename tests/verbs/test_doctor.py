"""`publish doctor`."""

from publish.cli import main
from publish.model.failure import ExitCode


def test_the_doctor_answers(capsys):
    assert main(["doctor"]) == ExitCode.OK
    assert "Pango" in capsys.readouterr().out
