"""The index of verses as pages at the end of the printed booklet, written when the pages of its text are known."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from publish.model.html import EndPages, Folios
from publish.model.settings import Settings
from publish.render import verse_index
from publish.render.labels import labels
from publish.render.paper import templates
from publish.render.verse_index import COMMAS, Entry, Pages, Place

SHEET = "index.css"
HOW = {
    "tr": ("", "Koyu", " rakamlar, ayetin metniyle birlikte verildiği sayfalardır."),
    "ar": ("الأرقام ", "الغليظة", " للصفحات التي ورد فيها نصّ الآية."),
}
"""How the figures are to be read: before, in, and behind the words that are set like them."""


LONGEST_ON_ONE_LINE = 20
"""Characters of an entry from which on it is not spread over its line, but set like a paragraph."""
MOST_KEPT_TOGETHER = 3
"""Entries of a surah up to which it is not broken over columns."""


@dataclass(frozen=True, slots=True)
class VerseIndex:
    """Writes the index of one booklet."""

    settings: Settings
    places: tuple[Place, ...]
    head: str
    """The booklet's title as a running head."""

    def opening(self) -> Markup:
        """Return what the index begins with, to keep its place in the text."""
        return self._section(None)

    def end_pages(self) -> EndPages:
        """Return the pages themselves."""
        return EndPages(verse_index.IDENTIFIER, self._document)

    def title(self) -> str:
        """Return the heading."""
        return verse_index.TITLES[self.settings.language]

    def _document(self, folios: Folios) -> str:
        template = templates().get_template("end_pages.j2")
        return template.render(
            settings=self.settings, labels=labels(self.settings.language), head=self.head, index=self._section(folios)
        )

    def _section(self, folios: Folios | None) -> Markup:
        """Return the index, without the places of verses where nothing is known of their pages."""
        language = self.settings.language
        told_apart = len({place.is_set for place in self.places}) > 1
        groups = verse_index.groups(self.places, self.settings.quran.citation, language) if folios else ()
        text = (
            templates()
            .get_template("verse_index.j2")
            .render(
                identifier=verse_index.IDENTIFIER,
                title=self.title(),
                how=HOW[language] if told_apart else (),
                groups=groups,
                short=MOST_KEPT_TOGETHER,
                written=lambda entry: _written(entry, folios or {}, language, told_apart=told_apart),
            )
        )
        return Markup(text)  # noqa: S704  # made by our template, which escapes


def _written(entry: Entry, folios: Folios, language: str, *, told_apart: bool) -> Markup:
    """Write an entry, its pages as links to its places; nothing where it is on no page."""
    pages = tuple(verse_index.pages(entry.places, folios))
    commas = [COMMAS[language]] * (len(pages) - 1) + [""]
    links = [_linked(each, comma, language, told_apart=told_apart) for each, comma in zip(pages, commas, strict=True)]
    letters = len(entry.verses) + sum(2 + len(_span(each)) for each in pages)
    kind = ' class="long"' if letters > LONGEST_ON_ONE_LINE else ""
    text = f'<li{kind}><span class="verses">{entry.verses}</span> {" ".join(links)}</li>' if pages else ""
    return Markup(text)  # noqa: S704  # identifiers and numbers of our own


def _span(pages: Pages) -> str:
    return f"{pages.first}–{pages.last}" if pages.last > pages.first else str(pages.first)


def _linked(pages: Pages, comma: str, language: str, *, told_apart: bool) -> str:
    """Write one page, or several that follow one another; the comma with them, so that no line begins with it."""
    if pages.start == pages.end:
        links = _link(pages.start, _span(pages), language)
    else:
        links = f"{_link(pages.start, str(pages.first), language)}–{_link(pages.end, str(pages.last), language)}"
    if told_apart and pages.is_set:
        return f'<strong class="pages">{links}{comma}</strong>'
    return f'<span class="pages">{links}{comma}</span>' if comma else links


def _link(identifier: str, words: str, language: str) -> str:
    return f'<a href="#{identifier}">{verse_index.figures(words, language)}</a>'
