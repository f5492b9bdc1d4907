"""A proof: the pages with what a compositor would look at again, and what changed since the last proof.

folder ─source, check, render, pdf→ pages ─ judged, compared with the text of an earlier proof ─→ sheets, a list
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from publish import history
from publish.build.job import Job, Outcome, make, read
from publish.build.reading import lay_out
from publish.ledger import Ledger
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import has_errors
from publish.model.proof import Comparison, Mark, Record, Sheets, Text
from publish.proof.compare import compare
from publish.proof.judge import judge
from publish.proof.resolve import resolve
from publish.render.proof import sheets


@dataclass(slots=True)
class Proof:
    """What came of a proof."""

    outcome: Outcome
    record: Record | None = None
    marks: tuple[Mark, ...] = ()
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Last:
    """The text of the last proof, and how it was named."""

    text: Text
    name: str


def make_proof(job: Job, world: Ledger, since: str = "") -> Proof:
    """Make the proof of a booklet, compared with an earlier one where `since` names it.

    Raises `PublishError` X020–X026 where that one cannot be read.
    """
    last = _last(job, world, since) if since else None
    proof = Proof(Outcome((), None))

    def stage(job: Job, world: Ledger, booklet: Booklet) -> Outcome:
        def write(record: Record) -> Sheets:
            proof.record, proof.marks = record, judge(record)
            if last:
                proof.comparison = compare(resolve(last.text, record.text), record.text, last.name)
            return sheets.write(booklet, record, proof.marks, proof.comparison)

        return lay_out(job, world, booklet, proof=write)

    proof.outcome = make(job, world, stage, families="MFSTAP")
    return proof


def _last(job: Job, world: Ledger, since: str) -> Last:
    path = Path(since)
    if path.is_file() or path.suffix.lower() == ".pdf":
        return Last(_text_of_pdf(path, world), path.name)
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        house = job.folder.parent / "house.toml"
        past = history.write_out(job.folder, (house, job.styles), since, Path(folder))
        for file in past.depends_on:
            world.note(file)
        text = text_at(Job(past.paths[job.folder], past.paths.get(job.styles, job.styles), job.cache))
    if text is None:
        raise PublishError(ExitCode.FINDINGS, "X023", path=job.folder, commit=since)
    number = past.commit[: len("0123456789")]
    return Last(text, since if past.commit.startswith(since) else f"{since} ({number})")


def _text_of_pdf(path: Path, world: Ledger) -> Text:
    from publish.pdf.proof import reading

    try:
        content = world.read(path)
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X025", path=path) from error
    text = reading.text_of(content)
    if text is None:
        raise PublishError(ExitCode.NOT_FOUND, "X024", path=path)
    return text


def text_at(job: Job) -> Text | None:
    """Return the text of a booklet as it was; None where its settings cannot be read, or it cannot be laid out."""
    seen: list[Record] = []
    world = job.ledger()
    booklet, findings = read(job, world)
    if booklet is not None and not has_errors([finding for finding in findings if finding.code[0] == "M"]):
        lay_out(job, world, booklet, proof=seen.append)
    return seen[0].text if seen else None
