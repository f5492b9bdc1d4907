"""Arabic that is the Quran's: typed verses compared with it, verses without a source, translations without a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from publish.check import places
from publish.check.registry import rule
from publish.language.scripture import collation, juz, orthography, quotation, quran, surah_names, verse_text
from publish.language.scripture.canon_words import CanonWord
from publish.language.scripture.collation import Expected, Fault, FaultKind
from publish.language.scripture.orthography import Word
from publish.language.scripture.quotation import Quotation
from publish.model.block import Basmala, Hadith, Paragraph, Passage, Prayer, Verse
from publish.model.block import lines as lines_of
from publish.model.booklet import Booklet
from publish.model.finding import Finding, Span, found
from publish.model.inline import Arabic, Citation, Inline, Reference, Text, WithChildren, plain
from publish.model.world import World

_CODES = {
    FaultKind.LETTERS: "A010",
    FaultKind.MARKS: "A011",
    FaultKind.MISSING: "A012",
    FaultKind.EXTRA: "A013",
    FaultKind.DOUBLED: "A014",
    FaultKind.SWAPPED: "A015",
    FaultKind.JOINED: "A016",
    FaultKind.OTHER: "A009",
    FaultKind.SPACED: "A018",
    FaultKind.MISSING_VERSE: "A019",
}
SHOWN = 6
"""Words of a longer stretch that a message shows."""
_FRAGMENT = 40
_WASLA = "ٱ"
_SIGNS = re.compile(r"[\s“”\"'‘’«»(),.:;،–—-]*")
LEAST_BESIDE = 3
"""Words from which on Arabic beside a citation is taken for the verse; fewer are words that the text speaks of."""
MOST_BESIDE = 0.4
"""Share of faulty words from which on it is taken for something else after all."""


@dataclass(frozen=True, slots=True)
class _Typed:
    """Words as an author typed them, ellipses among them, each with text and place of the node it stands in."""

    tokens: tuple[tuple[Word, str, Span], ...]

    @classmethod
    def of(cls, nodes: Iterable[tuple[str, Span]]) -> _Typed:
        """Return the words of nodes in their order."""
        return cls(tuple((word, text, span) for text, span in nodes for word in orthography.words(text)))

    def words(self) -> list[Word]:
        """Return the words without the ellipses."""
        return [word for word, _, _ in self.tokens if word.letters]

    def place(self, first: int, last: int, lines: Sequence[str]) -> Span:
        """Return the place of the words from `first` up to, not with, `last`, as far as they stand in one node."""
        chosen = [token for token in self.tokens if token[0].letters][first:last]
        start, text, span = chosen[0]
        end = [word for word, other, place in chosen if (other, place) == (text, span)][-1]
        return places.within(text, span, start.start, end.end, lines)


@rule
def typed_verses(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find what is wrong with Arabic under a reference (A009–A019), and verses without one (A022, or A005 if none)."""
    lines = places.rows(booklet, world)
    script = booklet.settings.quran.script
    for block in booklet.walk():
        match block:
            case Verse(typed=True) if block.references:
                yield from _compared(_Typed.of(_nodes(block.arabic)), _expected(block), block.references, lines)
            case Verse(typed=True) if not block.citation:
                yield _unnamed(block)
            case Basmala() if script is None or block.text != quran.basmala(script):
                basmala = (Reference(quran.OPENING_SURAH, 1, 1),)
                typed = _Typed.of([(block.text, block.span)])
                yield from _compared(typed, collation.verses(basmala), basmala, lines)
            case _:
                pass


