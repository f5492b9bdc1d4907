"""The search that is added to the lists: an index of folded words, and a script that folds what is typed alike."""

from __future__ import annotations

import json
from collections.abc import Iterable

from publish.catalog import places
from publish.catalog.lists import verses
from publish.catalog.shell import Page, fit, templates, words
from publish.language import search
from publish.language.scripture import quran, skeleton, surah_names
from publish.model.inline import Reference
from publish.model.shelf import Shelf, SiteFile, Volume
from publish.render.labels import labels

SCRIPT_OF_CANON = "simple-plain"
LONGEST = 20
"""Verses of a range up to which their words can be searched; longer ones are found by their surah."""
SAID = ("search_found", "search_none", "search_failed", "verse_short")
"""Words of the interface that the script says."""


def page() -> Page:
    """Return the page of the search; without a script it leads to the lists."""
    return Page(places.SEARCH, words()["search_title"], "search.j2", {})


def files(shelf: Shelf) -> tuple[SiteFile, ...]:
    """Return the index and the script."""
    said = {key: words()[key] for key in SAID}
    text = templates().get_template("search.js.j2").render(table=_json(search.table()), said=_json(said))
    return SiteFile(places.INDEX, _json(index(shelf)).encode()), SiteFile(places.SCRIPT, text.encode())


def index(shelf: Shelf) -> dict[str, object]:
    """Return what is searched: booklets with their words by weight, and verses, each once."""
    cited = sorted({reference for volume in shelf.volumes for reference in volume.verses})
    numbers = {reference: number for number, reference in enumerate(cited)}
    return {
        "booklets": [_booklet(volume, numbers) for volume in shelf.volumes],
        "verses": [
            [f"{surah_names.name_of(each.surah)} {verses(each)}", " ".join(words_of_verse(each))] for each in cited
        ],
    }


def _booklet(volume: Volume, numbers: dict[Reference, int]) -> dict[str, object]:
    persons = [*volume.authors, *filter(None, (volume.translator, volume.editor, volume.series))]
    headings = (line.title for entry in volume.contents for line in entry.walk())
    rest = [volume.description or "", *volume.subjects, *headings, volume.isbn or "", volume.isbn_epub or ""]
    return {
        "page": places.page(volume.name),
        "title": fit(volume.title),
        "by": fit(", ".join(volume.authors)),
        "lang": volume.language,
        "dir": labels(volume.language).direction,
        "words": [_folded([volume.title, volume.subtitle or ""]), _folded(persons), _folded(rest)],
        "verses": [numbers[reference] for reference in volume.verses],
    }


def _folded(texts: Iterable[str]) -> str:
    """Return the words of texts, each once."""
    return " ".join(dict.fromkeys(word for text in texts for word in search.words(text)))


def words_of_verse(reference: Reference) -> list[str]:
    """Return the words by which verses are found: those of their surah, their numbers, and their own without marks."""
    surah = quran.surahs()[reference.surah - 1]
    named = [word for name in (surah.name, surah.arabic, *surah.variants) for word in search.words(name)]
    if reference.last - reference.first >= LONGEST:
        return list(dict.fromkeys((*named, str(surah.number))))
    numbers = range(reference.first, reference.last + 1)
    own = (skeleton.words(quran.verse(surah.number, number, SCRIPT_OF_CANON)) for number in numbers)
    return list(
        dict.fromkeys((*named, str(surah.number), *map(str, numbers), *(word for verse in own for word in verse)))
    )


def _json(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))
