"""The files of `make new NAME=oruc`: a booklet that builds at once and shows how one writes.

The texts themselves lie in `drafts/`; in them NAME and "TITLE" are filled in.
"""

from __future__ import annotations

import json
from importlib import resources

from publish.language import turkish


def draft(name: str, title: str | None = None) -> dict[str, bytes]:
    """Return the files of a new booklet by their names; `name` is its folder's, a missing `title` is made from it."""
    words = (title or "").strip() or _title(name)
    return {
        "booklet.toml": _text("booklet.toml").replace('"TITLE"', _quoted(words)).encode(),
        "text.md": _text("text.md").replace("NAME=NAME", f"NAME={name}").encode(),
    }


def house() -> bytes:
    """Return a house file to fill in, for a library that has none."""
    return _text("house.toml").encode()


def _text(name: str) -> str:
    return resources.files("publish.source").joinpath("drafts", name).read_text("utf-8")


def _title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ").strip()
    return turkish.upper(words[:1]) + words[1:]


def _quoted(words: str) -> str:
    """Write a string of TOML; a basic string takes what JSON writes."""
    printable = "".join(char if char.isprintable() else " " for char in words)
    return json.dumps(" ".join(printable.split()), ensure_ascii=False)
