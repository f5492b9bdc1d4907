"""A folder of files that are made again and again: what did not change is not touched, what is gone is removed.

Which files are ours stands in `SHA256SUMS`, as `sha256sum -c` reads it; what else lies in the folder is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath

from publish.ledger import write_whole
from publish.model.failure import ExitCode, PublishError
from publish.model.shelf import SiteFile

SUMS = "SHA256SUMS"
OURS = ("index.html", "opds/index.atom")
"""What every list of ours names, and hardly any other."""
UNKNOWN = "0" * 64
"""Stands for the sum of a file that is being written."""
_ROW = re.compile(r"([0-9a-f]{64}) [ *](.+)")


def sums(folder: Path) -> dict[str, str]:
    """Return what the list of a folder says: the SHA-256 of each file by its path; nothing where no list is ours."""
    try:
        rows = (folder / SUMS).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return {}
    found = (match for row in rows if (match := _ROW.fullmatch(row)))
    listed = {match[2]: match[1] for match in found if _is_inside(match[2])}
    return listed if all(path in listed for path in OURS) else {}


def _is_inside(path: str) -> bool:
    """Say whether a path leads to something below the folder, whoever wrote it."""
    return not PurePosixPath(path).is_absolute() and ".." not in PurePosixPath(path).parts


def write(folder: Path, files: Iterable[SiteFile]) -> int:
    """Make `folder` hold `files`; return how many were written or removed.

    Raises `PublishError` X002 where that cannot be done, X053 where somebody else's list lies there.
    """
    files, before = tuple(files), sums(folder)
    if not before and (folder / SUMS).exists():
        raise PublishError(ExitCode.NOT_WRITABLE, "X053", path=folder)
    now = {file.path: file.sha256 or sha256(_content(file)).hexdigest() for file in files}
    gone = [path for path in before if path not in now]
    changed = [file for file in files if before.get(file.path) != now[file.path] or not (folder / file.path).is_file()]
    if changed or gone:  # who is interrupted from here on leaves a list that believes in none of these files
        _list(folder, before | dict.fromkeys((*gone, *(file.path for file in changed)), UNKNOWN))
        for file in changed:
            write_whole(folder / file.path, _content(file))
        for path in gone:
            _remove(folder, path)
        _list(folder, now)
    return len(changed) + len(gone)


def _list(folder: Path, listed: Mapping[str, str]) -> None:
    write_whole(folder / SUMS, "".join(f"{listed[path]}  {path}\n" for path in sorted(listed)).encode())


def _content(file: SiteFile) -> bytes:
    return file.content if isinstance(file.content, bytes) else file.content.read_bytes()


def _remove(folder: Path, path: str) -> None:
    """Remove a file of ours, and the folders that it leaves empty."""
    try:
        (folder / path).unlink(missing_ok=True)
    except OSError as error:
        raise PublishError(ExitCode.NOT_WRITABLE, "X002", path=folder / path, reason=error.strerror or error) from error
    for parent in PurePosixPath(path).parents[:-1]:
        with suppress(OSError):
            (folder / parent).rmdir()
