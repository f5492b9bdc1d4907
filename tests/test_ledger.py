"""What was read is noted, nothing outside is opened, and a file is written whole or not at all."""

import os
import stat
import subprocess

import pytest

from publish.ledger import Ledger, write_whole
from publish.model.failure import ExitCode, ForbiddenError, PublishError


@pytest.fixture
def folder(tmp_path):
    booklet = tmp_path / "içerik" / "oruç"
    booklet.mkdir(parents=True)
    (booklet / "text.md").write_text("Soru: Nedir?", "utf-8")
    (tmp_path / "secret").write_text("secret", "utf-8")
    return booklet


@pytest.fixture
def world(folder, tmp_path):
    return Ledger([folder], tmp_path / "cache")


def test_a_file_of_the_booklet_is_read(world, folder):
    assert world.read(folder / "text.md").decode() == "Soru: Nedir?"
    assert world.exists(folder / "text.md")
    assert not world.exists(folder / "style.css")
    assert world.files(folder) == (folder / "text.md",)
    assert world.files(folder / "images") == ()


@pytest.mark.parametrize("way_out", ["../../secret", "../../../../../../etc/passwd", "/etc/passwd"])
def test_no_path_leads_out_of_the_booklet(world, folder, way_out):
    with pytest.raises(ForbiddenError) as caught:
        world.read(folder / way_out)
    assert caught.value.key == "X001"


def test_no_link_leads_out_of_the_booklet(world, folder, tmp_path):
    (folder / "link").symlink_to(tmp_path / "secret")
    (folder / "images").symlink_to(tmp_path)
    for path in (folder / "link", folder / "images" / "secret"):
        with pytest.raises(ForbiddenError):
            world.read(path)
        with pytest.raises(ForbiddenError):
            world.exists(path)


def test_a_pipe_is_never_waited_for(world, folder):
    os.mkfifo(folder / "pipe")
    with pytest.raises(FileNotFoundError):
        world.read(folder / "pipe")


def is_old(target, rules, *, newer=None):
    """Ask make itself whether `target` must be made anew by the depfile."""
    makefile = rules.parent / "asked.mk"
    makefile.write_text(f"{target}:\n\t@true\ninclude {rules}\n", "utf-8")
    asked = ["make", "-q", "-f", str(makefile), str(target), *(["-W", str(newer)] if newer else [])]
    return subprocess.run(asked, check=False, stderr=subprocess.DEVNULL).returncode == 1


@pytest.mark.parametrize(
    "name",
    ["kapak.png", "Foto ğ 1.png", "resim $1 #2.png", "a:b.png", "50%.png", "a[1]*?.png", "~a&c.png", "a\\b.png"],
)
def test_make_understands_every_name_in_the_depfile(world, folder, tmp_path, name):
    image = folder / name
    image.write_bytes(b"")
    os.utime(image, (1, 1))
    world.read(image)
    target = tmp_path / "out.pdf"
    target.write_bytes(b"")
    rules = tmp_path / "rules.mk"
    rules.write_bytes(world.depfile(target))
    assert not is_old(target, rules)
    assert not is_old(target, rules, newer=folder / "another.png")
    os.utime(image, (4e9, 4e9))
    assert is_old(target, rules)


def test_no_name_of_a_file_is_ever_run_by_make(world, folder, tmp_path):
    trap = folder / "a.png ; touch trapped"
    trap.write_bytes(b"")
    world.read(trap)
    assert b"touch" not in world.depfile(tmp_path / "out.pdf")


def test_the_package_itself_is_among_what_a_target_was_made_from(world, tmp_path):
    assert "publish/ledger.py" in world.depfile(tmp_path / "out.pdf").decode()


def test_a_deleted_file_makes_the_target_old_and_stops_nothing(world, folder, tmp_path):
    world.read(folder / "text.md")
    target = tmp_path / "out.pdf"
    target.write_bytes(b"")
    rules = tmp_path / "rules.mk"
    rules.write_bytes(world.depfile(target))
    assert not is_old(target, rules)
    (folder / "text.md").unlink()
    assert is_old(target, rules)


def test_a_file_arrives_whole_and_readable_by_others(tmp_path):
    path = tmp_path / "a" / "b.pdf"
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) & 0o444 == 0o444
    assert [item.name for item in path.parent.iterdir()] == ["b.pdf"]


def test_a_folder_in_the_way_is_an_error_that_leaves_nothing_behind(tmp_path):
    (tmp_path / "book.pdf").mkdir()
    with pytest.raises(PublishError) as caught:
        write_whole(tmp_path / "book.pdf", b"new")
    assert (caught.value.exit_code, caught.value.key) == (ExitCode.NOT_WRITABLE, "X002")
    assert [item.name for item in tmp_path.iterdir()] == ["book.pdf"]


def test_a_file_where_the_output_folder_should_be_is_an_error(tmp_path):
    (tmp_path / "build").write_text("not a folder", "utf-8")
    with pytest.raises(PublishError, match="build"):
        write_whole(tmp_path / "build" / "book.pdf", b"new")
    assert (tmp_path / "build").read_text("utf-8") == "not a folder"


def test_derived_files_are_kept_by_key_in_the_cache(world, tmp_path):
    path = world.cached("abc", ".ttf")
    assert path == tmp_path / "cache" / "abc.ttf"
    world.store(path, b"font")
    assert path.read_bytes() == b"font"


def test_progress_reaches_whoever_looks(folder, tmp_path):
    seen = []
    Ledger([folder], tmp_path, lambda *step: seen.append(step)).progress("page", 3)
    assert seen == [("page", 3, 0)]


def test_packaged_data_are_among_what_a_target_was_made_from(world, tmp_path):
    import publish.language.hyphenation.dictionary
    import publish.model.printing
    import publish.render.report  # noqa: F401  # each loads some

    rule = world.depfile(tmp_path / "out.pdf").decode()
    for data in (
        "language/hyphenation/hyph_tr.dic",
        "model/papers.toml",
        "render/templates/report.j2",
        "model/phrasebook/report.toml",
    ):
        assert f"publish/{data}" in rule
