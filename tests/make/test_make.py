"""What make rebuilds and what it leaves alone, asked of make itself on a library of its own."""

import os
import select
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.pdf.samples import CACHE

HOME = Path(__file__).parents[2]
HOUSE = 'name = "Kandil Yayınları"\ncity = "İstanbul"\n'
TEXT = """# Oruç

Soru: Oruç nedir?

Cevap: Bir ibadettir. Şu ayet okunur: [Bakara 183]

![bir kare](images/kare.png "Bir kare")
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """Two booklets, built once, and a proof of the first: the second is the first under another name."""
    root = tmp_path_factory.mktemp("kitaplık")
    write_booklet(root / "content", "oruc")
    furnish(root)
    done = make(root, "all", "proof")
    assert done.returncode == 0, done.stderr
    rename(root / "content" / "oruc", root / "content" / "zekat")
    assert dirty(root) == artefacts("zekat"), "make wants all of a booklet that it has not built"
    for folder in ("content", "build", "build/.make"):
        for path in sorted((root / folder).glob("oruc*")):
            rename(path, path.with_name(path.name.replace("oruc", "zekat")))
    assert make(root, "catalog").returncode == 0
    assert make(root, "-q", "all").returncode == 0
    return root


def rename(path, target):
    """Copy a file or a folder as one of another name: notes of make name it inside too; all keep their ages."""
    if path.is_dir():
        target.mkdir(exist_ok=True)
        for inner in path.iterdir():
            rename(inner, target / inner.name.replace("oruc", "zekat"))
    else:
        shutil.copy2(path, target)
        if target.suffix == ".d":
            target.write_text(path.read_text("utf-8").replace("oruc", "zekat"), "utf-8")
            shutil.copystat(path, target)


def furnish(root):
    """Give a library the styles, and the faces that other tests have cut: that make cuts them is seen once."""
    shutil.copytree(HOME / "styles", root / "styles")
    if CACHE.exists():
        shutil.copytree(CACHE, root / "build" / ".cache", ignore=shutil.ignore_patterns(".*"))


def write_booklet(content, name):
    from PIL import Image

    (content / name / "images").mkdir(parents=True)
    (content / "house.toml").write_text(HOUSE, "utf-8")
    settings = f'title = "{name.title()}"\nauthors = ["Ali"]\n[print]\npublished = false\n'
    (content / name / "booklet.toml").write_text(settings, "utf-8")
    (content / name / "text.md").write_text(TEXT, "utf-8")
    Image.new("RGB", (1300, 130), "black").save(content / name / "images" / "kare.png")


def make(root, *arguments, **options):
    command = ["make", *arguments, f"CONTENT={root}/content", f"BUILD={root}/build", f"STYLES={root}/styles"]
    environment = {key: value for key, value in os.environ.items() if key not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    for name in ("NAME", "PYTHONDONTWRITEBYTECODE"):  # who compiles all of the program each time waits for it
        environment.pop(name, None)
    environment |= {"LC_ALL": "C.UTF-8"}
    options = {"check": False, "capture_output": True, "text": True, "env": environment} | options
    return subprocess.run(command, cwd=HOME, **options)


def dirty(root, *arguments):
    """Return the artefacts that make would build now, without building them."""
    printed = make(root, "-n", *arguments).stdout
    return {
        word.rsplit("/", 1)[-1]
        for line in printed.splitlines()
        for word in line.split()
        if word.endswith((".pdf", ".epub"))
    }


def touch(path):
    """Make `path` newer than anything built, and give it back its age afterwards."""
    later = time.time() + 60
    os.utime(path, (later, later))


@pytest.fixture
def aged(library):
    """A library whose files have the words and the ages they had after the build, before and after the test."""
    files = {path: (path.read_bytes(), path.stat().st_mtime) for path in library.rglob("*") if path.is_file()}
    yield library
    for path in [path for path in library.rglob("*") if path.is_file() and path not in files]:
        path.unlink()
    for path, (content, age) in files.items():
        if not path.exists() or path.stat().st_mtime != age:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            os.utime(path, (age, age))


ENDINGS = (".pdf", ".epub", "-print.pdf", "-cover.pdf", "-booklet.pdf")


def artefacts(*names):
    """Return what `make` makes of booklets."""
    return {f"{name}{ending}" for name in names for ending in ENDINGS}


ALL = artefacts("oruc", "zekat")


def test_every_booklet_has_its_artefacts(library):
    for name in ("oruc", "zekat"):
        assert (library / "build" / name / f"{name}.pdf").read_bytes().startswith(b"%PDF-")
        assert (library / "build" / name / f"{name}.epub").read_bytes().startswith(b"PK")
        assert (library / "build" / name / f"{name}-cover.pdf").read_bytes().startswith(b"%PDF-")


def test_the_print_pdf_is_made_of_the_reading_pdf(aged):
    touch(aged / "build" / "oruc" / "oruc.pdf")
    assert "oruc-print.pdf" in dirty(aged)
    assert "zekat-print.pdf" not in dirty(aged)


def test_the_sheets_of_a_booklet_fold_into_its_pages(library):
    import pypdfium2

    folder = library / "build" / "oruc"
    pages = pypdfium2.PdfDocument(folder / "oruc-print.pdf")
    words = [page.get_textpage().get_text_bounded(0, 0, 420, 596).split() for page in pages]
    assert len([text for text in words if text]) > 2
    sheets = pypdfium2.PdfDocument(folder / "oruc-booklet.pdf")
    halves = []
    for sheet in sheets:
        width, height = sheet.get_size()
        text, middle = sheet.get_textpage(), width / 2
        edges = ((0, middle), (middle, width))
        halves.append([text.get_text_bounded(left, 0, right, height).split() for left, right in edges])
    fronts, backs = halves[::2], halves[1::2]
    first = [page for front, back in zip(fronts, backs, strict=True) for page in (front[1], back[0])]
    last = [page for front, back in zip(fronts, backs, strict=True) for page in (front[0], back[1])]
    folded = first + last[::-1]
    assert folded == words + [[]] * (len(folded) - len(words))


def test_sheets_that_are_gone_are_made_again(aged):
    (sheets,) = (aged / "build" / "oruc").glob("*-booklet.pdf")
    was = sheets.read_bytes()
    sheets.unlink()
    assert dirty(aged) >= {"oruc-booklet.pdf"}
    assert dirty(aged, "booklet", "NAME=zekat") == set()
    assert make(aged, "booklet", "NAME=oruc").returncode == 0
    assert sheets.read_bytes() == was


def test_make_booklet_says_why_a_glued_book_has_no_sheets_and_make_all_is_silent(aged):
    note = aged / "build" / ".make" / "oruc.booklet"
    note.write_text("amerikan cilt\n", "utf-8")  # as `publish booklet --done` leaves it
    later = time.time() + 60
    os.utime(note, (later, later))
    said = make(aged, "booklet")
    assert said.returncode == 0
    assert said.stdout == "amerikan cilt\n"
    assert "amerikan cilt" not in make(aged, "all").stdout
    note.write_text("", "utf-8")


def test_a_second_make_starts_no_python_and_takes_no_time(library):
    begun = time.monotonic()
    done = make(library, "all")
    assert time.monotonic() - begun < 1  # 0.3 s alone; the machine is shared
    assert done.returncode == 0
    assert not done.stderr
    assert dirty(library, "all") == set()


def test_a_changed_text_dirties_its_booklet_only(aged):
    touch(aged / "content" / "oruc" / "text.md")
    assert dirty(aged) == artefacts("oruc")


def test_a_changed_image_dirties_its_booklet_only(aged):
    touch(aged / "content" / "zekat" / "images" / "kare.png")
    assert dirty(aged) == artefacts("zekat")


def test_the_style_of_covers_dirties_covers_and_the_e_books_that_show_them(aged):
    touch(aged / "styles" / "cover" / "common.css")
    assert dirty(aged, "pdf") == set()
    assert dirty(aged, "epub") == {"oruc.epub", "zekat.epub"}
    assert {"oruc-cover.pdf", "zekat-cover.pdf"} <= dirty(aged, "cover")


def test_the_print_style_dirties_every_pdf_and_the_e_book_style_every_e_book(aged):
    touch(aged / "styles" / "epub.css")
    assert dirty(aged) == {"oruc.epub", "zekat.epub"}
    touch(aged / "styles" / "print.css")
    assert {"oruc.pdf", "zekat.pdf"} <= dirty(aged)


def test_a_style_of_another_trim_dirties_nothing(aged):
    touch(aged / "styles" / "trim" / "a6.css")
    assert dirty(aged) == set()


def test_the_house_dirties_everything(aged):
    touch(aged / "content" / "house.toml")
    assert dirty(aged) == ALL


def test_the_program_itself_dirties_what_it_made(aged):
    printed = make(aged, "-n", "-W", "publish/pdf/typeset.py").stdout
    assert "oruc.pdf" in printed
    printed = make(aged, "-n", "-W", "publish/epub/pack.py").stdout
    assert "oruc.epub" in printed
    assert "oruc.pdf" not in printed


def test_the_catalogue_has_all_booklets_and_is_made_anew_when_any_of_them_changes(aged):
    assert (aged / "build" / "catalog" / "kitap" / "oruc.html").exists()
    assert (aged / "build" / "catalog" / "kitap" / "zekat.html").exists()
    assert "publish catalog" not in make(aged, "-n").stdout
    for changed in ("build/oruc/oruc.epub", "build/zekat/zekat.pdf", "styles/web.css"):
        touch(aged / changed)
        assert "publish catalog" in make(aged, "-n", "catalog").stdout, changed


def test_a_booklet_alone_makes_no_catalogue_and_a_catalogue_is_never_of_one_alone(aged):
    touch(aged / "content" / "house.toml")
    assert "publish catalog" not in make(aged, "-n", "NAME=oruc").stdout
    assert "content/zekat" in make(aged, "-n", "catalog", "NAME=oruc").stdout


def test_a_catalogue_that_is_gone_is_made_again_and_a_booklet_that_is_gone_leaves_it(aged):
    shutil.rmtree(aged / "build" / "catalog")
    assert "publish catalog" in make(aged, "-n").stdout
    shutil.copytree(aged / "content" / "zekat", aged / "zekat")
    shutil.rmtree(aged / "content" / "zekat")
    assert make(aged, "catalog").returncode == 0
    assert not (aged / "build" / "catalog" / "kitap" / "zekat.html").exists()
    assert make(aged, "-q", "catalog").returncode == 0
    shutil.copytree(aged / "zekat", aged / "content" / "zekat")
    assert make(aged, "-q", "catalog").returncode == 1


def test_one_command_publishes_the_catalogue(aged, tmp_path):
    done = make(aged, "publish", f"TO={tmp_path}/kitap lar")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "kitap lar" / "kitap" / "oruc.html").exists()
    assert "make publish TO=" in make(aged, "publish").stderr


def test_the_server_says_at_once_where_it_is_though_make_works_in_parallel(library):
    command = [
        "make",
        "-j2",
        "serve",
        f"CONTENT={library}/content",
        f"BUILD={library}/build",
        f"STYLES={library}/styles",
    ]
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "MAKEFLAGS": ""}
    with subprocess.Popen(
        command, cwd=HOME, stderr=subprocess.PIPE, env=environment, start_new_session=True
    ) as running:
        try:
            assert select.select([running.stderr], [], [], 20)[0], "what it says waits for its end"
            assert b"http://localhost:" in running.stderr.readline()
        finally:
            os.killpg(running.pid, signal.SIGINT)


def test_a_booklet_that_is_called_like_the_catalogue_is_named(tmp_path):
    (tmp_path / "content" / "catalog").mkdir(parents=True)
    (tmp_path / "content" / "catalog" / "text.md").write_text("Metin.")
    done = make(tmp_path, "pdf")
    assert done.returncode != 0
    assert "cannot be called catalog" in done.stderr


def test_an_optional_style_that_appears_dirties_its_booklet_until_it_is_gone(aged):
    style = aged / "content" / "oruc" / "style.css"
    style.write_text("p { color: #111 }", "utf-8")
    assert {"oruc.pdf"} <= dirty(aged) <= artefacts("oruc")
    style.unlink()
    assert make(aged, "pdf", "NAME=oruc").returncode == 0
    assert dirty(aged, "pdf") == set()


def test_a_name_restricts_to_one_booklet(aged):
    touch(aged / "content" / "house.toml")
    assert dirty(aged, "NAME=zekat") == artefacts("zekat")
    assert dirty(aged, "pdf", "NAME=zekat") == {"zekat.pdf"}


def test_other_styles_than_last_time_dirty_everything(aged, tmp_path):
    shutil.copytree(aged / "styles", tmp_path / "styles")
    moved = make(aged, "-n", f"STYLES={tmp_path}/styles")  # the last STYLES= wins
    del moved
    command = ["make", "-n", f"CONTENT={aged}/content", f"BUILD={aged}/build", f"STYLES={tmp_path}/styles"]
    printed = subprocess.run(command, cwd=HOME, check=True, capture_output=True, text=True).stdout
    assert all(name in printed for name in ALL)


def test_an_error_stops_its_booklet_and_not_its_neighbour(tmp_path):
    write_booklet(tmp_path / "content", "oruc")
    write_booklet(tmp_path / "content", "zekat")
    furnish(tmp_path)
    (tmp_path / "content" / "oruc" / "images" / "kare.png").unlink()
    done = make(tmp_path, "-j2", "pdf")
    assert done.returncode != 0
    assert "error[F002]" in done.stderr + done.stdout
    assert not (tmp_path / "build" / "oruc" / "oruc.pdf").exists()
    assert (tmp_path / "build" / "zekat" / "zekat.pdf").exists()
    assert "Traceback" not in done.stderr + done.stdout


def test_make_says_what_to_type_where_a_name_is_missing(tmp_path):
    assert "make new NAME=oruc" in make(tmp_path, "new").stderr
    assert "make import SRC=" in make(tmp_path, "import").stderr


def test_a_booklet_that_is_not_there_is_said_to_be_missing(library):
    done = make(library, "pdf", "NAME=hac")
    assert done.returncode != 0
    assert "make new NAME=hac" in done.stderr


def test_a_file_where_the_output_folder_should_be_is_named(library, tmp_path):
    (tmp_path / "build").write_text("a file")
    command = ["make", "pdf", f"CONTENT={library}/content", f"BUILD={tmp_path}/build"]
    done = subprocess.run(command, cwd=HOME, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "is a file" in done.stderr
    assert (tmp_path / "build").read_text() == "a file"


def test_a_path_with_a_space_is_refused_with_what_to_type(library):
    command = ["make", "pdf", "CONTENT=/tmp/kitap lar"]
    done = subprocess.run(command, cwd=HOME, check=False, capture_output=True, text=True)
    assert done.returncode != 0
    assert "ln -s" in done.stderr


def test_a_booklet_whose_folder_has_a_space_is_named(tmp_path):
    (tmp_path / "content" / "ramazan ayı").mkdir(parents=True)
    (tmp_path / "content" / "ramazan ayı" / "text.md").write_text("Metin.")
    done = make(tmp_path, "pdf")
    assert done.returncode != 0
    assert "space in its name" in done.stderr


def test_clean_removes_what_was_built_and_nothing_else(tmp_path):
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "mine.txt").write_text("mine")
    make(tmp_path, "clean")
    assert (tmp_path / "build" / "mine.txt").exists(), "a folder that make never built in is not make's to remove"
    (tmp_path / "build" / ".make").mkdir()
    make(tmp_path, "clean")
    assert not (tmp_path / "build").exists()


def test_help_lists_every_target_that_a_person_types(library):
    printed = make(library, "help").stdout
    for target in (
        "all",
        "pdf",
        "epub",
        "print",
        "cover",
        "booklet",
        "catalog",
        "serve",
        "publish",
        "check",
        "new",
        "import",
        "test",
        "quality",
        "bench",
        "doctor",
        "clean",
        "help",
    ):
        assert f"make {target} " in printed


def test_a_draft_builds_at_once_with_nothing_to_say(tmp_path):
    done = make(tmp_path, "new", "NAME=ramazan")
    assert done.returncode == 0, done.stderr
    furnish(tmp_path)
    done = make(tmp_path, "check")
    assert done.returncode == 0, done.stderr
    assert "0 errors, 0 warnings" in done.stderr
    done = make(tmp_path, "all")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "build" / "ramazan" / "ramazan.pdf").exists()


def test_two_builds_in_two_folders_at_two_times_are_the_same_bytes(library, tmp_path):
    shutil.copytree(library / "content", tmp_path / "content")
    shutil.copytree(library / "styles", tmp_path / "styles")
    assert make(tmp_path, "pdf", "epub", "cover", "NAME=oruc").returncode == 0
    for kind in (".pdf", ".epub", "-cover.pdf"):
        first, second = (root / "build" / "oruc" / f"oruc{kind}" for root in (library, tmp_path))
        assert first.read_bytes() == second.read_bytes()


def test_a_proof_is_made_where_it_is_asked_for_and_only_when_something_changed(aged):
    own = aged / "build" / "oruc" / "oruc-proof.pdf"
    assert own.read_bytes().startswith(b"%PDF-")
    assert dirty(aged, "proof", "NAME=oruc") == set()
    assert "Nothing to be done" in make(aged, "proof", "NAME=oruc").stdout
    touch(aged / "content" / "oruc" / "text.md")
    assert "oruc-proof.pdf" not in dirty(aged, "all")
    assert dirty(aged, "proof", "NAME=oruc") == {"oruc-proof.pdf"}
    assert dirty(aged, "proof", "NAME=yok") == {"yok-proof.pdf"}


def test_a_proof_is_made_anew_when_it_is_to_be_compared_with_another(aged):
    own, old = aged / "build" / "oruc" / "oruc-proof.pdf", aged / "eski.pdf"
    shutil.copy(own, old)
    since = f"SINCE={old}"
    assert "oruc-proof.pdf" in dirty(aged, "proof", since)
    (aged / "content" / "oruc" / "text.md").write_text(TEXT.replace("ibadettir", "ibâdettir"), "utf-8")
    done = make(aged, "proof", "NAME=oruc", since)
    assert "«ibadettir.» → «ibâdettir.»" in done.stdout
    assert dirty(aged, "proof", "NAME=oruc", since) == set()
    touch(old)
    assert "oruc-proof.pdf" in dirty(aged, "proof", since)
    assert "oruc-proof.pdf" in dirty(aged, "proof", "SINCE=HEAD")


def test_a_commit_with_signs_of_the_shell_in_its_name_is_only_a_name(aged):
    done = make(aged, "proof", "NAME=oruc", "SINCE=--`touch pwned`; touch pwned #'")
    assert done.returncode != 0
    assert "error[X02" in done.stderr + done.stdout
    assert not (HOME / "pwned").exists()
