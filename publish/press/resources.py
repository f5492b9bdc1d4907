"""What instructions call for by name, and what a graphics state that they call for switches on."""

from __future__ import annotations

from typing import Any

import pikepdf
from pikepdf import Dictionary, Name


def find(resources: Any, kind: str, name: str) -> Any:
    """Return what resources of a `kind` ("/Font") have under `name`; None where they have nothing."""
    table = resources.get(kind) if isinstance(resources, Dictionary) else None
    return table.get(name) if isinstance(table, Dictionary) else None


def see_through(state: Any, before: tuple[str, ...]) -> tuple[str, ...]:
    """Return which keys of transparency are on once a graphics state is set (ISO 32000-1, 11.6.5), of those `before`.

    >>> see_through(Dictionary(ca=0.5, SMask=Name("/None")), ("SMask", "BM"))
    ('BM', 'ca')
    """
    on = dict.fromkeys(before, True)
    for key in ("/ca", "/CA"):
        if key in state:
            on[key[1:]] = float(state[key]) < 1
    if "/SMask" in state:
        on["SMask"] = state.SMask != Name("/None")
    if "/BM" in state:
        blend = state.BM[0] if isinstance(state.BM, pikepdf.Array) and len(state.BM) else state.BM
        on["BM"] = blend not in (Name.Normal, Name.Compatible)
    return tuple(key for key, is_on in on.items() if is_on)
