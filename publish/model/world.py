"""The outside world as the rooms see it: read, list a folder, run a program, say how far the work is. Nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol


class World(Protocol):
    """Made in `build`, kept by `ledger`: every file read is noted, and none outside the allowed roots is opened."""

    def read(self, path: Path) -> bytes:
        """Return the bytes of `path`. Raises `ForbiddenError` outside the roots, `FileNotFoundError`, `OSError`."""
        ...

    def exists(self, path: Path) -> bool:
        """Say whether `path` is a file that may be read. Raises `ForbiddenError` outside the roots."""
        ...

    def files(self, folder: Path) -> tuple[Path, ...]:
        """Return the files of `folder`, sorted, not those of its folders."""
        ...

    def cached(self, key: str, suffix: str) -> Path:
        """Return where a derived file of that key lies in the cache, whether or not it is there yet."""
        ...

    def store(self, path: Path, content: bytes) -> None:
        """Write `content` to `path` whole or not at all."""
        ...

    def run(self, command: Sequence[str], given: bytes, seconds: float) -> bytes:
        """Return what a program writes that is `given` bytes to read. Raises `PublishError` X042 where it fails."""
        ...

    def progress(self, what: str, done: int = 0, total: int = 0) -> None:
        """Show how far the work is, where somebody looks."""
        ...