@rule
def verses_beside_citations(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find what is wrong with Arabic beside a citation in a line, or in a block with one citation (A009–A019)."""
    lines = places.rows(booklet, world)
    for block in booklet.walk():
        if isinstance(block, Passage | Prayer | Hadith):
            words = block.meaning if isinstance(block, Prayer) else block.translation
            source = () if isinstance(block, Passage) else block.source
            told = (*(line.children for line in (*block.arabic, *words)), source)
            within = [node for line in told for node in _leaves(line)]
            citations = [node for node in within if isinstance(node, Citation)]
            if len(citations) == 1:
                yield from _beside(_Typed.of(_nodes(block.arabic)), citations[0].references, lines)
    for line in _lines(booklet):
        leaves = list(_leaves(line))
        for index, node in enumerate(leaves):
            if isinstance(node, Citation) and (arabic := _neighbour(leaves, index)):
                yield from _beside(_Typed.of([(arabic.text, arabic.span)]), node.references, lines)


@rule
def verses_without_source(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find verses that are quoted and nowhere cited (A022)."""
    cited = _cited(booklet)
    lines = places.rows(booklet, world)
    for node in (node for line in _lines(booklet) for node in _leaves(line) if isinstance(node, Arabic)):
        for quoted in quotation.quotations(node.text):
            text = node.text[quoted.start : quoted.end]
            if not any(quotation.stands_in(text, *verse) for verse in cited):
                span = places.within(node.text, node.span, quoted.start, quoted.end, lines)
                yield found("A022", span, text, typed=_shown(text.split()), reference=_quoted(quoted))


@rule
def translations(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find, once, a translation of which nobody says whose it is (A023)."""
    if booklet.settings.quran.translation:
        return
    for block in booklet.walk():
        if isinstance(block, Verse) and block.translation and not block.meal:
            yield found("A023", block.translation[0].span)
            return


@rule
def seal(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find whole parts of the Quran (A024), or the whole of it (A025): these need a seal to be printed."""
    verses = {
        (reference.surah, ayah)
        for block in booklet.walk()
        if isinstance(block, Verse) and not block.part
        for reference in block.references
        for ayah in range(reference.first, reference.last + 1)
    }
    whole = juz.whole(verses)
    place = Span(str(booklet.folder / "text.md"))
    if len(whole) == len(juz.STARTS):
        yield found("A025", place)
    elif whole:
        yield found("A024", place, juz=", ".join(map(str, whole)))


def _unnamed(verse: Verse) -> Finding:
    text = " ".join(plain(line.children) for line in verse.arabic)
    quoted = quotation.quotations(text)
    if not quoted and _is_basmala(text):
        return found("A022", verse.span, text, typed=text, reference=_name(Reference(quran.OPENING_SURAH, 1, 1)))
    if not quoted:
        return found("A005", verse.span, text[:_FRAGMENT])
    words = text[quoted[0].start : quoted[0].end]
    return found("A022", verse.span, words, typed=_shown(words.split()), reference=_quoted(quoted[0]))


def _is_basmala(text: str) -> bool:
    """Say whether a block of a verse has the basmala and nothing else; in other text it is no quotation."""
    count = len([word for word in orthography.words(text) if word.letters])
    return count == quran.BASMALA_WORDS and quotation.stands_in(text, quran.OPENING_SURAH, 1)


def _quoted(quoted: Quotation) -> str:
    return _name(Reference(quoted.surah, quoted.first, quoted.last))


def _compared(
    typed: _Typed, expected: Expected, references: Sequence[Reference], lines: Sequence[str]
) -> Iterator[Finding]:
    faults = collation.collate([word for word, _, _ in typed.tokens], expected)
    script = _script(typed, expected)
    return (_finding(fault, typed, script, references, lines) for fault in faults)


def _beside(typed: _Typed, references: Sequence[Reference], lines: Sequence[str]) -> Iterator[Finding]:
    """Compare Arabic beside a citation, if it is long enough and like enough to be the verse."""
    count = len(typed.words())
    if not references or count < LEAST_BESIDE:
        return
    expected = collation.verses(references, "loose")
    faults = collation.collate([word for word, _, _ in typed.tokens], expected)
    script = _script(typed, expected)
    if sum(max(1, fault.last - fault.first) for fault in faults) <= MOST_BESIDE * count:
        yield from (_finding(fault, typed, script, references, lines) for fault in faults)


def _script(typed: _Typed, expected: Expected) -> int:
    """Return in which spelling of the canon a word is shown to the author: the one that is typed, modern in doubt."""
    written = {word.text for word in typed.words()}
    if any(_WASLA in word for word in written):
        return 1
    modern, uthmani = (sum(word.texts[script] in written for word in expected.words) for script in (0, 1))
    return int(uthmani > modern)


def _finding(
    fault: Fault, typed: _Typed, script: int, references: Sequence[Reference], lines: Sequence[str]
) -> Finding:
    words = [word.text for word in typed.words()]
    canon = [word.texts[script] or word.texts[0] for word in fault.canon]
    said = words[fault.first : fault.last]
    first = max(fault.first - 1, 0) if fault.first == fault.last else fault.first
    span = typed.place(first, max(fault.last, first + 1), lines)
    reference = _name_of_words(fault.canon) or "; ".join(map(_name, references))
    code, other = _CODES[fault.kind], fault.other
    if fault.kind in (FaultKind.OTHER, FaultKind.EXTRA) and (quoted := quotation.quotations(" ".join(said))):
        code = "A017" if fault.kind is FaultKind.OTHER else "A016"
        other = (quoted[0].surah, quoted[0].first)
    return found(
        code,
        span,
        " ".join(said or words[first : first + 1]),
        reference=reference,
        typed=_shown(said),
        canon=_shown(canon),
        context=_context(words, fault.first, canon),
        other=_name(Reference(*other, other[1])) if other else "",
    )


def _context(words: Sequence[str], at: int, missing: Sequence[str]) -> str:
    """Return missing words in brackets between the typed words that they belong between."""
    return " ".join((*words[max(at - 1, 0) : at], f"[{_shown(missing)}]", *words[at : at + 1]))


def _shown(words: Sequence[str]) -> str:
    return " ".join(words[:SHOWN]) + (" …" if len(words) > SHOWN else "")


def _name(reference: Reference) -> str:
    last = f"-{reference.last}" if reference.last > reference.first else ""
    return f"{surah_names.name_of(reference.surah)} {reference.surah}/{reference.first}{last}"


def _name_of_words(words: Sequence[CanonWord]) -> str:
    """Return the reference of words of one surah; nothing for no words."""
    if not words:
        return ""
    ayahs = [word.ayah for word in words if word.surah == words[-1].surah]
    return _name(Reference(words[-1].surah, ayahs[0], ayahs[-1]))


def _expected(verse: Verse) -> Expected:
    reach = verse_text.part_of(verse.references, verse.part) if verse.part else None
    if isinstance(reach, tuple):
        return Expected(verse_text.canon_words(verse.references)[slice(*reach)], "strict")
    return collation.verses(verse.references)


def _cited(booklet: Booklet) -> frozenset[tuple[int, int]]:
    """Return all verses that the booklet names."""
    named = [block.references for block in booklet.walk() if isinstance(block, Verse)]
    named += [node.references for line in booklet.lines() for node in _leaves(line) if isinstance(node, Citation)]
    return frozenset(
        (reference.surah, ayah)
        for references in named
        for reference in references
        for ayah in range(reference.first, reference.last + 1)
    )


def _neighbour(leaves: Sequence[Inline], index: int) -> Arabic | None:
    """Return the Arabic that stands before a citation, or after it, with nothing but signs between."""
    for side in (reversed(leaves[:index]), leaves[index + 1 :]):
        for node in side:
            if isinstance(node, Arabic):
                return node
            if not (isinstance(node, Text) and _SIGNS.fullmatch(node.text)):
                break
    return None


def _nodes(paragraphs: Sequence[Paragraph]) -> Iterator[tuple[str, Span]]:
    leaves = (node for paragraph in paragraphs for node in _leaves(paragraph.children))
    return ((node.text, node.span) for node in leaves if isinstance(node, Text | Arabic))


def _lines(booklet: Booklet) -> Iterator[tuple[Inline, ...]]:
    """Yield the lines of a booklet but for the Arabic of verse blocks, which is judged as a whole."""
    verses = {id(paragraph) for block in booklet.walk() if isinstance(block, Verse) for paragraph in block.arabic}
    for block in booklet.walk():
        if id(block) not in verses:
            yield from lines_of(block)


def _leaves(line: Sequence[Inline]) -> Iterator[Inline]:
    for node in line:
        if isinstance(node, WithChildren):
            yield from _leaves(node.children)
        else:
            yield node
