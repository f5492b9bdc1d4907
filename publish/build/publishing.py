"""The catalogue put where a web server reads it, whole or not at all.

    kitap/            what readers see ─┐ exchanged in one step: no reader meets a shelf that is half of each
    .kitap.yeni/      the new tree, made beside it, checked file by file ─┘
    .kitap.onceki/    what was there before, kept until the next time: downloads under way go on

What somebody else put into the folder (robots.txt, .htaccess) goes along. A folder that holds no catalogue of ours, and
is not empty, is left alone.
"""

from __future__ import annotations

import ctypes
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publish.build import tree
from publish.model.failure import ExitCode, PublishError

_HERE, _EXCHANGE = -100, 2
"""AT_FDCWD and RENAME_EXCHANGE (renameat2(2))."""
FOLDER_MODE, FILE_MODE = 0o755, 0o644
"""For web servers, which run as somebody else."""


@dataclass(frozen=True, slots=True)
class Published:
    """What came of it."""

    place: Path
    """Where the catalogue lies now, links followed."""
    files: int
    is_new: bool
    """Whether anything had to be done."""
    before: Path | None
    """Where the one before is kept."""


def publish(catalogue: Path, target: Path) -> Published:
    """Put the catalogue at `target` in one step.

    Raises `PublishError` X002 (not writable), X050 (no catalogue), X052 (one folder lies in the other), X053 (files
    that are not ours), X054 (this file system cannot), X055 (another is at work), X056 (not the files listed).
    """
    listed = tree.sums(catalogue)
    if not listed:
        raise PublishError(ExitCode.NOT_FOUND, "X050", path=catalogue)
    place = Path(os.path.realpath(target))
    _must_lie_apart(Path(os.path.realpath(catalogue)), place)
    with _alone(place):
        _must_be_ours_or_empty(place)
        fresh, before = (place.with_name(f".{place.name}.{kind}") for kind in ("yeni", "onceki"))
        if tree.sums(place) == listed and all(_sum(place / path) == listed[path] for path in listed):
            return Published(place, len(listed), False, before if before.exists() else None)
        _discard(fresh)
        try:
            _copy(catalogue, fresh, listed)
            _take_along(place, fresh, listed)
            os.sync()
            is_first = _swap(fresh, place)
        except OSError as error:
            _discard(fresh)
            path = error.filename or place
            raise PublishError(ExitCode.NOT_WRITABLE, "X002", path=path, reason=error.strerror or error) from error
        except BaseException:
            _discard(fresh)
            raise
        if not is_first:
            _discard(before)
            fresh.rename(before)
        return Published(place, len(listed), True, None if is_first else before)


def _must_lie_apart(catalogue: Path, place: Path) -> None:
    if catalogue == place or catalogue in place.parents or place in catalogue.parents:
        raise PublishError(ExitCode.USAGE, "X052", path=place, catalogue=catalogue)


@contextmanager
def _alone(place: Path) -> Iterator[None]:
    """Let one at a time publish below a folder; the lock goes with the process, however that ends."""
    try:
        folder = os.open(place.parent, os.O_RDONLY | os.O_DIRECTORY)
    except OSError as error:
        reason = error.strerror or error
        raise PublishError(ExitCode.NOT_WRITABLE, "X002", path=place.parent, reason=reason) from error
    try:
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise PublishError(ExitCode.NOT_WRITABLE, "X055", path=place) from error
    finally:
        os.close(folder)


def _must_be_ours_or_empty(place: Path) -> None:
    if not os.path.lexists(place) or (place.is_dir() and tree.sums(place)):
        return
    if not place.is_dir() or any(place.iterdir()):
        raise PublishError(ExitCode.NOT_WRITABLE, "X053", path=place)


def _sum(path: Path) -> str:
    """Return the SHA-256 of a file, nothing where it cannot be read."""
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return ""


def _discard(folder: Path) -> None:
    """Remove a tree beside the catalogue that we made, which its list says. Raises `PublishError` X053 for another."""
    if not os.path.lexists(folder):
        return
    _must_be_ours_or_empty(folder)
    shutil.rmtree(folder, ignore_errors=True)


def _copy(catalogue: Path, fresh: Path, listed: Mapping[str, str]) -> None:
    """Copy the files that are listed, with their ages, which web caches go by. Raises `PublishError` X056."""
    fresh.mkdir(FOLDER_MODE)
    fresh.chmod(FOLDER_MODE)
    for path in (tree.SUMS, *listed):  # the list comes first: by it a tree that was left half made is known as ours
        source, copy = catalogue / path, fresh / path
        for parent in reversed(copy.relative_to(fresh).parents[:-1]):
            if not (fresh / parent).exists():
                (fresh / parent).mkdir()
                (fresh / parent).chmod(FOLDER_MODE)
        if path != tree.SUMS and _sum(source) != listed[path]:
            raise PublishError(ExitCode.NOT_FOUND, "X056", path=source)
        shutil.copyfile(source, copy)
        shutil.copystat(source, copy)
        copy.chmod(FILE_MODE)


def _take_along(place: Path, fresh: Path, listed: Mapping[str, str]) -> None:
    """Link what is not ours into the new tree. Raises `PublishError` X053 where it has the place of a file of ours."""
    own = {tree.SUMS, *tree.sums(place)}
    for path, is_folder in _walk(place, place):
        if path in own:
            continue
        if os.path.lexists(fresh / path) and not (is_folder and (fresh / path).is_dir()):
            raise PublishError(ExitCode.NOT_WRITABLE, "X053", path=place / path)
        if is_folder and any(name.startswith(f"{path}/") for name in own):
            continue  # a folder of ours: it comes with the files in it, or is gone with them
        if is_folder:
            (fresh / path).mkdir(parents=True, exist_ok=True)
            shutil.copystat(place / path, fresh / path)
        else:
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(place / path, fresh / path, follow_symlinks=False)


def _walk(folder: Path, root: Path) -> Iterator[tuple[str, bool]]:
    """Yield what lies in a folder, and whether it is a folder itself; links are not followed."""
    if not folder.is_dir():
        return
    for item in sorted(folder.iterdir()):
        is_folder = item.is_dir() and not item.is_symlink()
        yield item.relative_to(root).as_posix(), is_folder
        if is_folder:
            yield from _walk(item, root)


def _swap(fresh: Path, place: Path) -> bool:
    """Put the new tree in its place; say whether nothing was there before. Raises `PublishError` X054, `OSError`."""
    if not place.exists() or not any(place.iterdir()):
        fresh.rename(place)  # takes the place of an empty folder in one step
        return True
    shutil.copystat(place, fresh)
    with suppress(PermissionError):
        shutil.chown(fresh, place.stat().st_uid, place.stat().st_gid)
    reason = _exchange(fresh, place)
    if reason:
        raise PublishError(ExitCode.NOT_WRITABLE, "X054", path=place, reason=os.strerror(reason))
    return False


def _exchange(one: Path, other: Path) -> int:
    """Exchange the names of two folders in one step; return 0, or the number of the error."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # a C library without it
        import errno

        return errno.ENOSYS
    return 0 if call(_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE) == 0 else ctypes.get_errno()
