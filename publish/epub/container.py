"""EbookLib as the packer of an e-book: item list, manifest, spine and container are its work, every byte in them ours.

Mends for EbookLib 0.20, each with a test: it reads XHTML as HTML and drops head and body attributes (its issue 76),
knows no language of the package, adds a generator and prefixes nobody asked for, and stamps ZIP entries with the
time of day (its pull request 340, not released).
"""

from __future__ import annotations

import io
import zipfile

from ebooklib import epub  # type: ignore[import-untyped]  # EbookLib has no stubs
from lxml import etree  # type: ignore[import-untyped]  # lxml has no stubs

from publish.render.labels import labels

STAMP = (1980, 1, 1, 0, 0, 0)
"""The first moment a ZIP file can tell; the date of the booklet stands in its metadata."""
PACKAGE = "http://www.idpf.org/2007/opf"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


class Document(epub.EpubHtml):  # type: ignore[misc]  # EbookLib has no stubs
    """An XHTML document that is packed as it stands."""

    def __init__(self, uid: str, name: str, xhtml: bytes, properties: tuple[str, ...] = ()) -> None:
        super().__init__(uid=uid, file_name=name, media_type="application/xhtml+xml", content=xhtml)
        self.properties = list(properties)

    def get_content(self, default: bytes | None = None) -> bytes:
        """Return the document, not a copy read as HTML."""
        content: bytes = self.content
        return content


class Archive(zipfile.ZipFile):
    """A ZIP file whose bytes depend on its entries alone."""

    def writestr(
        self,
        zinfo_or_arcname: str | zipfile.ZipInfo,
        data: str | bytes,  # type: ignore[override]  # narrower than any buffer, which EbookLib never passes
        compress_type: int | None = None,
        compresslevel: int | None = None,
    ) -> None:
        """Write an entry with a fixed time, mode and compression; the first one, `mimetype`, is stored as it is."""
        entry = zipfile.ZipInfo(str(zinfo_or_arcname), STAMP)
        entry.create_system = 3  # Unix, wherever this runs
        entry.external_attr = 0o100644 << 16
        entry.compress_type = zipfile.ZIP_STORED if entry.filename == "mimetype" else zipfile.ZIP_DEFLATED
        super().writestr(entry, data, compresslevel=9)


class Writer(epub.EpubWriter):  # type: ignore[misc]  # EbookLib has no stubs
    """Writes a book with metadata of our own into memory."""

    def __init__(self, book: epub.EpubBook, metadata: str, language: str, prefix: str) -> None:
        super().__init__("", book)
        self._metadata = metadata
        self._language = language
        self._prefix = prefix

    def _write_opf(self) -> None:
        root = etree.Element(f"{{{PACKAGE}}}package", nsmap={None: PACKAGE})
        root.set("version", "3.0")
        root.set("unique-identifier", self.book.IDENTIFIER_ID)
        root.set(LANGUAGE, self._language)
        root.set("dir", labels(self._language).direction)
        if self._prefix:
            root.set("prefix", self._prefix)
        root.append(etree.fromstring(self._metadata))
        self._write_opf_manifest(root)
        self._write_opf_spine(root, "ncx")
        etree.indent(root)
        self._write_opf_file(root)

    def packed(self) -> bytes:
        """Return the whole file."""
        file = io.BytesIO()
        with Archive(file, "w") as self.out:
            self.out.writestr("mimetype", "application/epub+zip")
            self._write_container()
            self._write_opf()
            self._write_items()
        return file.getvalue()
