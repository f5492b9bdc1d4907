"""Files of others are opened, or it is said why not."""

from io import BytesIO

import pikepdf
import pytest

from publish.press.document import open_pdf


def saved(pdf, **options):
    buffer = BytesIO()
    pdf.save(buffer, **options)
    return buffer.getvalue()


def one_page():
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(420, 595))
    return pdf


def codes(content):
    pdf, findings = open_pdf(content, "kitap.pdf")
    assert (pdf is None) == bool(findings)
    return [finding.code for finding in findings]


def test_a_sound_file_is_opened():
    assert codes(saved(one_page())) == []


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n", b"PK\x03\x04", saved(one_page())[:90]])
def test_what_is_no_pdf_is_refused_with_a_sentence(content):
    assert codes(content) == ["B001"]


def test_a_locked_file_is_refused():
    lock = pikepdf.Encryption(owner="gizli", user="gizli")
    assert codes(saved(one_page(), encryption=lock)) == ["B002"]


def test_a_file_without_pages_is_refused():
    assert codes(saved(pikepdf.new())) == ["B003"]
