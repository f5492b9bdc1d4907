"""Where the rules that a booklet is judged by register themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publish.model.booklet import Booklet
from publish.model.finding import Finding
from publish.model.world import World

Rule = Callable[[Booklet, World], Iterable[Finding]]

RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule: a function that yields what it finds wrong with a booklet."""
    RULES.append(function)
    return function
