"""A booklet's pictures as parts of an e-book, told by content and not by name. Whether they are fit is for `check`."""

from __future__ import annotations

import re

from publish.model.block import Figure
from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, found
from publish.model.html import Asset
from publish.model.world import World

KINDS = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", ".png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", ".jpg"),
    (re.compile(rb"\s*(?:\xef\xbb\xbf)?\s*<(?=.*http://www\.w3\.org/2000/svg)", re.DOTALL), "image/svg+xml", ".svg"),
)
"""First bytes, media type and suffix of what paper and e-readers both show (EPUB 3.3 §3.2, core media types)."""


def pictures(booklet: Booklet, world: World) -> tuple[dict[str, Asset], tuple[Finding, ...]]:
    """Return the pictures of `booklet` by the path that was written, each under a plain name of its own. Finds E002."""
    assets: dict[str, Asset] = {}
    findings: list[Finding] = []
    for block in booklet.walk():
        if isinstance(block, Figure) and block.path not in assets:
            try:
                asset = picture(world.read(booklet.folder / block.path), f"images/resim-{len(assets) + 1:02}")
            except (ForbiddenError, OSError, ValueError):  # ValueError: a zero byte in the name
                asset = None
            if asset:
                assets[block.path] = asset
            else:
                findings.append(found("E002", block.span, path=block.path))
    return assets, tuple(findings)


def picture(content: bytes, name: str) -> Asset | None:
    """Return `content` under `name` with the suffix of its kind; nothing where it is no picture."""
    for signature, media_type, suffix in KINDS:
        if signature.match(content):
            return Asset(name + suffix, media_type, content)
    return None
