"""Sets the verses of a booklet: reads its references, and fills in from the canon what the author left to it.

Arabic that an author typed is kept as typed; `check` compares it. The canon is opened only where a verse or the basmala
is wanted from it.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace

from publish.language.rebuild import Node, rebuild
from publish.language.scripture import house_form, quran, references, verse_text
from publish.language.scripture.references import Problem
from publish.model.block import Basmala, Paragraph, Verse
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import Arabic, Citation, Reference
from publish.model.settings import Quran

_CODES = {"unknown_surah": "A001", "no_such_verse": "A002", "disagree": "A003", "not_a_reference": "A006"}


def set_verses(booklet: Booklet) -> tuple[Booklet, tuple[Finding, ...]]:
    """Return the booklet with references read and verses in place, and what is wrong with them by place.

    Finds A001 and A007 (no such surah), A002 (no such verse), A003 (name and number disagree), A004 (the spelling of
    verses was not chosen; once a booklet), A006 and A008 (no reference where one is needed), A020 and A021 (where a
    part of a verse begins or ends is not clear). Raises `PublishError` where the canon is needed and missing.
    """
    setter = _Setter(booklet.settings.quran)
    booklet = rebuild(booklet, setter.change)
    return booklet, tuple(sorted(setter.findings, key=lambda finding: finding.span))


def problem(citation: str, problem: Problem, span: Span) -> Finding:
    """Return what is wrong with a citation that refers to nothing: A001–A003, A006 or A007."""
    code = _CODES[problem.kind]
    if code == "A001" and not problem.nearest:
        code = "A007"
    return found(code, span, citation=citation, **asdict(problem))


@dataclass(slots=True)
class _Setter:
    """Changes nodes, and gathers what it finds."""

    settings: Quran
    findings: list[Finding] = field(default_factory=list)
    asked_for_script: bool = False

    def change(self, node: Node) -> Node:
        """Return `node` with its references read and its text in place."""
        match node:
            case Citation():
                return replace(node, references=self._read(node.text, node.span), text=self._written(node.text))
            case Verse():
                return self._verse(node)
            case Basmala() if not node.text:
                script = self._script(node.span)
                return replace(node, text=quran.basmala(script)) if script else node
            case _:
                return node

    def _verse(self, verse: Verse) -> Verse:
        if not verse.citation:
            if not verse.typed and (
                verse.translation or verse.part
            ):  # one with nothing in it is found where it is read
                self.findings.append(found("A008", verse.span))
            return verse
        named = self._read(verse.citation, verse.span)
        citation = self._written(f"[{verse.citation}]")[1:-1]  # it is printed in brackets, whatever it says in words
        verse = replace(verse, references=named, citation=citation)
        script = self._script(verse.span) if named and not verse.typed else None
        reach = self._reach(verse) if verse.part and named else None
        if script is None or (verse.part and reach is None):
            return verse
        numbered = self._is_numbered(verse)
        if reach:
            texts = [verse_text.of_part(named, *reach, script, numbered=numbered)]
        else:
            texts = [verse_text.of_reference(reference, script, numbered=numbered) for reference in named]
        return replace(verse, arabic=tuple(Paragraph((Arabic(text, verse.span),), verse.span) for text in texts))

    def _is_numbered(self, verse: Verse) -> bool:
        count = sum(reference.last - reference.first + 1 for reference in verse.references)
        return count > 1 if self.settings.verse_numbers is None else self.settings.verse_numbers

    def _reach(self, verse: Verse) -> tuple[int, int] | None:
        reach = verse_text.part_of(verse.references, verse.part)
        if not isinstance(reach, verse_text.NotFound):
            return reach
        code = "A020" if reach.kind == "missing" else "A021"
        values = {"citation": verse.citation, "words": reach.words, "count": reach.count}
        self.findings.append(found(code, verse.span, verse.part, **values))
        return None

    def _read(self, citation: str, span: Span) -> tuple[Reference, ...]:
        answer = references.read_all(citation)
        if isinstance(answer, tuple):
            return answer
        self.findings.append(problem(citation, answer, span))
        return ()

    def _written(self, citation: str) -> str:
        style = self.settings.citation
        return citation if style == "as-written" else house_form.rewritten(citation, style)

    def _script(self, span: Span) -> str | None:
        if self.settings.script is None and not self.asked_for_script:
            self.asked_for_script = True
            self.findings.append(found("A004", span))
        return self.settings.script
