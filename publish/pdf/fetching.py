"""What a page may load: files of the booklet and the styles, what is embedded in them, and our fonts.

The rest is refused, with a finding.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # no stubs

from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.html import Html
from publish.model.world import World
from publish.pdf import faces

LONGEST_SHOWN = 200
"""Characters of an address that a message shows."""
_SVG_TEXT = re.compile(rb"<(?:\w+:)?text\b")
_SVG_FAMILY = re.compile(rb"""font-family\s*[:=]\s*(?:"|'|&quot;)?([^"';>&]+)""")
_FONTS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2")


def _place(words: str, html: Html) -> Span | None:
    """Say where the style sheets last write `words`: there the rule stands that others give way to."""
    for sheet in reversed(html.sheets):
        lines = sheet.css.splitlines()
        for number, line in zip(range(len(lines), 0, -1), reversed(lines), strict=True):
            if words and words in line:
                return Span(str(sheet.path), number, line.rindex(words) + 1)
    return None


class RefusedError(ValueError):
    """An address that is not opened; it was reported already. WeasyPrint goes on without it."""


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no stubs
    """Serves addresses below the folders of the booklet and of its style sheets through the world, `face:`, `data:`."""

    def __init__(self, html: Html, world: World, fonts: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=("file", "data", faces.SCHEME), allow_redirects=False)
        self._html = html
        self._world = world
        self._fonts = fonts
        folders = dict.fromkeys((html.folder, *(sheet.path.parent for sheet in html.sheets)))
        self._bases = {folder: f"file:///{number}/" for number, folder in enumerate(folders)}
        self._words_of_drawings: Span | None = None
        """Where the first drawing that has words has them."""
        self.findings: dict[Finding, None] = {}

    def base(self, folder: Path) -> str:
        """Return the address that relative paths of `folder` start from.

        A number stands for the folder: WeasyPrint names images by their address, and the same booklet must give the
        same bytes wherever it lies.
        """
        return self._bases[folder]

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what lies at `url`. Raises `RefusedError` after noting P002, P003 or P008."""
        scheme, _, rest = url.partition(":")
        if scheme == faces.SCHEME:
            return URLFetcherResponse(url, self._fonts[rest])
        if scheme == "data":
            return self._embedded(url)
        path = self._path(url)
        try:
            content = self._world.read(path)
        except ForbiddenError as error:
            raise self._refuse("P002", str(path)) from error
        except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
            raise self._refuse("P003", str(path)) from error
        if content.startswith(_FONTS):
            raise self._refuse("P008", str(path))
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        if kind == "image/svg+xml":
            self._read_families(path, content)
        # No file:// in the answer: WeasyPrint would open the file itself, past the world.
        return URLFetcherResponse(f"served:{path.name}", content, {"Content-Type": kind})

    def _embedded(self, url: str) -> URLFetcherResponse:
        answer = super().fetch(url)
        content = answer.read()
        if content.startswith(_FONTS):
            raise self._refuse("P008", url)
        return URLFetcherResponse(url, content, {"Content-Type": answer.content_type})

    def _path(self, url: str) -> Path:
        for folder, base in self._bases.items():
            if url.startswith(base):
                return folder / unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))
        raise self._refuse("P002", url)

    def _refuse(self, code: str, address: str) -> RefusedError:
        shown = address if len(address) <= LONGEST_SHOWN else address[: LONGEST_SHOWN - 1] + "…"
        where = _place(address.rpartition("/")[2], self._html) or Span(str(self._html.folder))
        self.findings[found(code, where, address=shown)] = None
        return RefusedError(shown)

    def unknown(self, families: set[str]) -> Iterator[Finding]:
        """Find P001 for `families`, which are none of ours, but for those that a drawing names: these are noted."""
        noted = {finding.values.get("family") for finding in self.findings}
        for family in sorted(families - noted):
            where = _place(family, self._html) or self._words_of_drawings or Span(str(self._html.folder))
            yield faces.unknown_family(family, where)

    def _read_families(self, path: Path, content: bytes) -> None:
        """Note the fonts that a drawing asks for and that are not ours (P001), and where it has words."""
        if self._words_of_drawings is None and (words := _SVG_TEXT.search(content)):
            self._words_of_drawings = Span(str(path), content.count(b"\n", 0, words.start()) + 1)
        for match in _SVG_FAMILY.finditer(content):
            for family in match[1].decode("utf-8", "replace").split(","):
                name = family.strip().strip("\"'")
                if name not in faces.FAMILIES:
                    line = content.count(b"\n", 0, match.start()) + 1
                    self.findings[faces.unknown_family(name, Span(str(path), line))] = None
