"""Single pages as the sheets that are folded and stapled.

x-print.pdf, what booklet.toml says of paper and fold ─press→ x-booklet.pdf ; a PDF of anybody's, a plan ─press→ sheets
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publish.build.job import Job, Outcome, read_given
from publish.check import accept
from publish.check.rules.paper import unknown_papers
from publish.ledger import Ledger, write_whole
from publish.model.edition import Edition
from publish.model.finding import Severity, found, has_errors
from publish.press.imposition.plan import Mark, Plan
from publish.source import metadata

MARKS: dict[str, frozenset[Mark]] = {
    "all": frozenset(("crop", "fold")),
    "crop": frozenset(("crop",)),
    "fold": frozenset(("fold",)),
    "none": frozenset(),
}


@dataclass(frozen=True, slots=True)
class Files:
    """What is put on sheets."""

    body: Path
    """Single pages in reading order."""
    cover: Path | None = None
    """What is folded around them."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Those that there are."""
        return (self.body, self.cover) if self.cover else (self.body,)


def impose_file(files: Files, plan: Plan) -> Outcome:
    """Impose a PDF of anybody's. Finds what `impose` does; raises `PublishError` X040 where there is no such file."""
    return _imposed(files, plan, Ledger(files.paths, Path()))


def impose_booklet(folder: Path, files: Files) -> tuple[Outcome, Ledger]:
    """Impose the print PDF of a booklet as its settings say; no content and no error where it is not to be folded.

    Finds what is wrong with the settings, B030 (a glued book), M046 (an unknown paper), and what `impose` does. Raises
    `PublishError` as `impose_file` does.
    """
    world = Job(folder, Path(), Path()).ledger(*files.paths)
    edition, findings = metadata.read_edition(folder, world)
    findings = tuple(finding for finding in findings if finding.severity is Severity.ERROR)
    if edition is None or findings:
        return Outcome(findings, None), world
    outcome = _folded(edition, files, world)
    findings = accept.apply(outcome.findings, edition, families="")
    content = None if has_errors(findings) else outcome.content
    return Outcome(findings, content, outcome.pages), world


def release(
    outcome: Outcome, output: Path, depfile: Path | None, done: Path | None, world: Ledger, reasons: list[str]
) -> None:
    """Put the sheets in their place, if there are any; then what tells make that all is done, and why there are none.

    What make waits for is the note, which a glued book has as well; the note waits for the sheets, so that they are
    made anew when they are gone. Sheets from the time when a book was not glued yet go: nobody shall print them.
    """
    if outcome.content is not None:
        write_whole(output, outcome.content)
        if done:
            world.note(output)
    elif done:
        output.unlink(missing_ok=True)
    if depfile:
        write_whole(depfile, world.depfile(done or output))
    if done:
        write_whole(done, "".join(f"{reason}\n" for reason in reasons).encode())


def _folded(edition: Edition, files: Files, world: Ledger) -> Outcome:
    wanted = edition.settings.print
    if wanted.binding == "perfect_bound":
        glued = found("B030", edition.place("print.binding"), title=edition.settings.title, print=files.body)
        return Outcome((glued,), None)
    if unknown := tuple(unknown_papers(edition)):
        return Outcome(unknown, None)
    is_own_cover = wanted.cover == "self"
    plan = Plan(
        duplex=wanted.duplex,
        marks=MARKS["all" if wanted.marks else "none"],
        size=None,
        spine="right" if edition.settings.language == "ar" else "left",
        fold=wanted.fold,
        caliper=edition.paper.caliper,
        blanks="before_last" if is_own_cover else "end",
    )
    return _imposed(files if is_own_cover else Files(files.body), plan, world)


def _imposed(files: Files, plan: Plan, world: Ledger) -> Outcome:
    from publish.press.imposition.impose import Document, impose  # pikepdf takes 0.3 s to import

    body = Document(read_given(files.body, world), str(files.body))
    ends = Document(read_given(files.cover, world), str(files.cover)) if files.cover else None
    imposed, findings = impose(body, plan, ends)
    return Outcome(findings, imposed.content, imposed.pages) if imposed else Outcome(findings, None)
