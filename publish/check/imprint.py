"""The imprint (künye) as the law wants it of a printed work; each rule says where it stands.

Apart from the rules on a booklet, for only paper is asked: neither the reading PDF nor the e-book is printed. What is
an error of a booklet that is given out is a note of a private copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from publish.model.finding import Finding, Severity, Span, found
from publish.model.settings import House, Printer, Publisher, Settings


@dataclass(frozen=True, slots=True)
class _Said:
    """What the files of a booklet and its house say, and where."""

    folder: Path
    house: House
    settings: Settings
    places: Mapping[str, Span]

    @property
    def house_file(self) -> Span:
        return Span(str(self.folder.parent / "house.toml"))

    def key(self, name: str) -> Span:
        return self.places.get(name, Span(str(self.folder / "booklet.toml")))


Rule = Callable[[_Said], Iterator[Finding]]

RULES: list[Rule] = []


def rule(function: Rule) -> Rule:
    """Register a rule of the imprint."""
    RULES.append(function)
    return function


def inspect(folder: Path, house: House, settings: Settings, places: Mapping[str, Span]) -> tuple[Finding, ...]:
    """Return what the imprint of the booklet in `folder` lacks, in order of place. Finds K001–K009."""
    said = _Said(folder, house, settings, places)
    findings = [finding for each in RULES for finding in each(said)]
    if not settings.print.published:
        findings = [replace(finding, weight=Severity.NOTE) for finding in findings]
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


@rule
def printer(said: _Said) -> Iterator[Finding]:
    """Find a printer without name (K001), address (K002) or certificate (K007).

    Press Law 5187 of 9 June 2004, Art. 4: every printed work shows the printer's name, trade title and business
    address. Certificate: regulation of 18 April 2005 (RG 25790), Art. 8 as amended on 8 March 2008 (RG 26810).
    """
    owner = said.settings.printer or said.house.printer
    if owner is None:
        yield found("K001", said.house_file)
        return
    place = _owner(said, "printer", owner)
    if owner.address is None:
        yield found("K002", place, name=owner.name)
    if owner.certificate is None:
        yield found("K007", place, name=owner.name)


@rule
def publisher(said: _Said) -> Iterator[Finding]:
    """Find a publisher without address (K005) or certificate (K006), or none (K008).

    Press Law 5187, Art. 4: the publisher's name, trade title and business address, “if there is one”. Certificate: as
    the printer's; an author who publishes his own work needs none.
    """
    owner: Publisher | House = said.settings.publisher or said.house
    if owner.name is None:
        yield found("K008", said.house_file)
        return
    place = _owner(said, "publisher", owner)
    if owner.address is None:
        yield found("K005", place, name=owner.name)
    if owner.certificate is None and owner.name not in said.settings.authors:
        yield found("K006", place, name=owner.name)


@rule
def place_and_date(said: _Said) -> Iterator[Finding]:
    """Find no date (K003) or no place (K004) of printing. Press Law 5187, Art. 4."""
    if said.settings.date is None:
        yield found("K003", said.key("title"))
    if said.house.city is None:
        yield found("K004", said.house_file)


@rule
def isbn(said: _Said) -> Iterator[Finding]:
    """Say of a booklet that is given out that it has no ISBN (K009); no law asks for one (ISO 2108)."""
    if said.settings.isbn is None and said.settings.print.published:
        yield found("K009", said.key("title"))


def _owner(said: _Said, key: str, owner: Publisher | House | Printer) -> Span:
    return said.house_file if owner in (said.house, said.house.printer) else said.key(key)
