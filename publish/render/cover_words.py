"""The words of a cover, fitted into the room that a design has for them: front, spine and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from publish.model.length import Mm, Pt
from publish.model.printing import Cover
from publish.model.settings import Settings
from publish.model.spine import CLEAR, LINE, SMALLEST, size_of_words
from publish.render.barcode import Barcode
from publish.render.cover_plan import Plan
from publish.render.labels import Labels
from publish.render.lettering import Lettering, fit, width


@dataclass(frozen=True, slots=True)
class Design:
    """How much room a design has for words, in widths and heights of the front."""

    measure: float
    """Width of the title."""
    room: float
    """Height of all words of the front."""
    back_measure: float
    """Width of the words on the back."""
    back_room: float
    """Height of everything on the back but its head."""
    low_measure: float
    """Width of the row of bandrol and barcode."""


DESIGNS = {
    "yildiz": Design(measure=0.525, room=0.48, back_measure=0.65, back_room=0.73, low_measure=0.74),
    "sade": Design(measure=0.66, room=0.58, back_measure=0.665, back_room=0.78, low_measure=0.665),
}
SHRINK = 0.93
"""From one size of words to the next."""
STEPS = 20
LARGEST = 46.0
"""Size of the largest title on A5, pt; the sizes below are told for A5 too."""
TITLE_LEADING, SMALL_LEADING, TEXT_LEADING, NOTICE_LEADING = 1.12, 1.25, 1.38, 1.2
"""Heights of lines, em; cover/common.css has the same."""
ARABIC_LEADING = 1.75
"""That of Arabic text on the back."""
AUTHORS_SIZE, SUBTITLE_SIZE, SERIES_SIZE, HEAD_SIZE = 13.0, 14.0, 10.5, 12.0
GAPS = 26.0
"""What parts authors, title, subtitle and series, pt a piece."""
CAPITALS = 1.32
"""How much wider letters are as small capitals with spaces between them."""
TEXT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
TEXT_LEAST = 7.5
ARABIC_LARGER = 1.25
"""Arabic letters are as large to the eye as Latin ones when their size is this much larger."""
FEW_LINES = 5
"""A paragraph of so many lines, alone on the back, is set in balanced lines like a title."""
NOTICE_SIZE = Pt(14)
"""The law's own (Bandrol Uygulamasına İlişkin Usul ve Esaslar Hakkında Yönetmelik, RG 24577 of 8.11.2001, art. 5)."""
BANDROL = (36.0, 18.0)
"""Room that stays clear for the bandrol, mm: our choice, for no rule that we know of names the size of the label."""
NUMBER_ROW = 1.4
"""Height of the line over a barcode, in sizes of its figures."""
BESIDE = 3.0
"""Least distance of bandrol and barcode, mm."""
SPINE_LARGEST = Pt(14)
SPINE_SHARE = 0.15
"""Part of a thick spine that one line of words may be high."""
SPINE_LINES = 3
SPINE_FOOT = Mm(30)
"""Stays free at the foot of a spine for the labels of libraries (ISO 6357:1985)."""
SPINE_HEAD = 0.07
"""Free at its head, in heights."""
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

_SENTENCE_END = re.compile(r"(?<=[.!?…؟])\s+")


@dataclass(frozen=True, slots=True)
class Front:
    """Words of the front."""

    authors: Lettering
    title: Lettering
    subtitle: Lettering | None
    series: Lettering | None

    @property
    def too_long(self) -> str:
        """The key of what has no room; empty where all has."""
        parts = (("title", self.title), ("subtitle", self.subtitle), ("authors", self.authors), ("series", self.series))
        return next((key for key, lettering in parts if lettering and not lettering.fits), "")


