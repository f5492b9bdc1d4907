"""A PDF of anybody's judged for the press: opened, walked, measured, put to every check; a report comes out.

bytes ─ open ─ walk ─┬ checks → faults ─ weights of the job → findings, with their places
      └ Ghostscript ─┘       └ pages that are drawn
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import TypeVar, get_args

import pikepdf

from publish.model.finding import Finding, Severity, Span, found
from publish.model.press_report import Area, PressReport, Seen
from publish.model.printing import Job
from publish.model.said import joined, short
from publish.model.world import World
from publish.press import content as contents
from publish.press.document import broken, open_pdf, reason
from publish.press.preflight import checks, drawing, rendering, sheet
from publish.press.preflight.registry import CHECKS, Examined, Fault, Wanted
from publish.press.preflight.walk import walk

MOST_SHOWN = 24
"""Pages that the report shows."""
_MOST_AREAS = 200
"""Places that are kept of one kind of fault, and on one page a tenth of them."""
_FEW = 8
"""Page numbers that are written out."""
Word = TypeVar("Word")


def inspect(content: bytes, wanted: Wanted, name: str, world: World) -> tuple[PressReport, tuple[Finding, ...]]:
    """Return the report of a file, and its findings in the order of the report; `name` is the file that they name.

    Finds B001–B003 (no file to judge) and B100–B181, a finding a kind of fault, with all its pages.
    """
    pdf, findings = open_pdf(content, name)
    if pdf is None:
        seen = tuple(Seen(finding) for finding in findings)
        return PressReport(name, wanted.job, wanted.ink, 0, seen, ()), findings
    with pdf:
        try:
            return _inspect(pdf, content, wanted, name, world)
        except contents.BROKEN as error:  # a file whose parts are not what they should be, wherever that shows
            finding = found("B001", Span(name), path=name, reason=broken(reason(error)))
            return PressReport(name, wanted.job, wanted.ink, 0, (Seen(finding),), ()), (finding,)


def _inspect(
    pdf: pikepdf.Pdf, content: bytes, wanted: Wanted, name: str, world: World
) -> tuple[PressReport, tuple[Finding, ...]]:
    sheets = tuple(sheet.read(page.obj, number, wanted.bleed) for number, page in enumerate(pdf.pages, 1))
    painted = tuple(walk(each) for each in sheets)
    drawn = drawing.open_drawn(content)
    text = tuple(
        drawing.text_areas(drawn, page, has_hidden=each.has_hidden_text)
        for page, each in zip(sheets, painted, strict=True)
    )
    coloured = [(page, each) for page, each in zip(sheets, painted, strict=True) if rendering.needs_rendering(each)]
    inked, unmeasured = rendering.measure(pdf, content, coloured, wanted.limit, world) if coloured else ({}, "")
    file = Examined(pdf, wanted, sheets, painted, text, drawing.Paper(drawn).is_bare, inked)
    faults = [fault for check in CHECKS for fault in check(file)]
    if unmeasured:
        faults.append(Fault("B180", what=unmeasured))
    seen = _seen(faults, wanted, name)
    shown = drawing.draw(drawn, _worth_showing(sheets, seen))
    report = PressReport(name, wanted.job, wanted.ink, len(sheets), seen, shown)
    return report, report.findings


def _worth_showing(sheets: Sequence[sheet.Sheet], seen: Sequence[Seen]) -> list[sheet.Sheet]:
    """Return pages with faults that have a place, then others with faults, then the first ones; in page order."""
    marked = [area.page_number for each in seen for area in each.areas]
    named = [number for each in seen for number in each.page_numbers]
    order = dict.fromkeys([*marked, *named, *(each.number for each in sheets)])
    chosen = set(list(order)[:MOST_SHOWN])
    return [each for each in sheets if each.number in chosen]


def _seen(faults: Iterable[Fault], wanted: Wanted, name: str) -> tuple[Seen, ...]:
    """Return faults gathered by kind, the heaviest first."""
    kinds: dict[str, list[Fault]] = {}
    for fault in faults:
        kinds.setdefault(fault.code, []).append(fault)
    weights = {code: weight for code in kinds if (weight := weight_of(code, wanted.job))}
    seen = [_gathered(code, kinds[code], weights[code], wanted, name) for code in sorted(weights)]
    return tuple(sorted(seen, key=lambda each: list(Severity).index(each.finding.severity)))


def _gathered(code: str, faults: list[Fault], weight: Severity, wanted: Wanted, name: str) -> Seen:
    numbers = tuple(sorted({fault.page_number for fault in faults if fault.page_number}))
    faults = sorted(faults, key=lambda fault: (fault.order, fault.page_number))
    areas = _some([fault.area for fault in faults if fault.area])
    details = list(dict.fromkeys(fault.what for fault in faults if fault.what))
    finding = found(
        code,
        Span(name),
        pages=", ".join(_some_of([str(number) for number in numbers], _FEW)),
        place=f" ({areas[0].page_number}: x {areas[0].left:.0f}, y {areas[0].top:.0f} mm)" if areas else "",
        what=joined(_some_of(details, 3), "; "),
        bleed=short(wanted.bleed.value),
        limit=wanted.limit,
    )
    return Seen(replace(finding, weight=weight), numbers, areas)


def _some(areas: list[Area]) -> tuple[Area, ...]:
    counts: dict[int, int] = {}
    kept: list[Area] = []
    for area in areas:
        counts[area.page_number] = counts.get(area.page_number, 0) + 1
        if counts[area.page_number] <= _MOST_AREAS // 10 and len(kept) < _MOST_AREAS:
            kept.append(area)
    return tuple(kept)


def _some_of(words: Sequence[Word], most: int) -> Sequence[Word | str]:
    return words if len(words) <= most else [*words[:most], "…"]


def weight_of(code: str, job: Job) -> Severity | None:
    """Return what a fault weighs where `job` prints the file; None where it is none there."""
    weight = _weights()[code][get_args(Job).index(job)]
    return Severity(weight) if weight else None


@cache
def _weights() -> dict[str, list[str]]:
    table = resources.files(checks.__name__.rpartition(".")[0]).joinpath("weights.toml")
    return tomllib.loads(table.read_text("utf-8"))
