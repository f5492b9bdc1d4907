"""What an index of an e-book lists, read from its XHTML."""

from lxml import etree

XHTML = "{http://www.w3.org/1999/xhtml}"


def listed(book, index):
    """Return the entries of an index with the words of their links, each of which must lead to one place."""
    texts = {chapter.name: chapter.xhtml for chapter in book.chapters}
    entries = {}
    for entry in etree.fromstring(index.xhtml.encode()).iter(f"{XHTML}li"):
        links = entry.findall(f"{XHTML}a")
        entries[entry.find(f"{XHTML}span").text] = ["".join(link.itertext()) for link in links]
        for link in links:
            file, _, name = link.get("href").partition("#")
            assert texts[file].count(f'id="{name}"') == 1
    return entries
