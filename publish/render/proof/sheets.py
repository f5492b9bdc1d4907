"""A proof as HTML: the list that is signed, and one sheet for every page, with what is drawn over it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from publish.model.booklet import Booklet
from publish.model.length import Mm
from publish.model.proof import Blemish, Comparison, Gap, Line, Mark, Page, Record, Sheets
from publish.proof import archive
from publish.render import imprint
from publish.render.labels import labels
from publish.render.paper import templates
from publish.render.proof import drawing, words

A4 = Mm(210).to_pt().value, Mm(297).to_pt().value
LEAST = Mm(22).to_pt().value
"""What a sheet leaves around the trim at least: room for what is said of the lines."""
EVERY = 5
"""How often the number of a line is written."""
_SAMPLE = Page(
    1, 74, 30, 4, 0, 70, 30, 12, 10,
    tuple(
        Line(number, 0, 4, 70, 12 * number - 11, 12 * number + 1, 12 * number - 2, Gap(4, 70), "", 0.5,
             (Gap(22, 28), Gap(46, 52)), True, False, True, True, False)
        for number in (1, 2)
    ),
    False,
)  # fmt: skip
"""What the legend draws its marks on."""


@dataclass(frozen=True, slots=True)
class Label:
    """Words beside a line, at its height on the sheet."""

    top: float
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn over one page."""

    folio: int
    left: float
    top: float
    """Where the trim begins on the sheet."""
    width: float
    height: float
    drawing: Markup
    numbers: tuple[Label, ...]
    marks: tuple[Label, ...]
    changes: tuple[Label, ...]


def write(booklet: Booklet, record: Record, marks: tuple[Mark, ...], comparison: Comparison | None) -> Sheets:
    """Return the sheets of a proof, in Turkish."""
    width, height = _size(record)
    settings = booklet.settings
    shared = {
        "settings": settings,
        "labels": labels("tr"),
        "digest": archive.digest(record.text),
        "pages": len(record.pages),
        "width": width,
        "height": height,
    }
    front = (
        templates()
        .get_template("proof_list.j2")
        .render(
            **shared,
            publisher=imprint.publisher(booklet),
            comparison=comparison,
            changes=words.change_rows(comparison, "tr") if comparison else (),
            marks=words.mark_rows(record, marks, "tr"),
            counts=_counts(marks),
            legend=[(words.BLEMISHES["tr"][each], words.MEANINGS[each], _sample(each)) for each in Blemish],
            trim=_trim(record),
        )
    )
    sheets = [_sheet(index, page, marks, comparison, (width, height)) for index, page in enumerate(record.pages)]
    overlay = templates().get_template("proof_pages.j2").render(**shared, sheets=sheets)
    return Sheets(front, overlay, width, height, archive.write(record.text))


def _size(record: Record) -> tuple[float, float]:
    """Return the size of the sheets: A4, or as much larger as the pages need."""
    widest, highest = max(page.width for page in record.pages), max(page.height for page in record.pages)
    return max(A4[0], widest + 2 * LEAST), max(A4[1], highest + 2 * LEAST)


def _trim(record: Record) -> str:
    page, point = record.pages[0], Mm(1).to_pt().value
    return f"{page.width / point:.4g} × {page.height / point:.4g} mm".replace(".", ",")


def _counts(marks: tuple[Mark, ...]) -> list[tuple[str, int]]:
    found = Counter(mark.blemish for mark in marks)
    return [(words.BLEMISHES["tr"][blemish], found[blemish]) for blemish in Blemish if found[blemish]]


def _sheet(
    index: int, page: Page, marks: tuple[Mark, ...], comparison: Comparison | None, size: tuple[float, float]
) -> Sheet:
    left, top = (size[0] - page.width) / 2, (size[1] - page.height) / 2
    own = [mark for mark in marks if mark.page == index]
    bars, changes = _changes(page, comparison, top)
    shapes = "".join((drawing.frame(page), *(drawing.draw(mark, page) for mark in own), *bars))
    return Sheet(
        page.folio,
        left,
        top,
        page.width,
        page.height,
        Markup(shapes),  # noqa: S704  # numbers of our own
        tuple(_numbers(page, top)),
        tuple(_said(page, own, top)),
        changes,
    )


def _numbers(page: Page, top: float) -> Iterator[Label]:
    shown = dict[int, Label]()
    for line in page.lines:
        if line.number % EVERY == 0 or line.number == 1:
            shown.setdefault(line.number, Label(top + line.baseline, str(line.number)))
    yield from shown.values()


def _said(page: Page, marks: list[Mark], top: float) -> Iterator[Label]:
    """Yield what is said of the lines beside them, in one label a line."""
    at_line = dict[float, list[str]]()
    for mark in marks:
        line = page.lines[mark.lines[0]] if mark.lines else None
        height = line.baseline if line else max((each.baseline for each in page.lines), default=page.top)
        name, figure = words.BLEMISHES["tr"][mark.blemish], words.figure_of(mark, "tr")
        number = f"{line.number} " if line else ""
        at_line.setdefault(height, []).append(f"{number}{name}{f', {figure}' if figure else ''}")
    for height, said in sorted(at_line.items()):
        yield Label(top + height, "; ".join(said))


def _changes(page: Page, comparison: Comparison | None, top: float) -> tuple[list[str], tuple[Label, ...]]:
    """Return the bars of the changes on a page, and their numbers by line."""
    bars, numbers = list[str](), dict[int, list[int]]()
    for number, change in enumerate(comparison.changes if comparison else (), 1):
        if change.new_place and change.new_place.page == page.folio:
            numbers.setdefault(change.new_place.line, []).append(number)
    said = list[Label]()
    for line_number, own in sorted(numbers.items()):
        lines = [line for line in page.lines if line.number == line_number]
        if lines:
            base = lines[0].baseline
            bars.append(drawing.bar(page, base - 9, base + 3.5))
            said.append(Label(top + base, ", ".join(f"D{number}" for number in own)))
    return bars, tuple(said)


def _sample(blemish: Blemish) -> Markup:
    """Draw a mark on two lines that stand for a text."""
    gap = (0,) if blemish not in (Blemish.LADDER, Blemish.RIVER) else (0, 1)
    trace = ((22, 28, 10), (24, 30, 22)) if blemish is Blemish.RIVER else ()
    text = "".join(
        f'<path d="M4 {12 * row - 5}H22M28 {12 * row - 5}H46M52 {12 * row - 5}H70" stroke="#999" stroke-width="3"/>'
        for row in (1, 2)
    )
    mark = Mark(blemish, 0, () if blemish is Blemish.DEPTH else gap, 0.5, trace)
    return Markup(text + drawing.draw(mark, _SAMPLE))  # noqa: S704  # numbers of our own
