"""Whatever an author's folder holds: a clear finding or the right result, never a traceback, never half a file."""

import io

import pytest
from PIL import Image

from publish.cli import main
from publish.model.failure import ExitCode
from tests.pdf.samples import CACHE

SETTINGS = 'title = "Deneme"\n'


def picture():
    content = io.BytesIO()
    Image.new("RGB", (8, 8), "black").save(content, "PNG")
    return content.getvalue()


@pytest.fixture
def library(tmp_path):
    (tmp_path / "secret.png").write_bytes(picture())
    return tmp_path / "kitaplık ğ 1"


@pytest.fixture
def booklet(library):
    def write(text, settings=SETTINGS, **files):
        folder = library / "deneme"
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in ({"text.md": text, "booklet.toml": settings} | files).items():
            path = folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return folder

    return write


def attempt(folder, capsys, kind="pdf"):
    """Build; return the exit code and what was said. Nothing half-written may be left."""
    output = folder.parent / "build" / f"deneme.{kind}"
    code = main([kind, str(folder), "-o", str(output), "--cache", str(CACHE)])
    said = capsys.readouterr().err
    assert "Traceback" not in said
    assert "unexpected" not in said
    left = [path.name for path in output.parent.glob("*")] if output.parent.exists() else []
    assert all(name.startswith("deneme.") for name in left)
    assert (output.name in left) == (code == ExitCode.OK)
    return code, said


@pytest.mark.parametrize(
    "target",
    [
        "../../etc/passwd",
        "../../secret.png",
        "/etc/passwd",
        "http://example.org/kapak.png",
        "https://example.org/kapak.png",
        "file:///etc/passwd",
        "data:image/png;base64,AAAA",
        "link.png",
        "yok.png",
        "klasor",
    ],
)
@pytest.mark.parametrize("kind", ["pdf", "epub"])
def test_an_image_from_elsewhere_stops_the_booklet_and_is_named(booklet, capsys, target, kind):
    folder = booklet(f"Metin burada.\n\n![kapak]({target})\n")
    (folder / "klasor").mkdir()
    (folder / "link.png").symlink_to(folder.parent.parent / "secret.png")
    code, said = attempt(folder, capsys, kind)
    assert code == ExitCode.FINDINGS
    assert f"{folder}/text.md:3:" in said
    assert target.removeprefix("data:")[:12] in said


@pytest.mark.untraced
@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"", "text.md"),
        (b"   \n\n", "text.md"),
        (bytes(range(256)) * 40, "text.md"),
        ("Türkçe yazı: şöyle böyle, ığdır.\n".encode("cp1254"), "CP1254"),
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "text.md"),
        (b"a" * 5_000_000, "text.md"),
        (b"> " * 600 + b"metin\n", "text.md:1:"),
        (b"::: kutu\nmetin\n:::\n", "kutu"),
        (b"Metin.[^yok]\n", "text.md:1:7"),
    ],
    ids=["empty", "blank", "binary", "cp1254", "png", "5MB-line", "600-quotes", "unknown-block", "no-such-note"],
)
def test_a_text_that_cannot_be_set_is_reported_with_its_place(booklet, capsys, text, said):
    code, printed = attempt(booklet(text), capsys)
    assert code == ExitCode.FINDINGS
    assert said in printed


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("", "title"),
        ('titel = "Deneme"\n', "title"),
        ('title = "D"\n[print]\ntrimm = "a5"\n', "booklet.toml:3:1"),
        ('title = "D"\ndate = 2022-13-45\n', "booklet.toml:2"),
        ('title = "D"\ndate = "dün"\n', "booklet.toml:2"),
        ('title = "D\n', "booklet.toml:1"),
        ('title = "D"\n[print]\ntrim = "b9"\n', "a5"),
        ('title = "D"\nisbn = "978-0-306-40615-8"\n', "booklet.toml:2"),
        (b'title = "\xfe\xf0"\n', "booklet.toml"),
        (b"\x00\x01\x02", "booklet.toml"),
    ],
)
def test_settings_that_cannot_be_read_are_reported_with_their_place(booklet, capsys, settings, said):
    code, printed = attempt(booklet("Metin burada durur.\n", settings), capsys)
    assert code == ExitCode.FINDINGS
    assert said in printed


@pytest.mark.untraced
def test_a_path_with_spaces_and_turkish_letters_builds(booklet, capsys):
    folder = booklet("Metin.\n\n![siyah kare](images/Foto ğ 1.png)\n", **{"images/Foto ğ 1.png": picture()})
    for kind in ("pdf", "epub"):
        assert attempt(folder, capsys, kind)[0] == ExitCode.OK


def test_a_drawing_that_reaches_out_stops_the_booklet(booklet, capsys):
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/passwd"/></svg>'
    code, said = attempt(booklet("Metin.\n\n![çizim](a.svg)\n", **{"a.svg": drawing}), capsys)
    assert code == ExitCode.FINDINGS
    assert "a.svg" in said


def test_a_style_that_reaches_out_is_refused(booklet, capsys):
    folder = booklet("Metin burada.\n", **{"style.css": "p { background: url(file:///etc/passwd) }"})
    code, said = attempt(folder, capsys)
    assert code == ExitCode.FINDINGS
    assert "style.css" in said


def test_a_font_that_we_do_not_have_is_an_error(booklet, capsys):
    folder = booklet("Metin burada.\n", **{"style.css": 'p { font-family: "DejaVu Serif" }'})
    code, said = attempt(folder, capsys)
    assert code == ExitCode.FINDINGS
    assert "style.css:1:" in said
    assert "DejaVu Serif" in said


@pytest.mark.untraced
def test_two_booklets_with_one_title_are_two_books(library, booklet, capsys):
    first = booklet("Birinci metin.\n")
    second = library / "ikinci"
    second.mkdir()
    for name in ("booklet.toml", "text.md"):
        (second / name).write_bytes((first / name).read_bytes())
    made = []
    for folder in (first, second):
        output = library / f"{folder.name}.epub"
        assert main(["epub", str(folder), "-o", str(output), "--cache", str(CACHE)]) == ExitCode.OK
        made.append(output.read_bytes())
    assert made[0] != made[1], "two books never share an identifier"


@pytest.mark.untraced
def test_a_folder_where_the_artefact_should_be_is_left_alone(booklet, library, capsys):
    folder = booklet("Metin burada.\n")
    (library / "deneme.pdf").mkdir()
    code = main(["pdf", str(folder), "-o", str(library / "deneme.pdf"), "--cache", str(CACHE)])
    assert code == ExitCode.NOT_WRITABLE
    assert "deneme.pdf" in capsys.readouterr().err
    assert (library / "deneme.pdf").is_dir()


def test_an_error_leaves_last_weeks_file_as_it_was(booklet, library, capsys):
    folder = booklet("Metin.\n\n![x](yok.png)\n")
    old = library / "deneme.pdf"
    old.write_bytes(b"last week")
    assert main(["pdf", str(folder), "-o", str(old), "--cache", str(CACHE)]) == ExitCode.FINDINGS
    assert old.read_bytes() == b"last week"
    assert "earlier build" in capsys.readouterr().err
