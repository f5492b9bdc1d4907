"""A booklet's pictures as parts of an e-book: read below its folder only, told by content and not by name.

An e-book is opened on the machines of others, so a drawing (SVG) that runs a script or fetches something is refused.
"""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

from publish.model.block import Figure
from publish.model.booklet import Booklet
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, found
from publish.model.html import Asset
from publish.model.world import World

SVG = "image/svg+xml"
SIGNATURES = (
    (re.compile(rb"\x89PNG\r\n\x1a\n"), "image/png", ".png"),
    (re.compile(rb"\xff\xd8\xff"), "image/jpeg", ".jpg"),
    (re.compile(rb"GIF8[79]a"), "image/gif", ".gif"),
    (re.compile(rb"RIFF....WEBP", re.DOTALL), "image/webp", ".webp"),
    (re.compile(rb"(\xef\xbb\xbf)?\s*<(\?xml|!--|!DOCTYPE svg|svg)"), SVG, ".svg"),
)
"""First bytes of the pictures that e-readers must show (EPUB 3.3 §3.2, core media types)."""
INSIDE = r"\s*['\"]?\s*(?:#|data:image/(?:png|jpeg|gif|webp);)"
WITHIN = re.compile(INSIDE, re.IGNORECASE)
"""An address within the drawing."""
BEYOND = re.compile(rf"url\((?!{INSIDE})|@import", re.IGNORECASE)
"""A style that reaches out of the drawing."""


def pictures(booklet: Booklet, world: World) -> tuple[dict[str, Asset], tuple[Finding, ...]]:
    """Return the pictures of `booklet` by the path that was written, each with a plain name of its own.

    Finds F001 for a path that leads out of the booklet, F002 for one that leads nowhere, E002 for a file that is no
    picture, E006 for a drawing that reaches out.
    """
    assets: dict[str, Asset] = {}
    findings: list[Finding] = []
    for block in booklet.walk():
        if isinstance(block, Figure) and block.path not in assets:
            asset, code = _read(booklet.folder, block.path, f"images/resim-{len(assets) + 1:02}", world)
            if asset:
                assets[block.path] = asset
            else:
                findings.append(found(code, block.span, path=block.path))
    return assets, tuple(findings)


def picture(content: bytes, name: str) -> Asset | None:
    """Return `content` under `name` with the suffix of its kind; nothing where it is no picture."""
    for signature, media_type, suffix in SIGNATURES:
        if signature.match(content):
            return Asset(name + suffix, media_type, content)
    return None


def _read(folder: Path, path: str, name: str, world: World) -> tuple[Asset | None, str]:
    """Return the picture, or the code of what is wrong with it."""
    try:
        if not (folder / path).resolve().is_relative_to(folder.resolve()):
            return None, "F001"
        asset = picture(world.read(folder / path), name)
    except ForbiddenError:
        return None, "F001"
    except (OSError, ValueError, RuntimeError):  # a zero byte in the name; links in a circle
        return None, "F002"
    if asset is None:
        return None, "E002"
    return _inspected(asset) if asset.media_type == SVG else (asset, "")


def _inspected(asset: Asset) -> tuple[Asset | None, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(asset.content, parser)
    except etree.XMLSyntaxError:
        return None, "E002"
    if root.tag != "{http://www.w3.org/2000/svg}svg":
        return None, "E002"
    nodes = (*root.iter(), *root.itersiblings(preceding=True))  # style sheets are named before the root
    return (None, "E006") if any(_reaches_out(node) for node in nodes) else (asset, "")


def _reaches_out(node: etree._Element) -> bool:
    """Say whether a node of a drawing runs a script, or names something outside the drawing."""
    if node.tag is etree.ProcessingInstruction:
        return bool(node.target == "xml-stylesheet")
    if not isinstance(node.tag, str):
        return node.tag is etree.Entity
    name = etree.QName(node).localname
    if name in ("script", "foreignObject") or (name == "style" and BEYOND.search(node.text or "")):
        return True
    return any(_attribute_reaches_out(etree.QName(key).localname, text) for key, text in node.attrib.items())


def _attribute_reaches_out(name: str, text: str) -> bool:
    if name.startswith("on"):
        return True
    if name in ("href", "src"):
        return not WITHIN.match(text)
    return bool(BEYOND.search(text))
