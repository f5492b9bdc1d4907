"""What a proof says, line by line, in Turkish or English: the same words in the list on paper and on the terminal."""

from __future__ import annotations

from dataclasses import dataclass

from publish.model.proof import Blemish, Change, Comparison, Deed, Kind, Mark, Place, Record

LONGEST = 160
"""Characters of a passage that are quoted."""

BLEMISHES = {
    "tr": {
        Blemish.LOOSE: "gevşek satır",
        Blemish.TIGHT: "sıkışık satır",
        Blemish.LADDER: "merdiven",
        Blemish.RIVER: "nehir",
        Blemish.WIDOW: "dul satır",
        Blemish.ORPHAN: "yetim satır",
        Blemish.STUB: "kısa son satır",
        Blemish.HEADING: "sayfa dibinde başlık",
        Blemish.STOCK: "bütün olarak dizilemeyen satır",
        Blemish.DEPTH: "karşısındakinden kısa sayfa",
    },
    "en": {
        Blemish.LOOSE: "loose line",
        Blemish.TIGHT: "tight line",
        Blemish.LADDER: "ladder",
        Blemish.RIVER: "river",
        Blemish.WIDOW: "widow",
        Blemish.ORPHAN: "orphan",
        Blemish.STUB: "stub",
        Blemish.HEADING: "heading at the foot",
        Blemish.STOCK: "line left to WeasyPrint",
        Blemish.DEPTH: "shorter than the facing page",
    },
}
MEANINGS = {
    Blemish.LOOSE: "kelime arası 0,45 em’den geniş",
    Blemish.TIGHT: "kelime arası 0,20 em’den dar",
    Blemish.LADDER: "üç satır veya daha çok alt alta satır sonu çizgisi",
    Blemish.RIVER: "dört satır veya daha çok birbirine akan aralıklar",
    Blemish.WIDOW: "paragrafın son satırı sayfa başında tek başına",
    Blemish.ORPHAN: "paragrafın ilk satırı sayfa dibinde tek başına",
    Blemish.STUB: "satır boyunun sekizde birinden kısa son satır",
    Blemish.HEADING: "metni öteki sayfada kalan başlık",
    Blemish.STOCK: "WeasyPrint’e bırakılmış satır",
    Blemish.DEPTH: "karşılıklı sayfaların derinliği eşit değil",
}
"""What the legend says of each mark."""
_FIGURES = {
    "tr": {
        **dict.fromkeys((Blemish.LOOSE, Blemish.TIGHT), "{0:.3f} em"),
        **dict.fromkeys((Blemish.LADDER, Blemish.RIVER), "{0:.0f} satır"),
        Blemish.STUB: "satır boyu %{1:.0f}",
        Blemish.DEPTH: "{0:.0f} satır",
    },
    "en": {
        **dict.fromkeys((Blemish.LOOSE, Blemish.TIGHT), "{0:.3f} em"),
        **dict.fromkeys((Blemish.LADDER, Blemish.RIVER), "{0:.0f} lines"),
        Blemish.STUB: "{1:.0f}% of the line",
        Blemish.DEPTH: "{0:.0f} lines",
    },
}
_KINDS = {
    "tr": {
        Kind.PARAGRAPH: "paragraf",
        Kind.HEADING: "başlık",
        Kind.CELL: "tablo gözü",
        Kind.CAPTION: "resim altı",
        Kind.NOTE: "dipnot",
    },
    "en": {kind: kind.value for kind in Kind},
}
_WHOLE = {
    "tr": {Deed.ADDED: "{kind} eklendi", Deed.REMOVED: "{kind} çıkarıldı", Deed.MOVED: "{kind} taşındı"},
    "en": {Deed.ADDED: "{kind} added", Deed.REMOVED: "{kind} removed", Deed.MOVED: "{kind} moved"},
}
_WITHIN = {
    "tr": {
        Deed.CHANGED: "değişti",
        Deed.ADDED: "eklendi",
        Deed.REMOVED: "çıkarıldı",
        Deed.SPLIT: "{kind} bölündü",
        Deed.JOINED: "{kind} öncekiyle birleşti",
    },
    "en": {
        Deed.CHANGED: "changed",
        Deed.ADDED: "added",
        Deed.REMOVED: "removed",
        Deed.SPLIT: "{kind} split",
        Deed.JOINED: "{kind} joined to the one before",
    },
}
_PLACE = {"tr": ("s. {0}", "s. {0}, satır {1}"), "en": ("p. {0}", "p. {0}, line {1}")}
_AFTER = {"tr": "«{0}» sözünden sonra", "en": "after “{0}”"}
_WAS = {"tr": "eski provada {0}", "en": "in the last proof {0}"}

