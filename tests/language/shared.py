"""Trial data that is not shipped: a test that wants it is skipped where it is absent."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parents[3] / "shared"


def shared(name: str) -> str:
    """Return the text of a file of the shared folder."""
    path = SHARED / name
    if not path.is_file():
        pytest.skip(f"{name} is not here")
    return path.read_text("utf-8")
