"""What every e-book says of its own text: language and direction of Arabic, and nothing that hinders a search."""

from tests.epub.judge import Judge


def test_all_arabic_is_marked_and_no_sign_hinders_search_or_speech(book):
    judge = Judge(book.read_bytes())
    assert judge.arabic_unmarked() == []
    assert judge.unwanted() == []


def test_every_address_leads_somewhere_and_every_file_is_listed(book):
    judge = Judge(book.read_bytes())
    assert judge.dead_ends() == []
    assert judge.unlisted() == set()
