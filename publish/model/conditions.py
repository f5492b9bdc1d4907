"""The printing conditions that come with the project: of each surface of paper one, with its profile in `profiles/`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publish.model.printing import Surface

_PROFILES = Path(__file__).with_name("profiles")


@dataclass(frozen=True, slots=True)
class OwnCondition:
    """What is printed on, and how, where the printer brings no profile."""

    name: str
    """As it is registered (ICC, “Characterization Data Registry”)."""
    profile: Path
    limit: int
    """Most ink that the surface takes, in per cent."""


OURS: dict[Surface, OwnCondition] = {
    "coated": OwnCondition("FOGRA39", _PROFILES / "FOGRA39L_coated_tac300.icc", 300),
    "uncoated": OwnCondition("FOGRA29", _PROFILES / "FOGRA29L_uncoated_tac300.icc", 280),
}
