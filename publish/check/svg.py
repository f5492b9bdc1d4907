"""Whether an SVG stays within itself: no other files, no scripts, no entities."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from publish.model.finding import Finding, Span, found

if TYPE_CHECKING:
    from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

SVG = "{http://www.w3.org/2000/svg}"

_FOREIGN = {"script", "foreignObject", "handler", "listener", "iframe", "audio", "video", "include"}
_REACHING = {"href", "base"}
_EMBEDDED = re.compile(r"data:image/(?:png|jpe?g);base64,", re.IGNORECASE)
_URL = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]*)", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b|\\[0-9a-f]", re.IGNORECASE)
"""A rule that fetches, or an escape by which such a rule could be hidden."""
_SHOWN = 60


def faults(content: bytes, path: str, span: Span) -> list[Finding]:
    """Return what is wrong with an SVG: not one at all (F014), or reaching out, once for each way (F017)."""
    from lxml import etree  # 30 ms, and most booklets have no SVG

    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        return [found("F014", span, path=path)]
    if root.tag not in (f"{SVG}svg", "svg"):
        return [found("F014", span, path=path)]
    reaches = dict.fromkeys(_reaches(root))
    return [found("F017", span, path=path, what=what[:_SHOWN]) for what in reaches]


def _reaches(root: etree._Element) -> Iterator[str]:
    doctype = root.getroottree().docinfo.internalDTD
    if doctype is not None and list(doctype.iterentities()):
        yield "<!ENTITY>"
    before = root.getprevious()
    while before is not None:
        yield from _of_node(before)
        before = before.getprevious()
    for node in root.iter():
        yield from _of_node(node)


def _of_node(node: etree._Element) -> Iterator[str]:
    if not isinstance(node.tag, str):  # a comment, an instruction, an entity
        if getattr(node, "target", None) == "xml-stylesheet":
            yield "<?xml-stylesheet?>"
        return
    name = node.tag.rpartition("}")[2]
    if name in _FOREIGN:
        yield f"<{name}>"
    if name == "style":
        yield from _of_css("".join(node.itertext()))
    for key, value in node.attrib.items():
        namespace, _, local = str(key).rpartition("}")
        if not namespace or local in _REACHING:  # drawing programs note their own file names in namespaces of theirs
            yield from _of_attribute(local, str(value))


def _of_attribute(key: str, value: str) -> Iterator[str]:
    if key.startswith("on"):
        yield key
    elif key in ("href", "src"):
        if not value.strip().startswith("#") and not _EMBEDDED.match(value.strip()):
            yield f"{key}={value}"
    elif key == "base":
        yield f"xml:base={value}"
    else:
        yield from _of_css(value)


def _of_css(css: str) -> Iterator[str]:
    if match := _IMPORT.search(css):
        yield match[0]
    for address in _URL.findall(css):
        if not address.startswith("#") and not _EMBEDDED.match(address):
            yield f"url({address})"
