"""A PDF of single pages as the sheets of a stapled booklet, or what keeps it from becoming one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pikepdf

from publish.model.finding import Finding, Span, found, has_errors
from publish.model.length import Mm, Pt
from publish.model.said import Said, decimals, short
from publish.press.document import broken, open_pdf, reason
from publish.press.imposition.covers import FourPages, four_pages
from publish.press.imposition.creep import creep
from publish.press.imposition.marks import drawn
from publish.press.imposition.panels import Panel, panels
from publish.press.imposition.plan import Blanks, Plan
from publish.press.imposition.sheet_sizes import BY_AREA, SLACK, SheetSize, smallest
from publish.press.imposition.sheets import write_sheets
from publish.press.imposition.signature import Spine, gather, with_blanks
from publish.press.imposition.spread import Spread

THICKEST = Mm(5)
"""Of the folded sheets together, one half of the booklet on the other: what staples hold and lie flat, 96 pages of
80 g. Binders draw the line between 64 and 96 pages."""
LARGE = "1000x700"
"""The sheet of offset presses, for what is too large for any sheet with a name."""
MOST_NAMED = 12
"""Pages that a finding lists."""


@dataclass(frozen=True, slots=True)
class Document:
    """A PDF and how it is called in findings."""

    content: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Imposed:
    """The sheets, front and back in turn."""

    content: bytes
    pages: int


def impose(body: Document, plan: Plan, cover: Document | None = None) -> tuple[Imposed | None, tuple[Finding, ...]]:
    """Return the sheets of a saddle-stitched booklet; None where they cannot be made.

    With a cover, its four pages are folded from the same sheets as the others, outermost, and blanks go between the
    text and the cover's inside. Finds B001–B003, B031–B035 and B037–B042.
    """
    try:
        return _impose(body, plan, cover)
    except (pikepdf.PdfError, AttributeError, RuntimeError, TypeError, ValueError) as error:
        # A file of others may be damaged anywhere, which is only met with where that is read or written.
        return None, (found("B001", Span(body.name), path=body.name, reason=broken(reason(error))),)


def _impose(body: Document, plan: Plan, cover: Document | None) -> tuple[Imposed | None, tuple[Finding, ...]]:
    pdf, pages, findings = _opened(body)
    if pdf is None or has_errors(findings):
        return None, findings
    findings += tuple(_odd_sizes(pages, body.name))
    if has_errors(findings):
        return None, findings
    spine = plan.spine or _spine(pdf)
    ends = None
    if cover is not None:
        ends, found_in_cover = _cover(pdf, cover, pages[0], spine)
        findings += found_in_cover
        if ends is None:
            return None, findings
    size, unfit = _size(pages, plan.size, body.name)
    if size is None:
        return None, findings + unfit
    filled = _filled(pages, ends, plan.blanks)
    sheets = gather(filled, spine)
    spreads = _spreads(filled, len(sheets), size, plan)
    findings += tuple(_remarks(filled, spreads, plan, body.name, covered=ends is not None))
    content = write_sheets(pdf, zip(sheets, spreads, strict=True), plan)
    return Imposed(content, 2 * len(sheets)), findings


def _opened(document: Document) -> tuple[pikepdf.Pdf | None, tuple[Panel, ...], tuple[Finding, ...]]:
    """Return a file and its pages. Finds B001–B003, B034, B035 (not to be printed) and B042 (protected)."""
    pdf, findings = open_pdf(document.content, document.name)
    if pdf is None:
        return None, (), findings
    place = Span(document.name)
    if not pdf.allow.print_highres:
        return None, (), (found("B035", place),)
    protected = (found("B042", place),) if pdf.is_encrypted else ()
    pdf.flatten_annotations("print")  # fields that are filled in, and stamps, would be lost with all annotations
    pages, findings = panels(pdf, document.name)
    return pdf, pages, protected + findings


def _odd_sizes(pages: tuple[Panel, ...], name: str) -> Iterator[Finding]:
    """Find pages that are cut to another size than most (B031)."""
    sizes = Counter((round(page.width.to_mm().value), round(page.height.to_mm().value)) for page in pages)
    usual = sizes.most_common(1)[0][0]
    like = next(page for page in pages if (round(page.width.to_mm().value), round(page.height.to_mm().value)) == usual)
    odd = [page for page in pages if not _alike(page, like)]
    if odd:
        numbers = ", ".join(str(page.index + 1) for page in odd[:MOST_NAMED])
        more = "…" if len(odd) > MOST_NAMED else ""
        yield found("B031", Span(name), size=_size_of(like), pages=numbers + more, other=_size_of(odd[0]))


def _alike(page: Panel, other: Panel) -> bool:
    apart = abs(page.width.value - other.width.value), abs(page.height.value - other.height.value)
    return max(apart) <= SLACK.to_pt().value


def _size_of(page: Panel) -> Said:
    """Return a trim as printers write it, in mm."""
    return short(page.width.to_mm().value) + " × " + short(page.height.to_mm().value)


def _spine(pdf: pikepdf.Pdf) -> Spine:
    """Return where a file is bound that says in which direction it is read (ISO 32000-1, table 150)."""
    preferences = pdf.Root.get("/ViewerPreferences")
    is_arabic = isinstance(preferences, pikepdf.Dictionary) and preferences.get("/Direction") == "/R2L"
    return "right" if is_arabic else "left"


def _cover(
    pdf: pikepdf.Pdf, cover: Document, like: Panel, spine: Spine
) -> tuple[FourPages | None, tuple[Finding, ...]]:
    """Return the pages of a cover, put behind those of the file. Finds what `_opened` does and B038 (no such cover)."""
    other, pages, findings = _opened(cover)
    if other is None or has_errors(findings):
        return None, findings
    first = len(pdf.pages)
    pdf.pages.extend(other.pages)
    pages = tuple(page.moved(first) for page in pages)
    ends = four_pages(pages, like, spine)
    if ends is None:
        wrong = found("B038", Span(cover.name), count=len(pages), size=_size_of(pages[0]), page=_size_of(like))
        return None, (*findings, wrong)
    return ends, findings


def _size(
    pages: tuple[Panel, ...], wanted: SheetSize | None, name: str
) -> tuple[SheetSize | None, tuple[Finding, ...]]:
    """Return the sheet. Finds B032 (none takes two pages) and B033 (the one that is wanted does not)."""
    width = max(page.width for page in pages).to_mm()
    height = max(page.height for page in pages).to_mm()
    trim = _size_of(pages[0])
    if wanted is None:
        size = smallest(width, height)
        return size, () if size else (found("B032", Span(name), trim=trim),)
    if wanted.takes(width, height):
        return wanted, ()
    return None, (found("B033", Span(name), trim=trim, sheet=wanted.name),)


def _filled(pages: tuple[Panel, ...], ends: FourPages | None, blanks: Blanks) -> tuple[Panel | None, ...]:
    """Return all pages in reading order, None where one is blank."""
    if ends is None:
        return with_blanks(pages, kept=1 if blanks == "before_last" else 0)
    return with_blanks((*ends[:2], *pages, *ends[2:]), kept=2)


def _spreads(filled: tuple[Panel | None, ...], sheets: int, size: SheetSize, plan: Plan) -> list[Spread]:
    """Return where pages lie on each sheet, the outermost first."""
    shown = [panel for panel in filled if panel is not None]
    bleed = max((panel.overrun for panel in shown), default=Pt(0))
    width, height = max(panel.width for panel in shown), max(panel.height for panel in shown)
    caliper = plan.caliper or Mm(0)
    return [Spread(size, width, height, creep(depth, caliper, plan.fold), bleed) for depth in range(sheets)]


def _remarks(
    filled: tuple[Panel | None, ...], spreads: list[Spread], plan: Plan, name: str, *, covered: bool
) -> Iterator[Finding]:
    """Find what one ought to know of sheets that can be made: B037, B039–B041."""
    place, size = Span(name), spreads[0].size.name
    blanks = filled.count(None)
    told = {"pages": str(len(filled)), "blanks": str(blanks), "sheets": str(len(spreads)), "size": size}
    yield found("B039", place, creep=decimals(spreads[-1].creep.value, 2), **told)
    if blanks and plan.blanks == "before_last" and not covered:
        yield found("B041", place, blanks=blanks)
    thickness = 2 * len(spreads) * plan.caliper.value if plan.caliper else 0
    if thickness > THICKEST.value:
        yield found("B037", place, sheets=len(spreads), thickness=decimals(thickness, 1))
    if _is_cramped(spreads[0], plan):
        roomy = (other.name for other in BY_AREA if not _is_cramped(replace(spreads[0], size=other), plan))
        yield found("B040", place, size=size, larger=next(roomy, LARGE))


def _is_cramped(spread: Spread, plan: Plan) -> bool:
    """Say whether a sheet has no room for marks that are wanted, or not for all of the bleed."""
    room = min(spread.trim.left, spread.trim.bottom)
    return (bool(plan.marks) and not drawn(spread, plan.marks)) or room < spread.bleed.value - SLACK.to_pt().value
