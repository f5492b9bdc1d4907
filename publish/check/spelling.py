"""One spelling a booklet: of a word that may be written in two ways, one is kept to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publish.check import places
from publish.language import variants
from publish.language.typographer import Flat
from publish.language.typographer.registry import WORDS
from publish.language.variants import Family, Hit
from publish.model.booklet import Booklet
from publish.model.finding import Finding, found
from publish.model.inline import Citation, Emphasis, Inline, Text, plain, walk

SHOWN = 5
"""Further places of a variant that its finding names by line."""
LONGEST_TITLE = 80
_QUOTED = re.compile(rf"[“\"]([^“”\"]{{3,{LONGEST_TITLE}}})[”\"]")
_OF_A_TITLE = re.compile(r"[A-ZÇĞİÖŞÜÂÎÛ0-9‘’']")
_NO_WORDS = re.compile(f"[^{WORDS}]+")
_BLOT = "\ufffc"
_SMALL = frozenset(("ve", "ile", "fi", "fî", "el", "li", "bi", "b", "min", "ala", "alâ", "için", "üzerine"))


def one_spelling(booklet: Booklet, flats: Sequence[Flat], rows: Sequence[str]) -> Iterator[Finding]:
    """Find words of a family in another form than the wanted or the first (T016), one finding a form, and twins (T017).

    `flats` are the booklet's lines, `rows` those of text.md.
    """
    pairs = zip(flats, booklet.lines(), strict=True)
    texts = [_judged(flat, line).replace("\n", " ") for flat, line in pairs]
    whole = variants.searched("\n".join(texts))
    searched = whole.split("\n")
    words = variants.words(whole)
    vocabulary = " ".join(words)
    known = variants.families((*booklet.settings.spelling.families, *booklet.house.spelling.families))
    for family in known:
        wanted = _wanted(booklet, family)
        if variants.may_differ(vocabulary, family, wanted):
            yield from _of_family(variants.hits(texts, searched, family), wanted, flats, rows)
    for twins in variants.twins(whole, words, known):
        yield from _of_twins(twins, searched, flats, rows)


def _judged(flat: Flat, line: tuple[Inline, ...]) -> str:
    """Return the words of a line; what is no prose, names of works and citations are blotted out."""
    if all(isinstance(leaf.node, Text) for leaf in flat.leaves) and len(flat.leaves) == len(line):
        return _without_works(flat.text)
    works = (part for part in walk(line) if isinstance(part, Emphasis) and _is_title(plain(part.children)))
    named = {id(node) for part in works for node in walk(part.children)}
    blotted = [(leaf.start, leaf.end) for leaf in flat.leaves if _is_apart(leaf.node, named)]
    blotted += [match.span() for match in _NO_WORDS.finditer(flat.kinds)]
    text = flat.text
    for start, end in blotted:
        text = text[:start] + _BLOT * (end - start) + text[end:]
    return _without_works(text)


def _without_works(text: str) -> str:
    """Return a text with the names of works that stand in quotation marks blotted out."""
    if "“" not in text and '"' not in text:
        return text
    return _QUOTED.sub(lambda match: _BLOT * len(match[0]) if _is_title(match[1]) else match[0], text)


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
        spans = [places.in_line(flats[hit.line], hit.start, hit.end, rows) for hit in own]
        others = ", ".join(str(line) for line in dict.fromkeys(span.line for span in spans[1 : SHOWN + 1]))
        yield found(
            "T016", spans[0], form, form=form, kept=kept, count=len(own), kept_count=count, others=others or "–"
        )


def _of_twins(
    twins: variants.Twins, searched: Sequence[str], flats: Sequence[Flat], rows: Sequence[str]
) -> Iterator[Finding]:
    """Tell of a word that stands with a circumflex and without, at the rarer of the two."""
    rarer = twins.bare if twins.count_of_bare < twins.count_of_marked else twins.marked
    for flat, text in zip(flats, searched, strict=True):
        start = next(variants.alone(rarer, text), None)
        if start is not None:
            yield found(
                "T017",
                places.in_line(flat, start, start + len(rarer), rows),
                rarer,
                bare=twins.bare,
                marked=twins.marked,
                bare_count=twins.count_of_bare,
                marked_count=twins.count_of_marked,
            )
            return
