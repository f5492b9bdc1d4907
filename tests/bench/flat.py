"""A booklet as paragraphs of a few kinds, in their order: what any engine can set, and no markup of ours.

What is left out: links, page numbers of the contents, the index of verses; pictures are rooms of their height.
"""

import re
from collections.abc import Callable
from itertools import chain
from typing import NamedTuple

from publish.model import block as blocks_
from publish.model import inline as inlines_
from publish.render import imprint
from publish.render.prepared import prepare

PICTURE = 12
"""Lines of room for a picture."""
FEWEST_FOR_CONTENTS = 4


class Run(NamedTuple):
    """Words in one style: "" as the paragraph, "it", "bf", "sc", "tt", "ar", "small"; "end" ends a line."""

    style: str
    text: str


class Note(NamedTuple):
    """A footnote, where its mark stands."""

    runs: list


class Par(NamedTuple):
    """A paragraph, or room of so many lines ("gap", "figure"), or a "table" whose runs are rows of cells."""

    kind: str
    runs: list
    level: int = 0
    marker: str = ""
    is_indented: bool = False


def flat(booklet):
    """Return the paragraphs of a booklet, from its title to its last line."""
    settings = booklet.settings
    flattener = _Flattener({note.label: note for note in booklet.notes})
    body = list(flattener.blocks(prepare(booklet).blocks))
    heads = [par for par in body if par.kind in ("chapter", "section")]
    front = [Par("title", [Run("", line)]) for line in (*settings.authors, settings.title, settings.subtitle) if line]
    front += [Par("page", [])]
    front += [
        Par("imprint", [Run("", f"{entry.label} {line}".strip())])
        for entry in imprint.entries(booklet)
        for line in entry.lines
    ]
    if len(heads) >= FEWEST_FOR_CONTENTS:
        front += [
            Par("recto", []),
            *(Par("contents", _without_notes(par.runs), par.kind == "section") for par in heads),
        ]
    return _with_indents([*front, Par("recto", []), *body])


def _without_notes(runs):
    return [run for run in runs if isinstance(run, Run)]


def _with_indents(pars):
    """Return `pars`, gaps that touch made one, paragraphs indented that follow one."""
    made = []
    for par in _with_heads_first(pars):
        before = made[-1].kind if made else "page"
        if par.kind == "gap" and before in ("gap", "chapter", "section", "page", "recto"):
            continue
        if par.kind in ("section", "chapter") and before == "gap":
            made.pop()
        follows = before in ("text", "point", "answer")
        made.append(par._replace(is_indented=follows) if par.kind == "text" and not par.marker else par)
    return made


def _with_heads_first(pars):
    """Return `pars`, what stands over the heading of a chapter behind it: the heading begins the page."""
    made = []
    for par in pars:
        over = []
        while par.kind == "chapter" and made and made[-1].kind in ("arabic", "label", "gap"):
            over.insert(0, made.pop())
        made += [par, *over]
    return made


