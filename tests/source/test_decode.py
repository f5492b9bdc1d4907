"""Bytes that are no UTF-8 text: what they are, and what to type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.source.decode import decode

TEXT = "# Oruç\n\nİstanbul’da “çok” ağır şartlar vardı.\n"


@pytest.mark.parametrize("encoding", ["cp1254", "cp857"])
def test_old_turkish_encodings_are_named_with_the_command_that_mends_them(encoding):
    words = TEXT.replace("’", "'").replace("“", '"').replace("”", '"')
    text, (finding,) = decode(words.encode(encoding), "içerik/oruç x/text.md")
    assert text is None
    assert finding.code == "F003"
    assert (finding.span.line, finding.span.column) == (1, 6)
    assert f"iconv -f {encoding.upper()} -t UTF-8 'içerik/oruç x/text.md' >" in finding.hint("tr")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_no_text_for_us(encoding):
    _, (finding,) = decode(TEXT.encode(encoding), "text.md")
    assert finding.code == ("F003" if encoding == "utf-16" else "F004")


@pytest.mark.parametrize("content", [b"PK\x03\x04x", b"%PDF-1.7", b"\x89PNG\r\n", b"a\x00b", bytes(range(128, 256))])
def test_what_is_no_text_is_not_read_as_one(content):
    assert [finding.code for finding in decode(content, "x")[1]] == ["F004"]


def test_one_broken_byte_in_a_text_of_today_is_told_as_that():
    _, (finding,) = decode("çok\nçok ".encode() + b"\xfe", "x")
    assert (finding.code, finding.span.line, finding.span.column) == ("F010", 2, 5)


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_finding(content):
    text, findings = decode(content, "x")
    assert (text is None) == bool(findings)
    for finding in findings:
        assert finding.message("tr")
        assert finding.hint("tr")


@given(st.text(max_size=100).filter(lambda text: "\x00" not in text))
def test_utf_8_is_read_as_it_is(text):
    read, _ = decode(("x" + text).encode(), "x")
    assert read == "x" + text.replace("\r\n", "\n").replace("\r", "\n")
