"""HTML laid out as pages: a tagged PDF whose bytes depend on the source alone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from publish.language import hyphenation
from publish.model.finding import Finding, Span, found
from publish.model.html import Html, Laid, Sheet
from publish.model.world import World
from publish.pdf import faces
from publish.pdf.faces import only_our_fonts
from publish.pdf.listening import Listener, listening

with only_our_fonts():
    import weasyprint  # type: ignore[import-untyped]  # no stubs
    from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # no stubs
    from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]  # no stubs

from publish.pdf import mends
from publish.pdf.fetching import Fetcher, base_url

OPTIONS = {
    "pdf_tags": True,
    "pdf_identifier": True,  # made from the content, so it is the same for the same pages
}


def lay_out(html: Html, world: World) -> tuple[Laid, tuple[Finding, ...]]:
    """Lay out `html` as a PDF, tagged, with bookmarks and metadata; empty where it cannot be laid out at all.

    Finds P001–P007.
    """
    fetcher = Fetcher(html, world)
    with listening(world) as listener:
        listener.where = Span(str(html.folder))
        try:
            with _no_collection():
                laid, families = _lay_out(html, fetcher, listener)
        except RecursionError:
            laid, families = Laid(b"", 0), frozenset()
            listener.findings[found("P006", listener.where, reason="RecursionError")] = None
        except (Exception, FatalURLFetchingError) as error:  # whatever an author's style sheet brings about
            laid, families = Laid(b"", 0), frozenset()
            listener.findings[found("P006", listener.where, reason=f"{type(error).__name__}: {error}")] = None
    strangers = (faces.unknown_family(name, _place(name, html)) for name in sorted(families - faces.FAMILIES))
    findings = dict.fromkeys((*fetcher.findings, *listener.findings, *strangers))
    return laid, tuple(findings)


def _lay_out(html: Html, fetcher: Fetcher, listener: Listener) -> tuple[Laid, frozenset[str]]:
    hyphenation.register()
    mends.install()
    with only_our_fonts():
        fonts = FontConfiguration()
    sheets = [weasyprint.CSS(string=faces.font_faces(), font_config=fonts, url_fetcher=fetcher)]
    sheets += [_read_sheet(sheet, fonts, fetcher, listener) for sheet in html.sheets]
    source = weasyprint.HTML(string=html.text, base_url=base_url(html.folder), url_fetcher=fetcher)
    document = source.render(font_config=fonts, stylesheets=sheets, **OPTIONS)
    families = frozenset(
        family for page in document.pages for style in _styles(page) for family in style["font_family"]
    )
    return Laid(document.write_pdf(**OPTIONS), len(document.pages)), families


def _read_sheet(sheet: Sheet, fonts: FontConfiguration, fetcher: Fetcher, listener: Listener) -> weasyprint.CSS:
    """Parse one style sheet; what is wrong in it is said of its own file."""
    before = listener.where
    listener.where = Span(str(sheet.path))
    try:
        return weasyprint.CSS(
            string=sheet.css, base_url=base_url(sheet.path.parent), font_config=fonts, url_fetcher=fetcher
        )
    finally:
        listener.where = before


def _styles(page: weasyprint.Page) -> Iterator[Any]:
    """Yield the styles of the text on `page`."""
    for box in page._page_box.descendants():
        if hasattr(box, "text"):
            yield box.style


def _place(family: str, html: Html) -> Span:
    """Say where the style sheets first name `family`; the booklet's folder where none does."""
    for sheet in html.sheets:
        for number, line in enumerate(sheet.css.splitlines(), 1):
            if family in line:
                return Span(str(sheet.path), number, line.index(family) + 1)
    return Span(str(html.folder))


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
