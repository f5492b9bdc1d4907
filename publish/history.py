"""A booklet as it was at a commit, written out of git into a folder of its own."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from publish.model.failure import ExitCode, PublishError

_HASH = re.compile(r"[0-9a-f]{4,64}")
_LOGS = ("HEAD", "logs/HEAD")
"""Files in git's folder that change when a name may have come to mean another commit."""


@dataclass(frozen=True, slots=True)
class Past:
    """What stood at a commit, written out below a folder."""

    commit: str
    """In full."""
    paths: dict[Path, Path]
    """Where what was asked for is now; without what the commit does not have."""
    depends_on: tuple[Path, ...]
    """Files that change when the name of the commit may mean another one; none for a commit named by its number."""


def write_out(folder: Path, beside: Iterable[Path], commit: str, into: Path) -> Past:
    """Write `folder`, and what lies `beside` it in the same repository, as they were at `commit` below `into`.

    Raises `PublishError`: X020 outside of a repository, X021 for an unknown commit, X022 where it has no such folder,
    X026 without git.
    """
    repository = _Repository(folder)
    full = repository.commit(commit)
    paths = dict[Path, Path]()
    for path in (folder, *beside):
        name = repository.name(path)
        if name and repository.has(full, name):
            repository.extract(full, name, into)
            paths[path] = into / name
    if folder not in paths:
        raise PublishError(ExitCode.NOT_FOUND, "X022", path=folder, commit=commit)
    is_number = _HASH.fullmatch(commit) and full.startswith(commit)
    return Past(full, paths, () if is_number else repository.logs())


class _Repository:
    """The repository that a folder lies in."""

    def __init__(self, folder: Path) -> None:
        program = shutil.which("git")
        if program is None:
            raise PublishError(ExitCode.SETUP, "X026")
        self._program, self._folder = program, folder
        done = self._run("rev-parse", "--show-toplevel")
        if done.returncode:
            raise PublishError(ExitCode.NOT_FOUND, "X020", path=folder, reason=_said(done))
        self._top = Path(os.path.realpath(done.stdout.decode("utf-8", "surrogateescape").rstrip("\n")))

    def commit(self, name: str) -> str:
        """Return the whole number of a commit."""
        done = self._run("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if done.returncode:
            raise PublishError(ExitCode.NOT_FOUND, "X021", commit=name, path=self._folder)
        return done.stdout.decode().strip()

    def name(self, path: Path) -> str:
        """Return how the repository calls a path; empty where it lies outside."""
        real = Path(os.path.realpath(path))
        return real.relative_to(self._top).as_posix() if real != self._top and self._top in real.parents else ""

    def has(self, commit: str, name: str) -> bool:
        """Say whether a path was there."""
        return self._run("cat-file", "-e", f"{commit}:{name}").returncode == 0

    def extract(self, commit: str, name: str, into: Path) -> None:
        """Write the files of a path below `into`."""
        done = self._run("-C", str(self._top), "archive", "--format=tar", commit, "--", f":(literal){name}")
        if done.returncode:
            raise PublishError(ExitCode.NOT_FOUND, "X021", commit=commit, path=self._folder)
        with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
            for member in archive:
                content = archive.extractfile(member) if member.isfile() else None
                if content is not None and ".." not in Path(member.name).parts:
                    place = into / member.name
                    place.parent.mkdir(parents=True, exist_ok=True)
                    place.write_bytes(content.read())

    def logs(self) -> tuple[Path, ...]:
        """Return the files that change when a name comes to mean another commit."""
        done = self._run("rev-parse", "--absolute-git-dir")
        folder = Path(done.stdout.decode("utf-8", "surrogateescape").rstrip("\n"))
        return tuple(path for name in _LOGS if (path := folder / name).is_file())

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
        environment |= {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"}
        command = [self._program, "-C", str(self._folder), *arguments]
        return subprocess.run(command, check=False, capture_output=True, env=environment)  # noqa: S603  # no shell


def _said(done: subprocess.CompletedProcess[bytes]) -> str:
    return done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ").partition("\n")[0]
