"""`publish schema`: the JSON schema of booklet.toml and house.toml, by which editors complete and check them."""

from __future__ import annotations

import argparse

from publish.model.failure import ExitCode
from publish.source import schema
from publish.speech import Voice
from publish.verbs import telling

SUMMARY = "print the JSON schema of booklet.toml and house.toml"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add none."""


def run(options: argparse.Namespace, voice: Voice) -> int:
    """Print the schema."""
    telling.write_json(schema.schema())
    return ExitCode.OK
