"""What a file is printed on and how: the printing condition, and that the file says so (PDF/X-4, ISO 15930-7)."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from PIL import ImageCms

REGISTRY = "http://www.color.org"
"""Where the names of printing conditions are registered."""
UNDATED = "19800101"
"""Date of what has none: the same file has the same bytes next year."""
PRODUCER = "publish"
_HEADER = 128
"""Bytes of the header of an ICC profile (ICC.1:2010, 7.2)."""
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creators}<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<xmp:MetadataDate>{date}</xmp:MetadataDate>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmpMM:DocumentID>uuid:{identifier}</xmpMM:DocumentID>
<xmpMM:VersionID>1</xmpMM:VersionID>
<xmpMM:RenditionClass>default</xmpMM:RenditionClass>
<pdf:Producer>{producer}</pdf:Producer>
<pdf:Trapped>False</pdf:Trapped>
<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition: press, paper and ink, as a profile describes them."""

    name: str
    """As it is registered: "FOGRA39"."""
    profile: bytes
    """An ICC output profile for CMYK."""


def is_output_profile(profile: bytes) -> bool:
    """Say whether `profile` describes a printing press with four inks, and can be used."""
    header = profile[:_HEADER]
    if header[36:40] != b"acsp" or header[12:16] != b"prtr" or header[16:20] != b"CMYK":
        return False
    try:
        read = ImageCms.ImageCmsProfile(BytesIO(profile))
        ImageCms.buildTransform(ImageCms.createProfile("sRGB"), read, "RGB", "CMYK")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return False
    return True


def declare(pdf: pikepdf.Pdf, condition: Condition, content: bytes) -> None:
    """Say in the document what it is printed for, and who made it when; the same `content`, the same identity."""
    profile: Any = pdf.make_stream(condition.profile, N=4)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFX,
        OutputConditionIdentifier=String(condition.name),
        OutputCondition=String(condition.name),
        RegistryName=String(REGISTRY),
        Info=String(condition.name),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    title = _said(pdf, "/Title") or "–"
    authors = _said(pdf, "/Author")
    date = _date(_said(pdf, "/CreationDate"))
    info = {"/Title": title, "/Author": authors, "/Creator": PRODUCER, "/Producer": PRODUCER}
    dates = dict.fromkeys(("/CreationDate", "/ModDate"), f"D:{date}000000Z")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            {key: String(value) for key, value in (info | dates).items() if value} | {"/Trapped": Name("/False")}
        )
    )
    identifier = uuid.UUID(bytes=hashlib.sha256(content).digest()[:16], version=4)
    creators = f"<dc:creator><rdf:Seq><rdf:li>{escape(authors)}</rdf:li></rdf:Seq></dc:creator>\n" if authors else ""
    packet = _XMP.format(
        title=escape(title),
        creators=creators,
        date=f"{date[:4]}-{date[4:6]}-{date[6:]}T00:00:00Z",
        identifier=identifier,
        producer=PRODUCER,
    )
    pdf.Root.Metadata = pdf.make_stream(packet.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _said(pdf: pikepdf.Pdf, key: str) -> str:
    value = pdf.trailer.get("/Info", Dictionary()).get(key)
    text = str(value) if isinstance(value, String) else ""
    return "".join(char for char in text if char.isprintable())


def _date(written: str) -> str:
    """Return the day of a PDF's date.

    >>> _date("D:20261001120000+03'00'"), _date("")
    ('20261001', '19800101')
    """
    day = written.removeprefix("D:")[:8]
    return day if len(day) == len(UNDATED) and day.isdigit() else UNDATED
