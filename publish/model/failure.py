"""What the machine got wrong: an exception whose exit code means something and whose message says what to type.

PublishError
 └── ForbiddenError          a path that leads out of the booklet
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    OK = 0
    FINDINGS = 1
    """The source has errors; they were printed."""
    USAGE = 2
    """The command line was wrong (argparse uses the same number)."""
    NOT_FOUND = 3
    """A file or folder that was asked for is not there."""
    NOT_WRITABLE = 4
    """The output could not be written."""
    SETUP = 5
    """Something the project needs on this machine is missing or not the tested one."""
    INTERRUPTED = 130


class PublishError(Exception):
    """Something outside the source went wrong."""

    def __init__(self, code: ExitCode, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.hint = hint


class ForbiddenError(PublishError):
    """A file that lies outside what a booklet may read, links and `..` resolved."""

    def __init__(self, path: str) -> None:
        super().__init__(ExitCode.NOT_FOUND, f"{path}: outside the booklet's folder")
