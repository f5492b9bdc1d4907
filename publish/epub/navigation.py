"""The ways through an e-book: the navigation document (EPUB 3.3 §7) and its copy for old readers, the NCX.

Both are our own because EbookLib 0.20 writes English labels and takes every element with an epub:type for a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from publish.model.html import Book, Chapter, Part, TocEntry
from publish.render.ebook.xhtml import document, fit, is_arabic
from publish.render.labels import Labels, labels

NAME = "nav.xhtml"


def _landmark(part: Part, words: Labels) -> str:
    return {
        Part.COVER: words.cover,
        Part.TITLE: words.title_page,
        Part.IMPRINT: words.imprint,
        Part.BODY: words.text,
        Part.INDEX: words.index,
    }[part]


def nav(book: Book) -> str:
    """Return the navigation document: the table of contents, and the landmarks for machines and screen readers."""
    words = labels(book.metadata.language)
    landmarks = "\n".join(
        f'<li><a epub:type="{kind}" href="{target}">{label}</a></li>' for kind, label, target in _landmarks(book)
    )
    body = f"""<nav epub:type="toc" role="doc-toc" id="icindekiler" aria-labelledby="icindekiler_basligi">
<h1 id="icindekiler_basligi">{words.contents}</h1>
{_list(book.toc)}
</nav>
<nav epub:type="landmarks" id="yer_isaretleri" aria-labelledby="yer_isaretleri_basligi" hidden="hidden">
<h2 id="yer_isaretleri_basligi">{words.landmarks}</h2>
<ol>
{landmarks}
</ol>
</nav>{_page_list(book, words)}"""
    return document(body, title=words.contents, matter="frontmatter", language=book.metadata.language)


def _page_list(book: Book, words: Labels) -> str:
    """Return the list of printed pages (EPUB 3.3 §7.4.3); nothing where none are known."""
    if not book.pages:
        return ""
    pages = "\n".join(f'<li><a href="{page.target}">{page.label}</a></li>' for page in book.pages)
    return f"""
<nav epub:type="page-list" role="doc-pagelist" id="sayfalar" aria-labelledby="sayfalar_basligi" hidden="hidden">
<h2 id="sayfalar_basligi">{words.pages}</h2>
<ol>
{pages}
</ol>
</nav>"""


def ncx(book: Book) -> str:
    """Return the table of contents as EPUB 2 has it (OPF 2.0.1 §2.4.1)."""
    language, direction = book.metadata.language, labels(book.metadata.language).direction
    counter = iter(range(1, 1 << 30))
    points = "\n".join(_point(entry, counter) for entry in book.toc)
    return fit(f"""<?xml version="1.0" encoding="utf-8"?>
<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="{language}" dir="{direction}">
<head>
<meta name="dtb:uid" content="{book.metadata.identifier}"/>
<meta name="dtb:depth" content="{_depth(book.toc)}"/>
<meta name="dtb:totalPageCount" content="{len(book.pages)}"/>
<meta name="dtb:maxPageNumber" content="{max((page.folio for page in book.pages), default=0)}"/>
</head>
<docTitle><text>{escape(book.metadata.title)}</text></docTitle>
<navMap>
{points}
</navMap>{_ncx_pages(book, counter)}
</ncx>
""")


def _ncx_pages(book: Book, counter: Iterator[int]) -> str:
    """Return the same list for old readers (ANSI/NISO Z39.86, 8.4.3)."""
    if not book.pages:
        return ""
    targets = "\n".join(
        f'<pageTarget id="{page.target.partition("#")[2]}" type="normal" value="{page.folio}" playOrder="{number}">'
        f'<navLabel><text>{page.label}</text></navLabel><content src="{page.target}"/></pageTarget>'
        for page, number in zip(book.pages, counter, strict=False)
    )
    label = labels(book.metadata.language).pages
    return f"\n<pageList>\n<navLabel><text>{label}</text></navLabel>\n{targets}\n</pageList>"


def in_reading_order(book: Book) -> bool:
    """Say whether the contents are worth a page of the text: a single line is not."""
    return len(book.toc) > 1 or bool(book.toc[0].children)


def _landmarks(book: Book) -> Iterator[tuple[str, str, str]]:
    """Yield kind, label and address of the first document of each part, and of the contents if they are a page."""
    words = labels(book.metadata.language)
    seen: dict[Part, Chapter] = {}
    for chapter in book.chapters:
        if chapter.part in seen:
            continue
        seen[chapter.part] = chapter
        if chapter.part is Part.BODY and in_reading_order(book):
            yield "toc", words.contents, NAME
        yield chapter.part, _landmark(chapter.part, words), chapter.name


def _list(entries: tuple[TocEntry, ...]) -> str:
    lines = "\n".join(
        f'<li><a href="{entry.target}">{entry.markup}</a>{_list(entry.children) if entry.children else ""}</li>'
        for entry in entries
    )
    return f"<ol>\n{lines}\n</ol>"


def _point(entry: TocEntry, counter: Iterator[int]) -> str:
    number = next(counter)
    children = "".join(_point(child, counter) for child in entry.children)
    arabic = ' xml:lang="ar" dir="rtl"' if is_arabic(entry.title) else ""
    label = f"<navLabel{arabic}><text>{escape(entry.title)}</text></navLabel>"
    point = f'{label}<content src="{entry.target}"/>{children}'
    return f'<navPoint id="nokta-{number}" playOrder="{number}">{point}</navPoint>'


def _depth(entries: tuple[TocEntry, ...]) -> int:
    return 1 + max((_depth(entry.children) for entry in entries), default=0) if entries else 0
