"""`publish proof` as people use it: a list on the terminal, a PDF to sign, compared with a file or with a commit."""

import io
import json
import shutil
import subprocess

import pypdf
import pytest

from publish import history
from publish.cli import main
from publish.model.failure import ExitCode, PublishError
from tests.pdf.samples import CACHE, STYLES

TEXT = """# Oruç

Soru: Oruç nedir?

Cevap: Oruç, tan yerinin ağarmasından güneşin batmasına kadar yemekten ve içmekten uzak durmaktır.[^1] Kalbi de korur.

| Ay | Yıl |
|---|---|
| Ramazan | 1729 |

[^1]: Tanım sözlükten alındı.
"""


def write(folder, text=TEXT):
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "booklet.toml").write_text('title = "Oruç"\nauthors = ["Ali"]\nedition = "2. baskı"\n', "utf-8")
    (folder / "text.md").write_text(text, "utf-8")
    (folder.parent / "house.toml").write_text('name = "Kandil"\n', "utf-8")
    return folder


def proof(folder, output, *options):
    places = ["--styles", str(STYLES), "--cache", str(CACHE)]
    return main(["proof", str(folder), "-o", str(output), *places, *options])


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """A booklet in a repository, its first state proved, its second one at hand."""
    root = tmp_path_factory.mktemp("kitaplık")
    folder = write(root / "content" / "oruc")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "ilk"], ["tag", "ilk"]):
        git(root, *command)
    assert proof(folder, root / "ilk.pdf", "-q") == ExitCode.OK
    write(folder, TEXT.replace("ağarmasından", "ağarmasıyla").replace("1729", "1730").replace("sözlükten", "lügatten"))
    return root


