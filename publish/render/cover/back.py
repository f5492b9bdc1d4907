"""The words of the back of a cover, fitted around what must stand there: notices, price, bandrol, barcode."""

from __future__ import annotations

import re
from dataclasses import dataclass
from math import ceil

from publish.model.length import Mm, Pt
from publish.model.printing import Cover
from publish.model.settings import Settings
from publish.render.cover.barcode import Barcode
from publish.render.cover.design import Design
from publish.render.cover.lettering import Lettering, fit, width
from publish.render.cover.plan import Plan
from publish.render.cover.words import CAPITALS, SMALL_LEADING, sizes
from publish.render.notices import NOTICES

HEAD_SIZE, PRICE_SIZE, IMPRINT_SIZE = 12.0, 12.0, 10.0
TEXT_LEADING, NOTICE_LEADING = 1.38, 1.2
"""Heights of lines, em; cover/common.css has the same."""
ARABIC_LEADING, ARABIC_HEAD_LEADING = 1.75, 1.5
"""Those of Arabic text and its head."""
TEXT_SIZES = (11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
TEXT_LEAST = 7.5
ARABIC_LARGER = 1.25
"""Arabic letters are as large to the eye as Latin ones when their size is this much larger."""
FEW_LINES = 5
"""A paragraph of so many lines, alone on the back, is set in balanced lines like a title."""
NOTICE_SIZE, BELOW_NOTICE = Pt(14), Pt(7)
"""The size is the law's own: notices.py says where it stands."""
BANDROL = (36.0, 18.0)
"""Room that stays clear for the bandrol, mm: our choice, for no rule that we know of names the size of the label."""
NUMBER_ROW = 1.4
"""Height of the line over a barcode, in sizes of its figures."""
PRICE_ROW = 8.0
"""Height of the line of the price, mm."""
BESIDE = 3.0
"""Least distance of bandrol and barcode, mm."""
_SENTENCE_END = re.compile(r"(?<=[.!?…؟])\s+")


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
    price: Lettering | None
    publisher: Lettering | None
    """In place of a barcode; None where there is one, or no room."""
    bandrol: bool
    row: float
    """Height of the row of bandrol and barcode, mm."""
    stacked: bool
    """Whether the bandrol stands over the barcode, which leaves no room beside it."""
    crowded: tuple[str, ...]
    """The keys of what has no room at all."""


def back(
    cover: Cover, settings: Settings, design: Design, plan: Plan, symbol: Barcode | None, publisher: str | None
) -> Back:
    """Set the words of the back, around what must stand there."""
    low = Mm(plan.width * design.low_measure)
    notices = NOTICES[cover.notice] if cover.notice else ()
    bandrol = cover.bandrol and not cover.is_exempt
    stacked = bool(symbol and bandrol and symbol.width + BANDROL[0] + BESIDE > low.value)
    price = _price(cover.price, low, None if stacked else symbol, plan.scale)
    name = None if symbol or not publisher else _publisher(publisher, low, plan.scale, bandrol=bandrol)
    row = _row(symbol, name, bandrol=bandrol, price=price is not None, stacked=stacked)
    free = plan.height * (1 - design.back_edges) - design.low_frames * plan.scale - design.low_rules - row
    free -= design.leaf_frames * plan.scale + design.leaf_rules
    room = Mm(free).to_pt().value - sum(
        _lines(notice, NOTICE_SIZE, low.to_pt()) * NOTICE_LEADING * NOTICE_SIZE.value + BELOW_NOTICE.value
        for notice in notices
    )
    measure = Mm(plan.width * design.back_measure).to_pt()
    text = (cover.text or settings.description or "").strip()
    paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    is_arabic = settings.language == "ar"
    leading = ARABIC_LEADING if is_arabic else TEXT_LEADING
    larger = ARABIC_LARGER if is_arabic else 1
    scale = max(plan.scale, 0.8) * larger
    head_leading = ARABIC_HEAD_LEADING if is_arabic else SMALL_LEADING
    steps = sizes(HEAD_SIZE * plan.scale * larger, 8)
    head = fit(settings.title, Pt(measure.value / CAPITALS), Pt(90 * plan.scale), steps, head_leading)
    head_height = len(head.lines) * head_leading * head.size.value
    size, kept = _set_text(paragraphs, measure, (room - head_height) / leading, scale)
    balanced = fit(kept[0], measure, Pt(FEW_LINES * size.value), [size.value], 1.0) if len(kept) == 1 else None
    return Back(
        head=head,
        size=size,
        leading=leading,
        paragraphs=kept,
        balanced=balanced.lines if balanced and balanced.fits else (),
        is_whole=kept == tuple(paragraphs),
        notices=notices,
        price=price,
        publisher=name if name and name.fits else None,
        bandrol=bandrol,
        row=round(row, 2),
        stacked=stacked,
        crowded=tuple(_crowded(price, symbol, low)),
    )


def _crowded(price: Lettering | None, symbol: Barcode | None, low: Mm) -> list[str]:
    """Return the keys of what is too wide for the back; notices and the highest barcode have room on the least trim."""
    keys = [] if price is None or price.fits else ["cover.price"]
    return [*keys, "cover.barcode"] if symbol and symbol.width > low.value else keys


def _price(text: str | None, low: Mm, symbol: Barcode | None, scale: float) -> Lettering | None:
    """Set the price in one line, which ends where the barcode begins."""
    if not text:
        return None
    measure = Mm(low.value - (symbol.width + BESIDE if symbol else 0)).to_pt()
    for size in (max(size, TEXT_LEAST) for size in sizes(PRICE_SIZE * scale, 6)):
        if width(text) * size <= measure.value:
            return Lettering(Pt(size), (text,), fits=True)
    return Lettering(Pt(size), (text,), fits=False)


def _publisher(name: str, low: Mm, scale: float, *, bandrol: bool) -> Lettering:
    """Set the name of the publisher beside the spot of the bandrol."""
    measure = low.value - (BANDROL[0] + BESIDE if bandrol else 0)
    steps = sizes(IMPRINT_SIZE * max(scale, 0.8), 5)
    return fit(name, Pt(Mm(measure).to_pt().value / CAPITALS), Mm(BANDROL[1]).to_pt(), steps, SMALL_LEADING)


def _row(symbol: Barcode | None, name: Lettering | None, *, bandrol: bool, price: bool, stacked: bool) -> float:
    """Return how high the row of bandrol, price and barcode is, mm."""
    bars = symbol.height + NUMBER_ROW * symbol.size if symbol else 0.0
    lines = Pt(len(name.lines) * SMALL_LEADING * name.size.value).to_mm().value if name and name.fits else 0.0
    spot = (PRICE_ROW if price else 0.0) + max(BANDROL[1] if bandrol else 0.0, lines)
    return bars + BESIDE + spot if stacked else max(bars, spot)


def _set_text(paragraphs: list[str], measure: Pt, room: float, scale: float) -> tuple[Pt, tuple[str, ...]]:
    """Return words at the largest size at which they have room; else without their last sentences."""
    steps = [max(size * scale, TEXT_LEAST) for size in TEXT_SIZES]
    for size in steps:
        if _height(paragraphs, Pt(size), measure) <= room:
            return Pt(size), tuple(paragraphs)
    least, kept = Pt(steps[-1]), list(paragraphs)
    while kept and _height(kept, least, measure) > room:
        shorter = " ".join(_SENTENCE_END.split(kept[-1])[:-1])
        kept = [*kept[:-1], shorter] if shorter else kept[:-1]
    return least, tuple(kept)


def _height(paragraphs: list[str], size: Pt, measure: Pt) -> float:
    """Return how high paragraphs are, in points and leadings."""
    lines = sum(ceil(width(paragraph) * size.value * 1.03 / measure.value) for paragraph in paragraphs)
    return (lines + 0.3 * max(len(paragraphs) - 1, 0)) * size.value


def _lines(text: str, size: Pt, measure: Pt) -> int:
    """Return how many lines words take that are not hyphenated.

    >>> _lines("bir iki üç", Pt(10), Pt(30))
    2
    """
    blank, count, filled = width(" ") * size.value, 0, measure.value
    for word in text.split():
        wide = width(word) * size.value
        if filled + blank + wide > measure.value:
            count, filled = count + 1, wide
        else:
            filled += blank + wide
    return count
