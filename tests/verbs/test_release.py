"""`publish release`: readers see the old catalogue or the new one, whatever happens."""

import errno
import fcntl
import os
import shutil
import threading
from pathlib import Path

import pytest

from publish.build import publishing, tree
from publish.cli import main
from publish.model.failure import PublishError
from publish.model.shelf import SiteFile


def catalogue(folder, words, *more):
    """Write a catalogue that says `words` on every page."""
    names = ("index.html", "opds/index.atom", "kitap/oruc.html", *more)
    tree.write(folder, [SiteFile(name, f"{name}: {words}".encode()) for name in names])
    return folder


@pytest.fixture
def made(tmp_path):
    return catalogue(tmp_path / "catalog", "bir")


@pytest.fixture
def place(tmp_path):
    (tmp_path / "www").mkdir()
    return tmp_path / "www" / "kitap"


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def beside(place):
    return sorted(path.name for path in place.parent.iterdir())


def code(catalogue, place):
    with pytest.raises(PublishError) as refused:
        publishing.publish(catalogue, place)
    return refused.value.key


def test_a_catalogue_is_published_whole(made, place, capsys):
    assert main(["release", str(made), "--to", str(place)]) == 0
    assert files(place) == files(made)
    assert beside(place) == ["kitap"]
    assert "3 files" in capsys.readouterr().err


def test_any_web_server_may_read_it(made, place):
    umask = os.umask(0o077)
    try:
        publishing.publish(made, place)
    finally:
        os.umask(umask)
    assert {path.stat().st_mode & 0o777 for path in place.rglob("*") if path.is_file()} == {0o644}
    assert {path.stat().st_mode & 0o777 for path in (place, *place.rglob("*")) if path.is_dir()} == {0o755}


def test_the_one_before_is_kept_until_the_next(made, place):
    for words in ("bir", "iki", "üç"):
        publishing.publish(catalogue(made, words), place)
    assert (place / "index.html").read_text("utf-8") == "index.html: üç"
    assert (place.with_name(".kitap.onceki") / "index.html").read_text("utf-8") == "index.html: iki"
    assert beside(place) == [".kitap.onceki", "kitap"]


def test_a_download_that_has_begun_goes_on(made, place):
    publishing.publish(made, place)
    with (place / "kitap" / "oruc.html").open("rb") as download:
        first = download.read(3)
        for words in ("iki", "üç", "dört"):
            publishing.publish(catalogue(made, words), place)
        assert first + download.read() == b"kitap/oruc.html: bir"


def test_files_that_did_not_change_keep_their_age_for_web_caches(made, place):
    os.utime(made / "index.html", ns=(10**18, 10**18))
    publishing.publish(made, place)
    assert (place / "index.html").stat().st_mtime_ns == 10**18


def test_the_same_catalogue_is_published_once_and_mended_where_it_was_damaged(made, place, capsys):
    publishing.publish(made, place)
    inode = place.stat().st_ino
    assert main(["release", str(made), "--to", str(place)]) == 0
    assert "up to date" in capsys.readouterr().err
    assert place.stat().st_ino == inode
    (place / "index.html").write_text("?")
    publishing.publish(made, place)
    assert files(place) == files(made)


def test_a_page_that_is_gone_is_gone_and_what_is_not_ours_goes_along(made, place):
    publishing.publish(catalogue(made, "bir", "kitap/hac.html"), place)
    (place / "robots.txt").write_text("mine")
    (place / "kitap" / "mine.txt").write_text("mine")
    (place / ".well-known" / "empty").mkdir(parents=True)
    (place / "link").symlink_to("robots.txt")
    publishing.publish(catalogue(made, "iki"), place)
    assert not (place / "kitap" / "hac.html").exists()
    assert (place / "robots.txt").read_text() == (place / "kitap" / "mine.txt").read_text() == "mine"
    assert (place / ".well-known" / "empty").is_dir()
    assert (place / "link").readlink() == Path("robots.txt")


def test_an_empty_folder_is_taken_and_a_link_to_a_folder_is_followed(made, place, tmp_path):
    (tmp_path / "disk" / "kitap").mkdir(parents=True)
    place.symlink_to(tmp_path / "disk" / "kitap")
    for words in ("bir", "iki"):
        publishing.publish(catalogue(made, words), place)
    assert place.is_symlink()
    assert files(place) == files(made)
    assert beside(tmp_path / "disk" / "kitap") == [".kitap.onceki", "kitap"]


@pytest.mark.parametrize("name", ["mine.txt", "SHA256SUMS", "index.html"])
def test_a_folder_with_something_else_in_it_is_left_alone(made, place, name):
    place.mkdir()
    (place / name).write_text("mine")
    assert code(made, place) == "X053"
    assert files(place) == {name: b"mine"}


