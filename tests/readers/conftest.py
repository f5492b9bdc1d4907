"""What the readers are given: the e-books of a whole library, built by make before the first of them asks."""

import pytest

from tests.readers import library


@pytest.fixture(scope="session")
def books():
    """Return name → path of every e-book."""
    library.build()
    return {name: library.epub(name) for name in library.NAMES}


@pytest.fixture(scope="module", params=library.NAMES)
def book(request, books):
    """Return the path of an e-book, of each in turn."""
    return books[request.param]
