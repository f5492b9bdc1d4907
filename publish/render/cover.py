"""The cover of a booklet: front, spine and back as sheets to be laid out, and the front alone for the e-book."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.html import Html
from publish.model.length import Mm, Pt
from publish.model.spine import SMALLEST, size_of_words
from publish.model.world import World
from publish.render import imprint, wording
from publish.render.barcode import Barcode, barcode, number
from publish.render.cover_art import art, colours, emblem
from publish.render.cover_plan import EBOOK, Plan, trim_size
from publish.render.labels import Labels, labels
from publish.render.lettering import Lettering, fit, width
from publish.render.paper import templates
from publish.render.pictures import picture
from publish.render.print import read_sheets


@dataclass(frozen=True, slots=True)
class Design:
    """How much room a design has for words, in widths and heights of the front."""

    measure: float
    """Width of the title."""
    room: float
    """Height of title and subtitle."""
    largest: float
    """Size of the largest title on A5, pt."""
    back_measure: float
    back_room: float
    """Height of everything on the back but its head."""


DESIGNS = {
    "yildiz": Design(measure=0.535, room=0.36, largest=38, back_measure=0.68, back_room=0.76),
    "sade": Design(measure=0.64, room=0.46, largest=46, back_measure=0.665, back_room=0.78),
}
SHRINK = 0.93
"""From one size of a title to the next."""
STEPS = 20
TITLE_LEADING, SUBTITLE_LEADING, TEXT_LEADING, NOTICE_LEADING = 1.12, 1.25, 1.38, 1.2
"""Heights of lines, em; cover/common.css has the same."""
SUBTITLE_SIZE, SUBTITLE_SPACE = 14.0, 16.0
"""On A5, pt."""
TEXT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
"""Of the words on the back, on A5, pt."""
TEXT_LEAST = 7.5
NOTICE_SIZE = Pt(14)
"""The law's own (Bandrol Uygulamasına İlişkin Usul ve Esaslar Hakkında Yönetmelik, RG 24577 of 8.11.2001, art. 5)."""
BANDROL = (40.0, 20.0)
"""Room that stays clear for the bandrol, mm: our choice, for no rule that we know of names the size of the label."""
SPINE_LARGEST = Pt(14)
SPINE_FOOT = Mm(30)
"""Stays free at the foot of a spine for the labels of libraries (ISO 6357:1985)."""
EXEMPT = (
    "Bandrol Uygulamasına İlişkin Usul ve Esaslar Hakkında Yönetmeliğin 5 inci maddesinin ikinci fıkrası çerçevesinde "
    "bandrol taşıması zorunlu değildir."
)
NOTICES = {
    "exempt": (EXEMPT,),
    "free": (EXEMPT, "Ücretsizdir, para ile satılamaz."),
    "promotion": ("Tanıtım nüshasıdır, para ile satılamaz.",),
    "export": (EXEMPT, "Yalnız yurt dışında satılmak üzere basılmıştır."),
}

_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+")


@dataclass(frozen=True, slots=True)
class Spine:
    """Words on the spine, in one line."""

    size: Pt
    authors: str
    """Empty where there is no room for them."""
    title: str


@dataclass(frozen=True, slots=True)
class Back:
    """What stands on the back, fitted into its room."""

    size: Pt
    paragraphs: tuple[str, ...]
    notices: tuple[str, ...]
    price: str | None
    bandrol: bool
    row: float
    """Height of the row of barcode and bandrol, mm."""
    is_whole: bool
    """Whether all the words that were given had room."""


def front_html(booklet: Booklet, styles: Path, world: World) -> tuple[Html, tuple[Finding, ...]]:
    """Return the front as the e-book shows it, one page without bleed. Finds B050, B051, F001 and F002."""
    direction = labels(booklet.settings.language).direction
    return _Cover(booklet, styles, world).html((Plan(*EBOOK, direction=direction, panels=("front",)),))