@dataclass(frozen=True, slots=True)
class Spine:
    """Words on the spine, authors beside the title."""

    size: Pt
    authors: tuple[str, ...]
    """Empty where there is no room for them."""
    title: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Back:
    """Words of the back."""

    head: Lettering
    size: Pt
    leading: float
    """Of the paragraphs, em."""
    paragraphs: tuple[str, ...]
    balanced: tuple[str, ...]
    """The lines of a short text, in place of paragraphs."""
    is_whole: bool
    """Whether all the words that were given had room."""
    notices: tuple[str, ...]
    price: str | None
    bandrol: bool
    row: float
    """Height of the row of bandrol and barcode, mm."""
    stacked: bool
    """Whether the bandrol stands over the barcode, which leaves no room beside it."""


def named(authors: tuple[str, ...], others: str) -> tuple[str, ...]:
    """Return the authors whom the cover names."""
    most = 3
    return authors if len(authors) <= most else (authors[0], others)


def front(settings: Settings, design: Design, plan: Plan, words: Labels) -> Front:
    """Set the words of the front: the title is as large as the others leave it."""
    measure = Mm(plan.width * design.measure).to_pt()
    room = Mm(plan.height * design.room).to_pt().value
    tight = Pt(measure.value / CAPITALS)
    authors = _each(named(settings.authors, words.and_others), tight, Pt(room / 4), AUTHORS_SIZE * plan.scale)
    small = [
        fit(text, measure, Pt(room / 4), _sizes(size * plan.scale, 10), SMALL_LEADING) if text else None
        for text, size in ((settings.subtitle, SUBTITLE_SIZE), (settings.series, SERIES_SIZE))
    ]
    for part in (authors, *small):
        if part and part.lines:
            room -= GAPS * plan.scale + len(part.lines) * SMALL_LEADING * part.size.value
    title = fit(settings.title, measure, Pt(room), _sizes(LARGEST * plan.scale, STEPS), TITLE_LEADING)
    return Front(authors, title, *small)


def _sizes(largest: float, count: int) -> list[float]:
    return [round(largest * SHRINK**step, 2) for step in range(count)]


def _each(lines: Sequence[str], measure: Pt, room: Pt, largest: float) -> Lettering:
    """Set lines that each stand alone at one size, parting only one that no size has room for."""
    sizes = _sizes(largest, 8)
    for size in sizes:
        if max(map(width, lines), default=0.0) * size <= measure.value:
            return Lettering(Pt(size), tuple(lines), fits=True)
    parted = [fit(line, measure, room, sizes[-1:], SMALL_LEADING) for line in lines]
    fits = all(line.fits for line in parted) and sum(len(line.lines) for line in parted) * sizes[-1] <= room.value
    return Lettering(Pt(sizes[-1]), tuple(part for line in parted for part in line.lines), fits)


def spine(settings: Settings, plan: Plan, words: Labels) -> Spine | None:
    """Set the words of the spine in as few lines as let them be large; None where it is too narrow for any."""
    thick = Mm(plan.spine)
    most = Pt(max(SPINE_LARGEST.value * plan.scale, thick.to_pt().value * SPINE_SHARE))
    if size_of_words(thick, most) is None:
        return None
    free = Mm(thick.value - 2 * CLEAR.value).to_pt().value
    foot = min(SPINE_FOOT.value, plan.height / 7)
    room = Mm(plan.height * (1 - SPINE_HEAD) - foot).to_pt().value
    authors = named(settings.authors, words.and_others)
    best: Spine | None = None
    for who in (authors, ()):
        for count in range(1, SPINE_LINES + 1):
            made = _spine_of(settings.title, who, count, room, Pt(min(most.value, free / (LINE * count))))
            if made and (best is None or made.size.value > 1.1 * best.size.value):
                best = made
        if best:
            return best
    return None


