"""Encodings are told from the bytes: Unicode, the Turkish code pages, and what is no text at all."""

import codecs

import pytest

from publish.source.importing.decode import decode

TEXT = "Şu ışıklı günde çocuğun “ağzı” kurudu; öğle üstü İstanbul’a döndü.\n"


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "UTF-8"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "UTF-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "UTF-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "UTF-32"),
        (TEXT.encode("cp1254"), "Windows-1254"),
        (TEXT.translate(str.maketrans("“”’", '""\'')).encode("iso8859-9"), "ISO-8859-9"),
        (TEXT.translate(str.maketrans("“”’", '""\'')).encode("cp857"), "DOS 857"),
    ],
)
def test_every_encoding_of_turkish_text_is_known(content, encoding):
    decoded = decode(content)
    assert decoded.encoding == encoding
    assert decoded.text.translate(str.maketrans("“”’", '""\'')) == TEXT.translate(str.maketrans("“”’", '""\''))


def test_plain_ascii_is_utf_8():
    assert decode(b"bir iki\n").encoding == "UTF-8"


def test_a_few_damaged_letters_do_not_change_the_encoding():
    decoded = decode(TEXT.encode() * 3 + b"\xff son")
    assert decoded.encoding == "UTF-8"
    assert decoded.text.count("\ufffd") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"%PDF-1.7 and so on",
        b"PK\x03\x04docx",
        b"{\\rtf1 metin}",
        b"metin\0metin",
        bytes(range(256)) * 4,
        "مرحبا بالعالم".encode("cp1256"),
        codecs.BOM_UTF16_LE + b"\0\0" * 40,
        b"\x01\x02\x03" * 20,
    ],
    ids=["pdf", "docx", "rtf", "nul", "binary", "arabic code page", "utf-16 of zeros", "controls"],
)
def test_what_is_no_turkish_text_is_refused(content):
    assert decode(content) is None


def test_signs_for_letters_that_the_extraction_did_not_know_are_no_broken_text():
    decoded = decode("\ufffd\ufffd\ufffd bir iki".encode())
    assert (decoded.text, decoded.encoding) == ("\ufffd\ufffd\ufffd bir iki", "UTF-8")
