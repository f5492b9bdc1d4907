"""Pages filled to their depth, and facing pages to the same one: what a make-up man does, and no browser.

    planner ─ attempt      a page laid out, and laid out again until it is full
       │    ─ made         what stands on it, and how much it lacks
       │    ─ changes      what may give a line more or less
       │    ─ laid         how deep it is then, and what is amiss
       ╰─ state            what WeasyPrint knows before a page and after it

It replaces functions of WeasyPrint by their names, and so it works with the version it was written for and no other;
the composer, which it asks for lines, has looked.
"""

from __future__ import annotations

from typing import Any

from weasyprint import layout as _layout  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout import block as _block  # type: ignore[import-untyped]  # no stubs
from weasyprint.layout import page as _page

from publish.pdf.composer.lines import Composer
from publish.pdf.pagination.made import is_one_line
from publish.pdf.pagination.planner import Planner

_make_all_pages = _layout.make_all_pages
_page_height = _page.page_height
_page_break = _block.block_level_page_break


def install(composer: Composer) -> None:
    """Let pages be made up from now on, with `composer` giving or taking lines."""
    planner = Planner(composer)

    def page_height(page: Any, context: Any, height: float) -> None:
        _page_height(page, context, height)
        page.height -= planner.less
        page.margin_bottom += planner.less

    def page_break(above: Any, below: Any) -> Any:
        wanted = _page_break(above, below)
        if wanted == "avoid" and planner.parts and below and _is_translated(above, below):
            return "auto"
        if wanted == "auto" and not planner.is_lax and above.element in planner.headed and is_one_line(above):
            return "avoid"  # a heading over one line at the foot of a page
        return wanted

    composer.fills_pages = True
    _layout.make_all_pages = planner.pages
    _page.page_height = page_height
    _block.block_level_page_break = page_break


def uninstall() -> None:
    """Put back what was replaced."""
    _layout.make_all_pages = _make_all_pages
    _page.page_height = _page_height
    _block.block_level_page_break = _page_break


def _is_translated(above: Any, below: Any) -> bool:
    """Tell whether two blocks are Arabic and what it means."""
    return bool(above.style["lang"] == "ar" and below.style["lang"] != "ar")
