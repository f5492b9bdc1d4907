"""The lists of the shelf: by title, by author, by series, by cited verse in order of the Quran."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from publish.catalog import places
from publish.catalog.listing import Head, Jump, Listing, Section, listing
from publish.catalog.series import parted
from publish.catalog.shell import fit, templates, words
from publish.language import name_order, turkish
from publish.language.scripture import surah_names
from publish.model.inline import Reference
from publish.model.shelf import Shelf, Volume

TITLES, AUTHORS, SERIES, VERSES = "basliklar.html", "yazarlar.html", "diziler.html", "ayetler.html"


@dataclass(frozen=True, slots=True)
class Lists:
    """All lists, and where in them each thing is found."""

    titles: Listing
    authors: Listing
    series: Listing
    verses: Listing
    author_places: Mapping[str, Jump]
    series_places: Mapping[str, Jump]
    surah_places: Mapping[int, Jump]


def by_author(volumes: Iterable[Volume]) -> dict[str, list[Volume]]:
    """Return the booklets of each author, authors and booklets in Turkish order."""
    return _grouped(volumes, lambda volume: volume.authors)


def by_series(volumes: Iterable[Volume]) -> dict[str, list[Volume]]:
    """Return the booklets of each series by their numbers, those without one behind; series in Turkish order."""
    groups = _grouped(volumes, lambda volume: (parted(volume.series)[0],) if volume.series else ())
    return {name: sorted(own, key=_number) for name, own in groups.items()}


def _number(volume: Volume) -> tuple[bool, int]:
    _, number = parted(volume.series or "")
    return number is None, number or 0


def _grouped(volumes: Iterable[Volume], keys: Callable[[Volume], tuple[str, ...]]) -> dict[str, list[Volume]]:
    groups: dict[str, list[Volume]] = {}
    for volume in volumes:
        for key in dict.fromkeys(keys(volume)):
            groups.setdefault(key, []).append(volume)
    return {key: groups[key] for key in sorted(groups, key=lambda name: name_order.key(name, "tr"))}


def lists(shelf: Shelf) -> Lists:
    """Return the lists of a shelf."""
    said = words()
    authors = listing(
        Head(AUTHORS, said["authors"], "", said["no_authors"]), _of_groups(by_author(shelf.volumes), "author")
    )
    series = listing(
        Head(SERIES, said["series"], "", said["no_series"]), _of_groups(by_series(shelf.volumes), "series-list")
    )
    verses = listing(Head(VERSES, said["verses"], said["verses_lead"], said["no_verses"]), _of_verses(shelf.volumes))
    cited = sorted({reference.surah for volume in shelf.volumes for reference in volume.verses})
    return Lists(
        listing(Head(TITLES, said["titles"], "", said["empty"]), _of_letters(shelf.volumes)),
        authors,
        series,
        verses,
        dict(zip(by_author(shelf.volumes), authors.jumps, strict=True)),
        dict(zip(by_series(shelf.volumes), series.jumps, strict=True)),
        dict(zip(cited, verses.jumps, strict=True)),
    )


def _of_letters(volumes: Iterable[Volume]) -> Iterator[Section]:
    letters: dict[str, list[Volume]] = {}
    for volume in sorted(volumes, key=lambda volume: (name_order.key(fit(volume.title), "tr"), volume.name)):
        letters.setdefault(name_order.initial(fit(volume.title)), []).append(volume)
    anchors = places.slugs(letters)
    for letter, own in letters.items():
        yield Section(letter, f"harf-{anchors[letter]}", "letter", tuple(_row(each, with_authors=True) for each in own))


def _of_groups(groups: Mapping[str, list[Volume]], kind: str) -> Iterator[Section]:
    anchors = places.slugs(groups)
    for name, volumes in groups.items():
        rows = tuple(_row(each, with_authors=kind != "author", with_number=kind != "author") for each in volumes)
        yield Section(name, f"ad-{anchors[name]}", kind, rows)


def _of_verses(volumes: Iterable[Volume]) -> Iterator[Section]:
    citing: dict[Reference, list[Volume]] = {}
    for volume in volumes:
        for reference in volume.verses:
            citing.setdefault(reference, []).append(volume)
    for surah, references in groupby(sorted(citing), lambda reference: reference.surah):
        rows = (_rendered("verse.j2", verses=verses(reference), volumes=citing[reference]) for reference in references)
        yield Section(f"{surah}. {surah_names.name_of(surah)}", f"sure-{surah}", "surah", tuple(rows))


def verses(reference: Reference) -> str:
    """Return verses as they are listed.

    >>> verses(Reference(2, 255, 257))
    '2/255–257'
    """
    last = f"–{reference.last}" if reference.last > reference.first else ""
    return f"{reference.surah}/{reference.first}{last}"


def _row(volume: Volume, *, with_authors: bool, with_number: bool = False) -> Markup:
    number = parted(volume.series)[1] if with_number and volume.series else None
    return _rendered("row.j2", volume=volume, with_authors=with_authors, number=number)


def _rendered(template: str, **values: object) -> Markup:
    """Return a row of a list; all lists lie in the folder of the front page."""
    link = lambda target: places.link(TITLES, target)  # noqa: E731  # as templates name it
    return Markup(templates().get_template(template).render(link=link, **values))  # noqa: S704  # a template of ours


def in_order(volumes: Iterable[Volume]) -> tuple[Volume, ...]:
    """Return booklets by title, in Turkish order."""
    return tuple(sorted(volumes, key=lambda volume: (turkish.sort_key(volume.title), volume.name)))