def _spine_of(title: str, authors: tuple[str, ...], count: int, room: float, largest: Pt) -> Spine | None:
    """Set the words of a spine in `count` lines at most; None where they are too long, or would be too small."""
    columns = authors if len(authors) <= count else (", ".join(authors),) if authors else ()
    beside = max(map(width, columns), default=-2.0) * CAPITALS + 2
    for size in _sizes(largest.value, STEPS):
        if size < SMALLEST.value:
            break
        lines = fit(title, Pt(max(room - beside * size, 1.0)), Pt(count * size), [size], 1.0)
        if lines.fits:
            return Spine(Pt(size), columns, lines.lines)
    return None


def back(cover: Cover, settings: Settings, design: Design, plan: Plan, symbol: Barcode | None) -> Back:
    """Set the words of the back, around what must stand there."""
    measure = Mm(plan.width * design.back_measure).to_pt()
    low = Mm(plan.width * design.low_measure)
    notices = NOTICES[cover.notice] if cover.notice else ()
    bandrol = cover.bandrol and cover.notice is None
    stacked = bool(symbol and bandrol and symbol.width + BANDROL[0] + BESIDE > low.value)
    row = _row(symbol, bandrol, bool(cover.price), stacked=stacked)
    lines = sum(_lines(notice, NOTICE_SIZE, low.to_pt()) * NOTICE_LEADING + 0.5 for notice in notices)
    sizes = _sizes(HEAD_SIZE * plan.scale, 8)
    head = fit(settings.title, Pt(measure.value / CAPITALS), Pt(90 * plan.scale), sizes, SMALL_LEADING)
    room = Mm(plan.height * design.back_room - row - 8).to_pt().value - lines * NOTICE_SIZE.value
    room -= (len(head.lines) - 1) * SMALL_LEADING * head.size.value
    text = (cover.text or settings.description or "").strip()
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    is_arabic = settings.language == "ar"
    leading = ARABIC_LEADING if is_arabic else TEXT_LEADING
    scale = max(plan.scale, 0.8) * (ARABIC_LARGER if is_arabic else 1)
    size, kept = _set_text(paragraphs, measure, room / leading, scale)
    balanced = fit(kept[0], measure, Pt(FEW_LINES * size.value), [size.value], 1.0) if len(kept) == 1 else None
    return Back(
        head=head,
        size=size,
        leading=leading,
        paragraphs=kept,
        balanced=balanced.lines if balanced and balanced.fits else (),
        is_whole=kept == tuple(paragraphs),
        notices=notices,
        price=cover.price,
        bandrol=bandrol,
        row=round(row, 2),
        stacked=stacked,
    )


def _row(symbol: Barcode | None, bandrol: bool, price: bool, *, stacked: bool) -> float:
    """Return how high the row of bandrol, price and barcode is, mm."""
    bars = symbol.height + NUMBER_ROW * symbol.size if symbol else 0.0
    spot = BANDROL[1] + (8.0 if price else 0.0) if bandrol else 8.0
    return bars + BESIDE + spot if stacked else max(bars, spot)


def _set_text(paragraphs: list[str], measure: Pt, room: float, scale: float) -> tuple[Pt, tuple[str, ...]]:
    """Return words at the largest size at which they have room; else without their last sentences."""
    sizes = [max(size * scale, TEXT_LEAST) for size in TEXT_SIZES]
    for size in sizes:
        if _height(paragraphs, Pt(size), measure) <= room:
            return Pt(size), tuple(paragraphs)
    least, kept = Pt(sizes[-1]), list(paragraphs)
    while kept and _height(kept, least, measure) > room:
        shorter = " ".join(_SENTENCE_END.split(kept[-1])[:-1])
        kept = [*kept[:-1], shorter] if shorter else kept[:-1]
    return least, tuple(kept)


def _height(paragraphs: list[str], size: Pt, measure: Pt) -> float:
    """Return how high paragraphs are, in points and leadings."""
    lines = sum(_lines(paragraph, size, measure) for paragraph in paragraphs)
    return (lines + 0.3 * max(len(paragraphs) - 1, 0)) * size.value


def _lines(text: str, size: Pt, measure: Pt) -> int:
    return ceil(width(text) * size.value * 1.03 / measure.value)
