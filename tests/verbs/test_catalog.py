"""`publish catalog`, on e-books and PDFs that are already made."""

import json
from pathlib import Path

import pytest

from publish.build import catalog as build
from publish.build import tree, volumes
from publish.cli import main
from publish.ledger import write_whole
from tests.catalog import samples
from tests.catalog.judge import faults_of_feeds, faults_of_pages, page, words
from tests.verbs.samples import DATED, HOUSE

STYLES = "styles"
TEXT = "# Oruç\n\n::: ayet Bakara 183\n“Oruç yazıldı.”\n:::\n\nBkz. [İhlâs 1-4], (el-Enfâl 8/2).\n"


def write_booklet(root, name, settings="", text=TEXT):
    folder, built = root / "content" / name, root / "build" / name
    folder.mkdir(parents=True)
    built.mkdir(parents=True)
    title = f'title = "{name.title()}"\n{DATED}{settings}\n[quran]\nscript = "simple-plain"\n'
    (folder / "booklet.toml").write_text(title, "utf-8")
    (folder / "text.md").write_text(text, "utf-8")
    (built / f"{name}.epub").write_bytes(samples.epub(f"urn:example:{name}"))
    (built / f"{name}.pdf").write_bytes(samples.pdf())


@pytest.fixture(autouse=True)
def _no_letters(monkeypatch):
    """Leave the faces out, which take seconds to cut."""
    monkeypatch.setattr(build, "_letters", lambda shelf, world: ())


@pytest.fixture
def library(tmp_path):
    write_booklet(tmp_path, "oruc", 'authors = ["Ali \\"Şir\\""]')
    write_booklet(tmp_path, "zekat")
    (tmp_path / "content" / "house.toml").write_text(HOUSE, "utf-8")
    return tmp_path


def catalog(root, *options, names=("oruc", "zekat")):
    folders = [str(root / "content" / name) for name in names]
    places = [
        "--build",
        str(root / "build"),
        "-o",
        str(root / "site"),
        "--styles",
        STYLES,
        "--cache",
        str(root / "cache"),
    ]
    return main(["catalog", *folders, *places, *options])


def site(root):
    folder = root / "site"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_the_catalogue_is_a_whole_site_with_feeds(library):
    assert catalog(library) == 0
    made = site(library)
    assert list(faults_of_pages(made)) == []
    assert list(faults_of_feeds(made)) == []
    said = words(page(made["kitap/oruc.html"]))
    for part in ("Kandil", "Ali “Şir”", "3 sayfa", "2/183", "112/1–4", "8/2", "1 Ekim 2026"):
        assert part in said
    assert made["indir/oruc.epub"] == samples.epub("urn:example:oruc")
    assert made["kapak/oruc.jpg"].startswith(b"\xff\xd8")


def test_two_catalogues_in_two_places_are_the_same_bytes(library, tmp_path_factory):
    other = tmp_path_factory.mktemp("öteki")
    write_booklet(other, "oruc", 'authors = ["Ali \\"Şir\\""]')
    write_booklet(other, "zekat")
    (other / "content" / "house.toml").write_text((library / "content" / "house.toml").read_text("utf-8"), "utf-8")
    for name in ("oruc.pdf", "zekat.pdf"):
        source = library / "build" / name.removesuffix(".pdf") / name
        (other / "build" / name.removesuffix(".pdf") / name).write_bytes(source.read_bytes())
    assert catalog(library) == catalog(other) == 0
    assert site(library) == site(other)


def test_a_changed_booklet_rewrites_its_page_and_the_lists_and_nothing_else(library):
    catalog(library)
    before = {path: (library / "site" / path).stat().st_mtime_ns for path in site(library)}
    (library / "content" / "oruc" / "text.md").write_text(TEXT + "\nVe [Nâs 1].\n", "utf-8")
    catalog(library)
    changed = {path for path in site(library) if (library / "site" / path).stat().st_mtime_ns != before.get(path)}
    assert changed == {"kitap/oruc.html", "ayetler.html", "arama.json", "SHA256SUMS"}


def test_an_interrupted_run_is_not_believed(library, monkeypatch):
    catalog(library)
    before = site(library)
    text = library / "content" / "oruc" / "text.md"
    text.write_text(TEXT + "\nVe [Nâs 1].\n", "utf-8")
    written = []

    def interrupt(path, content):
        if len(written) == 3:
            raise KeyboardInterrupt
        written.append(path)
        write_whole(path, content)

    monkeypatch.setattr(tree, "write_whole", interrupt)
    assert catalog(library) == 130
    monkeypatch.undo()
    monkeypatch.setattr(build, "_letters", lambda shelf, world: ())
    text.write_text(TEXT, "utf-8")
    assert catalog(library) == 0
    assert site(library) == before


