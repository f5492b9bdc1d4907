"""The catalogue: the booklets of a library put on the shelf.

folder, x.epub, x.pdf ─volumes→ Volume ; all of them ─catalog→ files
"""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from publish.build.job import read_given
from publish.build.volumes import Listed, volume
from publish.catalog import letters
from publish.catalog.lists import in_order
from publish.catalog.series import parted
from publish.catalog.site import files
from publish.check import accept
from publish.language import turkish
from publish.ledger import Ledger
from publish.model.finding import Finding, found, has_errors
from publish.model.settings import House
from publish.model.shelf import Shelf, SiteFile
from publish.model.world import World
from publish.source import isbn, metadata

SHEETS = ("tokens.css", "web.css")
"""Style sheets of the site, in cascade order."""


@dataclass(frozen=True, slots=True)
class Library:
    """The booklets of a catalogue, and where what they are made from lies."""

    folders: tuple[Path, ...]
    """Of the booklets, all in one library."""
    build: Path
    """Where their e-books and PDFs were made: `oruc/oruc.epub`."""
    styles: Path
    cache: Path

    def ledger(self) -> Ledger:
        """Make the world of the catalogue."""
        package = Path(__file__).parents[1]
        libraries = {folder.parent for folder in self.folders}  # few roots: each file is looked for under all of them
        roots = (*libraries, self.build, self.styles, package, self.cache)
        return Ledger((*roots, Path(sysconfig.get_path("purelib"))), self.cache)


def make_catalog(library: Library, world: Ledger) -> tuple[tuple[SiteFile, ...], tuple[Finding, ...]]:
    """Return the files of the catalogue, none where findings stop it.

    Finds what `volume` does, C003 (one title twice), C004 (one ISBN twice), C007 (one name written in two ways), C008
    (one number of a series twice). Raises `PublishError` X040 where there is no style sheet.
    """
    house, findings = _house(library, world)
    listed: list[Listed] = []
    for folder in library.folders:
        one, more = volume(folder, library.build, house, world)
        findings += more
        if one:
            listed.append(one)
    findings = _accepted((*findings, *_clashes(listed)), listed)
    if has_errors(findings):
        return (), findings
    shelf = Shelf(
        house=house.name,
        address=house.address,
        email=house.email,
        web=_web(house.web),
        about=house.catalog.about,
        url=f"{house.catalog.url.rstrip('/')}/" if house.catalog.url else None,
        volumes=in_order(one.volume for one in listed),
    )
    sheets = (read_given(library.styles / name, world).decode("utf-8", "replace") for name in SHEETS)
    return (*files(shelf, "".join(sheets)), *_letters(shelf, world)), findings


def _letters(shelf: Shelf, world: Ledger) -> tuple[SiteFile, ...]:
    """Return the faces of the site, cut from those of pages and e-books."""
    from publish.epub import subset
    from publish.pdf import faces

    fonts = {face.name: faces.content(face.name, world) for face in letters.FACES}
    if texts := letters.arabic_texts(shelf):
        fonts[letters.ARABIC.name], _ = subset.cut(texts, world)
    return letters.files(fonts, world)


def _house(library: Library, world: World) -> tuple[House, tuple[Finding, ...]]:
    if not library.folders:
        return House(), ()
    house, findings = metadata.read_house(library.folders[0].parent / "house.toml", world)
    return house or House(), tuple(finding for finding in findings if has_errors((finding,)))


def _web(address: str | None) -> str | None:
    """Return the address of a house as a link; None for what a browser would not open as a page."""
    if address is None or re.match(r"https?://", address):
        return address
    return None if ":" in address else f"https://{address}"


def _clashes(listed: list[Listed]) -> Iterator[Finding]:
    """Find what several booklets have in common and should not."""
    for first, second in _alike(listed, lambda one: (turkish.fold(one.volume.title), one.volume.authors)):
        yield found("C003", second.edition.place("title"), title=second.volume.title, other=first.volume.name)
    for key in ("isbn", "isbn_epub"):
        own = [one for one in listed if getattr(one.volume, key)]
        for first, second in _alike(own, lambda one: _number(one, key)):  # noqa: B023  # called before the next key
            number = getattr(second.volume, key)
            yield found("C004", second.edition.place(key), isbn=number, key=key, other=first.volume.name)
    numbered = [one for one in listed if one.volume.series and parted(one.volume.series)[1] is not None]
    for first, second in _alike(numbered, lambda one: parted(turkish.fold(one.volume.series or ""))):
        series, place = second.volume.series, second.edition.place("series")
        yield found("C008", place, series=series, other=first.volume.name)
    for key in ("authors", "series"):
        yield from _spelt_twice(listed, key)


def _number(one: Listed, key: str) -> str:
    """Return an ISBN without its hyphens, or what was typed in place of one."""
    typed = str(getattr(one.volume, key))
    return isbn.digits(typed) or typed


def _alike(listed: Iterable[Listed], key: Callable[[Listed], object]) -> Iterator[tuple[Listed, Listed]]:
    """Yield booklets with one key in common, each with the one before it."""
    groups: dict[object, list[Listed]] = {}
    for one in listed:
        groups.setdefault(key(one), []).append(one)
    for group in groups.values():
        yield from pairwise(group)


def _spelt_twice(listed: Iterable[Listed], key: str) -> Iterator[Finding]:
    """Find names under which booklets would be listed apart because they are written in two ways."""
    forms: dict[str, tuple[str, Listed]] = {}
    for one in listed:
        value = getattr(one.volume, key)
        for name in value if isinstance(value, tuple) else [parted(value)[0]] if value else []:
            form, first = forms.setdefault(turkish.fold(name), (name, one))
            if form != name:
                yield found("C007", one.edition.place(key), name=name, form=form, other=first.volume.name)


def _accepted(findings: tuple[Finding, ...], listed: Iterable[Listed]) -> tuple[Finding, ...]:
    """Return findings by place, without those that their booklets accept."""
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.span.path, []).append(finding)
    for one in listed:
        volume, folder = one.volume, one.edition.folder
        paths = [str(folder / "booklet.toml"), *(str(file.source) for file in (volume.epub, volume.pdf))]
        own = [finding for path in paths for finding in by_path.pop(path, [])]
        judged = accept.apply(own, one.edition, families="C")
        by_path[paths[0]] = [finding for finding in judged if finding in own or finding.code == "M020"]
    kept = (finding for group in by_path.values() for finding in group)
    return tuple(sorted(kept, key=lambda finding: (finding.span, finding.code)))
