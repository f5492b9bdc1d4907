"""One booklet on its way: what it is made from, how it is read and judged, how a stage ends, how a file is released."""

from __future__ import annotations

import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from publish.check import accept
from publish.check.judge import judge
from publish.language.scripture import filling
from publish.ledger import Ledger, Progress, silent, write_whole
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding, has_errors
from publish.model.lines import SetLine
from publish.model.settings import House
from publish.model.world import World
from publish.source import booklet as source
from publish.source import metadata


@dataclass(frozen=True, slots=True)
class Job:
    """One booklet, where its styles are, and where derived files are kept."""

    folder: Path
    styles: Path
    cache: Path
    progress: Progress = silent

    def ledger(self, *more: Path) -> Ledger:
        """Make the world of this job: the booklet, the house file, the styles, the package and its data, and `more`."""
        package = Path(__file__).parents[1]
        house = self.folder.parent / "house.toml"
        roots = (self.folder, house, self.styles, package, self.cache, Path(sysconfig.get_path("purelib")), *more)
        return Ledger(roots, self.cache, self.progress)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a job."""

    findings: tuple[Finding, ...]
    content: bytes | None
    """The artefact; None where findings stopped it."""
    pages: int = 0
    lines: tuple[SetLine, ...] = ()
    """Those of the pages, for whoever asked for them."""


def read(job: Job, world: Ledger) -> tuple[Booklet | None, tuple[Finding, ...]]:
    """Read a booklet and judge it as far as it can be read, all at once. `[[accept]]` is not applied yet."""
    house, findings = metadata.read_house(job.folder.parent / "house.toml", world)
    booklet, found = source.read(job.folder, house or House(), world)
    findings += found
    if booklet is None:
        return None, findings
    booklet, found = filling.set_verses(booklet)
    findings += found
    return booklet, findings + judge(booklet, world)


Stage = Callable[[Job, Ledger, Booklet], Outcome]


def make(job: Job, world: Ledger, stage: Stage, families: str) -> Outcome:
    """Read a booklet and, where nothing stops it, put it through a last stage; `families` are those of all findings."""
    booklet, findings = read(job, world)
    outcome = Outcome((), None)
    if booklet is not None and not has_errors(accepted(booklet, findings, families="")):
        outcome = stage(job, world, booklet)
    findings = accepted(booklet, findings + outcome.findings, families=families if outcome.content else "")
    content = None if has_errors(findings) else outcome.content
    return Outcome(findings, content, outcome.pages, outcome.lines if content else ())


def accepted(booklet: Booklet | None, findings: tuple[Finding, ...], families: str) -> tuple[Finding, ...]:
    """Return findings by place, without what the author accepts.

    An acceptance of one of `families` that nothing asked for is itself a finding.
    """
    if booklet is not None:
        findings = accept.apply(findings, booklet, families)
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


def release(content: bytes, output: Path, depfile: Path | None, world: Ledger) -> None:
    """Put an artefact in its place, the note of what it was made from before it."""
    if depfile is not None:
        write_whole(depfile, world.depfile(output))
    write_whole(output, content)


def read_given(path: Path, world: World) -> bytes:
    """Return the bytes of a file that was asked for. Raises `PublishError` X040 where there is none."""
    try:
        return world.read(path)
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X040", path=path, reason=error.strerror or error) from error
