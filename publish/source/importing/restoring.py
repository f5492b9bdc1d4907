"""Damaged verses put right from the canon: in blocks of their own, and in sentences.

    Arabic lines, “…translation…” [Hacc 40]    →   ::: ayet Hacc 40, no Arabic: it comes from the canon
    … «torn words» (el-Hac 22/40) …            →   the canon's words in their place, byte for byte
    the basmala                                →   the canon's; it is its own citation
    Arabic that nobody cites                   →   as it is; the verse that it seems to be is told

Only what is cited is replaced, and only where what is left of its letters says the same; `recovery` judges that. The
index of the canon is loaded at the first Arabic, and not for a document that has none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from publish.language import arabic
from publish.language.scripture import collation, orthography, quran, references, skeleton, verse_text
from publish.language.scripture.recovery import matching
from publish.language.scripture.recovery.index import Index
from publish.language.scripture.recovery.matching import BASMALA, Match, Verdict
from publish.model.inline import Reference
from publish.source.importing.blocks import Block, Kind
from publish.source.importing.paragraphs import Paragraph
from publish.source.importing.rejoining import Torn
from publish.source.importing.signs import is_arabic
from publish.source.importing.stretches import MOST_CITED, alone, citations, near, stretches

LEAST_CITED, LEAST_UNCITED = 3, 14
"""Letters of Arabic that is looked for beside a citation, and of Arabic that is looked for without one."""
MOST_UNCITED, MOST_CITED_IN_VAIN = 200, 400
"""Stretches that are looked for without a citation, and beside one that is of something else: each takes a tenth of a
second at most."""
LEAST_WITHIN = 3
"""Words of a part of a verse within a sentence; fewer are words that the sentence speaks of."""
EDGE = 40
"""Characters between Arabic and the end of its paragraph up to which the citation may have gone into the next."""
SHORT_PART = 12
"""Words of a part of a verse that is named by all of them; a longer one by as many of its first and last as needed."""

_BASMALA_SIGN = "\ufdfd"
_OTHER_EDITION = re.compile("\u06ea|[اأ]\u0670|ل[\u064b-\u0652]*\u0670")
"""What the Diyanet's mushaf writes, and neither spelling of the canon: ي۪ for a long i, لّٰ in God's name."""
_KEPT = re.compile("[\ufd40-\ufd4f\ufdfa-\ufdff]")
"""Honorific signs: no verse has them, so a sentence that does is more than a verse."""
_LEFT = Verdict("leave")
_END_SIGN = re.compile(f"\u00a0{verse_text.END_OF_AYAH}[٠-٩]+")


@dataclass(frozen=True, slots=True)
class Told:
    """What is to be said of one stretch of Arabic."""

    line: int
    before: str
    match: Match
    replaced: bool
    cited: Reference | None
    """The verse that stands beside it as its source."""


@dataclass(slots=True)
class Restored:
    """What was found out about the Arabic of a document."""

    told: list[Told] = field(default_factory=list)
    sound: list[str] = field(default_factory=list)
    """Stretches that need no warning: they are the canon's by now, or were told."""
    script: str | None = None
    """The spelling that verses were taken from the canon in; None where none was."""


def restore(blocks: Sequence[Block], index: Callable[[], Index]) -> tuple[tuple[Block, ...], Restored]:
    """Return `blocks` with the verses put right that are cited, and what is to be told.

    The spelling is the one that most of the damaged verses were in. Raises `PublishError` where the canon is needed and
    missing.
    """
    if not any(arabic.runs(paragraph.text) for block in blocks for paragraph in block.paragraphs):
        return tuple(blocks), Restored()
    restorer = _Restorer(blocks, index(), quran.SCRIPTS[0])
    restored = restorer.restored()
    usual = restorer.usual_script()
    if usual != restorer.script:
        restorer = _Restorer(blocks, restorer.index, usual)
        restored = restorer.restored()
    return restored, restorer.found


