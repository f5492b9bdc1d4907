"""What a page may load: files of the booklet and the styles, and our fonts; the rest is refused with a finding."""

from __future__ import annotations

import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse  # type: ignore[import-untyped]  # no stubs

from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.html import Html
from publish.model.world import World
from publish.pdf import faces

_SVG_FAMILY = re.compile(rb"""font-family\s*[:=]\s*(?:"|'|&quot;)?([^"';>&]+)""")


def base_url(folder: Path) -> str:
    """Return the address that relative paths of `folder` start from."""
    return folder.absolute().as_uri() + "/"


class RefusedError(ValueError):
    """An address that is not opened; it was reported already. WeasyPrint goes on without it."""


class Fetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no stubs
    """Serves addresses below the folder of `html` through the world, and `face:` addresses."""

    def __init__(self, html: Html, world: World) -> None:
        super().__init__(allowed_protocols=("file", faces.SCHEME), allow_redirects=False)
        self._html = html
        self._world = world
        folders = dict.fromkeys((html.folder, *(sheet.path.parent for sheet in html.sheets)))
        self._folders = tuple((base_url(folder), folder) for folder in folders)
        self.findings: dict[Finding, None] = {}

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what lies at `url`. Raises `RefusedError` after noting a finding (P002, P003, P004)."""
        scheme, _, rest = url.partition(":")
        if scheme == faces.SCHEME:
            return URLFetcherResponse(url, faces.content(rest, self._world))
        base, folder = next(((base, folder) for base, folder in self._folders if url.startswith(base)), ("", None))
        if folder is None:
            raise self._refuse("P002", url)
        name = unquote(urlsplit(url).path.removeprefix(urlsplit(base).path))
        path = folder / name
        try:
            content = self._world.read(path)
        except ForbiddenError as error:
            raise self._refuse("P002", name) from error
        except (OSError, ValueError) as error:  # ValueError: a zero byte in the name
            raise self._refuse("P003", name) from error
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        if kind == "image/svg+xml":
            self._read_families(path, content)
        # no file:// in the answer: WeasyPrint would open the file itself, past the world
        return URLFetcherResponse(f"served:{name}", content, {"Content-Type": kind})

    def _refuse(self, code: str, address: str) -> RefusedError:
        shown = address if len(address) <= 200 else address[:199] + "…"
        self.findings[found(code, self._place(address), address=shown)] = None
        return RefusedError(shown)

    def _place(self, address: str) -> Span:
        """Say which line of which style sheet names `address`; else the booklet's folder."""
        needle = address.rpartition("/")[2]
        for sheet in self._html.sheets:
            for number, line in enumerate(sheet.css.splitlines(), 1):
                if needle and needle in line:
                    return Span(str(sheet.path), number, line.index(needle) + 1)
        return Span(str(self._html.folder))

    def _read_families(self, path: Path, content: bytes) -> None:
        """Note the fonts that a drawing asks for and that are not ours (P001)."""
        for match in _SVG_FAMILY.finditer(content):
            for family in match[1].decode("utf-8", "replace").split(","):
                name = family.strip().strip("\"'")
                if name not in faces.FAMILIES:
                    line = content.count(b"\n", 0, match.start()) + 1
                    self.findings[faces.unknown_family(name, Span(str(path), line))] = None
