"""A verse is looked up by its place, by some of its words, or by what is left of it; nothing found is said so."""

import io
import json
import sys

import pytest

from publish.cli import main
from publish.language.scripture import quran
from publish.language.scripture.recovery import index as recovery_index
from publish.model.failure import ExitCode
from tests.language.shared import shared
from tests.language.verse_index import index

MODERN, UTHMANI = quran.SCRIPTS


@pytest.fixture(autouse=True)
def _one_index(monkeypatch):
    monkeypatch.setattr(recovery_index, "load", lambda world: index())


@pytest.fixture
def ask(capsys):
    """Return a function that runs the verb and returns its exit code and what it printed."""

    def asked(*arguments):
        code = main(["verse", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    return asked


def rows(out):
    return [(row["surah"], row["first"], row["last"]) for row in json.loads(out)]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["Bakara", "255"], [(2, 255, 255)]),
        (["2:255"], [(2, 255, 255)]),
        (["el-Hac 22/40"], [(22, 40, 40)]),
        (["Bakara 255-256, 285"], [(2, 255, 256), (2, 285, 285)]),
    ],
)
def test_a_reference_names_its_verses(ask, words, found):
    code, out, _ = ask("--format", "json", *words)
    assert (code, rows(out)) == (ExitCode.OK, found)
    first = json.loads(out)[0]
    assert first["score"] == 1
    assert first["text"].startswith(quran.verse(*found[0][:2], MODERN))


def test_a_few_words_name_every_verse_that_has_them(ask):
    code, out, _ = ask("--format", "json", "الله", "مع", "الصابرين")
    assert (code, rows(out)) == (ExitCode.OK, [(2, 153, 153), (8, 46, 46)])
    first = json.loads(out)[0]
    assert first["verse"] == quran.verse(2, 153, MODERN)
    assert first["verse"].endswith(first["text"])
    assert (first["reference"], first["name"]) == ("Bakara, 2/153", "Bakara")


def test_damaged_words_name_the_verse_they_were(ask):
    line = shared("documents/kazakistan.txt").splitlines()[233]
    code, out, _ = ask(line)
    assert code == ExitCode.OK
    assert out.splitlines()[0].startswith("Hac, 22/40 ")
    assert 0.85 < float(out.splitlines()[0].split()[-1]) < 1
    assert out.splitlines()[1].strip() == " ".join(quran.verse(22, 40, MODERN).split()[-9:])
    assert quran.verse(22, 40, MODERN) in out.splitlines()[2]


@pytest.mark.parametrize("cited", ["{} [Rahmân 77]", "Rahmân 77 {}", "(Rahmân 55/77): {}", "Rahmân suresi 77. ayet {}"])
def test_a_citation_decides_among_verses_of_the_same_words(ask, cited):
    _, out, _ = ask("--format", "json", cited.format("تكذبان ربكما آلاء فبأي"))
    assert rows(out)[0] == (55, 77, 77)


def test_script_chooses_the_spelling(ask):
    for script in quran.SCRIPTS:
        assert quran.verse(1, 4, script) in ask("--script", script, "Fâtiha 4")[1]
        assert quran.verse(1, 4, script) in ask("--script", script, "مالك يوم الدين")[1]


def test_limit_bounds_the_answers(ask):
    assert len(rows(ask("--format", "json", "فبأي آلاء ربكما تكذبان")[1])) == 10
    assert len(rows(ask("--format", "json", "--limit", "3", "فبأي آلاء ربكما تكذبان")[1])) == 3
    with pytest.raises(SystemExit):
        ask("--limit", "0", "Bakara 255")


def test_a_dash_reads_from_stdin(ask, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("قل هو\nالله أحد".encode())))
    assert ask("-")[1].startswith("İhlâs, 112/1 ")


def test_the_words_of_the_answer_are_those_of_the_locale(ask, monkeypatch):
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert "benzerlik 1.000" in ask("Bakara 255")[1]
    assert "ayetin tamamı:" in ask("الله مع الصابرين")[1]


def test_cache_says_where_the_index_is_kept(ask, monkeypatch, tmp_path):
    monkeypatch.setattr(recovery_index, "load", lambda world: (world.store(world.cached("a", ".b"), b""), index())[1])
    ask("--cache", str(tmp_path / "here"), "قل هو الله أحد")
    assert (tmp_path / "here" / "a.b").is_file()


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Hac 140", "A002"),
        ("Hacce 40", "A001"),
        ("Xyzabc 40", "A007"),
        ("Bakara 3/255", "A003"),
        ("foo", "X011"),
        ("", "X011"),
        ("َ ُ ِ", "X011"),
        ("ﷺ", "X011"),
        ("ضظغ غظض ثخذ ظغض", "X011"),
        ("kelime " * 200_000, "X011"),
        ("الله " * 30_000, "X011"),
        ("\u064e" * 200_000, "X011"),
        ("[(" * 100_000 + " " * 100_000 + "ضظ", "X011"),
    ],
)
def test_what_is_no_verse_is_said_to_be_none(ask, text, said):
    code, out, err = ask("--quiet", text)
    assert (code, out) == (ExitCode.NOT_FOUND, "")
    assert said in err
    assert len(err) < 500
    assert ask("--format", "json", text)[1] == "[]\n"


def test_bytes_that_are_no_text_are_no_verse(ask, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(bytes(range(256)) * 9)))
    assert ask("-")[0] == ExitCode.NOT_FOUND
