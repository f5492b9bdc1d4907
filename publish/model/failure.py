"""What the machine got wrong: an exception whose exit code means something and whose message says what to type.

PublishError
 └── ForbiddenError     a path that leads out of what a booklet may read
"""

from __future__ import annotations

from enum import IntEnum

from publish.model.finding import entry


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
    """Something outside the source went wrong; its words stand in the catalogue under `key` (family X)."""

    def __init__(self, exit_code: ExitCode, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.exit_code = exit_code
        self.key = key
        self.values = {name: str(value) for name, value in values.items()}

    def message(self, language: str) -> str:
        """Return the message in `language` ("tr" or "en")."""
        return entry(self.key).text[language].format_map(self.values)

    def hint(self, language: str) -> str:
        """Return what to type, in `language`."""
        return entry(self.key).hint[language].format_map(self.values)

    def __str__(self) -> str:
        """Return the English message, for logs."""
        return self.message("en")


class ForbiddenError(PublishError):
    """A file that lies outside what a booklet may read, links and `..` resolved."""

    def __init__(self, path: str) -> None:
        super().__init__(ExitCode.NOT_FOUND, "X001", path=path)
