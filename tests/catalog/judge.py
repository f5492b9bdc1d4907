"""Judges of a catalogue that know nothing of how it was made: links, headings, words of HTML; the rules of OPDS 1.2.

The RELAX NG schema of OPDS is no part of this project, for its texts name no licence that would let it be: these are
its rules in our words (OPDS Catalog 1.2 §2, §5, §7; RFC 4287 §4).
"""

import posixpath
import re
from datetime import datetime
from itertools import pairwise
from urllib.parse import unquote, urlsplit

from lxml import etree, html

ATOM = "{http://www.w3.org/2005/Atom}"
DC = "{http://purl.org/dc/terms/}"
ACQUISITION = "http://opds-spec.org/acquisition"
KINDS = ("navigation", "acquisition")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
IRI = re.compile(r"(urn:(uuid|isbn|example):\S+|https?://\S+)")
RELATIONS = {"self", "start", "up", "first", "previous", "next", "last", "subsection", "alternate", "related"}


def page(content):
    """Return a page of the site as a tree."""
    return html.document_fromstring(content.decode())


def words(tree):
    return " ".join(tree.text_content().split())


def target(origin, address):
    """Return the file and the place in it that a link leads to; None where it leads out of the catalogue."""
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(origin), unquote(parts.path))) if parts.path else origin
    return path, parts.fragment


def faults_of_pages(files):
    """Yield what is wrong with the pages of a site, given its files by path."""
    pages = {path: page(content) for path, content in files.items() if path.endswith(".html")}
    for path, tree in pages.items():
        yield from (f"{path}: {fault}" for fault in _faults_of_page(tree))
        for address in tree.xpath("//@href | //@src | //@action"):
            found = target(path, address)
            if found is None:
                if not re.match(r"(https?://|mailto:)", address):
                    yield f"{path}: {address} leads nowhere that is known"
                continue
            if found[0] not in files:
                yield f"{path}: {address} is not there"
            elif found[1] and found[0] in pages and not pages[found[0]].xpath("//*[@id = $id]", id=found[1]):
                yield f"{path}: {address} has no such place"
        for address in tree.xpath("//link[@rel = 'stylesheet']/@href | //script/@src | //img/@src"):
            if target(path, address) is None:
                yield f"{path}: {address} comes from another host"


def _faults_of_page(tree):
    if tree.xpath("count(//h1)") != 1 or tree.xpath("count(//main)") != 1:
        yield "one h1, one main"
    levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3")]
    if any(below > above + 1 for above, below in pairwise(levels)):
        yield f"headings {levels}"
    identifiers = tree.xpath("//@id")
    if len(identifiers) != len(set(identifiers)):
        yield "an id stands twice"
    for image in tree.xpath("//img"):
        if not {"alt", "width", "height"} <= set(image.attrib):
            yield "a picture without alt, width and height"
    for anchor in tree.xpath("//a[not(normalize-space()) and not(@aria-label)]"):
        yield f"a link without words: {anchor.get('href')}"
    if not tree.xpath("/html/@lang") or not tree.xpath("//title[normalize-space()]"):
        yield "no language, or no title"
    for text in tree.xpath("//text()[not(ancestor::script or ancestor::style)]"):
        marked = text.getparent().xpath("ancestor-or-self::*[@lang = 'ar' and @dir = 'rtl']")
        if re.search("[\u0600-\u06ff]", text) and not marked and text.getparent().tag != "title":
            yield f"Arabic without a language: {text}"


def faults_of_feeds(files):
    """Yield what is wrong with the feeds, given all files by path."""
    feeds = {path: etree.fromstring(content) for path, content in files.items() if path.endswith(".atom")}
    seen = {}
    for path, feed in feeds.items():
        for fault in (*_faults_of_feed(feed), *_faults_of_links(path, feed, files, feeds)):
            yield f"{path}: {fault}"
        for entry in feed.iter(f"{ATOM}entry"):
            own = etree.tostring(entry, method="c14n")
            if any(link.get("rel").startswith(ACQUISITION) for link in entry.iter(f"{ATOM}link")):
                own = entry.findtext(f"{ATOM}updated"), entry.findtext(f"{ATOM}title")
                if seen.setdefault(entry.findtext(f"{ATOM}id"), own) != own:
                    yield f"{path}: one id, two entries"


def _faults_of_feed(feed):
    if feed.tag != f"{ATOM}feed":
        yield "no feed"
    for element in (feed, *feed.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(ATOM + name)) != 1:
                yield f"{name} must stand once"
        if not IRI.fullmatch(element.findtext(f"{ATOM}id") or ""):
            yield "the id is no IRI"
        moment = element.findtext(f"{ATOM}updated") or ""
        if not MOMENT.fullmatch(moment) or not datetime.fromisoformat(moment):
            yield f"updated is no moment: {moment}"
    if not feed.findall(f"{ATOM}author"):
        yield "no author"
    links = {link.get("rel") for link in feed.findall(f"{ATOM}link")}
    if not {"self", "start"} <= links:
        yield "no self or start"
    tags = [each.tag for each in feed]
    if f"{ATOM}entry" in tags and set(tags[tags.index(f"{ATOM}entry") :]) != {f"{ATOM}entry"}:
        yield "something stands behind the entries"


def _faults_of_links(path, feed, files, feeds):
    kind = next(link.get("type") for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self")
    for entry in feed.iter(f"{ATOM}entry"):
        yield from _faults_of_entry(entry, is_acquired=kind.endswith("kind=acquisition"))
    for link in feed.iter(f"{ATOM}link"):
        relation, address = link.get("rel"), link.get("href")
        if relation not in RELATIONS and not relation.startswith("http://opds-spec.org/"):
            yield f"what is {relation}?"
        place = target(path, address)
        if place is not None and place[0] not in files:
            yield f"{address} is not there"
        elif place is not None and place[0] in feeds:
            other = feeds[place[0]].xpath("a:link[@rel = 'self']/@type", namespaces={"a": ATOM[1:-1]})[0]
            if other != link.get("type"):
                yield f"{address} is said to be of another kind"


def _faults_of_entry(entry, *, is_acquired):
    acquired = [link for link in entry.findall(f"{ATOM}link") if link.get("rel").startswith(ACQUISITION)]
    if bool(acquired) != is_acquired:
        yield "entries and kind do not agree"
    if not acquired and not entry.findtext(f"{ATOM}content"):
        yield "an entry of a navigation feed without content"
    if acquired and not entry.findtext(f"{DC}language"):
        yield "no language"
    if not all(link.get("length", "").isdigit() for link in acquired):
        yield "no length"
