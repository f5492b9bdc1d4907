"""The imprint (künye) as lines: what paper and e-book both print, so that the two never disagree."""

from __future__ import annotations

from dataclasses import dataclass

from publish.language.scripture import quran
from publish.model.block import Verse
from publish.model.booklet import Booklet
from publish.model.edition import Edition
from publish.model.settings import House, Printer, Publisher
from publish.render.labels import Labels, labels


@dataclass(frozen=True, slots=True)
class Entry:
    """One group of lines of the imprint."""

    label: str
    """What the first line is: “Yazar”, “Yayıncı”; empty where the lines speak for themselves."""
    lines: tuple[str, ...]


def entries(booklet: Booklet, *, takes_verses: bool = False) -> tuple[Entry, ...]:
    """Return the imprint of `booklet` from title to rights, only what is known.

    `takes_verses` says that verses of the canon stand in it beside those that the text quotes.
    """
    settings, words = booklet.settings, labels(booklet.settings.language)
    title = tuple(line for line in (settings.title, settings.subtitle, settings.series) if line)
    persons = (
        Entry(words.author if len(settings.authors) == 1 else words.authors, settings.authors),
        Entry(words.translator, _known(settings.translator)),
        Entry(words.editor, _known(settings.editor)),
    )
    rest = (
        Entry(words.translation, _known(settings.quran.translation)),
        Entry(words.canon, _credit(booklet, takes_verses)),
        Entry(words.publisher, _publisher(booklet)),
        Entry(words.printing, _printer(settings.printer or booklet.house.printer, words)),
        Entry("", _edition(booklet)),
        Entry("ISBN", _isbns(booklet)),
        Entry("", _known(settings.rights)),
    )
    return tuple(entry for entry in (Entry("", title), *persons, *rest) if entry.lines)


def publisher(booklet: Edition) -> str | None:
    """Return who publishes the booklet: the house, unless booklet.toml names another."""
    other = booklet.settings.publisher
    return other.name if other else booklet.house.name


def _known(line: str | None) -> tuple[str, ...]:
    return (line,) if line else ()


def _credit(booklet: Booklet, takes_verses: bool) -> tuple[str, ...]:
    """Write whose text the verses are, where any was taken from the canon."""
    settings = booklet.settings.quran
    taken = (block for block in booklet.walk() if isinstance(block, Verse) and block.arabic and not block.typed)
    if settings.script is None or not settings.notice or not (takes_verses or next(taken, None)):
        return ()
    return (quran.credit(settings.script),)


def _publisher(booklet: Booklet) -> tuple[str, ...]:
    """Write the publisher; telephone and web are the house's, so another publisher stands without them."""
    certificate = labels(booklet.settings.language).publisher_certificate
    owner: Publisher | House = booklet.settings.publisher or booklet.house
    reached = () if isinstance(owner, Publisher) else reach(owner)
    return (*_known(owner.name), *_certificate(owner, certificate), *_known(owner.address), *reached)


def reach(house: House) -> tuple[str, ...]:
    """Return how the house is reached, as one line, if anything of it is known."""
    return _known(" · ".join(line for line in (house.phone, house.email, house.web) if line))


def addresses(booklet: Booklet) -> tuple[tuple[str, str], ...]:
    """Return what is printed of the house's post and web, each with where it leads."""
    house = booklet.house
    mail = ((house.email, f"mailto:{house.email}"),) if house.email else ()
    web = ((house.web, house.web if "://" in house.web else f"https://{house.web}"),) if house.web else ()
    return mail + web


def _printer(printer: Printer | None, words: Labels) -> tuple[str, ...]:
    if printer is None:
        return ()
    return (printer.name, *_certificate(printer, words.printer_certificate), *_known(printer.address))


def _certificate(owner: House | Publisher | Printer, label: str) -> tuple[str, ...]:
    return (f"{label}: {owner.certificate}",) if owner.certificate else ()


def _edition(booklet: Booklet) -> tuple[str, ...]:
    date = booklet.settings.date
    when = f"{labels(booklet.settings.language).months[date.month - 1]} {date.year}" if date else None
    place = booklet.house.city if when else None
    return _known(", ".join(part for part in (booklet.settings.edition, place, when) if part))


def _isbns(booklet: Booklet) -> tuple[str, ...]:
    settings, words = booklet.settings, labels(booklet.settings.language)
    known = ((settings.isbn, words.printed), (settings.isbn_epub, words.electronic))
    return tuple(f"{number} ({kind})" for number, kind in known if number)