def test_what_is_gone_from_the_library_is_gone_from_the_catalogue_and_what_is_not_ours_stays(library):
    catalog(library)
    (library / "site" / "robots.txt").write_text("mine")
    (library / "site" / "opds" / "mine.txt").write_text("mine")
    assert catalog(library, names=["zekat"]) == 0
    made = site(library)
    assert not [path for path in made if "oruc" in path]
    assert "opds/yazarlar.atom" not in made, "nobody is left to be listed"
    assert not (library / "site" / "opds" / "yazar").exists()
    assert made["robots.txt"] == made["opds/mine.txt"] == b"mine"


def test_a_list_of_files_that_somebody_wrote_removes_nothing_outside(library):
    (library / "mine.txt").write_text("mine")
    (library / "site").mkdir()
    own = "".join(f"{'0' * 64}  {path}\n" for path in ("index.html", "opds/index.atom"))
    (library / "site" / "SHA256SUMS").write_text(
        f"{own}{'0' * 64}  ../mine.txt\n{'0' * 64}  {library}/mine.txt\nsigns\n"
    )
    assert catalog(library) == 0
    assert (library / "mine.txt").exists()


def test_a_folder_with_a_list_that_is_not_ours_is_left_alone(library, capsys):
    (library / "site").mkdir()
    (library / "site" / "mine.txt").write_text("mine")
    (library / "site" / "SHA256SUMS").write_text(f"{'0' * 64}  mine.txt\n")
    assert catalog(library) == 4
    assert "error[X053]" in capsys.readouterr().err
    assert set(site(library)) == {"mine.txt", "SHA256SUMS"}


def test_the_list_of_files_is_one_that_other_programs_check(library):
    import subprocess

    catalog(library)
    done = subprocess.run(
        ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=library / "site", check=False
    )
    assert done.returncode == 0


def test_make_is_told_what_the_catalogue_was_made_from(library):
    done, rule = library / "done", library / "done.d"
    assert catalog(library, "--done", str(done), "--depfile", str(rule)) == 0
    assert done.read_bytes() == b""
    told = rule.read_text("utf-8")
    assert told.startswith(f"{done}: ")
    for name in (
        "oruc/text.md",
        "oruc/oruc.epub",
        "zekat/zekat.pdf",
        "house.toml",
        "styles/web.css",
        "styles/tokens.css",
        "page.j2",
    ):
        assert name in told


@pytest.mark.parametrize(("ending", "code"), [("epub", "C001"), ("pdf", "C001")])
def test_a_file_that_was_not_made_is_named_with_what_to_type(library, capsys, ending, code):
    (library / "build" / "oruc" / f"oruc.{ending}").unlink()
    assert catalog(library) == 1
    said = capsys.readouterr().err
    assert code in said
    assert f"make {ending} NAME=oruc" in said


@pytest.mark.parametrize("ending", ["epub", "pdf"])
def test_a_file_that_is_damaged_is_named(library, capsys, ending):
    (library / "build" / "oruc" / f"oruc.{ending}").write_bytes(b"?")
    assert catalog(library) == 1
    assert f"oruc.{ending}: error[C002]" in capsys.readouterr().err


def test_a_cover_that_is_no_picture_is_a_damaged_e_book(library, capsys):
    path = library / "build" / "oruc" / "oruc.epub"
    path.write_bytes(samples.epub("urn:example:oruc", picture=b"GIF?"))
    assert catalog(library) == 1
    assert "error[C002]" in capsys.readouterr().err


def codes(root, capsys, *names):
    """Return what is found wrong with a catalogue, by booklet."""
    catalog(root, "--format", "json", names=names)
    return sorted((Path(row["path"]).parent.name, row["code"]) for row in json.loads(capsys.readouterr().out))


NAMED = 'description = "x"\nauthors = ["Said Nursî"]\nseries = "Risâleler"\n'


def test_what_readers_could_not_tell_apart_is_found(tmp_path, capsys):
    write_booklet(tmp_path, "bir", NAMED + 'isbn = "978-975-08-0294-2"\n')
    write_booklet(tmp_path, "iki", NAMED.replace("î", "i").replace("â", "a") + 'isbn = "9789750802942"\n')
    write_booklet(tmp_path, "uc", NAMED)
    settings = tmp_path / "content" / "uc" / "booklet.toml"
    settings.write_text(settings.read_text("utf-8").replace("Uc", "BİR"), "utf-8")
    assert codes(tmp_path, capsys, "bir", "iki", "uc") == [
        ("iki", "C004"),
        ("iki", "C007"),
        ("iki", "C007"),
        ("uc", "C003"),
    ]
    assert codes(tmp_path, capsys, "bir", "uc") == [("uc", "C003")]
    assert site(tmp_path), "a warning stops no catalogue"


