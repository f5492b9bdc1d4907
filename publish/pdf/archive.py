"""What makes the reading PDF one that archives take: PDF/A-2a, or PDF/A-3a where a file is attached (ISO 19005-2, -3).

It is PDF/UA-1 already, as WeasyPrint writes it. Added to its objects before they are written: what its colours mean, a
packet of metadata that tells of both standards and is not packed, flags of links, and whatever a viewer would have had
to guess.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pydyf  # type: ignore[import-untyped]  # no stubs
import weasyprint  # type: ignore[import-untyped]  # no stubs

from publish.model.conditions import OURS
from publish.model.world import World

SRGB = Path(weasyprint.__file__).parent / "pdf" / "sRGB2014.icc"
"""The profile of the International Color Consortium, which comes with WeasyPrint and may be passed on."""
CMYK = OURS["coated"].profile
"""What the four inks of a picture mean where no press is asked: offset on coated paper, as pictures are mostly made."""
_PRINTED = 1 << 2
"""Flag of an annotation that is neither hidden nor left out in print (ISO 32000-1, table 165)."""
_INKED = (b"/DeviceCMYK cs", b"/DeviceCMYK CS")
"""Instructions after which colours are four inks."""
_NO_TEXT, _BLANK = b"> <>", b"> <200b>"
"""What a code means that stands for no character of its own, and a character that takes no room and says nothing."""
_END = b"</rdf:RDF>"
_CLAIMS = """\
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">\
<pdfaid:part>{part}</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>\
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">\
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">\
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>\
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">\
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>\
<pdfaProperty:category>internal</pdfaProperty:category>\
<pdfaProperty:description>The part of ISO 14289 that the file conforms to</pdfaProperty:description>\
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""The claim, and what PDF/A asks to be told of properties that it does not know (ISO 19005-2, 6.6.2.3.3)."""


def archive(pdf: Any, world: World) -> None:
    """Complete a tagged pydyf.PDF that says of itself to be PDF/UA-1."""
    by_reference = {thing.reference: thing for thing in pdf.objects}
    _say_what_colours_mean(pdf, world)
    for thing in pdf.objects:
        if isinstance(thing, pydyf.Stream):
            thing.extra.pop("Interpolate", None)  # no viewer smooths pictures by its own lights (6.2.8.1)
        elif isinstance(thing, pydyf.Dictionary):
            _settle(thing, by_reference)
    _claim(by_reference[pdf.catalog["Metadata"]], 3 if "AF" in pdf.catalog else 2)


def _say_what_colours_mean(pdf: Any, world: World) -> None:
    """Say that red, green and blue are those of sRGB; and what inks are, where there are any (6.2.3, 6.2.4.3)."""
    name = pydyf.String("sRGB IEC61966-2.1")
    intent = {"Type": "/OutputIntent", "S": "/GTS_PDFA1", "OutputConditionIdentifier": name, "Info": name}
    intent["DestOutputProfile"] = _profile(pdf, world.read(SRGB), 3)
    pdf.catalog["OutputIntents"] = pydyf.Array([pydyf.Dictionary(intent)])
    if any(isinstance(thing, pydyf.Stream) and _has_inks(thing) for thing in pdf.objects):
        spaces = next(thing for thing in pdf.objects if isinstance(thing, dict) and "lab-d50" in thing)
        spaces["DefaultCMYK"] = pydyf.Array(("/ICCBased", _profile(pdf, world.read(CMYK), 4)))


def _profile(pdf: Any, content: bytes, channels: int) -> Any:
    profile = pydyf.Stream([content], {"N": channels}, compress=True)
    pdf.add_object(profile)
    return profile.reference


def _has_inks(stream: Any) -> bool:
    return stream.extra.get("ColorSpace") == "/DeviceCMYK" or any(way in stream.stream for way in _INKED)


def _settle(thing: Any, by_reference: dict[bytes, Any]) -> None:
    """Let links be printed, and every code of a font mean something (6.3.2, 6.2.11.7)."""
    if thing.get("Type") == "/Annot":
        thing["F"] = _PRINTED
    if "ToUnicode" in thing:
        meanings = by_reference[thing["ToUnicode"]].stream
        meanings[:] = [line.replace(_NO_TEXT, _BLANK) if line.endswith(_NO_TEXT) else line for line in meanings]


def _claim(metadata: Any, part: int) -> None:
    packet = b"\n".join(metadata.stream)
    metadata.stream = [packet.replace(_END, _CLAIMS.format(part=part).encode() + _END)]
    metadata.compress = False  # so that whoever keeps files finds it without unpacking
