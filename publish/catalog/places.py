"""Where each file of the catalogue lies. Links are relative, so that the site works at any address."""

from __future__ import annotations

from collections.abc import Iterable

from publish.language import turkish

STYLE, SCRIPT, INDEX = "stil.css", "arama.js", "arama.json"
SEARCH = "arama.html"
MAP = "sitemap.xml"
ROOT_FEED = "opds/index.atom"


def page(name: str) -> str:
    """Return where the page of a booklet lies."""
    return f"kitap/{name}.html"


def download(name: str) -> str:
    """Return where a file lies that readers fetch."""
    return f"indir/{name}"


def cover(name: str) -> str:
    """Return where the cover of a booklet lies."""
    return f"kapak/{name}.jpg"


def small_cover(name: str) -> str:
    """Return where the small cover of a booklet lies."""
    return f"kapak/kucuk/{name}.jpg"


def numbered(path: str, number: int) -> str:
    """Return where page `number` of a listing lies, the first of which is `path`; no slug has an underscore.

    >>> numbered("opds/yeni.atom", 1), numbered("opds/yeni.atom", 2)
    ('opds/yeni.atom', 'opds/yeni_2.atom')
    """
    stem, _, ending = path.rpartition(".")
    return path if number == 1 else f"{stem}_{number}.{ending}"


def link(origin: str, target: str) -> str:
    """Return `target` as a page at `origin` links to it.

    >>> link("kitap/oruc.html", "indir/oruc.epub"), link("index.html", "kitap/oruc.html")
    ('../indir/oruc.epub', 'kitap/oruc.html')
    """
    return "../" * origin.count("/") + target


def slugs(names: Iterable[str]) -> dict[str, str]:
    """Return a slug of its own for each name; of names that have one in common the later are numbered.

    >>> slugs(["Ali Şir", "Ali Sir", "رحمه"])
    {'Ali Şir': 'ali-sir', 'Ali Sir': 'ali-sir-2', 'رحمه': 'kitapcik'}
    """
    given: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        if name in given:
            continue
        slug, number = turkish.slug(name), 2
        own = slug
        while own in taken:
            own, number = f"{slug}-{number}", number + 1
        given[name] = own
        taken.add(own)
    return given