def test_a_file_is_no_folder(made, place):
    place.write_text("mine")
    assert code(made, place) == "X053"


def test_a_file_that_is_not_ours_where_one_of_ours_should_be_stops_it(made, place):
    publishing.publish(made, place)
    (place / "kitap" / "hac.html").write_text("mine")
    assert code(catalogue(made, "iki", "kitap/hac.html"), place) == "X053"
    assert (place / "kitap" / "hac.html").read_text() == "mine"
    assert beside(place) == ["kitap"]


def test_the_catalogue_is_not_published_into_itself(made, tmp_path):
    for where in (made, made / "kitap", tmp_path):
        assert code(made, where) == "X052"


def test_there_must_be_a_catalogue_and_a_place(tmp_path, made, place, capsys):
    assert code(tmp_path / "yok", place) == "X050"
    assert code(made, place / "a" / "b") == "X002"
    assert main(["release", str(made), "--to", " "]) == 2
    assert "X057" in capsys.readouterr().err


@pytest.mark.parametrize("change", [lambda path: path.unlink(), lambda path: path.write_text("?")])
def test_a_catalogue_that_is_half_made_is_not_published(made, place, change):
    publishing.publish(made, place)
    before = files(place)
    change(catalogue(made, "iki") / "kitap" / "oruc.html")
    assert code(made, place) == "X056"
    assert files(place) == before
    assert beside(place) == ["kitap"]


def test_an_interruption_leaves_what_was_there(made, place, monkeypatch):
    publishing.publish(made, place)
    before = files(place)

    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr(publishing.os, "sync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        publishing.publish(catalogue(made, "iki"), place)
    assert files(place) == before
    assert beside(place) == ["kitap"]


@pytest.mark.parametrize("left", [0, 1, 2])
def test_what_a_run_left_that_was_killed_is_cleared_away(made, place, left):
    publishing.publish(made, place)
    fresh = place.with_name(".kitap.yeni")
    fresh.mkdir()
    for name in ("SHA256SUMS", "index.html")[:left]:
        shutil.copy(made / name, fresh)
    publishing.publish(catalogue(made, "iki"), place)
    assert (place / "index.html").read_text("utf-8") == "index.html: iki"
    assert beside(place) == [".kitap.onceki", "kitap"]


def test_a_folder_of_the_name_that_we_use_but_not_ours_is_left_alone(made, place):
    fresh = place.with_name(".kitap.yeni")
    fresh.mkdir()
    (fresh / "mine.txt").write_text("mine")
    assert code(made, place) == "X053"
    assert (fresh / "mine.txt").exists()


@pytest.mark.parametrize("reason", [errno.EINVAL, errno.EBUSY, errno.EXDEV, errno.ENOSYS])
def test_where_nothing_can_be_exchanged_what_is_published_stays(made, place, monkeypatch, reason):
    publishing.publish(made, place)
    before = files(place)
    monkeypatch.setattr(publishing, "_exchange", lambda one, other: reason)
    assert code(catalogue(made, "iki"), place) == "X054"
    assert files(place) == before
    assert beside(place) == ["kitap"]


def test_a_full_disk_leaves_what_was_there(made, place, monkeypatch):
    publishing.publish(made, place)

    def refuse(source, copy):
        raise OSError(errno.ENOSPC, "No space left on device", str(copy))

    monkeypatch.setattr(publishing.shutil, "copyfile", refuse)
    assert code(catalogue(made, "iki"), place) == "X002"
    assert (place / "index.html").read_text("utf-8") == "index.html: bir"
    assert beside(place) == ["kitap"]


def test_two_do_not_publish_at_once(made, place):
    folder = os.open(place.parent, os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)
    try:
        assert code(made, place) == "X055"
    finally:
        os.close(folder)
    publishing.publish(made, place)


def test_a_reader_never_misses_a_page_while_catalogues_are_exchanged(made, place):
    publishing.publish(made, place)
    seen, done = set(), threading.Event()

    def edition(folder, name):
        file = os.open(name, os.O_RDONLY, dir_fd=folder)
        try:
            return os.read(file, 99).decode().partition(": ")[2]
        finally:
            os.close(file)

    def read():
        while not done.is_set():
            assert (place / "index.html").is_file()
            folder = os.open(place, os.O_RDONLY)
            try:
                seen.add(tuple(edition(folder, name) for name in ("index.html", "kitap/oruc.html")))
            except FileNotFoundError:  # two editions later the folder that was opened is gone, but never the one there
                assert not os.path.samestat(os.fstat(folder), place.stat())
            os.close(folder)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(20):
        publishing.publish(catalogue(made, str(number)), place)
    done.set()
    reader.join()
    assert len(seen) > 1
    assert all(first == second for first, second in seen)
