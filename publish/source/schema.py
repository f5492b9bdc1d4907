"""The JSON schema of `house.toml` and `booklet.toml`, described in Turkish, so that editors complete and check them.

Authors read the descriptions, which lie in `descriptions.toml`; the English docstrings of the model are ours.
"""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import Any

from publish.model.settings import House, Settings

DRAFT = "https://json-schema.org/draft/2020-12/schema"

Descriptions = dict[str, dict[str, str]]


def descriptions() -> Descriptions:
    """Return what each key is for, by table and key; the table itself is described under the empty key."""
    return tomllib.loads(resources.files("publish.source").joinpath("descriptions.toml").read_text("utf-8"))


def schema() -> dict[str, Any]:
    """Return the schemas by the name of the file they describe."""
    words = descriptions()
    return {
        name: {"$schema": DRAFT, **_described(model.model_json_schema(), words)}
        for name, model in (("booklet.toml", Settings), ("house.toml", House))
    }


def _described(table: dict[str, Any], words: Descriptions) -> dict[str, Any]:
    """Put our descriptions in place of pydantic's, and its titles, which repeat the keys, away."""
    own = words.get(table.pop("title"), {})
    table["description"] = own.get("", "")
    for key, field in table.get("properties", {}).items():
        field.pop("title", None)
        field["description"] = own.get(key, "")
    for inner in table.get("$defs", {}).values():
        _described(inner, words)
    return table
