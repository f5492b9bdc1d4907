"""Whatever stands in a booklet, its documents are well-formed."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from publish.epub import navigation, package
from publish.model import block as b
from publish.model import inline as i
from publish.render.ebook.book import to_book
from tests.epub import samples
from tests.epub.samples import HERE, booklet, heading, mark, note, paragraph, text

pytestmark = pytest.mark.untraced

ANY = st.text(max_size=40)
LINES = st.text(st.characters(exclude_categories=["Cs"]), max_size=40).map(lambda line: f"a{line}b")


@given(words=ANY, title=LINES)
@settings(max_examples=60, deadline=None)
def test_any_words_make_well_formed_documents(words, title):
    made = booklet(
        Path(__file__).parent,
        b.Label(text(words), HERE),
        heading(1, words, "bir"),
        paragraph(words, i.Code(words, HERE), i.Whole(words, HERE), mark("a", 1), samples.link(words, words)),
        b.Question(words, (), HERE),
        b.Point(words, 1, (), HERE),
        b.Verse(words, (), (paragraph(words),), (), True, HERE),
        samples.figure("yok.png", alt=words, caption=text(words)),
        b.Listing(words, HERE),
        notes=(note("a", 1, paragraph(words)),),
        title=title,
        authors=(title,),
        description=title,
    )
    book, _ = to_book(made, samples.STYLES, samples.world(made.folder), samples.picture())
    documents = [chapter.xhtml for chapter in book.chapters]
    documents += [navigation.nav(book), navigation.ncx(book), package.metadata(book, has_arabic=False)]
    for document in documents:
        etree.fromstring(document.encode())
