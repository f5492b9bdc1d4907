"""The order to the printer (iş emri) on one page: what is to be printed, on what, how bound, from which files."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from publish.model.booklet import Booklet
from publish.model.html import Html
from publish.model.length import Mm
from publish.model.printing import Cover, Paper
from publish.model.settings import House, Printer, Publisher
from publish.render import imprint, wording
from publish.render.labels import labels
from publish.render.paper import templates

BINDINGS = {"saddle_stitch": "tel dikiş", "perfect_bound": "amerikan cilt"}
INKS = {"black": "1 + 1, siyah", "cmyk": "4 + 4, CMYK"}
SURFACES = {"coated": "kuşe", "uncoated": "kuşesiz"}


@dataclass(frozen=True, slots=True)
class Delivered:
    """A file that goes to the printer."""

    name: str
    role: str
    """What it is, in the printer's words."""
    pages: int
    size: int
    """Bytes."""
    sha256: str

    @property
    def bytes(self) -> str:
        """The size with dots between the thousands, as Turkish writes numbers."""
        return f"{self.size:,} bayt".replace(",", ".")


class Inked(NamedTuple):
    """What a file was made for."""

    condition: str
    """Registered name of the printing condition."""
    limit: int
    """Most ink on a spot, per cent."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the files and the settings say of the work."""

    trim: tuple[Mm, Mm]
    pages: int
    """Of the inside."""
    paper: Paper
    cover_paper: Paper
    spine: Mm
    """Nothing where there is none."""
    inked: Inked
    """How the inside is printed."""
    cover_inked: Inked | None
    """How the cover is, where its file goes with the order."""
    files: tuple[Delivered, ...]


def to_html(booklet: Booklet, work: Work) -> Html:
    """Return the order of `booklet` as a page of A4, in Turkish."""
    typed = booklet.settings.title
    booklet = wording.in_form(booklet)
    settings, words = booklet.settings, labels("tr")
    text = (
        templates()
        .get_template("order.j2")
        .render(
            settings=settings,
            labels=words,
            owner=_address(settings.publisher or booklet.house),
            reach=imprint.reach(booklet.house) if settings.publisher is None else (),
            printer=_address(settings.printer or booklet.house.printer),
            rows=_rows(booklet, work),
            files=work.files,
            run=f"{settings.print.run:,}".replace(",", ".") if settings.print.run else "",
        )
    )
    return Html(text, (), booklet.folder, f"İş emri: {wording.flat(typed)}")


def _rows(booklet: Booklet, work: Work) -> tuple[tuple[str, str], ...]:
    """Return what the printer asks on the telephone, each with its answer."""
    wanted, cover = booklet.settings.print, booklet.settings.cover
    self_covered = wanted.binding == "saddle_stitch" and wanted.cover == "self"
    width, height = work.trim
    rows = (
        ("Kesim ölçüsü", f"{_number(width.value)} × {_number(height.value)} mm, dikey"),
        ("Taşma payı", f"{_number(wanted.bleed)} mm" + (", kesim işaretleri taşmanın dışında" if wanted.marks else "")),
        ("İç sayfa", _pages(work.pages, wanted.binding)),
        ("İç kâğıt", _paper(work.paper)),
        ("İç baskı", INKS[wanted.ink]),
        ("Kapak", "iç sayfalarla aynı kâğıttan" if self_covered else _paper(work.cover_paper)),
        ("Kapak baskısı", "4 + 0, CMYK"),
        ("Cilt", BINDINGS[wanted.binding] + (", sağdan" if booklet.settings.language == "ar" else "")),
        (
            "Sırt",
            f"{_number(work.spine.value)} mm (kâğıdın hacmine göre; lütfen doğrulayın)" if work.spine.value else "",
        ),
        ("Selefon, lak, kesim", ", ".join(wanted.finishing)),
        ("Bandrol", _bandrol(cover)),
        ("Renk", _inks(work)),
    )
    return tuple(row for row in rows if row[1])


def _inks(work: Work) -> str:
    """Say for which condition the files were made, once where both were made for the same."""
    inner, cover = work.inked, work.cover_inked
    told = f"PDF/X-4, {inner.condition}, toplam mürekkep en çok %{inner.limit}"
    return told if cover in (None, inner) else f"{told}; kapak {cover.condition}, %{cover.limit}"


def _bandrol(cover: Cover) -> str:
    """Say where the bandrol goes; nothing where nobody left room for it.

    >>> _bandrol(Cover(notice="exempt"))
    'yok; muafiyet ibaresi arka kapakta'
    """
    if cover.is_exempt:
        return "yok; muafiyet ibaresi arka kapakta"
    return "arka kapakta boş yer bırakıldı" if cover.bandrol else ""


def _pages(count: int, binding: str) -> str:
    """Say how many pages there are: a stapled sheet has four, a forma sixteen.

    >>> _pages(22, "saddle_stitch")
    '22 sayfa + 2 boş = 24 sayfa, 6 tabaka'
    >>> _pages(312, "perfect_bound")
    '312 sayfa, 19,5 forma'
    """
    if binding == "perfect_bound":
        return f"{count} sayfa, {_number(-(-count // 4) / 4)} forma"
    sheets = -(-count // 4)
    whole = f"{count} sayfa + {4 * sheets - count} boş = {4 * sheets} sayfa" if count % 4 else f"{count} sayfa"
    return f"{whole}, {sheets} tabaka"


def _address(owner: Publisher | House | Printer | None) -> tuple[str, ...]:
    """Return the lines of one who sends or receives the order."""
    if owner is None or owner.name is None:
        return ()
    certificate = f"sertifika no: {owner.certificate}" if owner.certificate else None
    return tuple(line for line in (owner.name, owner.address, certificate) if line)


def _paper(paper: Paper) -> str:
    return f"{paper.label} ({_number(paper.gsm)} g/m², hacim {_number(paper.bulk)}, {SURFACES[paper.surface]})"


def _number(value: float) -> str:
    """Write a number as Turkish does.

    >>> _number(13.5), _number(148.0)
    ('13,5', '148')
    """
    return f"{value:g}".replace(".", ",")
