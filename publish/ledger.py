"""What was read, and what was written whole or not at all.

The ledger is the `World` of a run: it opens files below the allowed roots only (links and `..` resolved first), notes
each one, and writes the note down as a depfile for make.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from publish.model.failure import ExitCode, ForbiddenError, PublishError

Progress = Callable[[str, int, int], None]


def silent(what: str, done: int, total: int) -> None:
    """Show nothing."""


class Ledger:
    """Reads below `roots`, notes what was read; keeps derived files in `cache`."""

    def __init__(self, roots: Iterable[Path], cache: Path, progress: Progress = silent) -> None:
        self._roots = tuple(Path(os.path.realpath(root)) for root in roots)
        self._cache = cache
        self._progress = progress
        self._read: dict[Path, None] = {}

    def _allowed(self, path: Path) -> Path:
        real = Path(os.path.realpath(path))
        if not any(real == root or root in real.parents for root in self._roots):
            raise ForbiddenError(str(path))
        return real

    def read(self, path: Path) -> bytes:
        """Return the bytes of `path`. Raises `ForbiddenError` outside the roots, `FileNotFoundError`, `OSError`."""
        real = self._allowed(path)
        if real.exists() and not real.is_file():
            raise FileNotFoundError(path)  # a folder, a pipe or a device: never something to wait for
        content = real.read_bytes()
        self._read[path] = None
        return content

    def admit(self, path: Path, below: Path) -> None:
        """Let one more file be read, where it lies `below` a folder."""
        real = Path(os.path.realpath(path))
        if Path(os.path.realpath(below)) in real.parents:
            self._roots += (real,)

    def note(self, path: Path) -> None:
        """Note a file that another program has read for us."""
        self._read[path] = None

    def exists(self, path: Path) -> bool:
        """Say whether `path` is a file that may be read. Raises `ForbiddenError` outside the roots."""
        return self._allowed(path).is_file()

    def files(self, folder: Path) -> tuple[Path, ...]:
        """Return the files of `folder`, sorted, not those of its folders."""
        self._allowed(folder)
        return tuple(sorted(path for path in folder.iterdir() if path.is_file())) if folder.is_dir() else ()

    def cached(self, key: str, suffix: str) -> Path:
        """Return where a derived file of that key lies in the cache, whether or not it is there yet."""
        return self._cache / f"{key}{suffix}"

    def store(self, path: Path, content: bytes) -> None:
        """Write `content` to `path` whole or not at all."""
        write_whole(path, content)

    def run(self, command: Sequence[str], given: bytes, seconds: float) -> bytes:
        """Return what a program writes that is `given` bytes to read. Raises `PublishError` X042 where it fails."""
        name = command[0]
        try:
            done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=seconds)  # noqa: S603  # a list, no shell
        except FileNotFoundError as error:
            raise PublishError(ExitCode.SETUP, "X042", name=name, reason=f"{name}: ?") from error
        except (OSError, subprocess.SubprocessError) as error:
            raise PublishError(ExitCode.SETUP, "X042", name=name, reason=f"{name}: {_why(error)}") from error
        return done.stdout

    def progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """Show how far the work is, where somebody looks."""
        self._progress(what, done, total)

    def depfile(self, target: Path) -> bytes:
        """Return a make rule that says what `target` was made from, modules of the package included.

        A target that was read before it was written anew is no prerequisite of itself. Every prerequisite has an empty
        rule of its own, so that a file that was deleted dirties the target and does not stop make.
        """
        read = (path for path in self._read if os.path.realpath(path) != os.path.realpath(target))
        paths = sorted({str(path) for path in (*read, *_modules())})
        escaped = [_escape(path) for path in paths if not _UNSPEAKABLE & set(path)]
        rule = " \\\n  ".join([f"{_escape(str(target))}:", *escaped])
        alone = [f"{path}:" for path in escaped if "%" not in path]  # a target with % would be a pattern
        return "\n".join([rule, *alone, ""]).encode()


def _why(error: Exception) -> str:
    """Say in a few words why a program failed, without how it was called."""
    if isinstance(error, subprocess.TimeoutExpired):
        return f"> {error.timeout:g} s"
    if isinstance(error, subprocess.CalledProcessError):
        return str(error.returncode)
    return getattr(error, "strerror", None) or type(error).__name__


_DATA = {".dic", ".tsv", ".conf", ".j2", ".toml"}
"""Endings of the packaged files that modules read by themselves, not through the ledger."""
_BESIDE = ("*.*", "templates/*", "catalogue/*", "phrasebook/*")
"""Where such files lie, from the module."""


def _modules() -> set[Path]:
    """Return the files of our own modules that are loaded, and the data beside them, as make names them."""
    here = Path.cwd()
    names = [name for name in sys.modules if name.split(".")[0] == "publish"]
    loaded = {Path(file) for name in names if (file := sys.modules[name].__file__)}
    folders = {file.parent for file in loaded}
    beside = (path for folder in folders for pattern in _BESIDE for path in folder.glob(pattern))
    data = {path for path in beside if path.suffix in _DATA}
    return {path.relative_to(here) if path.is_relative_to(here) else path for path in loaded | data}


_ESCAPES = {"$": "$$", **{char: f"\\{char}" for char in " #:*?["}}
"""What make would read as something else in a rule."""
_UNSPEAKABLE = frozenset(";|\n")
"""What nothing escapes: after a semicolon make would even run the rest of the name. Such files are not followed."""


def _escape(path: str) -> str:
    r"""Write a path as make reads it in a rule.

    >>> _escape("içerik/a b#1.png")
    'içerik/a\\ b\\#1.png'
    """
    return "".join(_ESCAPES.get(char, char) for char in path)


def write_whole(path: Path, content: bytes) -> None:
    """Write `content` beside `path` and rename it into place. Raises `PublishError` where that cannot be done."""
    temporary: str | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            os.fchmod(file.fileno(), 0o666 & ~_umask())  # mkstemp leaves 0600
        Path(temporary).replace(path)
    except OSError as error:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()
        raise PublishError(ExitCode.NOT_WRITABLE, "X002", path=path, reason=error.strerror or error) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
