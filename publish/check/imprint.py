"""The imprint (künye) as the law wants it of a printed work; each rule says where it stands.

Apart from the rules on a booklet, for only paper is asked: neither the reading PDF nor the e-book is printed. What is
an error of a booklet that is given out is a note of a private copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from publish.model.edition import Edition
from publish.model.finding import Finding, Severity, Span, found
from publish.model.settings import House, Printer, Publisher

Rule = Callable[[Edition], Iterator[Finding]]

RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule of the imprint."""
    RULES.append(function)
    return function


def inspect(edition: Edition) -> tuple[Finding, ...]:
    """Return what the imprint of a booklet lacks, in order of place. Finds K001–K010."""
    findings = [finding for each in RULES for finding in each(edition)]
    if not edition.settings.print.published:
        findings = [replace(finding, weight=Severity.NOTE) for finding in findings]
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


@rule
def printer(edition: Edition) -> Iterator[Finding]:
    """Find a printer without name (K001), address (K002) or certificate (K007).

    Press Law 5187 of 9 June 2004, Art. 4: every printed work shows the printer's name, trade title and business
    address. Certificate: regulation of 18 April 2005 (RG 25790), Art. 8 as amended on 8 March 2008 (RG 26810).
    """
    owner = edition.settings.printer or edition.house.printer
    if owner is None:
        yield found("K001", edition.house_file)
        return
    place = _owner(edition, "printer", owner)
    if owner.address is None:
        yield found("K002", place, name=owner.name)
    if owner.certificate is None:
        yield found("K007", place, name=owner.name)


@rule
def publisher(edition: Edition) -> Iterator[Finding]:
    """Find a publisher without address (K005) or certificate (K006), or none (K008).

    Press Law 5187, Art. 4: the publisher's name, trade title and business address, “if there is one”. Certificate: as
    the printer's; an author who publishes his own work needs none.
    """
    owner: Publisher | House = edition.settings.publisher or edition.house
    if owner.name is None:
        yield found("K008", edition.house_file)
        return
    place = _owner(edition, "publisher", owner)
    if owner.address is None:
        yield found("K005", place, name=owner.name)
    if owner.certificate is None and owner.name not in edition.settings.authors:
        yield found("K006", place, name=owner.name)


@rule
def place_and_date(edition: Edition) -> Iterator[Finding]:
    """Find no date (K003) or no place (K004) of printing. Press Law 5187, Art. 4."""
    if edition.settings.date is None:
        yield found("K003", edition.place("title"))
    if edition.house.city is None:
        yield found("K004", edition.house_file)


@rule
def isbn(edition: Edition) -> Iterator[Finding]:
    """Say of a booklet that is given out that it has no ISBN (K009); no law asks for one (ISO 2108)."""
    if edition.settings.isbn is None and edition.settings.print.published:
        yield found("K009", edition.place("title"))


@rule
def bandrol(edition: Edition) -> Iterator[Finding]:
    """Find a cover with neither a spot for the bandrol nor a notice that none is needed (K010).

    Regulation on bandrols of 8 November 2001 (RG 24577), Art. 5: books bear one; (2) lists the exceptions, among which
    copies that are given away are not, and asks of these a sentence that says so.
    """
    cover = edition.settings.cover
    if edition.settings.print.published and not cover.bandrol and not cover.is_exempt:
        yield found("K010", edition.place("cover.bandrol"))


def _owner(edition: Edition, key: str, owner: Publisher | House | Printer) -> Span:
    return edition.house_file if owner in (edition.house, edition.house.printer) else edition.place(key)
