"""The verbs by their names, in the order in which help lists them."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from typing import Protocol

from publish.speech import Voice
from publish.verbs import (
    booklet,
    catalog,
    check,
    cover,
    doctor,
    epub,
    hyphenate,
    importing,
    impose,
    new,
    order,
    pdf,
    preflight,
    printing,
    proof,
    release,
    schema,
    serve,
    verse,
)


class Verb(Protocol):
    """What a module of a verb holds."""

    SUMMARY: str
    """What it does, for `--help`."""

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add its options to those that every verb has."""

    def run(self, options: argparse.Namespace, voice: Voice) -> int:
        """Do it. Returns an `ExitCode`; raises `PublishError`."""


VERBS: Mapping[str, Verb] = {
    "pdf": pdf,
    "epub": epub,
    "cover": cover,
    "proof": proof,
    "booklet": booklet,
    "impose": impose,
    "print": printing,
    "preflight": preflight,
    "order": order,
    "catalog": catalog,
    "serve": serve,
    "release": release,
    "check": check,
    "new": new,
    "import": importing,
    "schema": schema,
    "hyphenate": hyphenate,
    "verse": verse,
    "doctor": doctor,
}
