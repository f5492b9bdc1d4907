"""The rules a booklet is judged by, and the one call that asks them all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from importlib import import_module

from publish.model.booklet import Booklet
from publish.model.finding import Finding
from publish.model.world import World

Rule = Callable[[Booklet, World], Iterable[Finding]]

_RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule: a function that yields what it finds wrong with a booklet."""
    _RULES.append(function)
    return function


def check(booklet: Booklet, world: World) -> tuple[Finding, ...]:
    """Return what all rules find, in order of place."""
    import_module("publish.check.rules")  # they register themselves, and need this module for it
    findings = (finding for each in _RULES for finding in each(booklet, world))
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))
