"""Bytes of a file as text, or a finding that says what the file is and what to type.

Apart from the rooms that read text.md and the settings, because both, and the import of plain text, start here.
"""

from __future__ import annotations

import re
import shlex

from publish.model.finding import Finding, Span, found

MAX_BYTES = 8_000_000
"""About four thousand pages; what is larger is not a text somebody typed."""

_BINARY = (b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"{\\rtf")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_LEGACY = ("cp1254", "cp857")
"""Turkish encodings before Unicode: Windows (ISO 8859-9 is its subset) and DOS."""
_TURKISH = frozenset("çğıöşüÇĞİÖŞÜâîûÂÎÛ’‘“”–…")
_LIKELY = 0.6
"""Share of Turkish letters among the letters that are not ASCII, from which an old encoding is believed."""
_MULTIBYTE = re.compile(rb"[\xc3-\xef][\x80-\xbf]")


def decode(raw: bytes, path: str, limit: int = MAX_BYTES) -> tuple[str | None, tuple[Finding, ...]]:
    r"""Return the text of a UTF-8 file with its lines ended by `\n`, without a byte order mark.

    Finds F003 (another encoding), F004 (no text at all), F005 (too big), F010 (a broken byte).

    >>> decode(b"\xef\xbb\xbfOru\xc3\xa7\r\n", "text.md")
    ('Oruç\n', ())
    """
    if len(raw) > limit:
        return None, (found("F005", Span(path), path=path, size=_megabytes(len(raw)), limit=_megabytes(limit)),)
    if raw.startswith(_UTF16):
        return None, (_other_encoding(path, Span(path), "UTF-16"),)
    if raw.startswith(_BINARY) or b"\x00" in raw:
        return None, (found("F004", Span(path), path=path),)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_undecodable(raw, path, error),)
    return text.replace("\r\n", "\n").replace("\r", "\n"), ()


def _undecodable(raw: bytes, path: str, error: UnicodeDecodeError) -> Finding:
    before = raw[: error.start]
    line = before.count(b"\n") + 1
    column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
    place = Span(path, line, column, line, column + 1)
    if _MULTIBYTE.search(before):
        return found("F010", place, byte=f"0x{raw[error.start]:02X}")
    score, encoding = max((_turkish_share(raw, encoding), encoding) for encoding in _LEGACY)
    if score < _LIKELY:
        return found("F004", place, path=path)
    return _other_encoding(path, place, encoding.upper())


def _turkish_share(raw: bytes, encoding: str) -> float:
    letters = [char for char in raw.decode(encoding, "replace") if char > "\x7f"]
    return sum(char in _TURKISH for char in letters) / len(letters) if letters else 0.0


def _other_encoding(path: str, place: Span, encoding: str) -> Finding:
    name = shlex.quote(path)
    command = f"iconv -f {encoding} -t UTF-8 {name} > {name}.utf8 && mv {name}.utf8 {name}"
    return found("F003", place, path=path, encoding=encoding, command=command)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f}".replace(".0", "")
