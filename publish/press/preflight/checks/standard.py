"""Whether a file says what it is: PDF/X, for which printing condition, of which version, free of locks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Name

from publish.model.said import Said
from publish.press.preflight.registry import Examined, Fault, check

_VERSIONS = {"PDF/X-1a": ("1.3", "1.4"), "PDF/X-3": ("1.3", "1.4"), "PDF/X-4": ("1.3", "1.4", "1.5", "1.6")}
"""Versions of PDF that each level may have (ISO 15930-4, -6 and -7)."""
_OPAQUE = ("PDF/X-1", "PDF/X-2", "PDF/X-3")
"""Levels that know no transparency."""
_KNOWN_AS = re.compile(r"[A-Za-z][\w.+/-]*(?: \w[\w.+()/-]*)*")
_LONGEST = 40
"""Letters of the registered name of a printing condition."""


def level(pdf: pikepdf.Pdf) -> str:
    """Return which level of PDF/X a file says it is, "" where it says none."""
    told = str(_info(pdf).get("/GTS_PDFXVersion", ""))
    if not told and isinstance(pdf.Root.get("/Metadata"), pikepdf.Stream):
        packet = pdf.Root.Metadata.read_bytes().decode("utf-8", "replace")
        match = re.search(r"GTS_PDFXVersion\s*(?:=\s*[\"']|>)\s*([^\"'<]+)", packet)
        told = match[1].strip() if match else ""
    return told


def _info(pdf: pikepdf.Pdf) -> Any:
    info = pdf.trailer.get("/Info")
    return info if isinstance(info, pikepdf.Dictionary) else pikepdf.Dictionary()


def intents(pdf: pikepdf.Pdf) -> list[Any]:
    """Return what a file says it is printed for."""
    rows: Any = pdf.Root.get("/OutputIntents")
    return [
        row
        for row in (rows if isinstance(rows, pikepdf.Array) else ())
        if isinstance(row, pikepdf.Dictionary) and row.get("/S") == Name.GTS_PDFX
    ]


def is_for_four_inks(pdf: pikepdf.Pdf) -> bool:
    """Say whether a file is made for a printing condition of four inks."""
    profiles = [row.get("/DestOutputProfile") for row in intents(pdf)]
    return any(isinstance(profile, pikepdf.Stream) and profile.get("/N") == 4 for profile in profiles)


@check
def says_pdfx(file: Examined) -> Iterator[Fault]:
    """Find B100 (no level of PDF/X) and B105 (a version that the level does not allow, or transparency)."""
    told = level(file.pdf)
    if not told.startswith("PDF/X"):
        yield Fault("B100")
        return
    allowed = next((versions for name, versions in _VERSIONS.items() if told.startswith(name)), None)
    if allowed and file.pdf.pdf_version not in allowed:
        yield Fault("B105", what=f"{told}, PDF {file.pdf.pdf_version}")
    if told.startswith(_OPAQUE):
        for sheet, painted in file.pages:
            for _, box in painted.transparent[:1]:
                yield Fault("B105", sheet.number, sheet.area(box), f"{told}, " + Said("saydamlık", "transparency"))


@check
def says_what_it_is_printed_for(file: Examined) -> Iterator[Fault]:
    """Find B101 (no output intent) and B102 (a printing condition without its registered name)."""
    found = intents(file.pdf)
    if not found or _is_of_a_screen(found[0]):
        yield Fault("B101")
        return
    name = str(found[0].get("/OutputConditionIdentifier", "")).strip()
    if len(name) > _LONGEST or not _KNOWN_AS.fullmatch(name):
        yield Fault("B102", what=f"“{' '.join(name.split())[:_LONGEST]}”")


def _is_of_a_screen(intent: Any) -> bool:
    profile = intent.get("/DestOutputProfile")
    return isinstance(profile, pikepdf.Stream) and profile.get("/N") == 3


@check
def says_whether_it_is_trapped(file: Examined) -> Iterator[Fault]:
    """Find B103."""
    if str(_info(file.pdf).get("/Trapped", "")) not in ("/True", "/False"):
        yield Fault("B103")


@check
def is_not_locked(file: Examined) -> Iterator[Fault]:
    """Find B104."""
    if file.pdf.is_encrypted:
        yield Fault("B104")
