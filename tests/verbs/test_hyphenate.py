"""An editor asks where words break, and where those of a booklet were broken in fact."""

import io
import json
import sys

import pytest

from publish.cli import main
from publish.model.failure import ExitCode
from tests.pdf.samples import CACHE, STYLES, write

PLACES = ["--styles", str(STYLES), "--cache", str(CACHE)]
LONG = (
    "Kazakistan’daki gelişmeler üzerine Türkiye’nin tutumunu, müteakiben Nur-Sultan’daki yöneticilerin açıklamalarını "
    "ve KGAÖ’nün değerlendirmelerini bölgedeki kütüphanecilerden dinlediğimiz kadarıyla yazıyoruz, diyenlerin "
    "araştırmalarından öğrendiklerimizi karşılaştırarak naklediyoruz. "
)
TEXT = f"# Bozkır\n\n{LONG * 4}[^1]\n\n[^1]: {LONG * 3}\n"


@pytest.fixture
def report(tmp_path, capsys):
    """Return a function that runs `--report` on a booklet on the smallest paper, and returns what it printed."""
    place = write(tmp_path, TEXT, 'title = "Deneme"\n[print]\ntrim = "a6"')

    def reported(*options):
        assert main(["hyphenate", "--report", str(place), *PLACES, *options]) == ExitCode.OK
        return capsys.readouterr()

    return reported


def test_the_breaks_of_a_booklet_are_listed_page_by_page(report):
    said = report()
    rows = [line.split() for line in said.out.splitlines()]
    assert len(rows) >= 3
    assert all("/" in word or "|" in word for _, _, word in rows)
    assert [(int(page), int(line)) for page, line, _ in rows] == sorted((int(row[0]), int(row[1])) for row in rows)
    assert "hyphens" in said.err


def test_they_are_listed_by_word_in_turkish_order(report):
    words = [row["word"] for row in json.loads(report("--sort", "word", "--format", "json").out)]
    order = "AaBbCcÇçDdEeFfGgĞğHhIıİiJjKkLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz"
    assert words == sorted(words, key=lambda word: [order.find(letter) // 2 for letter in word])
    assert words != [row["word"] for row in json.loads(report("--format", "json").out)]


@pytest.mark.untraced
def test_programs_get_the_whole_word_and_how_its_line_ends(report):
    rows = json.loads(report("--format", "json").out)
    assert {"page", "line", "word", "broken", "ending", "note"} == set(rows[0])
    for row in rows:
        assert row["word"] in TEXT
        assert row["word"] in row["broken"].replace("-/" if row["ending"] == "hyphen" else "/", "").replace("|", "")
    assert {row["note"] for row in rows} == {True, False}


def test_a_booklet_that_cannot_be_laid_out_has_no_breaks(tmp_path, capsys):
    place = write(tmp_path, TEXT + "\n![x](yok.png)\n")
    assert main(["hyphenate", "--report", str(place), *PLACES]) == ExitCode.FINDINGS
    assert "text.md" in capsys.readouterr().err
    assert main(["hyphenate", "--report", str(tmp_path / "yok"), *PLACES]) == ExitCode.NOT_FOUND


def test_either_words_or_a_booklet_are_asked_about(capsys):
    for arguments in ([], ["Ankara", "--report", "x"]):
        with pytest.raises(SystemExit) as stopped:
            main(["hyphenate", *arguments])
        assert stopped.value.code == ExitCode.USAGE


def test_words_are_answered_as_json_too(capsys):
    assert main(["hyphenate", "Kazakistan’daki", "--format", "json"]) == ExitCode.OK
    assert json.loads(capsys.readouterr().out) == [{"word": "Kazakistan’daki", "breaks": "Ka-za-kis-tan’|daki"}]


def test_an_editor_sees_what_the_lists_of_a_booklet_do(tmp_path, capsys):
    place = write(tmp_path, "# Bir\n", 'title = "Deneme"\n[hyphenation]\nexceptions = ["mütea-kiben"]')
    assert main(["hyphenate", "Müteakiben", "--booklet", str(place), *PLACES]) == ExitCode.OK
    assert capsys.readouterr().out == "Mütea-kiben\n"
    (place / "booklet.toml").write_text('title = "Deneme"\nhyphenation.foreign.en = ["newsletter"]', "utf-8")
    assert main(["hyphenate", "(newsletter’in", "roman", "--booklet", str(place), *PLACES]) == ExitCode.OK
    assert capsys.readouterr().out == "(news-let-ter’|in\nro-man\n"
    (tmp_path / "house.toml").write_text('[hyphenation]\nexceptions = ["u-çurtma"]\n', "utf-8")
    assert main(["hyphenate", "uçurtma", "--booklet", str(place), *PLACES]) == ExitCode.FINDINGS
    assert "M038" in capsys.readouterr().err


def test_words_are_printed_with_their_breaks(monkeypatch, capsys):
    assert main(["hyphenate", "İstanbul", "kitapçığın", "ABD’de"]) == ExitCode.OK
    assert capsys.readouterr().out.split() == ["İs-tan-bul", "ki-tap-çı-ğın", "ABD’|de"]
    monkeypatch.setattr(sys, "stdin", io.StringIO("saat\nTürkçe\n"))
    main(["hyphenate", "-"])
    assert capsys.readouterr().out.split() == ["sa-at", "Türk-çe"]
