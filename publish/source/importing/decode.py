"""Bytes into text: which encoding a document was saved in, told from its bytes alone.

What Turkish text files really come in: UTF-8, UTF-16 with a byte order mark (“Unicode” of old editors), the Windows
and ISO code pages, and the DOS code page of old archives. Code pages are told apart by the letters they give: the
right one gives Turkish letters and quotation marks, the wrong one gives box drawings.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

CODE_PAGES = {"cp1254": "Windows-1254", "iso8859_9": "ISO-8859-9", "cp857": "DOS 857"}
"""Codecs tried when it is not Unicode, with the name a person knows; the first of equals wins."""

_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)
_FOREIGN = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How files begin that are no text whatever their name says: PDF, docx and odt, doc, rtf, pictures."""
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]+")
_EXPECTED = frozenset("çğıöşüÇĞİÖŞÜâîûÂÎÛ“”‘’«»–—…•°²³½§·éôêáíñ\u00a0\u00ad")
_PLAUSIBLE = 0.7
"""Share of letters outside ASCII that must be ours before a code page is believed."""
_MANY_CONTROLS = 0.01
_SOUND = 0.8
"""Share of letters outside ASCII that must be sound before damaged UTF-8 is still UTF-8."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and what it was saved in."""

    text: str
    encoding: str
    """As a person knows it: “UTF-8”, “Windows-1254”."""
    unicode: bool


def decode(content: bytes) -> Decoded | None:
    """Return `content` as text, U+FFFD where a byte says nothing; None when it is no text or in an unknown encoding.

    >>> decode("ağaç".encode("cp1254"))
    Decoded(text='ağaç', encoding='ISO-8859-9', unicode=False)
    """
    for mark, codec, name in _MARKS:
        if content.startswith(mark):
            return _unicode(content[len(mark) :], codec, name)
    if content.startswith(_FOREIGN) or len(_CONTROLS.findall(content)) > len(content) * _MANY_CONTROLS:
        return None
    if b"\0" in content:
        return None
    return _unicode(content, "utf-8", "UTF-8") or _code_page(content)


def _unicode(content: bytes, codec: str, name: str) -> Decoded | None:
    text = content.decode(codec, "replace")
    if "\0" in text:
        return None
    lost = text.count("\ufffd") - content.count("\ufffd".encode(codec))  # the extraction may have written the sign
    sound = sum(char > "\x7f" for char in text) - lost if lost > 0 else 0
    if lost > 0 and sound < _SOUND * (sound + lost):
        return None
    return Decoded(text, name, unicode=True)


def _code_page(content: bytes) -> Decoded | None:
    """Return `content` by the code page whose letters are most often ours."""
    high = b"".join(_HIGH.findall(content))
    best = max(CODE_PAGES, key=lambda codec: _familiarity(high, codec))
    if _familiarity(high, best) < _PLAUSIBLE:
        return None
    if best == "cp1254" and not any(0x80 <= byte < 0xA0 for byte in high):
        best = "iso8859_9"  # the two differ only there
    return Decoded(content.decode(best, "replace"), CODE_PAGES[best], unicode=False)


def _familiarity(high: bytes, codec: str) -> float:
    """Return the share of `high`, bytes outside ASCII, that `codec` reads as letters and signs of Turkish text."""
    text = high.decode(codec, "replace")
    return sum(char in _EXPECTED for char in text) / len(text)
