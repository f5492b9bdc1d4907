"""What the catalogue reads from e-books."""

import random
from contextlib import suppress

import pytest

from publish.catalog import covers, ebook_file
from publish.model.shelf import Line
from tests.catalog.samples import epub, png


def test_an_e_book_says_who_it_is_and_what_is_in_it():
    book = ebook_file.read(epub())
    assert book.identifier == "urn:uuid:1b671a64-40d5-491e-99b0-da01ff1f3341"
    assert book.modified == "2026-10-01T00:00:00Z"
    assert book.contents == (Line("Oruç صوم", (Line("Ramazan"),)),)
    assert book.cover == png()


def test_an_e_book_may_have_no_cover():
    assert ebook_file.read(epub(cover=False)).cover is None


def test_whatever_is_damaged_in_an_e_book_it_is_read_or_said_to_be_none():
    whole, chance = epub(), random.Random(7)
    for _ in range(300):
        damaged = bytearray(whole)
        for _ in range(chance.randint(1, 8)):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        with suppress(ValueError):
            book = ebook_file.read(bytes(damaged))
            covers.pictures(book.cover) if book.cover else None


@pytest.mark.parametrize("content", [b"", b"PK", b"%PDF-1.7", epub()[:200], epub(identifier="&")])
def test_what_is_no_e_book_is_said_to_be_none(content):
    with pytest.raises(ValueError, match=r"\w"):
        ebook_file.read(content)
