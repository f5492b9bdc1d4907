"""`publish proof`: the pages with what a compositor would look at again, and what changed since the last proof."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from publish.build import proof
from publish.build.proof import Proof
from publish.proof import archive
from publish.render.proof import words
from publish.speech import Voice, as_row
from publish.verbs import asking, telling

SUMMARY = "lay a booklet out with what is doubtful, and what changed, marked"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add those of an artefact, and what it is compared with."""
    asking.add_artefact(parser)
    parser.add_argument("--since", default="", metavar="PDF|COMMIT", help="say what changed since this proof or commit")


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Make the proof, and list what is on it."""
    job = asking.job(options.folder, options, voice)
    world = job.ledger(*([Path(options.since)] if options.since else ()))
    made = proof.make_proof(job, world, options.since)
    if options.format == "text":
        telling.tell(made.outcome.findings, options, voice)
    code = telling.release(made.outcome, world, options, voice)
    _list(made, options, voice)
    return code


def _list(made: Proof, options: argparse.Namespace, voice: Voice) -> None:
    """Print what a proof lists: as text, or as JSON together with the findings."""
    record, comparison = made.record, made.comparison
    if options.format == "json":
        content = {"findings": [as_row(finding, voice.language) for finding in made.outcome.findings]}
        telling.write_json(content | _as_json(made, voice.language))
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
