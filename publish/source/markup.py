"""`text.md` as blocks, notes and findings: Markdown, written as Turkish authors write already.

The dialect, exactly:

Questions. A paragraph that begins with `Soru:`, `SORU:`, `Soru 3:` or `3. Soru:` opens a question; what follows belongs
to it up to `Cevap:`, a heading, a point or another question. `Cevap:` is followed by the answer's first paragraph; the
rest of the answer simply follows. Neither needs a blank line before it. The label may be bold (`**Soru:**`).

Points. `1- …`, `12- …`, `A- …`, `a- …`, `IV- …`, `a) …` at the start of a line (at most two digits, one letter or a
Roman numeral, a hyphen, a blank) is a point, blank line before it or not; inside a paragraph only the first marker of a
kind, or the next one, counts as such.
Points nest by the order in which the kinds of marker appear: `A-` after `1-` stands below it, the next number closes
it. A heading, or a block that is not indented and has a blank line before it, closes all points. To a point belong the
lines of its paragraph (indented or not), every block below it that is indented by two blanks or more, and a block that
follows it without a blank line between, such as `::: ayet`.

Sentences that only look like lists. `2022. yıl …`, `5. madde`, `1. Dünya Savaşı’nda …` are paragraphs: `1.` opens a
list only where the item `2.` follows with no blank line between. `1)` always opens one. Bullets are as in Markdown.

Blocks between `:::` lines, never one in another; each is closed by a line `:::`:
    ::: ayet Hacc 40     Arabic lines, if typed, are the verse, other lines its translation; the reference is optional;
                         after it may stand the part of the verse that is meant, "رَبَّنَا … الْكَافِرِينَ", and whose
                         translation it is, meal="…"
    ::: arabic           any other Arabic, with its translation
    ::: dua Yemek duası  a prayer: Arabic lines, its meaning in “ ”, other lines how it is read; the title, `yan yana`
                         (Arabic beside the rest) and kaynak="…" may be left out
    ::: hadis Buhârî, Îmân, 1    Arabic lines, translation; the source may also stand on a last line in parentheses
    ::: siir Başlık      a poem, line by line, blank lines between stanzas, hemistichs parted by ` / ` (or ` * `, a wide
                         gap); below Arabic ones a translation in “ ”; a last line (Name) or — Name says whose it is
    ::: besmele          the basmala; may be empty
    ::: seri             the small line over a title
Lines in them are joined to paragraphs; a blank line, or a change between Arabic and other lines, begins a new one.

Footnotes: `[^1]` in the text, `[^1]: …` anywhere, blocks indented by two belong to the note. Images stand alone:
`![what is seen](images/x.png "caption")`; a caption holds markup too. `[Washington Post]{lang=en}` is of another
language. Headings are `#` to `####` or underlined. Tables, block quotes, fenced lines, `---`, links, `*…*`, `**…**`,
`` `…` ``, and lines ended by two blanks or a backslash are Markdown's. HTML, indented code and link definitions do not
exist: `<b>` is text. A backslash before any of these signs makes it an ordinary one.

Citations `[Hacc 40]`, sources `(06.01.2022 Anadolu Ajansı)`, Arabic, addresses, abbreviations are found in the words.
"""

from __future__ import annotations

from dataclasses import dataclass

from publish.model.block import Block
from publish.model.booklet import Note
from publish.model.finding import Finding, has_errors
from publish.source.blocks import Maker
from publish.source.engine import engine
from publish.source.limits import inspect
from publish.source.reading import KEY, Reading
from publish.source.tree import Node, nest


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says, and what is wrong with its markup."""

    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    """In order of number."""
    findings: tuple[Finding, ...]
    readable: bool = True
    """Whether the text could be read at all."""


def parse(text: str, path: str) -> Parsed:
    """Read `text`, which stands in the file `path`; lines may end as on any system.

    Finds S001–S022 and S031–S036 and, before anything is read, what `limits.inspect` finds.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    unfit = inspect(text, path)
    if has_errors(unfit):
        return Parsed((), (), unfit, readable=False)
    gathered = Reading(path, text.split("\n"), list(unfit))
    nodes = nest(engine().block.parse(text, engine(), {KEY: gathered}, []) or [])
    defined: dict[str, Node] = {}
    _take_notes(nodes, defined)
    maker = Maker(gathered)
    blocks = maker.blocks(nodes)
    notes = _notes(maker, defined)
    for label, place in gathered.defined.items():
        if label not in gathered.numbers:
            gathered.report("S008", place, label=label)
    return Parsed(blocks, notes, tuple(sorted(gathered.findings, key=lambda finding: finding.span)))


def _take_notes(nodes: list[Node], defined: dict[str, Node]) -> None:
    """Move the footnotes out of the text; of two with one label the first counts."""
    for node in nodes:
        _take_notes(node.children, defined)
        if node.kind == "note" and not node.token.meta.get("repeated"):
            defined[node.token.meta["label"]] = node
    nodes[:] = [node for node in nodes if node.kind != "note"]


def _notes(maker: Maker, defined: dict[str, Node]) -> tuple[Note, ...]:
    """Return the notes that are marked; a note may mark others, which then count on."""
    gathered = maker.gathered
    notes: list[Note] = []
    while fresh := list(gathered.numbers)[len(notes) :]:
        for label in fresh:
            node = defined[label]
            notes.append(Note(label, gathered.numbers[label], maker.blocks(node.children), maker.span(node)))
            if not notes[-1].blocks:
                gathered.report("S010", notes[-1].span, label=label)
    return tuple(notes)