def sheets_html(booklet: Booklet, spine: Mm, styles: Path, world: World) -> tuple[Html, tuple[Finding, ...]]:
    """Return the printed cover. Finds B050–B054, F001 and F002. Raises `OSError` where the trim cannot be read.

    Of a glued book, one sheet: what is wrapped around it. Of a stapled one, the sheet that is folded around it and its
    inner side, which is blank; or, where the booklet is its own cover, these as four pages in reading order.
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
    return _Cover(booklet, styles, world).html(sheets)


class _Cover:
    """Fits the words of one booklet into a plan, and notes what has no room."""

    def __init__(self, booklet: Booklet, styles: Path, world: World) -> None:
        self._typed = booklet.settings.title
        self._file = Span(str(booklet.folder / "booklet.toml"))
        self._booklet = wording.in_form(booklet)
        self._settings = self._booklet.settings
        self._design = DESIGNS[self._settings.cover.design]
        self._styles = styles
        self._world = world
        self._findings: list[Finding] = []

    def html(self, sheets: tuple[Plan, ...]) -> tuple[Html, tuple[Finding, ...]]:
        """Write the document: a page for each sheet, all of one size."""
        settings, words = self._settings, labels(self._settings.language)
        names = ("tokens.css", "cover/common.css", f"cover/{settings.cover.design}.css")
        css, findings = read_sheets(self._styles, names, self._world)
        tints = colours(self._typed)
        plan = sheets[0]
        title, subtitle = self._title(plan)
        symbol = self._barcode()
        printed = {panel for sheet in sheets for panel in sheet.panels}
        text = (
            templates()
            .get_template("cover.j2")
            .render(
                settings=settings,
                labels=words,
                design=self._design,
                plan=plan,
                sheets=[(sheet, art(settings.cover.design, sheet, tints)) for sheet in sheets],
                colours=tints,
                emblem=emblem(tints.accent),
                authors=_named(settings.authors, words.and_others),
                title=title,
                subtitle=subtitle,
                publisher=imprint.publisher(self._booklet),
                logo=self._logo(),
                spine=self._spine(plan, words) if "spine" in printed else None,
                back=self._back(plan, symbol) if "back" in printed else None,
                barcode=symbol,
                front_notice=self._front_notice() if "back" in printed else "",
            )
        )
        html = Html(
            text, css, self._booklet.folder, wording.flat(settings.title), hyphenation=self._booklet.hyphenation
        )
        return html, (*findings, *dict.fromkeys(self._findings))

    def _title(self, plan: Plan) -> tuple[Lettering, Lettering | None]:
        """Set the title over the subtitle; the one gives way to the other only in height."""
        measure = Mm(plan.width * self._design.measure).to_pt()
        room = Mm(plan.height * self._design.room).to_pt().value
        subtitle = None
        if self._settings.subtitle:
            sizes = [SUBTITLE_SIZE * plan.scale * SHRINK**step for step in range(8)]
            subtitle = fit(self._settings.subtitle, measure, Pt(room / 2), sizes, SUBTITLE_LEADING)
            room -= SUBTITLE_SPACE * plan.scale + len(subtitle.lines) * SUBTITLE_LEADING * subtitle.size.value
        sizes = [round(self._design.largest * plan.scale * SHRINK**step, 2) for step in range(STEPS)]
        title = fit(self._settings.title, measure, Pt(room), sizes, TITLE_LEADING)
        if not title.fits or (subtitle and not subtitle.fits):
            self._find("B050", "title" if not title.fits else "subtitle")
        return title, subtitle

    def _logo(self) -> str:
        """Return the logo of the house as an address that holds it whole; nothing where there is none."""
        house = self._booklet.folder.parent / "house.toml"
        name = self._booklet.house.logo
        if name is None:
            return ""
        try:
            asset = picture(self._world.read(house.parent / name), "logo")
        except (ForbiddenError, OSError, ValueError):  # ValueError: a zero byte in the name
            asset = None
        if asset is None:
            self._findings.append(found("B051", Span(str(house)), path=name))
            return ""
        return f"data:{asset.media_type};base64,{b64encode(asset.content).decode()}"

    def _barcode(self) -> Barcode | None:
        digits = number(self._settings.isbn) if self._settings.isbn else None
        return barcode(digits, self._settings.cover.barcode) if digits else None

    def _front_notice(self) -> str:
        """Return the notice that stands on the front too."""
        return NOTICES["promotion"][0] if self._settings.cover.notice == "promotion" else ""

    def _spine(self, plan: Plan, words: Labels) -> Spine | None:
        size = size_of_words(Mm(plan.spine), Pt(SPINE_LARGEST.value * plan.scale))
        if size is None:
            self._find("B054", "print", spine=f"{plan.spine:.1f}")
            return None
        room = Mm(plan.height * 0.93 - min(SPINE_FOOT.value, plan.height / 7)).to_pt().value
        authors = ", ".join(_named(self._settings.authors, words.and_others))
        for who in (authors, ""):
            for step in range(STEPS):
                smaller = Pt(max(size.value * SHRINK**step, SMALLEST.value))
                if (width(self._settings.title) + 0.95 * width(who) + 3) * smaller.value <= room:
                    return Spine(smaller, who, self._settings.title)
        return None

    def _back(self, plan: Plan, symbol: Barcode | None) -> Back:
        cover = self._settings.cover
        measure = Mm(plan.width * self._design.back_measure).to_pt()
        notices = NOTICES[cover.notice] if cover.notice else ()
        bandrol = cover.bandrol and cover.notice is None
        row = max(symbol.height + 6 if symbol else 8.0, BANDROL[1] if bandrol else 0.0)
        taken = sum(_lines(notice, NOTICE_SIZE, measure) * NOTICE_LEADING + 0.5 for notice in notices)
        room = Mm(plan.height * self._design.back_room - row - 8).to_pt().value - taken * NOTICE_SIZE.value
        text = (cover.text or self._settings.description or "").strip()
        size, paragraphs, is_whole = _set_text(text, measure, room, plan.scale)
        if not is_whole:
            self._find("B052", "cover" if cover.text else "description")
        if symbol is None:
            self._find("B053", "title")
        return Back(size, paragraphs, notices, cover.price, bandrol, round(row, 2), is_whole)

    def _find(self, code: str, key: str, spine: str = "") -> None:
        place = self._booklet.places.get(key, self._file)
        self._findings.append(found(code, place, key=key, spine=spine))


def _set_text(text: str, measure: Pt, room: float, scale: float) -> tuple[Pt, tuple[str, ...], bool]:
    """Return words for the back at the largest size at which they have room; else without their last sentences."""
    sizes = [max(size * max(scale, 0.8), TEXT_LEAST) for size in TEXT_SIZES]
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    for size in sizes:
        if _height(paragraphs, Pt(size), measure) <= room:
            return Pt(size), tuple(paragraphs), True
    least = Pt(sizes[-1])
    while paragraphs and _height(paragraphs, least, measure) > room:
        shorter = " ".join(_SENTENCE_END.split(paragraphs[-1])[:-1])
        paragraphs = [*paragraphs[:-1], shorter] if shorter else paragraphs[:-1]
    return least, tuple(paragraphs), False


def _height(paragraphs: list[str], size: Pt, measure: Pt) -> float:
    lines = sum(_lines(paragraph, size, measure) for paragraph in paragraphs)
    return (lines * TEXT_LEADING + 0.4 * max(len(paragraphs) - 1, 0)) * size.value


def _lines(text: str, size: Pt, measure: Pt) -> int:
    return ceil(width(text) * size.value * 1.03 / measure.value)


def _named(authors: tuple[str, ...], others: str) -> tuple[str, ...]:
    """Return the authors whom the cover names."""
    most = 3
    return authors if len(authors) <= most else (authors[0], others)
