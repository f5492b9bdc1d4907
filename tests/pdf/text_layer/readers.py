"""What programs read out of a PDF, and how two texts are compared: as a person would who copies a verse."""

import io
import re
import shutil
import subprocess
import unicodedata

import pypdf
import pypdfium2
import pytest

from tests.tracing import untraced

CONTROLS = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
"""Bidirectional controls: not seen, and no text."""
NOT_ARABIC = re.compile("[^\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc\\s]+")

needs_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils are not installed")


def pdftotext(pdf):
    done = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True)
    return done.stdout.decode()


@untraced
def pdfium(pdf):
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@untraced
def pypdf_(pdf):
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


READERS = {"pdftotext": pdftotext, "pdfium": pdfium, "pypdf": pypdf_}


def normal(text):
    """Return `text` in NFC, bidirectional controls out, every run of white space one space."""
    return re.sub(r"\s+", " ", CONTROLS.sub("", unicodedata.normalize("NFC", text))).strip()


def arabic(text):
    """Return the Arabic of `text` alone."""
    return normal(NOT_ARABIC.sub(" ", normal(text)))