class _Flattener:
    def __init__(self, notes):
        self.notes, self.marked = notes, set()

    def blocks(self, blocks, style="", level=0):
        """Yield the paragraphs of `blocks`, their words in `style`, under `level` points."""
        return chain.from_iterable(self.block(block, style, level) for block in blocks)

    def block(self, block, style, level):
        """Return the paragraphs of one block."""
        return self._ways()[type(block)](block, style, level)

    def _ways(self) -> dict[type, Callable]:
        return {
            blocks_.Heading: self._heading,
            blocks_.Label: lambda block, *_: [Par("label", self.line(block.children, "sc"))],
            blocks_.Paragraph: self._paragraph,
            blocks_.Question: lambda block, style, level: [
                Par("gap", [], 1),
                *self._labelled(block, "it", level, Run("sc", f"{block.label}:"), Run("it", " ")),
            ],
            blocks_.Answer: lambda block, style, level: self._labelled(
                block, style, level, Run("sc", f"{block.label}:"), Run(style, " ")
            ),
            blocks_.Point: self._point,
            blocks_.Verse: lambda block, style, level: self._apart(
                block.arabic, block.translation, [Run("", f"[{block.citation}]")] if block.citation else []
            ),
            blocks_.Passage: lambda block, style, level: self._apart(block.arabic, block.translation, []),
            blocks_.Hadith: lambda block, style, level: self._apart(
                block.arabic, block.translation, self.line(block.source)
            ),
            blocks_.Prayer: lambda block, style, level: [
                Par("gap", [], 1),
                Par("centre", self.line(block.title, "sc")),
                *self._apart(block.arabic, (*block.reading, *block.meaning), self.line(block.source)),
            ],
            blocks_.Poem: self._poem,
            blocks_.Basmala: lambda block, *_: [Par("arabic", [Run("ar", block.text)]), Par("gap", [], 1)],
            blocks_.Quote: lambda block, style, level: [
                Par("gap", [], 1), *self.blocks(block.blocks, style, level + 1), Par("gap", [], 1)
            ],
            blocks_.Items: lambda block, style, level: chain.from_iterable(
                self._under(item, style, level, "–" if block.start is None else f"{block.start + number}.")
                for number, item in enumerate(block.items)
            ),
            blocks_.Figure: lambda block, *_: [
                Par("gap", [], 1), Par("figure", [], PICTURE), Par("citation", self.line(block.caption)),
                Par("gap", [], 1),
            ],
            blocks_.Table: self._table,
            blocks_.Listing: lambda block, *_: [
                Par("gap", [], 1), *(Par("listing", [Run("tt", line)]) for line in block.text.splitlines()),
                Par("gap", [], 1),
            ],
            blocks_.Break: lambda *_: [Par("gap", [], 3)],
        }  # fmt: skip

    def _heading(self, block, style, level):
        kind = {1: "chapter", 2: "section"}.get(block.level, "minor")
        return [Par(kind, self.line(block.children))]

    def _paragraph(self, block, style, level):
        """Write a paragraph, Arabic that is too long for its lines on lines of its own."""
        pars, runs = [], []
        for node in block.children:
            if isinstance(node, inlines_.Apart):
                pars += [Par("text", runs, level), Par("arabic", self.line(node.children))]
                runs = []
            else:
                runs += self.line((node,), style)
        return [par for par in (*pars, Par("text", runs, level)) if par.runs]

    def _labelled(self, block, style, level, *label):
        pars = list(self.blocks(block.blocks, style, level))
        if pars and pars[0].kind == "text":
            pars[0] = pars[0]._replace(kind="answer", runs=[*label, *pars[0].runs])
        return pars

    def _point(self, block, style, level):
        return self._under(block.blocks, style, level, block.marker)

    def _under(self, blocks, style, level, marker):
        pars = list(self.blocks(blocks, style, level + 1))
        if pars and pars[0].kind == "text":
            pars[0] = pars[0]._replace(kind="point", marker=marker)
        return pars

    def _apart(self, arabic, translation, citation):
        return [
            Par("gap", [], 1),
            *(Par("arabic", self.line(line.children, "ar")) for line in arabic),
            *(Par("translation", self.line(line.children, "it")) for line in translation),
            *([Par("citation", citation)] if citation else []),
            Par("gap", [], 1),
        ]

    def _poem(self, block, style, level):
        lines = (
            [*chain.from_iterable(([Run("", "\u2003"), *self.line(half.children)]) for half in line)][1:]
            for stanza in block.stanzas
            for line in stanza
        )
        pars = [Par("centre", line) for line in (self.line(block.title, "sc"), *lines)]
        return [Par("gap", [], 1), *pars, *self._apart((), block.translation, self.line(block.source))]

    def _table(self, block, style, level):
        rows = [[self.line(cell) for cell in row] for row in (block.head, *block.rows)]
        return [Par("gap", [], 1), Par("table", rows), Par("gap", [], 1)]

    def line(self, nodes, style=""):
        """Return the runs of a line."""
        return list(chain.from_iterable(self._inline(node, style) for node in nodes))

    def _inline(self, node, style):
        inner = {inlines_.Emphasis: "" if style == "it" else "it", inlines_.Strong: "bf", inlines_.Source: "small"}
        match node:
            case inlines_.Arabic():
                return [Run("ar", node.text)]
            case inlines_.Code():
                return [Run("tt", node.text)]
            case inlines_.NoteMark():
                return self._note(node)
            case inlines_.LineBreak():
                return [Run("end", "")]
            case inlines_.Text() | inlines_.Whole() | inlines_.Citation():
                return [Run(style, re.sub(r"\s*\n\s*", " ", node.text))]
            case _:
                return self.line(node.children, inner.get(type(node), style))

    def _note(self, mark):
        note = self.notes.get(mark.label)
        if note is None or mark.label in self.marked:
            return [Run("", f"({mark.number})")]
        self.marked.add(mark.label)
        runs = []
        for par in self.blocks(note.blocks):
            runs += [Run("", " "), *_without_notes(par.runs)] if runs else _without_notes(par.runs)
        return [Note(runs)]


def words(pars):
    """Return all the words, notes where they are marked."""
    return " ".join(chain.from_iterable(_words(par.runs) for par in pars))


def _words(runs):
    for run in runs:
        if isinstance(run, Note):
            yield from _words(run.runs)
        elif isinstance(run, list):
            yield from _words(run)
        else:
            yield run.text
