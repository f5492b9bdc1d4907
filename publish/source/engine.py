"""markdown-it with our rules: which syntax there is, in which order it is tried, and what notes places.

Two things are added to the engine. Every block token notes the column where its block begins; every inline token notes
the range of the text it was made from (`meta["at"]`), which markdown-it itself forgets.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock, blockquote, fence, heading, hr, lheading, paragraph, table
from markdown_it.rules_inline import StateInline, autolink, backtick, entity, escape, link_pairs
from markdown_it.rules_inline import newline as newline_
from markdown_it.rules_inline import text as text_
from markdown_it.rules_inline.emphasis import postProcess
from markdown_it.token import Token
from markdown_it.utils import EnvType

from publish.source import reading
from publish.source.rules.bullets import bullets
from publish.source.rules.container import container
from publish.source.rules.emphasis import emphasis
from publish.source.rules.label import label
from publish.source.rules.link import image, link
from publish.source.rules.marked import marked
from publish.source.rules.note import note
from publish.source.rules.note_mark import note_mark
from publish.source.rules.ordered import ordered
from publish.source.rules.point import point
from publish.source.rules.speech import speech

MAX_DEPTH = 16
"""Blocks within blocks; more is a mistake, and 600 would exhaust the stack of every stage."""

BlockRule = Callable[[StateBlock, int, int, bool], bool]
InlineRule = Callable[[StateInline, bool], bool]

# Name, rule, and what the rule may end without a blank line before it. Indented code, link definitions and HTML are
# left out: an indented line is a paragraph that somebody indented, and `[Hacc 40]: …` is a citation with a colon.
_BLOCKS: tuple[tuple[str, BlockRule, tuple[str, ...]], ...] = (
    ("table", table, ("paragraph",)),
    ("fence", fence, ("paragraph", "blockquote", "list")),
    ("container", container, ("paragraph", "blockquote", "list")),
    ("blockquote", blockquote, ("paragraph", "blockquote", "list")),
    ("hr", hr, ("paragraph", "blockquote", "list")),
    ("note", note, ("paragraph", "blockquote", "list")),
    ("label", label, ("paragraph", "blockquote", "list")),
    ("point", point, ("paragraph", "blockquote", "list")),
    ("bullets", bullets, ("paragraph", "blockquote")),
    ("ordered", ordered, ("paragraph", "blockquote")),
    ("speech", speech, ("paragraph", "blockquote")),
    ("heading", heading, ("paragraph", "blockquote", "list")),
    ("lheading", lheading, ()),
    ("paragraph", paragraph, ()),
)

_INLINES: tuple[tuple[str, InlineRule], ...] = (
    ("text", text_),
    ("newline", newline_),
    ("escape", escape),
    ("backticks", backtick),
    ("emphasis", emphasis),
    ("note_mark", note_mark),
    ("marked", marked),
    ("link", link),
    ("image", image),
    ("autolink", autolink),
    ("entity", entity),
)


class PlacedBlocks(ParserBlock):
    """Our block rules, each of which notes where its block begins."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = Ruler[BlockRule]()
        for name, rule, ends in _BLOCKS:
            self.ruler.push(name, _begin_noted(rule), {"alt": list(ends)})


def _begin_noted(rule: BlockRule) -> BlockRule:
    def noted(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        if silent:
            return rule(state, start, end, True)
        if state.level >= MAX_DEPTH:
            gathered = reading.of(state.env)
            gathered.report("S014", gathered.rows(start, start + 1), limit=MAX_DEPTH)
            state.line = end
            return True
        before = len(state.tokens)
        begin = state.bMarks[start] + state.tShift[start]
        matched = rule(state, start, end, False)
        if matched and len(state.tokens) > before:
            state.tokens[before].meta["column"] = begin - (state.src.rfind("\n", 0, begin) + 1)
        return matched

    return noted


class PlacedState(StateInline):
    """An inline state that notes where literal text begins."""

    pending_from = 0

    def append_pending(self, text: str) -> None:
        """Add literal text, which always stands at `pos`."""
        if not self.pending:
            self.pending_from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802  # markdown-it's name
        """Push literal text with its place: it is the source itself, at most shortened at its end."""
        token = super().pushPending()
        token.meta["at"] = (self.pending_from, self.pending_from + len(token.content))
        return token


class PlacedInlines(ParserInline):
    """Our inline rules, each of which notes the range its tokens were made from."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler = Ruler[InlineRule]()
        for name, rule in _INLINES:
            self.ruler.push(name, _range_noted(rule))
        self.ruler2 = Ruler[Callable[[StateInline], None]]()
        self.ruler2.push("balance_pairs", link_pairs)
        self.ruler2.push("emphasis", postProcess)

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        """Turn the text of one block into tokens."""
        state = PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _range_noted(rule: InlineRule) -> InlineRule:
    def noted(state: StateInline, silent: bool) -> bool:
        if silent:
            return rule(state, True)
        begin, before = state.pos, len(state.tokens)
        matched = rule(state, False)
        if matched:
            own = [token for token in state.tokens[before:] if "at" not in token.meta]
            for index, token in enumerate(own):
                token.meta["at"] = _own_range(token, index, begin, state)
        return matched

    return noted


def _own_range(token: Token, index: int, begin: int, state: StateInline) -> tuple[int, int]:
    if token.type != "text":
        return begin, state.pos
    if token.content in ("*", "_"):  # a run of marks of emphasis is pushed mark by mark
        return begin + index, begin + index + 1
    inner = state.src.index(token.content, begin)  # the address in `<https://…>`
    return inner, inner + len(token.content)


@cache
def engine() -> MarkdownIt:
    """Return the parser; it keeps nothing between texts."""
    md = MarkdownIt("zero", {"maxNesting": 2 * MAX_DEPTH, "html": False})
    md.block = PlacedBlocks()
    md.inline = PlacedInlines()
    # addresses stay as typed: what may be linked or shown is judged by rules, with a place, not by silence
    md.validateLink = lambda url: True  # type: ignore[method-assign]
    md.normalizeLink = lambda url: url  # type: ignore[method-assign]
    md.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    return md