@dataclass(slots=True)
class _Restorer:
    blocks: Sequence[Block]
    index: Index
    script: str
    found: Restored = field(default_factory=Restored)
    uncited: int = 0
    in_vain: int = 0

    def restored(self) -> tuple[Block, ...]:
        """Return the blocks with their verses put right."""
        self.blocks = self._rejoined()
        return tuple(self._block(number, block) for number, block in enumerate(self.blocks))

    def _rejoined(self) -> tuple[Block, ...]:
        """Return the blocks with sentences whole that were torn apart at a cited verse within them."""
        whole: list[Block] = []
        for block in self.blocks:
            torn = Torn.of(whole, block)
            cited = torn.cited() if torn else ()
            put = self._put_right([torn.arabic], cited, torn.line, quiet=True) if torn and cited else None
            if torn and put:
                del whole[len(whole) - torn.count :]
                whole.append(torn.mended(put[1].text))
            else:
                whole.append(block)
        return tuple(whole)

    def usual_script(self) -> str:
        """Return the spelling in which most of the replaced verses were found; of two as frequent, the first."""
        found = Counter(told.match.spelling for told in self.found.told if told.replaced)
        return max(quran.SCRIPTS, key=lambda script: found[script])

    def _block(self, number: int, block: Block) -> Block:
        match block.kind:
            case Kind.BASMALA:
                return self._basmala(block)
            case Kind.VERSE:
                return self._verse(block)
            case Kind.ARABIC:
                return self._passage(block, self._cited_around(number))
            case Kind.PARAGRAPH | Kind.HEADING | Kind.NOTE:
                return self._lone(block) or self._written(block, number)
            case _:
                return block

    def _basmala(self, block: Block) -> Block:
        paragraph = block.paragraphs[0]
        if paragraph.text.strip() == _BASMALA_SIGN:
            self.found.sound.append(paragraph.text)
            return block
        put = self._put_right([paragraph.text], (BASMALA,), paragraph.line(0))
        return replace(block, paragraphs=(replace(paragraph, text=put[1].text),)) if put else block

    def _verse(self, block: Block) -> Block:
        lines, rest = _parted(block.paragraphs)
        named = references.read_all(block.reference)
        if not lines or not isinstance(named, tuple):
            return block
        put = self._put_right([_joined(lines)], named, lines[0].line(0))
        return self._from_canon(replace(block, paragraphs=rest), put[1], named, lines[0]) if put else block

    def _lone(self, block: Block) -> Block | None:
        """Return a paragraph that is Arabic and its citation as a verse, None for any other."""
        paragraph = block.paragraphs[0]
        pair = alone(paragraph.text) if block.kind is Kind.PARAGRAPH else None
        put = self._put_right([pair.arabic], pair.named, paragraph.line(0)) if pair else None
        if not pair or not put:
            return None
        verse = Block(Kind.VERSE, (), pair.citation)
        return self._from_canon(verse, put[1], pair.named, paragraph)

    def _from_canon(self, verse: Block, match: Match, named: tuple[Reference, ...], line: Paragraph) -> Block:
        """Return a verse that names what it takes from the canon; or has it, where a part cannot be named."""
        if match.whole and (match.reference,) == named:
            part = ""
        elif not (part := _part(match, named, self.script)):
            return replace(verse, paragraphs=(replace(line, text=match.text), *verse.paragraphs))
        self.found.script = self.script
        return replace(verse, part=part)

    def _passage(self, block: Block, cited: tuple[Reference, ...]) -> Block:
        """Return a passage put right where the text around it says which verse it is."""
        lines, rest = _parted(block.paragraphs)
        put = self._put_right(
            [_joined(lines), *(line.text for line in lines if len(lines) > 1)], cited, lines[0].line(0)
        )
        if put is None:
            return block
        number, match = put
        if number == 0:
            return replace(block, paragraphs=(replace(lines[0], text=match.text), *rest))
        restored = [replace(line, text=match.text) if at == number else line for at, line in enumerate(lines, 1)]
        return replace(block, paragraphs=(*restored, *rest))

    def _cited_around(self, number: int) -> tuple[Reference, ...]:
        """Return what is cited last before a block, or first in it or behind it."""
        around = [
            [cited for paragraph in block.paragraphs for _, _, cited in citations(paragraph.text)]
            for block in self.blocks[max(0, number - 1) : number + 2]
        ]
        before = around.pop(0)[-1:] if number else []
        return tuple(reference for cited in (*chain(*around), *before) for reference in cited)[:MOST_CITED]

    def _written(self, block: Block, number: int) -> Block:
        """Return a block with the canon's words in the place of damaged ones that are cited near them."""
        paragraph = block.paragraphs[0]
        runs = arabic.runs(paragraph.text)
        cited = citations(paragraph.text) if runs else []
        for start, end in reversed(runs):
            parts = list(stretches(paragraph.text, start, end))
            texts = [paragraph.text[first:last] for first, last in parts]
            named = near(cited, start, end) or self._cited_beyond(number, start, len(paragraph.text) - end)
            put = self._put_right(texts, named, paragraph.line(start), least=LEAST_WITHIN)
            if put:
                at, match = put
                paragraph = paragraph.with_text(*parts[at], match.text)
        return replace(block, paragraphs=(paragraph,))

    def _cited_beyond(self, number: int, before: int, behind: int) -> tuple[Reference, ...]:
        """Return what the neighbouring blocks cite, for Arabic that stands at the edge of its own: torn off, maybe."""
        if min(before, behind) > EDGE:
            return ()
        return self._cited_around(number)

    def _put_right(
        self, texts: Sequence[str], named: Sequence[Reference], line: int, *, least: int = 1, quiet: bool = False
    ) -> tuple[int, Match] | None:
        """Return which of `texts`, a stretch and its parts, is to be replaced and by what.

        That is told; and what is likely, unless `quiet`. A part of a verse has `least` words, or it is left as it is.
        """
        likely: list[Told] = []
        for number, text in enumerate(texts):
            for cited in named or (None,):
                verdict = self._verdict(text, cited)
                for match in verdict.matches[:1]:
                    if match.words < least and not match.whole:
                        continue
                    told = Told(line, text, match, verdict.action == "replace", cited)
                    if told.replaced:
                        self._tell(told, match.text)
                        return number, match
                    likely.append(told)
        if likely and not quiet:
            best = max(likely, key=lambda told: told.match.score)
            self._tell(best, best.before)
        return None

    def _tell(self, told: Told, sound: str) -> None:
        self.found.told.append(told)
        self.found.sound.append(sound)

    def _verdict(self, text: str, cited: Reference | None) -> Verdict:
        """Judge one stretch. What is too short to say anything, or sound, is left."""
        if len(skeleton.letters(text)) < (LEAST_CITED if cited else LEAST_UNCITED):
            return _LEFT
        if cited is None:
            self.uncited += 1
            if self.uncited > MOST_UNCITED:
                return _LEFT
        elif _is_sound(text, cited):
            self.found.sound.append(text)
            return _LEFT
        if self.in_vain >= MOST_CITED_IN_VAIN:
            return _LEFT
        verdict = matching.judge(text, cited, self.index, self.script)
        self.in_vain += cited is not None and verdict.action != "replace"
        if verdict.action == "leave":
            self.found.sound += [text for _ in verdict.matches]
            return _LEFT
        return replace(verdict, action="suggest") if _KEPT.search(text) else verdict


