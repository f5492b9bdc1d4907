"""One spelling a booklet: of a word that may be written in two ways, one is kept to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from publish.check import places
from publish.check.registry import rule
from publish.check.rules.typographer import span_in
from publish.language import variants
from publish.language.typographer import Flat, flatten
from publish.language.typographer.registry import WORDS
from publish.language.variants import Family, Hit
from publish.model.booklet import Booklet
from publish.model.finding import Finding, found
from publish.model.inline import Citation, Emphasis, Inline, plain, walk
from publish.model.world import World

SHOWN = 5
"""Further places of a variant that its finding names by line."""
LONGEST_TITLE = 80
_QUOTED = re.compile(rf"[“\"]([^“”\"]{{3,{LONGEST_TITLE}}})[”\"]")
_OF_A_TITLE = re.compile(r"[A-ZÇĞİÖŞÜÂÎÛ0-9‘’']")
_NO_WORDS = re.compile(f"[^{WORDS}]+")
_BLOT = "\ufffc"
_SMALL = frozenset(("ve", "ile", "fi", "fî", "el", "li", "bi", "b", "min", "ala", "alâ", "için", "üzerine"))


@rule
def one_spelling(booklet: Booklet, world: World) -> Iterable[Finding]:
    """Find words of a family in another form than the wanted or the first (T016), one finding a form."""
    if booklet.settings.language != "tr":
        return
    flats = [flatten(line) for line in booklet.lines()]
    texts = [_judged(flat, line) for flat, line in zip(flats, booklet.lines(), strict=True)]
    rows = places.rows(booklet, world)
    known = variants.families((*booklet.settings.spelling.families, *booklet.house.spelling.families))
    searched = [variants.searched(text) for text in texts]
    whole = "\n".join(searched)
    for family in known:
        wanted = _wanted(booklet, family)
        if variants.differ(whole, family, wanted):
            yield from _of_family(variants.hits(texts, searched, family), wanted, flats, rows)
    yield from _twins(searched, known, flats, rows)


def _judged(flat: Flat, line: tuple[Inline, ...]) -> str:
    """Return the words of a line; what is no prose, names of works and citations are blotted out."""
    works = (part for part in walk(line) if isinstance(part, Emphasis) and _is_title(plain(part.children)))
    named = {id(node) for part in works for node in walk(part.children)}
    blotted = [(leaf.start, leaf.end) for leaf in flat.leaves if _is_apart(leaf.node, named)]
    blotted += [match.span(1) for match in _QUOTED.finditer(flat.text) if _is_title(match[1])]
    blotted += [match.span() for match in _NO_WORDS.finditer(flat.kinds)]
    text = flat.text
    for start, end in blotted:
        text = text[:start] + _BLOT * (end - start) + text[end:]
    return text


def _is_apart(node: Inline, named: set[int]) -> bool:
    return isinstance(node, Citation) or id(node) in named


def _is_title(words: str) -> bool:
    """Say whether all words begin with a capital, as those of names of works do."""
    parts = [word for word in re.split(r"[\s-]+", words) if word.strip("“”‘’\"'.,:;!?()").lower() not in _SMALL]
    return len(parts) > 1 and all(_OF_A_TITLE.match(part.lstrip('(“‘"')) for part in parts)


def _wanted(booklet: Booklet, family: Family) -> str | None:
    wanted = (*booklet.settings.spelling.prefer, *booklet.house.spelling.prefer)
    return next((form for each in wanted if (form := variants.form_in(family, each))), None)


def _of_family(
    hits: Sequence[Hit], wanted: str | None, flats: Sequence[Flat], rows: Sequence[str]
) -> Iterator[Finding]:
    kept = wanted or (hits[0].form if hits else "")
    forms = dict.fromkeys(hit.form for hit in hits if hit.form != kept)
    count = sum(hit.form == kept for hit in hits)
    for form in forms:
        own = [hit for hit in hits if hit.form == form]
        spans = [span_in(flats[hit.line], hit.start, hit.end, rows) for hit in own]
        others = ", ".join(str(line) for line in dict.fromkeys(span.line for span in spans[1 : SHOWN + 1]))
        yield found(
            "T016", spans[0], form, form=form, kept=kept, count=len(own), kept_count=count, others=others or "–"
        )


def _twins(
    searched: Sequence[str], known: Sequence[Family], flats: Sequence[Flat], rows: Sequence[str]
) -> Iterator[Finding]:
    """Find any other word that stands with a circumflex and without (T017), at the rarer of the two."""
    for twins in variants.twins("\n".join(searched), known):
        rarer = twins.bare if twins.count_of_bare < twins.count_of_marked else twins.marked
        pattern = re.compile(rf"(?<!\w){rarer}(?!\w)")
        for flat, text in zip(flats, searched, strict=True):
            match = pattern.search(text)
            if match:
                span = span_in(flat, match.start(), match.end(), rows)
                yield found(
                    "T017",
                    span,
                    rarer,
                    bare=twins.bare,
                    marked=twins.marked,
                    bare_count=twins.count_of_bare,
                    marked_count=twins.count_of_marked,
                )
                break
