"""The pages of a PDF drawn anew, two and two, on the sheets that take their place in it.

Each page becomes a form that the sheet shows: nothing in it is touched, so that vectors, fonts and colours stay what
they are, and no page is copied. What only pages on a screen can have, links, bookmarks and tags, goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from publish.press.imposition.marks import drawn
from publish.press.imposition.panels import Panel
from publish.press.imposition.plan import Plan
from publish.press.imposition.signature import Sheet
from publish.press.imposition.spread import Laid, Spread

KEPT = frozenset(("/Type", "/Pages", "/Version", "/Extensions", "/OutputIntents", "/OCProperties"))
"""What is kept of a file's catalogue: for which press its colours are, and which layers are seen."""
DUPLEX = {"short_edge": Name("/DuplexFlipShortEdge"), "long_edge": Name("/DuplexFlipLongEdge")}
"""What the print dialogue is told (ISO 32000-1, table 150)."""


def write_sheets(pdf: pikepdf.Pdf, sheets: Iterable[tuple[Sheet[Panel | None], Spread]], plan: Plan) -> bytes:
    """Put sheets in the place of the pages of `pdf`, front and back in turn; return the file.

    A sheet lies with its long edge below. Turned over its short edge, its back stands as its front does; over the long
    edge, it would stand on its head, so it is drawn on its head. The same pages give the same bytes.
    """
    shown = list(pdf.pages)
    pages = [side for sheet, spread in sheets for side in _sides(pdf, shown, sheet, spread, plan)]
    tree = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(pages), Kids=Array(pages)))
    for page in pages:
        page.Parent = tree
    _clear(pdf, tree, plan)
    written = BytesIO()
    pdf.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written.getvalue()


def _sides(
    pdf: pikepdf.Pdf, pages: list[pikepdf.Page], sheet: Sheet[Panel | None], spread: Spread, plan: Plan
) -> Iterator[pikepdf.Object]:
    """Return the front and the back of a sheet as pages."""
    box = spread.sheet
    turned = f"-1 0 0 -1 {box.right:.4f} {box.top:.4f} cm"
    marks = drawn(spread, plan.marks)
    for forme, turn in ((sheet.front, ""), (sheet.back, turned if plan.duplex == "long_edge" else "")):
        shown = {f"/P{number}": laid for number, laid in enumerate(spread.lay(forme))}
        forms = {name: _form(pages[laid.panel.index], laid.panel) for name, laid in shown.items()}
        operators = [turn, *(_show(name, laid) for name, laid in shown.items()), marks]
        yield pdf.make_indirect(
            Dictionary(
                Type=Name.Page,
                MediaBox=box.write(),
                BleedBox=spread.painted.write(),
                TrimBox=spread.trim.write(),
                Resources=Dictionary(XObject=Dictionary(forms)),
                Contents=pdf.make_stream("\n".join(filter(None, operators)).encode()),
            )
        )


def _form(page: pikepdf.Page, panel: Panel) -> pikepdf.Object:
    """Return a page as a form, cut where the panel ends."""
    form = page.as_form_xobject(handle_transformations=False)
    form.BBox = panel.bleed.write()
    return form


def _show(name: str, laid: Laid) -> str:
    """Return the operators that show a form at its place."""
    seen = laid.seen
    clip = f"{seen.left:.4f} {seen.bottom:.4f} {seen.width:.4f} {seen.height:.4f} re W n"
    matrix = " ".join(f"{number:.6f}" for number in laid.matrix)
    return f"q {clip} {matrix} cm {name} Do Q"


def _clear(pdf: pikepdf.Pdf, tree: pikepdf.Object, plan: Plan) -> None:
    """Leave nothing in the file but the sheets, its title, and what concerns its colours and layers."""
    title = pdf.docinfo.get("/Title")
    for key in set(pdf.Root.keys()) - KEPT:
        del pdf.Root[key]
    pdf.Root.Pages = tree
    pdf.Root.ViewerPreferences = Dictionary(Duplex=DUPLEX[plan.duplex], PrintScaling=Name("/None"))
    for name in ("/ID", "/Info"):
        if name in pdf.trailer:
            del pdf.trailer[name]
    if isinstance(title, pikepdf.String):
        pdf.docinfo.Title = title
