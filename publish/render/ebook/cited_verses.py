"""The verses that a chapter cites, at its end: readers that can show them over the page, others lead there and back.

    … diye anar [Enbiyâ 21/87].  ─ link ─→  [Enbiyâ 21/87] وَذَا النُّونِ إِذْ ذَهَبَ …  ─ the citation leads back

Paper has no room for them: they are no part of the text that both have in common.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from publish.language.scripture import verse_text
from publish.model.inline import Citation, Reference
from publish.model.settings import Quran
from publish.render.labels import Labels
from publish.render.lines import ARABIC, turned, write_text

LONGEST = 5000
"""Characters that readers show over a page (Kobo's limit); of longer passages the place alone is named."""
SECTION = '<section epub:type="footnotes" class="footnotes cited"'
"""How their section begins, and with it what is not compared with paper."""


@dataclass(slots=True)
class CitedVerses:
    """Gathers the verses of one chapter after another."""

    settings: Quran
    labels: Labels
    _asides: dict[tuple[Reference, ...], str] = field(default_factory=dict)
    """Those of the chapter, by what was cited."""
    _count: int = 0
    _texts: dict[tuple[Reference, ...], tuple[str, ...]] = field(default_factory=dict)

    def has_any(self) -> bool:
        """Say whether any verse of the canon was shown."""
        return any(self._texts.values())

    def link(self, cited: Citation, place: str) -> str:
        """Return the attributes of a link to the verses; nothing where they are not shown.

        `place` is the attribute that names the citation already, or empty.
        """
        references = cited.references
        if references not in self._texts:
            self._texts[references] = self._read(references)
        if not self._texts[references]:
            return ""
        if references not in self._asides:
            self._count += 1
            place = place or f' id="anma_{self._count}"'
            self._asides[references] = self._aside(cited, place.partition('"')[2].rstrip('"'))
        target = f"anilan_{list(self._asides).index(references) + 1}"
        return f'{place} epub:type="noteref" role="doc-noteref" href="#{target}"'

    def section(self) -> str:
        """Return the verses of the chapter that ends here, and begin another."""
        asides, self._asides = "\n".join(self._asides.values()), {}
        if not asides:
            return ""
        title = f'<p class="label" id="anilan_ayetler">{self.labels.cited_verses}</p>'
        return f'{SECTION} aria-labelledby="anilan_ayetler">\n{title}\n{asides}\n</section>'

    def _aside(self, cited: Citation, marked: str) -> str:
        words = write_text(cited.text, "bdi")
        label = escape(self.labels.back.format(number=cited.text))
        language = turned(cited.text, self.labels.direction)
        opening = f'<a class="backlink" role="doc-backlink" href="#{marked}" aria-label="{label}">'
        back = f"{opening}<span{language}>{words}</span></a>" if language else f"{opening}{words}</a>"
        texts = "\n".join(f'<p class="arabic" {ARABIC}>{escape(text)}</p>' for text in self._texts[cited.references])
        identifier = f"anilan_{len(self._asides) + 1}"
        return (
            f'<aside epub:type="footnote" role="doc-footnote" class="footnote" id="{identifier}">\n'
            f"<p>{back}</p>\n{texts}\n</aside>"
        )

    def _read(self, references: tuple[Reference, ...]) -> tuple[str, ...]:
        """Return the text of each reference in the spelling of the booklet; nothing where it has chosen none."""
        script, numbered = self.settings.script, self.settings.verse_numbers
        if script is None:
            return ()
        try:
            texts = tuple(
                verse_text.of_reference(
                    reference, script, numbered=reference.last > reference.first if numbered is None else numbered
                )
                for reference in references
            )
        except KeyError:
            return ()
        return texts if sum(map(len, texts)) <= LONGEST else ()
