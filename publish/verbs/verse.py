"""`publish verse`: a verse looked up by its reference, by some of its words, or by what a PDF left of it."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from publish.language import arabic
from publish.language.scripture import filling, house_form, quran, verse_search
from publish.language.scripture.recovery import index as recovery_index
from publish.language.scripture.recovery import matching
from publish.language.scripture.references import Problem
from publish.language.scripture.verse_search import Row
from publish.ledger import Ledger
from publish.model.failure import ExitCode, PublishError
from publish.model.finding import Span
from publish.speech import Voice
from publish.verbs import asking, telling

SUMMARY = "find a verse of the Quran"
SHOWN = 60
"""Characters of the text that the answer quotes where there is none."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what is looked up, how it is printed, and the cache."""
    parser.add_argument("text", nargs="+", help="a reference, words, or damaged Arabic; - reads it from stdin")
    parser.add_argument("--script", choices=quran.SCRIPTS, default=quran.SCRIPTS[0], help="the spelling to print")
    parser.add_argument("--limit", type=_count, default=matching.LIMIT, help="how many verses to print at most")
    asking.add_cache(parser)


def _count(text: str) -> int:
    count = int(text)
    if count < 1:
        raise ValueError(text)
    return count


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the verses that a text names or was, the likeliest first. Raises `PublishError` (X011) where none is."""
    text = " ".join(options.text)
    if text == "-":
        text = sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    answer = _answer(text, options)
    rows = () if isinstance(answer, Problem) else answer
    if options.format == "json":
        telling.write_json([_as_row(row) for row in rows])
    else:
        sys.stdout.writelines(f"{voice.verse(_written(row), row.score, row.text, row.verse)}\n" for row in rows)
    if rows:
        return ExitCode.OK
    asked = " ".join(text.split())
    if isinstance(answer, Problem) and answer.kind != "not_a_reference":
        voice.findings([filling.problem(asked, answer, Span("publish verse"))])
        return ExitCode.NOT_FOUND
    raise PublishError(ExitCode.NOT_FOUND, "X011", text=asked if len(asked) <= SHOWN else f"{asked[:SHOWN]}…")


def _answer(text: str, options: argparse.Namespace) -> tuple[Row, ...] | Problem:
    if not arabic.runs(text):
        return verse_search.by_reference(" ".join(text.split()), options.script)
    index = recovery_index.load(Ledger((), Path(options.cache)))
    return verse_search.by_words(text, index, options.script, options.limit)


def _written(row: Row) -> str:
    return house_form.write([row.reference], "diyanet")


def _as_row(row: Row) -> dict[str, object]:
    reference = row.reference
    return {
        "reference": _written(row),
        "surah": reference.surah,
        "name": quran.surahs()[reference.surah - 1].name,
        "first": reference.first,
        "last": reference.last,
        "score": row.score,
        "text": row.text,
        "verse": row.verse,
    }
