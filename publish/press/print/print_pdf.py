"""A laid-out PDF as the file that a printer takes: PDF/X-4, in the inks of the job, with bleed and marks."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

import pikepdf
from pikepdf import Dictionary, Name

from publish.model.finding import Finding, Span, found
from publish.model.length import Mm, Pt
from publish.model.said import Said, decimals, short
from publish.press import boxes
from publish.press.boxes import BLEED, Box
from publish.press.content import BROKEN
from publish.press.document import broken, open_pdf
from publish.press.print import intent, layers, marks
from publish.press.print.colour import Black, Inks, Process
from publish.press.print.intent import Condition
from publish.press.print.painting import Painted, Painter

VERSION = "1.6"
"""Of PDF, as PDF/X-4 wants it."""
_OF_PAGE = ("/Type", "/Parent", "/UserUnit")
"""What a page keeps; links, tags, thumbnails, actions and the like are nothing to a press."""
_OF_CATALOG = ("/Type", "/Pages", "/PageLabels", "/Lang")
_OF_TREE = ("/Type", "/Parent", "/Kids", "/Count")


@dataclass(frozen=True, slots=True)
class PrintSpec:
    """How a file is printed."""

    condition: Condition
    ink: Literal["black", "cmyk"] = "black"
    limit: int = 280
    """Most ink on a spot, in per cent."""
    bleed: Mm = BLEED
    marks: bool = True
    folds: tuple[Mm, ...] = ()
    """Where the sheet is folded, from the trim's left: a cover has marks there."""