_SINCE = {"tr": "{0} provasından bu yana {1} değişiklik", "en": "{1} changes since {0}"}
_REFLOWED = {
    "tr": "kelimesi değişmeyen {0} paragraf başka satırlara veya sayfalara geçti",
    "en": "{0} passages stand on other lines or pages, their words unchanged",
}


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A mark as the list says it."""

    page: int
    line: int
    """0 where the page is meant."""
    place: str
    what: str
    figure: str
    text: str
    """How the line begins."""


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change as the list says it."""

    number: int
    place: str
    what: str
    old: str
    new: str
    after: str
    """Behind which words, where no words stand for it themselves."""
    was: str
    """Where it stood."""


def mark_rows(record: Record, marks: tuple[Mark, ...], language: str) -> list[MarkRow]:
    """Return what the list says of every mark."""
    rows = []
    for mark in marks:
        page = record.pages[mark.page]
        line = page.lines[mark.lines[0]] if mark.lines else None
        number = line.number if line else 0
        what = BLEMISHES[language][mark.blemish]
        figure = figure_of(mark, language)
        text = line.beginning if line else ""
        rows.append(MarkRow(page.folio, number, place(Place(page.folio, number), language), what, figure, text))
    return rows


def figure_of(mark: Mark, language: str) -> str:
    """Return how much it is of what a mark says; empty where that is clear.

    >>> figure_of(Mark(Blemish.LOOSE, 0, (3,), 0.472), "tr")
    '0,472 em'
    """
    figure = _FIGURES[language].get(mark.blemish, "").format(mark.figure, 100 * mark.figure)
    return figure.replace(".", ",") if language == "tr" else figure


def place(where: Place, language: str) -> str:
    """Return a page and line in words.

    >>> place(Place(12, 7), "tr"), place(Place(12, 0), "en")
    ('s. 12, satır 7', 'p. 12')
    """
    return _PLACE[language][where.line > 0].format(*where)


def change_rows(comparison: Comparison, language: str) -> list[ChangeRow]:
    """Return what the list says of every change, numbered."""
    return [_change_row(number, change, language) for number, change in enumerate(comparison.changes, 1)]


def _change_row(number: int, change: Change, language: str) -> ChangeRow:
    kind = _KINDS[language][change.kind]
    what = (_WHOLE if change.is_whole else _WITHIN)[language][change.deed].format(kind=kind)
    if not change.is_whole and change.kind is not Kind.PARAGRAPH and kind not in what:
        what = f"{kind}: {what}"
    now, was = change.new_place, change.old_place
    old, new = shortened(change.old), shortened(change.new)
    if change.deed is Deed.MOVED:
        old = ""
    says_itself = change.is_whole or (old and new and any(char.isalpha() for char in old + new))
    return ChangeRow(
        number,
        place(now, language) if now else "",
        what,
        old,
        new,
        _AFTER[language].format(change.before) if change.before and not says_itself else "",
        _WAS[language].format(place(was, language)) if was and was != now else "",
    )


def shortened(text: str) -> str:
    """Return a passage as it is quoted: its beginning and its end.

    >>> shortened("Kısa."), len(shortened("uzun " * 100))
    ('Kısa.', 157)
    """
    if len(text) <= LONGEST:
        return text
    half = LONGEST // 2
    return f"{text[:half].rsplit(' ', 1)[0]} … {text[-half:].split(' ', 1)[-1]}"


def heading(comparison: Comparison, language: str) -> list[str]:
    """Return the lines over the changes: since when, how many, and what only moved."""
    lines = [_SINCE[language].format(comparison.with_what, len(comparison.changes))]
    return [*lines, _REFLOWED[language].format(comparison.reflowed)] if comparison.reflowed else lines


def mark_line(row: MarkRow) -> str:
    """Return a mark as one line of text."""
    figure = f" ({row.figure})" if row.figure else ""
    return f"{row.place}: {row.what}{figure}" + (f": {row.text} …" if row.text else "")


def change_line(row: ChangeRow) -> str:
    """Return a change as one line of text."""
    words = " → ".join(f"«{text}»" for text in (row.old, row.new) if text)
    aside = "; ".join(filter(None, (row.after, row.was)))
    said = words if row.old and row.new else f"{row.what}: {words}" if words else row.what
    if row.old and row.new and ":" in row.what:
        said = f"{row.what.partition(':')[0]}: {words}"
    return f"{row.number}. {row.place}: {said}" + (f" ({aside})" if aside else "")
