"""`publish hyphenate`: where words may be broken; with `--report`, where a booklet's words were broken in fact."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from publish import build
from publish.language import turkish
from publish.language.hyphenation.line_ends import Hyphenator
from publish.model.failure import ExitCode
from publish.model.finding import Finding, Severity
from publish.model.lines import Ending, SetLine
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "print words with their breaks"
SIGNS = {Ending.HYPHEN: "/", Ending.DASH: "/", Ending.BARE: "|"}
"""What stands for the end of a line in a word of the report: a hyphen is seen before it, or there is none."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add words or a booklet, whose lists are asked, the order of breaks, and the places."""
    asked = parser.add_mutually_exclusive_group(required=True)
    asked.add_argument("words", nargs="*", default=[], help="words; - reads them from stdin, one a line")
    asked.add_argument("--report", type=Path, metavar="FOLDER", help="list the breaks in the pages of a booklet")
    parser.add_argument(
        "--booklet", type=Path, metavar="FOLDER", help="ask with the lists of a booklet and of its house"
    )
    parser.add_argument("--sort", choices=("page", "word"), default="page", help="the order of such a list")
    asking.add_places(parser)


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print words with their breaks, or the breaks of a booklet. Raises `PublishError` (X003)."""
    if options.report is not None:
        return _report(options, voice)
    hyphenator = Hyphenator()
    if options.booklet is not None:
        hyphenator, findings = build.hyphenator(asking.job(options.booklet, options, voice))
        if _tell_errors(findings, voice):
            return ExitCode.FINDINGS
    words = sys.stdin.read().split() if options.words == ["-"] else options.words
    shown = [hyphenator.show(word) for word in words]
    if options.format == "json":
        telling.write_json([{"word": word, "breaks": breaks} for word, breaks in zip(words, shown, strict=True)])
    else:
        sys.stdout.writelines(f"{breaks}\n" for breaks in shown)
    return ExitCode.OK


def _report(options: argparse.Namespace, voice: Voice) -> int:
    job = asking.job(options.report, options, voice)
    outcome = build.set_lines(job, job.ledger())
    if _tell_errors(outcome.findings, voice):
        return ExitCode.FINDINGS
    broken = [line for line in outcome.lines if line.rest]
    if options.sort == "word":
        broken.sort(key=lambda line: turkish.sort_key(_whole(line)))
    if options.format == "json":
        telling.write_json([_as_row(line) for line in broken])
    else:
        sys.stdout.writelines(f"{line.folio:>4} {line.number:>3}  {_shown(line)}\n" for line in broken)
        counts = Counter(line.ending for line in broken)
        voice.broken(len(outcome.lines), counts[Ending.HYPHEN], counts[Ending.DASH], counts[Ending.BARE])
    return ExitCode.OK


def _tell_errors(findings: tuple[Finding, ...], voice: Voice) -> bool:
    """Print what stops a booklet; say whether anything does."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    voice.findings(errors)
    return bool(errors)


def _whole(line: SetLine) -> str:
    """Return the broken word as it stood in the source, signs around it left out."""
    before = line.word[:-1] if line.ending is Ending.HYPHEN else line.word
    return (before + line.rest).strip("“”‘’\"'()[]«».,;:!?…")


def _shown(line: SetLine) -> str:
    word = f"{line.word[:-1]}-" if line.ending is Ending.HYPHEN else line.word
    return f"{word}{SIGNS[line.ending]}{line.rest}"


def _as_row(line: SetLine) -> dict[str, object]:
    return {
        "page": line.folio,
        "line": line.number,
        "word": _whole(line),
        "broken": _shown(line),
        "ending": line.ending.value,
        "note": line.is_note,
    }
