"""Every verb that is listed can be asked for, explains itself, and has tests of its own."""

from pathlib import Path

import pytest

from publish.cli import main
from publish.verbs.registry import VERBS


@pytest.mark.parametrize("name", VERBS)
def test_a_verb_says_what_it_does(name, capsys):
    with pytest.raises(SystemExit) as stopped:
        main([name, "--help"])
    assert stopped.value.code == 0
    assert VERBS[name].SUMMARY in " ".join(capsys.readouterr().out.split())


def test_every_module_of_a_verb_is_listed():
    folder = Path("publish/verbs")
    modules = {path.stem for path in folder.glob("*.py") if "\nSUMMARY = " in path.read_text("utf-8")}
    assert {verb.__name__.rpartition(".")[2] for verb in VERBS.values()} == modules
