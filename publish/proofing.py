"""`publish proof`: the pages with what a compositor would look at again, and what changed since the last proof.

folder ─source, check, render, pdf→ pages ─ judged, compared with the text of an earlier proof ─→ sheets, a list
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from publish import build, history, speech
from publish.ledger import Ledger
from publish.model.booklet import Booklet
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import has_errors
from publish.model.proof import Comparison, Mark, Record, Sheets, Text
from publish.proof import archive
from publish.proof.compare import compare
from publish.proof.judge import judge
from publish.proof.resolve import resolve
from publish.render.proof import sheets, words


@dataclass(slots=True)
class Proof:
    """What came of a proof."""

    outcome: build.Outcome
    record: Record | None = None
    marks: tuple[Mark, ...] = ()
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Last:
    """The text of the last proof, and how it was named."""

    text: Text
    name: str


def add_options(sub: argparse.ArgumentParser) -> None:
    """Add what `proof` takes besides folders and places."""
    sub.add_argument("--since", default="", metavar="PDF|COMMIT", help="say what changed since this proof or commit")


def make_proof(job: build.Job, world: Ledger, since: str = "") -> Proof:
    """Make the proof of a booklet, compared with an earlier one where `since` names it.

    Raises `PublishError` X020–X026 where that one cannot be read.
    """
    last = _last(job, world, since) if since else None
    proof = Proof(build.Outcome((), None))

    def stage(job: build.Job, world: Ledger, booklet: Booklet) -> build.Outcome:
        def write(record: Record) -> Sheets:
            proof.record, proof.marks = record, judge(record)
            if last:
                proof.comparison = compare(resolve(last.text, record.text), record.text, last.name)
            return sheets.write(booklet, record, proof.marks, proof.comparison)

        return build.lay_out(job, world, booklet, proof=write)

    proof.outcome = build.make(job, world, stage, families="MFSTAP")
    return proof


def _last(job: build.Job, world: Ledger, since: str) -> Last:
    path = Path(since)
    if path.is_file() or path.suffix.lower() == ".pdf":
        return Last(_text_of_pdf(path, world), path.name)
    with tempfile.TemporaryDirectory(prefix="publish-") as folder:
        house = job.folder.parent / "house.toml"
        past = history.write_out(job.folder, (house, job.styles), since, Path(folder))
        for file in past.depends_on:
            world.note(file)
        text = text_at(build.Job(past.paths[job.folder], past.paths.get(job.styles, job.styles), job.cache))
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


def text_at(job: build.Job) -> Text | None:
    """Return the text of a booklet as it was; None where its settings cannot be read, or it cannot be laid out."""
    seen: list[Record] = []
    world = job.ledger()
    booklet, findings = build.read(job, world)
    if booklet is not None and not has_errors([finding for finding in findings if finding.code[0] == "M"]):
        build.lay_out(job, world, booklet, proof=seen.append)
    return seen[0].text if seen else None


def proof(job: build.Job, since: str) -> tuple[Proof, Ledger]:
    """Make a proof, and return the world that it was made in; a file to compare it with is part of that."""
    world = job.ledger(*([Path(since)] if since else ()))
    return make_proof(job, world, since), world


def tell(made: Proof, options: argparse.Namespace, voice: speech.Voice) -> None:
    """Print what a proof lists: as text, or as JSON together with the findings."""
    record, comparison = made.record, made.comparison
    if options.format == "json":
        content = {"findings": [speech.as_row(finding, voice.language) for finding in made.outcome.findings]}
        sys.stdout.write(json.dumps(content | _as_json(made, voice.language), ensure_ascii=False, indent=2) + "\n")
    elif record is not None and not options.quiet:
        lines = [words.mark_line(row) for row in words.mark_rows(record, made.marks, voice.language)]
        if comparison is not None:
            changes = [words.change_line(row) for row in words.change_rows(comparison, voice.language)]
            lines = [*words.heading(comparison, voice.language), *changes, *lines]
        sys.stdout.writelines(f"{line}\n" for line in lines)


def _as_json(made: Proof, language: str) -> dict[str, object]:
    if made.record is None:
        return {}
    comparison = made.comparison
    content: dict[str, object] = {
        "title": made.record.text.title,
        "pages": len(made.record.pages),
        "digest": archive.digest(made.record.text),
        "marks": [
            {"mark": mark.blemish.value, "page": row.page, "line": row.line, "figure": round(mark.figure, 3)}
            | {"what": row.what, "text": row.text}
            for mark, row in zip(made.marks, words.mark_rows(made.record, made.marks, language), strict=True)
        ],
    }
    if comparison is not None:
        content |= {"since": comparison.with_what, "reflowed": comparison.reflowed}
        content["changes"] = [
            {"deed": change.deed.value, "kind": change.kind.value, "whole": change.is_whole}
            | {"old": change.old, "new": change.new, "after": change.before}
            | {"place": change.new_place, "old_place": change.old_place}
            for change in comparison.changes
        ]
    return content