def to_print(content: bytes, spec: PrintSpec, name: str = "") -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return a laid-out PDF as PDF/X-4; None where it cannot be printed. `name` is the file that findings name.

    The trim of a page is its TrimBox (else its CropBox, else its MediaBox), and what lies around it up to `spec.bleed`
    is printed with it: TrimBox within BleedBox within MediaBox, no CropBox. Everything is in DeviceCMYK and DeviceGray,
    black text in black ink alone, overprinting; crop marks are in the colour of all plates, outside the bleed.
    Annotations, tags, forms, scripts, attachments, bookmarks and hidden layers are left out, page labels and the side
    of binding stay. The same content and spec give the same bytes.

    Finds B001–B003 (no PDF to work on), B010 (a thing that cannot be converted) and B011 (less bleed than is wanted).
    """
    pdf, findings = open_pdf(content, name)
    if pdf is None:
        return None, findings
    with pdf, warnings.catch_warnings():
        # of streams that end too early and pictures of many pixels the findings tell
        warnings.simplefilter("ignore")
        try:
            findings = tuple(_convert(pdf, spec, name))
            if any(finding.code == "B010" for finding in findings):
                return None, findings
            _clear(pdf)
            intent.declare(pdf, spec.condition, content)
            return _saved(pdf), findings
        except BROKEN as error:  # what holds the pages together is not what it should be
            return None, (found("B001", Span(name), path=name, reason=broken(f"{type(error).__name__}: {error}")),)


def _convert(pdf: pikepdf.Pdf, spec: PrintSpec, name: str) -> Iterator[Finding]:
    inks: Inks = Black() if spec.ink == "black" else Process(spec.condition.profile, spec.limit)
    painter = Painter(pdf, inks, off=layers.switched_off(pdf))
    registration = pdf.make_indirect(marks.registration()) if spec.marks else None
    unprintable: dict[str, list[str]] = {}
    lacking: dict[Said, list[str]] = {}
    # what a page has from its branch of the tree is read before any page is changed
    pages = [(page.obj, _Sheet(page.obj)) for page in pdf.pages]
    for number, (page, sheet) in enumerate(pages, 1):
        painted = painter.page(page, sheet.resources)
        for what in painter.unprintable:
            unprintable.setdefault(what, []).append(str(number))
        painter.unprintable.clear()
        room = sheet.trim.room(sheet.media)
        wanted = spec.bleed.to_pt()
        if room < wanted.value - boxes.HAIR.value:
            lacking.setdefault(decimals(Pt(room).to_mm().value, 1), []).append(str(number))
        _write_page(pdf, page, sheet, painted, spec, registration)
    place = Span(name)
    for what, numbers in unprintable.items():
        yield found("B010", place, pages=", ".join(numbers), what=_called(what))
    for has, numbers in lacking.items():
        yield found("B011", place, pages=_few(numbers), has=has, wanted=short(spec.bleed.value))


_CALLED = {
    "shading": "renk geçişi",
    "soft mask": "yumuşak maske",
    "function": "renk işlevi",
    "colour space": "renk uzayı",
    "a form within itself": "kendi içinde duran çizim",
}
"""What cannot be converted, by the beginning of what is said of it."""


def _called(what: str) -> Said:
    turkish = (name for begins, name in _CALLED.items() if what.startswith(begins))
    return Said(next(turkish, "çizim veya resim"), what)


def _few(numbers: list[str]) -> str:
    shown = 8
    return ", ".join(numbers if len(numbers) <= shown else [*numbers[:shown], "…"])


class _Sheet:
    """What a page is, whatever of it stands in its branch of the tree."""

    def __init__(self, page: Any) -> None:
        written = boxes.read(page)
        self.media = written.media or boxes.A4
        self.trim = (written.trim or written.crop or self.media).within(self.media)
        self.rotate = written.rotation
        self.resources: Any = boxes.resources(page)


def _write_page(
    pdf: pikepdf.Pdf, page: Any, sheet: _Sheet, painted: Painted, spec: PrintSpec, registration: Any
) -> None:
    for key in list(page.keys()):
        if key not in _OF_PAGE:
            del page[key]
    bleed = sheet.trim.grown(spec.bleed.to_pt().value).within(sheet.media)
    outer = sheet.trim.grown(marks.slug(spec.bleed).to_pt().value) if spec.marks else bleed
    page.TrimBox, page.BleedBox, page.MediaBox = sheet.trim.write(), bleed.write(), outer.write()
    if sheet.rotate:
        page.Rotate = sheet.rotate
    resources = painted.resources
    body = _clipped(bleed) + painted.data + b"\nQ\n"
    if spec.marks:
        body += marks.crop_marks(sheet.trim, spec.bleed) + marks.fold_marks(sheet.trim, spec.bleed, spec.folds)
        spaces = resources.get("/ColorSpace", Dictionary())
        spaces[marks.SPACE] = registration
        resources.ColorSpace = spaces
    page.Contents, page.Resources = pdf.make_stream(body), resources
    if painted.is_transparent:
        page.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceCMYK, I=True)


def _clipped(bleed: Box) -> bytes:
    """Return instructions that let nothing be painted outside the bleed, where the marks stand."""
    return f"q {bleed.left:.4f} {bleed.bottom:.4f} {bleed.width:.4f} {bleed.height:.4f} re W n\n".encode()


def _clear(pdf: pikepdf.Pdf) -> None:
    """Leave out of the document what is no page."""
    root: Any = pdf.Root
    direction = root.get("/ViewerPreferences", Dictionary()).get("/Direction")
    for key in list(root.keys()):
        if key not in _OF_CATALOG:
            del root[key]
    if direction is not None:
        root.ViewerPreferences = Dictionary(Direction=direction)
    branches = [root.Pages]
    for branch in branches:
        for key in list(branch.keys()):
            if key not in _OF_TREE:
                del branch[key]
        branches += [kid for kid in branch.Kids if "/Kids" in kid]


def _saved(pdf: pikepdf.Pdf) -> bytes:
    if "/ID" in pdf.trailer:
        del pdf.trailer["/ID"]  # its first half would be that of the source
    file = BytesIO()
    pdf.save(
        file,
        force_version=VERSION,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=True,
    )
    return file.getvalue()
