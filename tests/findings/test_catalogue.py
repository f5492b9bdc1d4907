"""The catalogue of findings: every code is raised, tested, and says the same in both languages."""

import re
import string
from pathlib import Path

import pytest

from publish.model.finding import catalogue

ROOT = Path(__file__).parents[2]
SOURCE = "\n".join(path.read_text("utf-8") for path in (ROOT / "publish").rglob("*.py"))
TESTS = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("*.py"))
FOLDERS = {path.name[:4] for path in Path(__file__).parent.iterdir()}
CODES = sorted(catalogue())


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_raised_somewhere(code):
    assert re.search(rf'"{code}"', SOURCE), f"{code} is in the catalogue, but nothing raises it"


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_a_test(code):
    assert code in FOLDERS or code in TESTS


@pytest.mark.parametrize("code", CODES)
def test_both_languages_say_the_same(code):
    entry = catalogue()[code]
    assert set(entry.text) == {"tr", "en"}
    assert placeholders(entry.text["tr"]) == placeholders(entry.text["en"])
    assert set(entry.hint) in (set(), {"tr", "en"})
    assert placeholders(entry.hint.get("tr", "")) == placeholders(entry.hint.get("en", ""))


@pytest.mark.parametrize("code", sorted(set(re.findall(r'"([MFSTAPEIBKC]\d{3})"', SOURCE))))
def test_every_code_that_is_raised_is_in_the_catalogue(code):
    assert code in catalogue()
