"""For which printing condition a booklet is printed, with how much ink: as its printer says, else as its paper asks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from publish.ledger import Ledger
from publish.model.conditions import OURS
from publish.model.edition import Edition
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.printing import Surface
from publish.model.said import Said
from publish.model.world import World

if TYPE_CHECKING:
    from publish.press.print.intent import Condition


def of_pages(edition: Edition, world: World) -> tuple[Condition | None, int, tuple[Finding, ...]]:
    """Return for which condition the pages are printed, and the most ink on a spot, per cent. Finds B012–B015."""
    return _on(edition, edition.paper.surface, world)


def of_cover(edition: Edition, world: Ledger) -> tuple[Condition | None, int, tuple[Finding, ...]]:
    """Return what `of_pages` does for the cover: the printer's profile may be for another surface than that of it."""
    wanted, surface = edition.settings.print, edition.board.surface
    if wanted.profile:
        world.admit(edition.folder.parent / wanted.profile, edition.folder.parent)
    if surface != edition.paper.surface:
        pages = wanted.model_copy(update={"profile": None, "condition": None})
        edition = replace(edition, settings=edition.settings.model_copy(update={"print": pages}))
    return _on(edition, surface, world)


def _on(edition: Edition, surface: Surface, world: World) -> tuple[Condition | None, int, tuple[Finding, ...]]:
    condition, findings = _read(edition, surface, world)
    return condition, edition.settings.print.ink_limit or OURS[surface].limit, findings


def _read(edition: Edition, surface: Surface, world: World) -> tuple[Condition | None, tuple[Finding, ...]]:
    """Return the printing condition: the printer's where there is one, else ours for the surface of the paper."""
    from publish.press.print.intent import Condition, is_output_profile

    wanted = edition.settings.print
    if wanted.profile is None:
        if wanted.condition is None:
            return Condition(OURS[surface].name, world.read(OURS[surface].profile)), ()
        return None, (found("B015", edition.place("print.condition"), condition=wanted.condition),)
    where = edition.place("print.profile")
    profile, findings = _read_profile(edition.folder, wanted.profile, where, world)
    if profile is None:
        return None, findings
    if not is_output_profile(profile):
        return None, (found("B013", where, path=wanted.profile),)
    if wanted.condition is None:
        return None, (found("B014", where, path=wanted.profile),)
    return Condition(wanted.condition, profile), ()


def _read_profile(folder: Path, name: str, where: Span, world: World) -> tuple[bytes | None, tuple[Finding, ...]]:
    """Return a profile that lies beside the booklet or the house file."""
    error: Exception | None = None
    for path in (folder / name, folder.parent / name):
        try:
            return world.read(path), ()
        except ForbiddenError:
            return None, (found("F001", where, path=name),)
        except (OSError, ValueError) as reason:  # ValueError: a zero byte in the name
            error = error or reason
    turkish = "böyle bir dosya yok" if isinstance(error, FileNotFoundError) else "açılamıyor"
    reason_ = Said(turkish, getattr(error, "strerror", None) or str(error))
    return None, (found("B012", where, path=name, reason=reason_),)
