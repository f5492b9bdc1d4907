"""The verbs that make and people type. Data goes to stdout, talk to stderr; every exit code means something."""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
import traceback
from collections.abc import Callable, Sequence
from pathlib import Path

from publish import (
    build,
    covering,
    doctor,
    hyphenate,
    imposing,
    lookup,
    ordering,
    preflighting,
    pressing,
    proofing,
    speech,
)
from publish.language import turkish
from publish.ledger import Ledger, write_whole
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Finding, Severity, has_errors
from publish.render import report as page
from publish.source import draft, importing, schema

REPORT = "import-report.txt"
"""What an import found, kept beside the booklet for the editor to work through."""
JUDGED_ELSEWHERE = frozenset("MFSTA")
"""Families of findings about the source, which every artefact of a booklet would repeat."""

Verb = Callable[[argparse.Namespace, speech.Voice], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns an `ExitCode`; never lets an exception reach the user unless asked with -v."""
    options = parser().parse_args(arguments)
    voice = speech.Voice.of(os.environ, quiet=options.quiet, terminal=sys.stderr.isatty())
    try:
        verb: Verb = options.verb
        return verb(options, voice)
    except PublishError as error:
        voice.failure(error)
        return error.exit_code
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123  # so that the exit flushes nowhere
        return ExitCode.OK
    except Exception as error:  # the last line of defence: a sentence, not a traceback
        if options.verbose:
            traceback.print_exc()
        voice.failure(PublishError(ExitCode.SETUP, "X008", reason=f"{type(error).__name__}: {error}"))
        return ExitCode.SETUP


def parser() -> argparse.ArgumentParser:
    """Return the parser of all verbs."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("-v", "--verbose", action="store_true", help="say more: notes too, and where time goes")
    common.add_argument("-q", "--quiet", action="store_true", help="print errors only")
    common.add_argument("--format", choices=("text", "json"), default="text", help="how findings are printed")
    top = argparse.ArgumentParser(prog="publish", description="Turkish booklets with Arabic passages: PDF and EPUB.")
    verbs = top.add_subparsers(required=True, metavar="VERB")

    def verb(name: str, function: Verb, summary: str) -> argparse.ArgumentParser:
        sub = verbs.add_parser(name, parents=[common], help=summary, description=summary)
        sub.set_defaults(verb=function)
        return sub

    for name, make, summary in (
        ("pdf", build.make_pdf, "lay a booklet out"),
        ("epub", build.make_epub, "make an e-book"),
    ):
        sub = verb(name, _make, summary)
        sub.set_defaults(make=make)
        sub.add_argument("folder", type=Path, help="the booklet's folder")
        sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
        sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
        sub.add_argument("--own", action="store_true", help="print no warnings about the text: it is judged elsewhere")
        _add_places(sub)
    sub = verb("cover", _cover, "lay out front, spine and back as one sheet")
    sub.add_argument("folder", type=Path, help="the booklet's folder")
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    covering.add_options(sub)
    _add_places(sub)
    sub = verb("proof", _proof, "lay a booklet out with what is doubtful, and what changed, marked")
    sub.add_argument("folder", type=Path, help="the booklet's folder")
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    proofing.add_options(sub)
    _add_places(sub)
    sub = verb("booklet", _booklet, "put the pages of a booklet on sheets that are folded and stapled")
    imposing.add_booklet_options(sub)
    sub = verb("impose", _impose, "put the pages of any PDF on sheets that are folded and stapled")
    imposing.add_options(sub)
    sub = verb("print", _print, "make the file that a printer takes")
    sub.add_argument("folder", type=Path, help="the booklet's folder")
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    pressing.add_options(sub)
    _add_places(sub)
    sub = verb("preflight", _preflight, "judge any PDF for the press")
    preflighting.add_options(sub)
    sub = verb("order", _order, "write the order that goes to the printer with the files")
    sub.add_argument("folder", type=Path, help="the booklet's folder")
    sub.add_argument("-o", "--output", type=Path, required=True, help="the file to write")
    sub.add_argument("--depfile", type=Path, help="write what was read, as a rule for make")
    ordering.add_options(sub)
    _add_places(sub)
    sub = verb("check", _check, "print what is wrong with booklets")
    sub.add_argument("folders", type=Path, nargs="*", help="folders of booklets")
    _add_places(sub)
    sub = verb("new", _new, "begin a booklet")
    sub.add_argument("name", help="the folder's name")
    sub.add_argument("--content", type=Path, default=Path("content"), help="the library to put it in")
    sub.add_argument("--title", help="its title")
    sub = verb("import", _import, "turn a document into a booklet")
    sub.add_argument("document", help="a text file")
    sub.add_argument("--content", type=Path, default=Path("content"), help="the library to put it in")
    sub.add_argument("--name", default="", help="the folder's name; from the document's name if not given")
    _add_cache(sub)
    verb("schema", _schema, "print the JSON schema of booklet.toml and house.toml")
    sub = verb("hyphenate", hyphenate.hyphenate, "print words with their breaks")
    hyphenate.add_options(sub)
    _add_places(sub)
    sub = verb("verse", lookup.verse, "find a verse of the Quran")
    lookup.add_options(sub)
    _add_cache(sub)
    verb("doctor", _doctor, "say what this machine has and lacks")
    return top


def _add_places(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--styles", type=Path, default=Path("styles"), help="the folder of style sheets")
    _add_cache(sub)


def _add_cache(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("--cache", type=Path, default=Path(".cache"), help="where derived files are kept")


def _must_be_a_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise PublishError(ExitCode.NOT_FOUND, "X003", path=folder, name=turkish.slug(folder.name))


def _job(folder: Path, options: argparse.Namespace, voice: speech.Voice) -> build.Job:
    _must_be_a_folder(folder)
    return build.Job(folder, options.styles, options.cache, voice.progress(folder.name))


def _make(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    job = _job(options.folder, options, voice)
    world = job.ledger()
    outcome: build.Outcome = options.make(job, world)
    _tell(_own(outcome.findings) if options.own else outcome.findings, options, voice)
    return _release(outcome, world, options, voice, begun)


def _own(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return findings without the warnings about the text, which is judged elsewhere."""
    return tuple(
        finding for finding in findings if finding.severity is Severity.ERROR or finding.code[0] not in JUDGED_ELSEWHERE
    )


def _cover(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    job = _job(options.folder, options, voice)
    world = job.ledger(*([options.laid] if options.laid else []))
    outcome = covering.make_cover(job, world, options)
    _tell(_own(outcome.findings), options, voice)
    return _release(outcome, world, options, voice, begun)


def _proof(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    job = _job(options.folder, options, voice)
    made, world = proofing.proof(job, options.since)
    if options.format == "text":
        _tell(made.outcome.findings, options, voice)
    code = _release(made.outcome, world, options, voice, begun)
    proofing.tell(made, options, voice)
    return code


def _booklet(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    _must_be_a_folder(options.folder)
    outcome, world = imposing.impose_booklet(options)
    failed = has_errors(outcome.findings)
    reasons = [] if failed or outcome.content else voice.written(outcome.findings)
    if not options.done or not reasons:
        _tell(outcome.findings, options, voice)
    if failed:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    imposing.release(outcome, options, world, reasons)
    _tell_made(outcome, options, voice, begun)
    return ExitCode.OK


def _impose(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    outcome = imposing.impose_file(options)
    _tell(outcome.findings, options, voice)
    if outcome.content is None:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    write_whole(options.output, outcome.content)
    _tell_made(outcome, options, voice, begun)
    return ExitCode.OK


def _tell_made(outcome: build.Outcome, options: argparse.Namespace, voice: speech.Voice, begun: float) -> None:
    if outcome.content is not None:
        voice.made(options.output, outcome.pages, len(outcome.content), time.monotonic() - begun)


def _print(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    job = _job(options.folder, options, voice)
    outcome, world = pressing.print_job(job, options.laid)
    printed = outcome.findings
    outcome, report = pressing.preflight(job, outcome, options.output, world)
    preflighting.write(report, printed, pressing.report_of(options.output), voice.language)
    _tell(outcome.findings, options, voice)
    return _release(outcome, world, options, voice, begun)


def _preflight(options: argparse.Namespace, voice: speech.Voice) -> int:
    report = preflighting.preflight(options, voice.language)
    if options.format == "json":
        sys.stdout.write(json.dumps(page.as_rows(report, (), voice.language), ensure_ascii=False, indent=2) + "\n")
    else:
        _tell(report.findings, options, voice)
        voice.summary(report.findings)
    return ExitCode.FINDINGS if has_errors(report.findings) else ExitCode.OK


def _order(options: argparse.Namespace, voice: speech.Voice) -> int:
    begun = time.monotonic()
    outcome, world = ordering.order(_job(options.folder, options, voice), options)
    _tell(_own(outcome.findings), options, voice)
    return _release(outcome, world, options, voice, begun)


def _release(
    outcome: build.Outcome, world: Ledger, options: argparse.Namespace, voice: speech.Voice, begun: float
) -> int:
    if outcome.content is None:
        voice.stopped(options.output)
        return ExitCode.FINDINGS
    build.release(outcome.content, options.output, options.depfile, world)
    _tell_made(outcome, options, voice, begun)
    return ExitCode.OK


def _check(options: argparse.Namespace, voice: speech.Voice) -> int:
    findings: tuple[Finding, ...] = ()
    for folder in options.folders:
        findings += build.check(_job(folder, options, voice)).findings
    _tell(findings, options, voice)
    voice.summary(findings)
    return ExitCode.FINDINGS if has_errors(findings) else ExitCode.OK


def _new(options: argparse.Namespace, voice: speech.Voice) -> int:
    if not options.name:
        raise PublishError(ExitCode.USAGE, "X009")
    folder = options.content / options.name
    _claim(folder)
    _write(folder, draft.draft(folder.name, options.title), voice)
    return ExitCode.OK


def _import(options: argparse.Namespace, voice: speech.Voice) -> int:
    if not options.document:
        raise PublishError(ExitCode.USAGE, "X010")
    document = Path(options.document)
    folder = options.content / (options.name or turkish.slug(document.stem))
    _claim(folder)
    try:
        content = document.read_bytes()
    except OSError as error:
        raise PublishError(ExitCode.NOT_FOUND, "X006", path=document, reason=error.strerror) from error
    imported, findings = importing.read_document(content, str(document), Ledger((), options.cache))
    _tell(findings, options, voice, notes=True)
    if imported is None:
        return ExitCode.FINDINGS
    report = "\n".join((*voice.written(findings), ""))
    files = {"booklet.toml": imported.booklet_toml, "text.md": imported.text_md, REPORT: report.encode()}
    _write(folder, files, voice)
    return ExitCode.OK


def _claim(folder: Path) -> None:
    """Raise `PublishError` where `folder` exists already or make could not name it."""
    slug = turkish.slug(folder.name)
    if folder.name != slug:
        raise PublishError(ExitCode.USAGE, "X005", name=folder.name, slug=slug)
    if folder.exists():
        raise PublishError(ExitCode.USAGE, "X004", path=folder)


def _write(folder: Path, files: dict[str, bytes], voice: speech.Voice) -> None:
    """Write a new booklet, and a house file to fill in where the library has none."""
    house = folder.parent / "house.toml"
    if not house.exists():
        write_whole(house, draft.house())
        voice.wrote(house)
    for name, content in files.items():
        write_whole(folder / name, content)
        voice.wrote(folder / name)


def _schema(options: argparse.Namespace, voice: speech.Voice) -> int:
    sys.stdout.write(json.dumps(schema.schema(), ensure_ascii=False, indent=2) + "\n")
    return ExitCode.OK


def _doctor(options: argparse.Namespace, voice: speech.Voice) -> int:
    return doctor.main([])


def _tell(findings: tuple[Finding, ...], options: argparse.Namespace, voice: speech.Voice, notes: bool = False) -> None:
    """Print findings: all as JSON on stdout, or as text on stderr, notes only where they were asked for."""
    if options.format == "json":
        rows = [speech.as_row(finding, voice.language) for finding in findings]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    shown = [finding for finding in findings if notes or options.verbose or finding.severity is not Severity.NOTE]
    voice.findings([finding for finding in shown if not options.quiet or finding.severity is Severity.ERROR])
