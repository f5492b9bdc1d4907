"""HTML laid out as pages: a tagged PDF whose bytes depend on the source alone."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PIL import Image

from publish.language.hyphenation import dictionary
from publish.language.hyphenation.line_ends import Hyphenator
from publish.model.finding import Finding, Span, found
from publish.model.html import Html, Laid, Sheet
from publish.model.proof import WriteSheets
from publish.model.world import World
from publish.pdf import faces
from publish.pdf.faces import only_our_fonts
from publish.pdf.finish import finish
from publish.pdf.listening import Listener, listening

with only_our_fonts():
    import weasyprint  # type: ignore[import-untyped]  # no stubs
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # no stubs
    from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]  # no stubs

from publish.pdf import composer, folios, glyphs, mends, pagination, text_layer
from publish.pdf.archive import archive
from publish.pdf.attaching import attach
from publish.pdf.composer.lines import Composer
from publish.pdf.composer.rules import KLASIK
from publish.pdf.describing import describe, thin_out_links
from publish.pdf.end_pages import with_end_pages
from publish.pdf.fetching import Fetcher
from publish.pdf.long_notes import find_long_notes
from publish.pdf.proof.observe import observe
from publish.pdf.proof.sheets import write_sheets
from publish.pdf.proof.slices import Observed
from publish.pdf.set_lines import set_lines

OPTIONS = {
    "pdf_tags": True,
    "pdf_variant": "pdf/ua-1",
    "pdf_identifier": True,  # made from the content, so it is the same for the same pages
}


def lay_out(
    html: Html, world: World, *, with_lines: bool = False, proof: WriteSheets | None = None
) -> tuple[Laid, tuple[Finding, ...]]:
    """Lay out `html` as a PDF, tagged, with bookmarks and metadata; empty where it cannot be laid out at all.

    The lines of the pages are told only `with_lines`; with `proof` the pages are put on the sheets that it writes of
    them. Finds P001–P013. Raises `PublishError` where the fonts cannot be kept in the cache, or where WeasyPrint is not
    the version that was tested.
    """
    text_layer.install()
    hyphenator = Hyphenator(html.hyphenation)
    dictionary.register(hyphenator.hyphens)
    compositor = (Observed if proof else Composer)(hyphenator.line_ends, KLASIK)
    composer.install(compositor)
    pagination.install(compositor)
    fonts = {face.name: faces.content(face.name, world) for face in faces.needed(html)}
    fetcher = Fetcher(html, world, fonts)
    laid, strangers = Laid(b"", 0), frozenset[str]()
    with listening(world) as listener, glyphs.watching() as drawn:
        listener.where = Span(str(html.folder))
        try:
            with _no_collection(), _pictures_of_any_size():
                laid, strangers = _lay_out(html, world, fetcher, listener, with_lines=with_lines, proof=proof)
        except RecursionError:
            listener.findings[found("P006", listener.where, reason="RecursionError")] = None
        except (Exception, FatalURLFetchingError) as error:  # whatever an author's style sheet may bring about
            listener.findings[found("P006", listener.where, reason=f"{type(error).__name__}: {error}")] = None
    unknown = fetcher.unknown(
        {family.strip() for families in drawn for family in families} - faces.FAMILIES | strangers
    )
    unset = glyphs.judge(glyphs.missing(drawn, frozenset(listener.boxes), fonts), html, world)
    left = _left(compositor, listener.where)
    return laid, tuple(dict.fromkeys((*fetcher.findings, *listener.findings, *unknown, *unset, *left)))


def _left(compositor: Composer, place: Span) -> Iterator[Finding]:
    """Find, once, that lines were not composed (P012)."""
    count = sum(compositor.left_to_stock.values())
    if count:
        yield found("P012", place, compositor.first_left, composed=compositor.composed, left=count)


def _lay_out(
    html: Html, world: World, fetcher: Fetcher, listener: Listener, *, with_lines: bool, proof: WriteSheets | None
) -> tuple[Laid, frozenset[str]]:
    """Return the pages and the names of fonts that are none of ours."""
    mends.install()
    folios.install()
    with only_our_fonts():
        fonts = FontConfiguration()
    ours = weasyprint.CSS(string=faces.font_faces(faces.needed(html)), font_config=fonts, url_fetcher=fetcher)
    sheets = [ours, *(_read_sheet(sheet, fonts, fetcher, listener) for sheet in html.sheets)]

    def render(text: str, css: str) -> Any:
        source = weasyprint.HTML(string=text, base_url=fetcher.base(html.folder), url_fetcher=fetcher)
        more = [weasyprint.CSS(string=css, font_config=fonts, url_fetcher=fetcher)] if css else []
        return source.render(font_config=fonts, stylesheets=[*sheets, *more], **OPTIONS)

    def render_alone(text: str) -> Any:
        return weasyprint.HTML(string=text, url_fetcher=fetcher).render(font_config=fonts, stylesheets=[ours])

    document = with_end_pages(html.text, html.end, render) if html.end else render(html.text, "")
    count = len(document.pages)
    if proof:
        made = proof(observe(document.pages, html.title))
        return Laid(write_sheets(document, made, render_alone) if made else b"", count), frozenset()
    listener.findings.update(dict.fromkeys(find_long_notes(document.pages, html.folder)))
    strangers = set[str]()
    thin_out_links(document.pages)

    def finisher(_: Any, pdf: Any) -> None:
        strangers.update(finish(pdf))
        describe(document.pages, pdf)
        attach(pdf, html.source)
        archive(pdf, world)

    pdf = document.write_pdf(finisher=finisher, **OPTIONS)
    lines = set_lines(document.pages) if with_lines else ()
    return Laid(pdf, count, lines), frozenset(strangers)


def _read_sheet(sheet: Sheet, fonts: FontConfiguration, fetcher: Fetcher, listener: Listener) -> weasyprint.CSS:
    """Parse one style sheet; what is wrong in it is said of its own file."""
    before = listener.where
    listener.where = Span(str(sheet.path))
    try:
        return weasyprint.CSS(
            string=sheet.css, base_url=fetcher.base(sheet.path.parent), font_config=fonts, url_fetcher=fetcher
        )
    finally:
        listener.where = before


@contextmanager
def _no_collection() -> Iterator[None]:
    """Leave the garbage where it is while pages are made: looking for it costs a seventh of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@contextmanager
def _pictures_of_any_size() -> Iterator[None]:
    """Keep Pillow from warning of large pictures on the terminal: `check` has judged their size."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        yield
