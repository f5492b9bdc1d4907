"""The indexes as pages at the end of the printed booklet, written when the pages of its text are known."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from publish.model.html import EndPages, Folios, Parts
from publish.model.settings import Settings
from publish.render.indexes import name_index, page_runs, verse_index
from publish.render.indexes.page_runs import COMMAS
from publish.render.indexes.register import Register
from publish.render.labels import labels
from publish.render.paper import line, templates

SHEET = "index.css"
HOW = {
    "tr": ("", "Koyu", " rakamlar, ayetin metniyle birlikte verildiği sayfalardır."),
    "ar": ("الأرقام ", "الغليظة", " للصفحات التي ورد فيها نصّ الآية."),
}
"""How the figures are to be read: before, in, and behind the words that are set like them."""


LONGEST_ON_ONE_LINE = 20
"""Characters of a verse's entry from which on it is not spread over its line, but set like a paragraph."""
MOST_KEPT_TOGETHER = 3
"""Entries of a surah up to which it is not broken over columns."""


@dataclass(frozen=True, slots=True)
class Indexes:
    """Writes the indexes of one booklet, that of verses first; there is at least one."""

    settings: Settings
    register: Register
    head: str
    """The booklet's title as a running head."""

    @property
    def identifier(self) -> str:
        """What the pages begin with."""
        return self.titles()[0][1]

    def opening(self) -> Markup:
        """Return what the indexes begin with, to keep their place in the text."""
        return Markup("\n").join(self._sections(None, {}))

    def end_pages(self) -> EndPages:
        """Return the pages themselves."""
        later = tuple(identifier for _, identifier in self.titles()[1:])
        return EndPages(self.identifier, self._document, frozenset(self.register.blocks), later)

    def titles(self) -> tuple[tuple[str, str], ...]:
        """Return what the table of contents says of each index, and its identifier."""
        words, register = labels(self.settings.language), self.register
        verses = ((words.verse_index, verse_index.IDENTIFIER),) if register.verses else ()
        return (*verses, (words.name_index, name_index.IDENTIFIER)) if register.names else verses

    def _document(self, folios: Folios, parts: Parts | None = None) -> str:
        template = templates().get_template("end_pages.j2")
        sections = Markup("\n").join(self._sections(folios, parts or {}))
        return template.render(
            settings=self.settings, labels=labels(self.settings.language), head=self.head, index=sections
        )

    def _sections(self, folios: Folios | None, parts: Parts) -> list[Markup]:
        """Return the indexes, without their entries where nothing is known of pages."""
        verses = [self._verses(folios)] if self.register.verses else []
        return [*verses, self._names(folios, parts)] if self.register.names else verses

    def _verses(self, folios: Folios | None) -> Markup:
        language, places = self.settings.language, self.register.verses
        told_apart = len({place.is_set for place in places}) > 1

        def written(entry: verse_index.Entry) -> Markup:
            runs = tuple(page_runs.pages(entry.places, folios or {}))
            if not runs:
                return Markup()
            kind = ' class="long"' if len(entry.verses) + page_runs.length(runs) > LONGEST_ON_ONE_LINE else ""
            links = page_runs.written(runs, language, told_apart=told_apart)
            text = f'<li{kind}><span class="verses">{entry.verses}</span> {links}</li>'
            return Markup(text)  # noqa: S704  # identifiers and numbers of our own

        return _rendered(
            "verse_index.j2",
            identifier=verse_index.IDENTIFIER,
            title=labels(language).verse_index,
            how=HOW[language] if told_apart else (),
            groups=verse_index.groups(places, self.settings.quran.citation, language) if folios else (),
            short=MOST_KEPT_TOGETHER,
            written=written,
        )

    def _names(self, folios: Folios | None, parts: Parts) -> Markup:
        language = self.settings.language
        places = [place.within(parts) for place in self.register.names]

        def written(entry: name_index.Entry) -> Markup:
            name, comma = line(entry.heading), COMMAS[language]
            if entry.see:
                return Markup("<li>{}{} <em>{}</em>\u00a0{}</li>").format(
                    name, comma, labels(language).see, line(entry.see)
                )
            runs = tuple(page_runs.pages(entry.places, folios or {}))
            links = Markup(page_runs.listed(runs, language))  # noqa: S704  # as above
            return Markup("<li>{}{} {}</li>").format(name, comma, links) if runs else Markup()

        return _rendered(
            "name_index.j2",
            identifier=name_index.IDENTIFIER,
            title=labels(language).name_index,
            groups=name_index.groups(places, self.settings.index.names, language) if folios else (),
            written=written,
        )


def _rendered(template: str, **values: object) -> Markup:
    return Markup(templates().get_template(template).render(**values))  # noqa: S704  # our template escapes
