"""What the program says beside findings, in Turkish and English: `phrasebook/`, one TOML file an occasion."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources


@cache
def phrases(occasion: str, language: str) -> dict[str, str]:
    """Return the phrases of an occasion by their keys, in `language` ("tr" or "en").

    >>> phrases("terminal", "tr")["error"], phrases("terminal", "en")["error"]
    ('hata', 'error')
    """
    file = resources.files("publish.model").joinpath("phrasebook", f"{occasion}.toml")
    return {key: row[language] for key, row in tomllib.loads(file.read_text("utf-8")).items()}
