"""The order of the stages, and nothing else: what is read, judged, set and written for each artefact.

folder ─source→ Booklet ─language→ Booklet ─check→ findings ─ stop or go
Booklet ─render→ Html ─pdf→ x.pdf
Booklet ─render→ cover ─pdf→ picture ; Booklet ─render→ Book ─epub→ x.epub
"""

from __future__ import annotations

import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from publish.check import accept, imprint
from publish.check.judge import judge
from publish.language import scripture
from publish.language.line_ends import Hyphenator
from publish.ledger import Ledger, Progress, silent, write_whole
from publish.model.booklet import Booklet
from publish.model.finding import Finding, has_errors
from publish.model.lines import SetLine
from publish.model.proof import WriteSheets
from publish.model.settings import House
from publish.source import booklet as source
from publish.source import metadata

COVER_WIDTH, COVER_HEIGHT = 1580, 2528
"""Pixels of the e-book's cover picture: ratio 1:1.6 as the large shops ask, and under four million pixels."""


@dataclass(frozen=True, slots=True)
class Job:
    """One booklet, where its styles are, and where derived files are kept."""

    folder: Path
    styles: Path
    cache: Path
    progress: Progress = silent

    def ledger(self, *more: Path) -> Ledger:
        """Make the world of this job: the booklet, the house file, the styles, the package and its data, and `more`."""
        package = Path(__file__).parent
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
    booklet, found = scripture.set_verses(booklet)
    findings += found
    return booklet, findings + judge(booklet, world)


def check(job: Job) -> Outcome:
    """Judge a booklet, setting nothing: the text, and the imprint that the law asks of print."""
    booklet, findings = read(job, job.ledger())
    if booklet is not None:
        findings += imprint.inspect(booklet.folder, booklet.house, booklet.settings, booklet.places)
    return Outcome(_accepted(booklet, findings, families="MFSTAK"), None)


def make_pdf(job: Job, world: Ledger) -> Outcome:
    """Make the reading PDF."""
    return make(job, world, lay_out, families="MFSTAP")


def make_epub(job: Job, world: Ledger) -> Outcome:
    """Make the e-book."""
    return make(job, world, _epub, families="MFSTAE")


def hyphenator(job: Job) -> tuple[Hyphenator, tuple[Finding, ...]]:
    """Return what knows where lines end in the words of a booklet, and what is wrong with its settings."""
    world = job.ledger()
    house, findings = metadata.read_house(job.folder.parent / "house.toml", world)
    settings, _, found = metadata.read_settings(job.folder, world)
    return Hyphenator([table.hyphenation for table in (house, settings) if table]), findings + found


def set_lines(job: Job, world: Ledger) -> Outcome:
    """Lay a booklet out and tell the lines of its pages."""
    return make(job, world, partial(lay_out, with_lines=True), families="")


Stage = Callable[[Job, Ledger, Booklet], Outcome]


def make(job: Job, world: Ledger, stage: Stage, families: str) -> Outcome:
    """Read a booklet and, where nothing stops it, put it through a last stage; `families` are those of all findings."""
    booklet, findings = read(job, world)
    outcome = Outcome((), None)
    if booklet is not None and not has_errors(_accepted(booklet, findings, families="")):
        outcome = stage(job, world, booklet)
    findings = _accepted(booklet, findings + outcome.findings, families=families if outcome.content else "")
    content = None if has_errors(findings) else outcome.content
    return Outcome(findings, content, outcome.pages, outcome.lines if content else ())


def lay_out(
    job: Job, world: Ledger, booklet: Booklet, *, with_lines: bool = False, proof: WriteSheets | None = None
) -> Outcome:
    """Lay a booklet out as the reading PDF, or as a proof on the sheets that `proof` writes."""
    from publish.pdf import typeset  # WeasyPrint takes 0.7 s to import: only where pages are laid out
    from publish.render import print as page

    html, findings = page.to_html(booklet, job.styles, world)
    laid, found = typeset.lay_out(html, world, with_lines=with_lines, proof=proof)
    return Outcome(findings + found, laid.pdf, laid.pages, laid.lines)


def admit_logo(job: Job, world: Ledger, booklet: Booklet) -> None:
    """Let the logo of the house be read, which lies beside its file."""
    if booklet.house.logo:
        world.admit(job.folder.parent / booklet.house.logo, job.folder.parent)


def _epub(job: Job, world: Ledger, booklet: Booklet) -> Outcome:
    from publish.epub import pack
    from publish.pdf import picture, typeset
    from publish.render import cover, ebook

    admit_logo(job, world, booklet)
    html, findings = cover.front_html(booklet, job.styles, world)
    front, found = typeset.lay_out(html, world)
    findings += found
    image = picture.picture(front.pdf, COVER_WIDTH, COVER_HEIGHT)
    book, found = ebook.to_book(booklet, job.styles, world, image)
    findings += found
    content, found = pack.pack(book, world)
    return Outcome(findings + found, content)


def _accepted(booklet: Booklet | None, findings: tuple[Finding, ...], families: str) -> tuple[Finding, ...]:
    """Return findings by place, without what the author accepts.

    An acceptance of one of `families` that nothing asked for is itself a finding.
    """
    if booklet is not None:
        findings = accept.apply(findings, booklet.settings.accept, booklet.places, families)
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


def release(content: bytes, output: Path, depfile: Path | None, world: Ledger) -> None:
    """Put an artefact in its place, the note of what it was made from before it."""
    if depfile is not None:
        write_whole(depfile, world.depfile(output))
    write_whole(output, content)
