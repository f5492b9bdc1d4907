"""`[[accept]]`: findings an author has seen and accepts, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from publish.model.edition import Edition
from publish.model.finding import Finding, Severity, Span, catalogue, found


def apply(findings: Sequence[Finding], edition: Edition, families: str) -> tuple[Finding, ...]:
    """Return the findings without the warnings and notes that the edition accepts; errors cannot be.

    `families` are the letters of the codes that were looked for in this run: an acceptance among them that nothing
    asked for is itself a finding (M020). Finds M021 (unknown code) and M022 (code of an error) as well.
    """
    accepts = edition.settings.accept
    accepted = {accept.code for accept in accepts}
    kept = [finding for finding in findings if finding.severity is Severity.ERROR or finding.code not in accepted]
    raised = {finding.code for finding in findings}
    for index, accept in enumerate(accepts):
        kept += _judged(accept.code, edition.place(f"accept.{index}.code", "accept"), raised, families)
    return tuple(kept)


def _judged(code: str, place: Span, raised: set[str], families: str) -> list[Finding]:
    entry = catalogue().get(code)
    if entry is None:
        return [found("M021", place, accepted=code)]
    if entry.severity is Severity.ERROR:
        return [found("M022", place, accepted=code)]
    if code not in raised and code[0] in families:
        return [found("M020", place, accepted=code)]
    return []
