"""A press report as a page to look at: what is wrong, heaviest first, and the pages with the places drawn on them."""

from __future__ import annotations

from base64 import b64encode
from pathlib import PurePath
from typing import Any

from markupsafe import escape

from publish.model.finding import Finding, Severity
from publish.model.phrases import phrases
from publish.model.press_report import Area, PressReport, Seen, ShownPage
from publish.render.environment import environment

_MOST_PLACES = 6
"""Places that are written out of one finding."""
_FLAG = 9.0
"""mm that the number beside a place is wide."""
_LEAST = 3.0
"""mm that the frame around a place is at least wide and high, so that it is seen."""


def to_html(report: PressReport, more: tuple[Finding, ...], language: str) -> str:
    """Return the report as one file, pictures within; `more` are findings that are not of the file itself."""
    words = phrases("report", language)
    seen = _by_weight((*report.seen, *(Seen(finding) for finding in more)))
    counts = {severity.value: sum(each.finding.severity is severity for each in seen) for severity in Severity}
    verdict = "stop" if counts["error"] else "look" if counts["warning"] else "ready"
    first = report.shown[0].trim if report.shown else None
    number = {"tr": ","}.get(language, ".")
    return (
        environment(escape)
        .get_template("report.j2")
        .render(
            language=language,
            words=words,
            report=report,
            name=PurePath(report.name).name,
            counts=counts,
            verdict=verdict,
            size=f"{first.width:.1f} × {first.height:.1f} mm".replace(".", number) if first else "",
            rows=[
                _row(index, each, language, {page.page_number for page in report.shown})
                for index, each in enumerate(seen, 1)
            ],
            sheets=[_sheet(page, seen) for page in report.shown],
        )
    )


def _by_weight(seen: tuple[Seen, ...]) -> list[Seen]:
    return sorted(seen, key=lambda each: list(Severity).index(each.finding.severity))


def _row(index: int, seen: Seen, language: str, shown: set[int]) -> dict[str, object]:
    finding = seen.finding
    places = [(area.page_number, _place(area, language)) for area in seen.areas[:_MOST_PLACES]]
    rest = len(seen.areas) - len(places)
    return {
        "index": index,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": finding.message(language),
        "hint": finding.hint(language),
        "where": str(finding.span) if finding.code[0] != "B" else "",
        "places": places,
        "rest": phrases("report", language)["more"].format(count=rest) if rest > 0 else "",
        "numbers": [number for number in seen.page_numbers if number in shown] if not places else [],
        "shown": shown,
    }


def _place(area: Area, language: str) -> str:
    text = f"x {area.left:.1f}  y {area.top:.1f} mm, {area.width:.1f} × {area.height:.1f}".replace("-", "−")
    return text.replace(".", ",") if language == "tr" else text


def _sheet(page: ShownPage, seen: list[Seen]) -> dict[str, object]:
    """Return a page as its picture is drawn: a view box in mm, frames, and the places of findings."""
    marks: list[dict[str, Any]] = [
        {"index": index, "severity": each.finding.severity.value, "area": _framed(area, page.media)}
        for index, each in enumerate(seen, 1)
        for area in each.areas
        if area.page_number == page.page_number
    ]
    here = [
        (index, each.finding.severity.value)
        for index, each in enumerate(seen, 1)
        if page.page_number in each.page_numbers
    ]
    return {
        "number": page.page_number,
        "page": page,
        "marks": marks,
        "flags": _flags(marks, page.media),
        "here": here,
        "picture": b64encode(page.picture).decode("ascii"),
    }


def _framed(area: Area, media: Area) -> Area:
    """Return a frame around a place, large enough to be seen and on the paper."""
    width, height = max(area.width, _LEAST), max(area.height, _LEAST)
    left = min(max(area.left - (width - area.width) / 2, media.left), media.left + media.width - width)
    top = min(max(area.top - (height - area.height) / 2, media.top), media.top + media.height - height)
    return Area(area.page_number, round(left, 2), round(top, 2), round(width, 2), round(height, 2))


def _flags(marks: list[dict[str, Any]], media: Area) -> list[dict[str, Any]]:
    """Return the numbers of findings, each beside the first of its places on a page, none upon another."""
    first = {mark["index"]: mark for mark in reversed(marks)}
    flags: list[dict[str, Any]] = []
    for mark in sorted(first.values(), key=lambda each: (each["area"].top, each["index"])):
        area = mark["area"]
        right, bottom = media.left + media.width - _FLAG / 2, media.top + media.height - _FLAG / 2
        x = min(area.left + area.width + _FLAG / 2, right)
        y = min(max(area.top, media.top + _FLAG / 2), bottom)
        while y < bottom and any(abs(x - each["x"]) < _FLAG and abs(y - each["y"]) < _FLAG for each in flags):
            y += _FLAG / 2
        flags.append(mark | {"x": round(x, 2), "y": round(min(y, bottom), 2)})
    return flags


def as_rows(report: PressReport, more: tuple[Finding, ...], language: str) -> dict[str, object]:
    """Return the report as plain tables for programs: places in mm from the trim's top left."""
    seen = _by_weight((*report.seen, *(Seen(finding) for finding in more)))
    return {
        "file": report.name,
        "job": report.job,
        "ink": report.ink,
        "pages": report.pages,
        "findings": [
            {
                "code": each.finding.code,
                "severity": each.finding.severity.value,
                "message": each.finding.message(language),
                "hint": each.finding.hint(language),
                "pages": list(each.page_numbers),
                "places": [
                    {
                        "page": area.page_number,
                        "x": area.left,
                        "y": area.top,
                        "width": area.width,
                        "height": area.height,
                    }
                    for area in each.areas
                ],
            }
            for each in seen
        ],
    }
