"""The dotted i among the small capitals of EB Garamond.

For Turkish the font first puts a glyph of its own in the place of i (`locl`: i → i.TRK, which joins no ligature), and
then knows no small capital of that one, though it has it (`smcp`: i → i.sc; i.TRKsc stands unused). So İMAN would be
set with the i of running text. Met in EB Garamond 1.3 of `fontpkg-eb-garamond`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # no stubs

TURKISH, SMALL_CAPITAL = "i.TRK", "i.TRKsc"


def mend(font: TTFont) -> None:
    """Give the Turkish i its small capital wherever the other i has one."""
    if not {TURKISH, SMALL_CAPITAL} <= {*font.getGlyphOrder()}:
        return
    table = font["GSUB"].table
    lookups = {
        index
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "smcp"
        for index in record.Feature.LookupListIndex
    }
    for index in sorted(lookups):
        for subtable in table.LookupList.Lookup[index].SubTable:
            mapping = getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {})
            if mapping.get("i") and TURKISH not in mapping:
                mapping[TURKISH] = SMALL_CAPITAL
