"""The cover of a booklet: front, spine and back as sheets to be laid out, and the front alone for the e-book."""

from __future__ import annotations

from base64 import b64encode
from pathlib import Path

from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, found
from publish.model.html import Html
from publish.model.length import Mm
from publish.model.said import Said, decimals
from publish.model.world import World
from publish.render import imprint, wording
from publish.render.cover import back as behind
from publish.render.cover import words as fitted
from publish.render.cover.art import Colours, art, colours, emblem, is_drawing, on_paper
from publish.render.cover.back import NUMBER_ROW, Back
from publish.render.cover.barcode import barcode, number
from publish.render.cover.design import DESIGNS
from publish.render.cover.lettering import is_arabic
from publish.render.cover.plan import EBOOK, Plan, trim_size
from publish.render.labels import labels
from publish.render.notices import PROMOTION
from publish.render.paper import templates
from publish.render.pictures import picture
from publish.render.print import read_sheets


def front_html(booklet: Booklet, styles: Path, world: World) -> tuple[Html, tuple[Finding, ...]]:
    """Return the front as the e-book shows it, one page without bleed. Finds B050, B051, F001 and F002."""
    direction = labels(booklet.settings.language).direction
    return _Cover(booklet, styles, world).html((Plan(*EBOOK, direction=direction, panels=("front",)),))


def sheets_html(
    booklet: Booklet, spine: Mm, styles: Path, world: World
) -> tuple[Html, tuple[Mm, ...], tuple[Finding, ...]]:
    """Return the printed cover, and where it is folded, from its left edge.

    Of a glued book, one sheet: what is wrapped around it. Of a stapled one, the sheet that is folded around it and its
    inner side, which is blank; or, where the booklet is its own cover, these as four pages in reading order.

    Finds B050–B055, F001 and F002. Raises `OSError` where the trim cannot be read.
    """
    paper = booklet.settings.print
    size, direction = trim_size(styles, paper.trim, world), labels(booklet.settings.language).direction

    def plan(*panels: str, thick: float = 0.0) -> Plan:
        return Plan(*size, thick, paper.bleed, direction, panels)

    if paper.binding == "perfect_bound":
        sheets: tuple[Plan, ...] = (plan("back", "spine", "front", thick=spine.value),)
    elif paper.cover == "self":
        sheets = (plan("front"), plan("inside"), plan("inside"), plan("back"))
    else:
        sheets = (plan("back", "front"), plan("inside", "inside"))
    html, findings = _Cover(booklet, styles, world).html(sheets)
    return html, sheets[0].folds, findings


class _Cover:
    """Fits the words of one booklet into a plan, and notes what has no room."""

    def __init__(self, booklet: Booklet, styles: Path, world: World) -> None:
        self._typed = booklet.settings.title
        self._booklet = wording.in_form(booklet)
        self._settings = self._booklet.settings
        self._styles = styles
        self._world = world
        self._findings: list[Finding] = []

    def html(self, sheets: tuple[Plan, ...]) -> tuple[Html, tuple[Finding, ...]]:
        """Write the document: a page for each sheet, all of one size."""
        settings, words = self._settings, labels(self._settings.language)
        names = ("tokens.css", "cover/common.css", f"cover/{settings.cover.design}.css")
        css, findings = read_sheets(self._styles, names, self._world)
        tints, design, plan = colours(self._typed), DESIGNS[settings.cover.design], sheets[0]
        printed = {panel for sheet in sheets for panel in sheet.panels}
        digits = number(settings.isbn) if settings.isbn else None
        symbol = barcode(digits, settings.cover.barcode) if digits else None
        front = fitted.front(settings, design, plan, words)
        spine = fitted.spine(settings, plan, words) if "spine" in printed else None
        publisher = imprint.publisher(self._booklet)
        back = None
        if "back" in printed:
            back = behind.back(settings.cover, settings, design, plan, symbol, publisher)
            self._find_on_the_back(back)
        if front.too_long:
            self._find("B050", front.too_long)
        if "spine" in printed and spine is None:
            self._find("B054", "print", spine=decimals(plan.spine, 1))
        if back and symbol is None:
            self._find("B053", "title")
        is_promotion = back is not None and settings.cover.notice == "promotion"
        text = (
            templates()
            .get_template("cover.j2")
            .render(
                settings=settings,
                labels=words,
                design=design,
                plan=plan,
                sheets=[(sheet, art(settings.cover.design, sheet, tints)) for sheet in sheets],
                colours=tints,
                emblem=emblem(tints.accent),
                front=front,
                publisher=publisher,
                logo=self._logo(tints),
                spine=spine,
                back=back,
                price_direction="rtl" if is_arabic(settings.cover.price or "") else "ltr",
                barcode=symbol,
                number_row=NUMBER_ROW,
                front_notice=PROMOTION if is_promotion else "",
            )
        )
        name, breaks = wording.flat(settings.title), self._booklet.hyphenation
        html = Html(text, css, self._booklet.folder, name, hyphenation=breaks)
        return html, (*findings, *self._findings)

    def _find_on_the_back(self, back: Back) -> None:
        for key in back.crowded:
            self._find("B055", key)
        if not back.is_whole:
            self._find("B052", "cover.text" if self._settings.cover.text else "description")

    def _logo(self, tints: Colours) -> str:
        """Return the logo of the house as an address that holds it whole; nothing where there is none."""
        name = self._booklet.house.logo
        if name is None:
            return ""
        content, kind = b"", "image/png"
        try:
            asset = picture(self._world.read(self._booklet.folder.parent / name), "logo")
            if asset and asset.media_type != "image/svg+xml":
                content = on_paper(asset.content, tints.paper)
            elif asset and is_drawing(asset.content):
                content, kind = asset.content, asset.media_type
        except (ForbiddenError, OSError, ValueError):  # ValueError: a zero byte in the name
            content = b""
        if not content:
            self._findings.append(found("B051", self._booklet.house_file, path=name))
            return ""
        return f"data:{kind};base64,{b64encode(content).decode()}"

    def _find(self, code: str, key: str, spine: Said | str = "") -> None:
        self._findings.append(found(code, self._booklet.place(key), key=key, spine=spine))
