"""Documents imported by tests."""

from pathlib import Path

from publish.ledger import Ledger
from publish.source.importing import Read, read_document

NO_WORLD = Ledger((), Path(__file__).parents[3] / "build" / ".cache")


def read(content: bytes, path: str = "belge.txt") -> Read:
    """Import a document; the index of verses comes from `conftest`."""
    return read_document(content, path, NO_WORLD)
