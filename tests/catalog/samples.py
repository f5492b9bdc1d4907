"""Shelves for the tests of the catalogue, and files as small as an e-book and a PDF can be."""

import io
import zipfile
import zlib
from pathlib import Path

from PIL import Image

from publish.catalog import covers
from publish.catalog.lists import in_order
from publish.catalog.site import files
from publish.language import turkish
from publish.model.inline import Reference
from publish.model.shelf import Download, Line, Shelf, Volume

STYLE = "body { margin: 0 }"
HOUSE = Shelf("Kandil Yayınları", "Hokka Sokağı 1", "bilgi@kandil.example", "https://kandil.example", None, None, ())


def png(size=(160, 256)):
    file = io.BytesIO()
    Image.new("RGB", size, (30, 60, 50)).save(file, "PNG")
    return file.getvalue()


COVER = covers.pictures(png())


def volume(title, name=None, **values):
    """Return a booklet on the shelf."""
    name = name or turkish.slug(title)
    known = {
        "identifier": f"urn:uuid:00000000-0000-5000-8000-{zlib.crc32(name.encode()):012}",
        "subtitle": None,
        "series": None,
        "authors": ("Ali Şir",),
        "translator": None,
        "editor": None,
        "publisher": "Kandil Yayınları",
        "language": "tr",
        "description": "Bir kitapçık.",
        "subjects": ("Din",),
        "isbn": None,
        "isbn_epub": None,
        "edition": "1. baskı",
        "rights": None,
        "date": "2026-10-01",
        "modified": "2026-10-01T00:00:00Z",
        "pages": 16,
        "contents": (Line("Başlangıç", (Line("Kur’an’da oruç"),)),),
        "verses": (Reference(2, 183, 183), Reference(112, 1, 4)),
        "cover": COVER,
        "epub": Download(f"{name}.epub", Path(f"{name}.epub"), 84_300, "ab" * 32),
        "pdf": Download(f"{name}.pdf", Path(f"{name}.pdf"), 2_460_000, "cd" * 32),
    }
    return Volume(name=name, title=title, **(known | values))


def shelf(*volumes, **values):
    known = {
        "house": HOUSE.house,
        "address": HOUSE.address,
        "email": HOUSE.email,
        "web": HOUSE.web,
        "about": None,
        "url": None,
    }
    return Shelf(**(known | values), volumes=in_order(volumes))


def site(*volumes, **values):
    """Return the files of a shelf by their paths."""
    return {file.path: file.content for file in files(shelf(*volumes, **values), STYLE)}


CONTAINER = """<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="EPUB/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
PACKAGE = """<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">{identifier}</dc:identifier>
<meta property="dcterms:modified">{modified}</meta></metadata>
<manifest>{cover}<item href="nav.xhtml" id="nav" media-type="application/xhtml+xml" properties="nav"/></manifest>
</package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="a.xhtml">Oruç <bdi lang="ar">صوم</bdi></a><ol><li><a href="b.xhtml">Ramazan</a>
</li></ol></li></ol></nav></body></html>"""


def epub(
    identifier="urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341",
    modified="2026-10-01T00:00:00Z",
    cover=True,
    picture=None,
):
    """Return an e-book with a package document, a navigation and a cover, and nothing to read."""
    item = '<item href="k.png" id="k" media-type="image/png" properties="cover-image"/>' if cover else ""
    files = {
        "META-INF/container.xml": CONTAINER,
        "EPUB/content.opf": PACKAGE.format(identifier=identifier, modified=modified, cover=item),
        "EPUB/nav.xhtml": NAV,
        **({"EPUB/k.png": picture or png()} if cover else {}),
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()


def pdf(pages=3):
    """Return a PDF of empty pages."""
    import pikepdf

    document, file = pikepdf.new(), io.BytesIO()
    for _ in range(pages):
        document.add_blank_page()
    document.save(file, deterministic_id=True)
    return file.getvalue()
