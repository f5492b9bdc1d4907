"""The one call that asks all rules."""

from __future__ import annotations

import publish.check.rules  # noqa: F401  # each registers itself when it is loaded
from publish.check.registry import RULES
from publish.model.booklet import Booklet
from publish.model.finding import Finding
from publish.model.world import World


def judge(booklet: Booklet, world: World) -> tuple[Finding, ...]:
    """Return what all rules find, in order of place."""
    findings = (finding for each in RULES for finding in each(booklet, world))
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))
