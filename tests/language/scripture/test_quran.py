"""The canon is read as it is, or not at all."""

import hashlib
import subprocess
import sys
from pathlib import Path
from unicodedata import normalize

import pytest

from publish.language.scripture import quran
from publish.model.failure import ExitCode, PublishError
from tests.language.shared import shared


@pytest.fixture
def other_file(monkeypatch, tmp_path):
    """Put a copy of the canon, to be spoilt, in place of the canon."""
    file = tmp_path / "simple-plain.txt"
    file.write_bytes(quran.path("simple-plain").read_bytes())
    monkeypatch.setattr(quran, "path", lambda script: file)
    quran._verses.cache_clear()
    yield file
    quran._verses.cache_clear()


def test_there_are_114_surahs_and_6236_verses():
    surahs = quran.surahs()
    assert [surah.number for surah in surahs] == list(range(1, 115))
    assert sum(surah.verses for surah in surahs) == quran.VERSES
    assert surahs[21] == quran.Surah(22, "الحج", "Hac", ("Hacc", "el-Hac", "el-Hacc"), 78)


def test_the_table_is_the_one_that_was_given():
    assert shared("data/surahs.tsv") == (Path(quran.__file__).parent / "surahs.tsv").read_text("utf-8")


@pytest.mark.parametrize("script", quran.SCRIPTS)
def test_every_verse_of_the_table_is_in_the_canon_and_no_other(script):
    for surah in quran.surahs():
        assert quran.verse(surah.number, surah.verses, script)
        with pytest.raises(KeyError):
            quran.verse(surah.number, surah.verses + 1, script)


@pytest.mark.parametrize("script", quran.SCRIPTS)
def test_the_text_is_the_files_byte_for_byte(script):
    lines = quran.path(script).read_text("utf-8").splitlines()
    for surah, ayah in ((2, 255), (22, 40), (1, 1), (9, 1), (27, 30), (1, 2), (114, 6)):
        assert f"{surah}|{ayah}|{quran.verse(surah, ayah, script)}" in lines


@pytest.mark.parametrize("script", quran.SCRIPTS)
def test_the_basmala_stands_before_no_first_verse_but_that_of_the_fatiha(script):
    name = quran.basmala(script).split()[2:]
    assert quran.basmala(script) == quran.verse(1, 1, script)
    for number in range(2, 115):
        assert quran.verse(number, 1, script).split()[2:4] != name
    assert normalize("NFC", quran.verse(95, 1, "simple-plain")) == normalize("NFC", "وَالتِّينِ وَالزَّيْتُونِ")
    assert quran.verse(97, 1, "simple-plain").split()[1] == "أَنْزَلْنَاهُ"
    assert quran.verse(2, 1, "simple-plain") == "الم"
    assert quran.verse(9, 1, "simple-plain").split()[0] == "بَرَاءَةٌ"


def test_pause_marks_stay_words_of_their_own():
    assert " ۚ " in quran.verse(2, 255, "uthmani")


@pytest.mark.parametrize("script", quran.SCRIPTS)
def test_the_notice_goes_with_the_text(script):
    notice = quran.notice(script)
    assert "Tanzil Quran Text" in notice
    assert "CHANGING IT IS NOT ALLOWED" in notice
    assert "#" not in notice
    assert "==" not in notice


def test_a_changed_letter_stops_the_press(other_file):
    other_file.write_bytes(other_file.read_bytes().replace("الْحَمْدُ".encode(), "الْحَمْدِ".encode(), 1))
    with pytest.raises(PublishError) as caught:
        quran.verse(1, 2, "simple-plain")
    assert (caught.value.exit_code, caught.value.key) == (ExitCode.SETUP, "X007")
    assert quran.PACKAGE in str(caught.value)


def test_a_missing_file_stops_the_press(other_file):
    other_file.unlink()
    with pytest.raises(PublishError) as caught:
        quran.basmala("simple-plain")
    assert caught.value.exit_code is ExitCode.SETUP


def test_a_verse_too_few_stops_the_press(other_file, monkeypatch):
    content = other_file.read_bytes().replace(b"\n114|6|", b"\n# ", 1)
    other_file.write_bytes(content)
    monkeypatch.setitem(quran.SUMS, "simple-plain", hashlib.sha256(content).hexdigest())
    with pytest.raises(PublishError, match="6235/6236"):
        quran.verse(1, 1, "simple-plain")


def test_without_the_package_it_is_said_what_is_missing(monkeypatch):
    monkeypatch.setattr(quran, "find_spec", lambda name: None)
    with pytest.raises(PublishError) as caught:
        quran.path("uthmani")
    assert caught.value.exit_code is ExitCode.SETUP
    assert caught.value.hint("tr")


def test_the_package_is_never_imported():
    program = (
        "import sys; from publish.language.scripture import filling, quran; quran.verse(2, 255, 'uthmani');"
        "sys.exit(quran.MODULE in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=Path(__file__).parents[3]).returncode == 0