def test_two_booklets_with_one_number_in_a_series_are_found(tmp_path, capsys):
    for name, series in (("bir", "İbadetler 2"), ("iki", "İBÂDETLER, no: 2"), ("uc", "İbadetler 3"), ("dort", "Hadis")):
        write_booklet(tmp_path, name, f'description = "x"\nseries = "{series}"\n')
    assert codes(tmp_path, capsys, "bir", "dort", "iki", "uc") == [("iki", "C007"), ("iki", "C008")]


def test_a_booklet_that_is_not_to_be_listed_is_on_no_shelf(library):
    settings = library / "content" / "oruc" / "booklet.toml"
    settings.write_text(settings.read_text("utf-8") + "[catalog]\nlisted = false\n", "utf-8")
    (library / "build" / "oruc" / "oruc.epub").unlink()
    assert catalog(library) == 0
    assert not [path for path in site(library) if "oruc" in path]


def test_the_house_says_where_the_catalogue_is_and_what_it_is_about(library):
    house = library / "content" / "house.toml"
    house.write_text(HOUSE + '[catalog]\nurl = "https://kitap.example/raf"\nabout = "Bir\\n\\nİki"\n', "utf-8")
    assert catalog(library) == 0
    made = site(library)
    assert list(faults_of_pages(made)) == []
    assert list(faults_of_feeds(made)) == []
    (canonical,) = page(made["kitap/oruc.html"]).xpath("//link[@rel = 'canonical']/@href")
    assert canonical == "https://kitap.example/raf/kitap/oruc.html"
    assert b'rel="self" href="https://kitap.example/raf/opds/yeni.atom"' in made["opds/yeni.atom"]
    assert b"<loc>https://kitap.example/raf/kitap/oruc.html</loc>" in made["sitemap.xml"]
    assert words(page(made["index.html"]).xpath("//main")[0]).startswith("Kitapçıklar Bir İki")
    house.write_text(HOUSE, "utf-8")
    catalog(library)
    assert "sitemap.xml" not in site(library)


@pytest.mark.parametrize(
    "url", ["kitap.example", "javascript:alert(1)", "https://", "https://a b", "ftp://a", "https://a?b"]
)
def test_an_address_that_is_none_is_found(library, capsys, url):
    (library / "content" / "house.toml").write_text(HOUSE + f'[catalog]\nurl = "{url}"\n', "utf-8")
    assert catalog(library) == 1
    assert "error[M011]" in capsys.readouterr().err


@pytest.mark.parametrize(("web", "link"), [("kitap.example", "https://kitap.example"), ("javascript://a", None)])
def test_the_house_is_linked_to_where_it_has_an_address(library, web, link):
    house = library / "content" / "house.toml"
    house.write_text(f'web = "{web}"\n' + HOUSE, "utf-8")
    catalog(library)
    assert page(site(library)["index.html"]).xpath("//footer//a[starts-with(@href, 'http')]/@href") == [link] * bool(
        link
    )


def test_what_readers_will_miss_is_found_unless_it_is_accepted(tmp_path, capsys):
    write_booklet(tmp_path, "bir", '[[accept]]\ncode = "C005"\nreason = "yok"\n')
    write_booklet(tmp_path, "iki", '[[accept]]\ncode = "C003"\nreason = "yok"\n')
    (tmp_path / "build" / "iki" / "iki.epub").write_bytes(samples.epub("urn:example:iki", cover=False))
    assert codes(tmp_path, capsys, "bir", "iki") == [("iki", "C005"), ("iki", "C006"), ("iki", "M020")]


def test_what_did_not_change_is_not_read_again(library, monkeypatch):
    catalog(library)
    before = site(library)
    monkeypatch.setattr(volumes, "_found_out", None)
    assert catalog(library) == 0
    assert site(library) == before


@pytest.mark.parametrize("damage", [lambda path: path.write_bytes(b"{"), lambda path: path.unlink()])
def test_a_damaged_cache_is_as_good_as_none(library, damage):
    catalog(library)
    before = site(library)
    for path in (library / "cache").iterdir():
        damage(path)
    assert catalog(library) == 0
    assert site(library) == before


def test_an_error_in_a_booklet_stops_the_catalogue_and_leaves_the_old_one(library, capsys):
    catalog(library)
    before = site(library)
    (library / "content" / "oruc" / "booklet.toml").write_text("title = ", "utf-8")
    assert catalog(library) == 1
    assert "error[M012]" in capsys.readouterr().err
    assert site(library) == before


def test_a_folder_that_is_not_there_is_named(library, capsys):
    assert catalog(library, names=["hac"]) == 3
    assert "hac" in capsys.readouterr().err