def git(root, *command):
    who = ["-c", "user.name=Deneme", "-c", "user.email=deneme@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *who, *command], cwd=root, check=True, capture_output=True)


CHANGES = [("ağarmasından", "ağarmasıyla"), ("1729", "1730"), ("sözlükten", "lügatten")]


def changes(library, capsys, since):
    output = library / "son.pdf"
    assert proof(library / "content" / "oruc", output, "--since", str(since), "--format", "json") == ExitCode.OK
    return json.loads(capsys.readouterr().out)


@pytest.mark.untraced
def test_what_changed_since_a_proof_is_listed(library, capsys):
    told = changes(library, capsys, library / "ilk.pdf")
    assert [(row["old"], row["new"]) for row in told["changes"]] == CHANGES
    assert [row["kind"] for row in told["changes"]] == ["paragraph", "cell", "note"]
    assert all(row["place"] == row["old_place"] for row in told["changes"])
    assert (told["since"], told["title"], told["findings"]) == ("ilk.pdf", "Oruç", [])


@pytest.mark.parametrize("name", ["ilk", "HEAD"])
def test_what_changed_since_a_commit_is_listed(library, capsys, name):
    told = changes(library, capsys, name)
    assert [(row["old"], row["new"]) for row in told["changes"]] == CHANGES
    assert told["since"].startswith(f"{name} (")


def test_the_list_is_printed_for_people_too(library, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    assert proof(library / "content" / "oruc", library / "son.pdf", "--since", str(library / "ilk.pdf")) == ExitCode.OK
    said = capsys.readouterr().out
    assert "ilk.pdf provasından bu yana 3 değişiklik" in said
    assert "«ağarmasından» → «ağarmasıyla»" in said
    assert "tablo gözü: «1729» → «1730»" in said
    assert "dipnot: «sözlükten» → «lügatten»" in said


@pytest.mark.untraced
def test_without_an_earlier_proof_nothing_is_said_of_changes(library, capsys):
    assert proof(library / "content" / "oruc", library / "son.pdf", "--format", "json") == ExitCode.OK
    told = json.loads(capsys.readouterr().out)
    assert "changes" not in told
    assert told["pages"] == len(pypdf.PdfReader(library / "son.pdf").pages) - 1


@pytest.mark.untraced
def test_the_list_to_be_signed_stands_before_the_pages(library):
    proof(library / "content" / "oruc", library / "son.pdf", "--since", str(library / "ilk.pdf"), "-q")
    text = pypdf.PdfReader(library / "son.pdf").pages[0].extract_text()
    words = ("Oruç", "2. baskı", "Basılabilir", "Düzeltilerek basılabilir", "İmza", "ilk.pdf", "ağarmasıyla", "D3")
    assert all(word in text for word in words)


@pytest.mark.untraced
def test_the_same_source_gives_the_same_proof(library):
    first, second = (library / name for name in ("bir.pdf", "iki.pdf"))
    for output in (first, second):
        proof(library / "content" / "oruc", output, "-q", "--since", str(library / "ilk.pdf"))
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.untraced
def test_a_proof_may_be_compared_with_the_one_it_replaces(library, tmp_path, capsys):
    output, note = tmp_path / "oruc-proof.pdf", tmp_path / "oruc.d"
    shutil.copy(library / "ilk.pdf", output)
    options = "--since", str(output), "--depfile", str(note), "--format", "json"
    assert proof(library / "content" / "oruc", output, *options) == ExitCode.OK
    assert len(json.loads(capsys.readouterr().out)["changes"]) == len(CHANGES)
    rule = note.read_text("utf-8").split(":")[1]
    assert "text.md" in rule
    assert output.name not in rule


@pytest.mark.untraced
def test_a_name_of_a_commit_is_watched_and_a_number_is_not(library, tmp_path):
    folder, note = library / "content" / "oruc", tmp_path / "oruc.d"
    proof(folder, tmp_path / "x.pdf", "-q", "--since", "main", "--depfile", str(note))
    assert ".git/logs/HEAD" in note.read_text("utf-8")
    full = subprocess.run(["git", "rev-parse", "HEAD"], cwd=library, check=True, capture_output=True, text=True).stdout
    proof(folder, tmp_path / "x.pdf", "-q", "--since", full.strip()[:12], "--depfile", str(note))
    assert ".git" not in note.read_text("utf-8")
    assert "publish-" not in note.read_text("utf-8")  # nor the files of the state that is gone


@pytest.mark.parametrize(
    ("since", "code", "exit_code"),
    [
        ("yok", "X021", ExitCode.NOT_FOUND),
        ("--all", "X021", ExitCode.NOT_FOUND),
        ("HEAD:content", "X021", ExitCode.NOT_FOUND),
        ("yok.pdf", "X025", ExitCode.NOT_FOUND),
        ("{root}/content/oruc/text.md", "X024", ExitCode.NOT_FOUND),
        ("bos", "X022", ExitCode.NOT_FOUND),
        ("bozuk", "X023", ExitCode.FINDINGS),
    ],
)
def test_what_cannot_be_compared_with_is_said_and_what_to_type(tmp_path, capsys, since, code, exit_code):
    root = tmp_path / "kitap"
    (root / "content").mkdir(parents=True)
    (root / "README").write_text("boş", "utf-8")
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "boş"], ["tag", "bos"]):
        git(root, *command)
    folder = write(root / "content" / "oruc")
    (folder / "booklet.toml").write_text("title = ", "utf-8")
    for command in (["add", "."], ["commit", "-qm", "bozuk"], ["tag", "bozuk"]):
        git(root, *command)
    write(folder)
    assert proof(folder, tmp_path / "x.pdf", f"--since={since.format(root=root)}") == exit_code
    said = capsys.readouterr().err
    assert f"error[{code}]" in said
    assert "SINCE=" in said or "git log" in said
    assert not (tmp_path / "x.pdf").exists()


def test_a_library_outside_of_git_is_told_to_give_a_pdf(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    folder = write(tmp_path / "content" / "oruc")
    assert proof(folder, tmp_path / "x.pdf", "--since", "HEAD") == ExitCode.NOT_FOUND
    assert "error[X020]" in capsys.readouterr().err


def test_a_machine_without_git_is_told_so(tmp_path, monkeypatch):
    monkeypatch.setattr(history.shutil, "which", lambda name: None)
    with pytest.raises(PublishError) as raised:
        history.write_out(tmp_path, (), "HEAD", tmp_path / "x")
    assert (raised.value.key, raised.value.exit_code) == ("X026", ExitCode.SETUP)


def test_a_broken_pdf_and_one_of_others_are_no_proofs(library, tmp_path, capsys):
    writer, stranger = pypdf.PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(stranger)
    for content in (b"", b"%PDF-1.7\nbozuk", (library / "ilk.pdf").read_bytes()[:3000], stranger.getvalue()):
        (tmp_path / "eski.pdf").write_bytes(content)
        code = proof(library / "content" / "oruc", tmp_path / "x.pdf", "--since", str(tmp_path / "eski.pdf"))
        assert code == ExitCode.NOT_FOUND
        assert "error[X024]" in capsys.readouterr().err


def test_an_error_in_the_text_stops_the_proof(tmp_path, capsys):
    folder = write(tmp_path / "content" / "oruc", "# Oruç\n\n![x](yok.png)\n")
    assert proof(folder, tmp_path / "x.pdf") == ExitCode.FINDINGS
    assert "error[F002]" in capsys.readouterr().err
    assert not (tmp_path / "x.pdf").exists()
