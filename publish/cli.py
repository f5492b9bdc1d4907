"""Parses what was typed and has a verb do it. Data goes to stdout, talk to stderr; every exit code means something."""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Sequence

from publish.model.failure import ExitCode, PublishError
from publish.speech import Voice
from publish.verbs.registry import VERBS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one verb. Returns an `ExitCode`; never lets an exception reach the user unless asked with -v."""
    options = parser().parse_args(arguments)
    voice = Voice.of(os.environ, quiet=options.quiet, terminal=sys.stderr.isatty())
    try:
        code: int = options.run(options, voice)
        return code
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
    for name, verb in VERBS.items():
        sub = verbs.add_parser(name, parents=[common], help=verb.SUMMARY, description=verb.SUMMARY)
        verb.add_options(sub)
        sub.set_defaults(run=verb.run)
    return top
