"""Sets the verses of a booklet: reads its references, and fills in from the canon what the author left to it.

Arabic that an author typed is kept as typed. The canon is opened only where a verse or the basmala is wanted from it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

from publish.language import quran, references
from publish.language.rebuild import Node, rebuild
from publish.model.block import Basmala, Paragraph, Verse
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import Arabic, Citation, Reference, plain

END_OF_AYAH = "\u06dd"
"""ARABIC END OF AYAH: a font draws the digits that follow it within its ring."""
_NO_BREAK_SPACE = "\u00a0"  # a verse's number never opens a line
_ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
_LONGEST_FRAGMENT = 40

_CODES = {"unknown_surah": "A001", "no_such_verse": "A002", "disagree": "A003", "not_a_reference": "A006"}


def set_verses(booklet: Booklet) -> tuple[Booklet, tuple[Finding, ...]]:
    """Return the booklet with references read and verses in place, and what is wrong with them by place.

    Finds A001 and A007 (no such surah), A002 (no such verse), A003 (name and number disagree), A004 (the spelling of
    verses was not chosen; once a booklet), A005 (typed Arabic, not checked), A006 and A008 (no reference where one is
    needed). Raises `PublishError` where the canon is needed and missing.
    """
    setter = _Setter(booklet.settings.quran.script)
    booklet = rebuild(booklet, setter.change)
    return booklet, tuple(sorted(setter.findings, key=lambda finding: finding.span))


def text_of(reference: Reference, script: str) -> str:
    """Return the text of one verse, or of several, each with the end-of-verse sign and its number after it.

    Raises `KeyError` where there is no such verse, `PublishError` where the canon is missing.
    """
    ayahs = range(reference.first, reference.last + 1)
    texts = [quran.verse(reference.surah, ayah, script) for ayah in ayahs]
    if len(texts) == 1:
        return texts[0]
    return " ".join(f"{text}{_NO_BREAK_SPACE}{end_sign(ayah)}" for text, ayah in zip(texts, ayahs, strict=True))


def end_sign(ayah: int) -> str:
    """Return the end-of-verse sign with the verse's number in Arabic-Indic digits.

    >>> end_sign(255)
    '۝٢٥٥'
    """
    return END_OF_AYAH + str(ayah).translate(_ARABIC_DIGITS)


@dataclass(slots=True)
class _Setter:
    """Changes nodes, and gathers what it finds."""

    script: str | None
    findings: list[Finding] = field(default_factory=list)
    asked_for_script: bool = False

    def change(self, node: Node) -> Node:
        """Return `node` with its reference read and its text in place."""
        match node:
            case Citation():
                return replace(node, reference=self._read(node.text, node.span))
            case Verse():
                return self._verse(node)
            case Basmala() if not node.text:
                script = self._script(node.span)
                return replace(node, text=quran.basmala(script)) if script else node
            case _:
                return node

    def _verse(self, verse: Verse) -> Verse:
        if verse.typed:
            fragment = plain(verse.arabic[0].children)[:_LONGEST_FRAGMENT] if verse.arabic else ""
            self.findings.append(found("A005", verse.span, fragment))
        if not verse.citation:
            if not verse.typed and verse.translation:  # a block with nothing in it is found where it is read
                self.findings.append(found("A008", verse.span))
            return verse
        reference = self._read(verse.citation, verse.span)
        script = self._script(verse.span) if reference and not verse.typed else None
        if reference is None or script is None:
            return replace(verse, reference=reference)
        arabic = Arabic(text_of(reference, script), verse.span)
        return replace(verse, reference=reference, arabic=(Paragraph((arabic,), verse.span),))

    def _read(self, citation: str, span: Span) -> Reference | None:
        answer = references.read(citation)
        if isinstance(answer, Reference):
            return answer
        code = _CODES[answer.kind]
        if code == "A001" and not answer.nearest:
            code = "A007"
        self.findings.append(found(code, span, citation=citation, **asdict(answer)))
        return None

    def _script(self, span: Span) -> str | None:
        if self.script is None and not self.asked_for_script:
            self.asked_for_script = True
            self.findings.append(found("A004", span))
        return self.script