def _parted(paragraphs: Sequence[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[Paragraph, ...]]:
    """Return the Arabic paragraphs, and the others."""
    lines = tuple(paragraph for paragraph in paragraphs if is_arabic(paragraph.text))
    return lines, tuple(paragraph for paragraph in paragraphs if not is_arabic(paragraph.text))


def _joined(lines: Sequence[Paragraph]) -> str:
    return "\n".join(line.text for line in lines)


def _is_sound(text: str, cited: Reference) -> bool:
    """Say whether `text` is the verse as another edition spells it, and undamaged: that is how its author wants it."""
    if not _OTHER_EDITION.search(text) or not skeleton.words(text):
        return False
    return not collation.collate(orthography.words(text), collation.verses((cited,), "loose"))


def _part(match: Match, named: tuple[Reference, ...], script: str) -> str:
    """Return the words by which a part of the named verses is told, empty where none tell it without doubt."""
    words = _END_SIGN.sub("", match.text).split()
    wanted = " ".join(words)
    beginnings = (f"{' '.join(words[:count])} … {' '.join(words[-count:])}" for count in range(2, len(words) // 2))
    for part in chain([wanted] if len(words) <= SHORT_PART else [], beginnings, [wanted]):
        reach = verse_text.part_of(named, part)
        if not isinstance(reach, verse_text.NotFound):
            text = verse_text.of_part(named, *reach, script, numbered=False)
            return part if text.split() == words else ""
    return ""
