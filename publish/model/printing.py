"""What a person writes of the paper edition: `[print]`, `[cover]`, and the kinds of paper of `house.toml`.

The presets of paper are data, `papers.toml` beside this module. Sources disagree about them and printers decide:
`[papers.NAME]` in the house file adds to them or takes their place.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Annotated, Literal

from pydantic import Field

from publish.model.length import Mm
from publish.model.strict import Flag, Line, Strict, Text

Trim = Literal["a5", "a6", "135x210", "140x210", "160x240"]
Surface = Literal["coated", "uncoated"]
Job = Literal["office", "digital", "offset"]


class Paper(Strict):
    """`[papers.NAME]`: one kind of paper."""

    label: Line
    """As printers call it: “80 g 1. hamur”."""
    gsm: Annotated[float, Field(strict=True, ge=20, le=500)]
    """Weight (gramaj), g/m²."""
    bulk: Annotated[float, Field(strict=True, ge=0.5, le=3)]
    """Volume of its weight (hacim), cm³/g; the mill's own figure moves the spine of a book by millimetres."""
    surface: Surface
    """Which profile and how much ink it takes."""

    @property
    def caliper(self) -> Mm:
        """Thickness of one leaf.

        >>> Paper(label="80 g", gsm=80, bulk=1.25, surface="uncoated").caliper
        Mm(value=0.1)
        """
        return Mm(self.gsm * self.bulk / 1000)


class Print(Strict):
    """`[print]`: the paper edition."""

    trim: Trim = "a5"
    """Size of the page after cutting; a file of styles/trim/."""
    binding: Literal["saddle_stitch", "perfect_bound"] = "saddle_stitch"
    """How the leaves are held together; a file of styles/binding/ says how much of the inner margin that takes."""
    half_title: Flag | None = None
    """Whether a leaf with the title alone comes before the title page; not given: where the booklet is glued."""
    published: Flag = True
    """Whether the booklet is given out; the law asks an imprint of what is. A private copy may do without."""
    job: Job = "offset"
    """What prints it, which decides how much a fault of the file weighs."""
    ink: Literal["black", "cmyk"] = "black"
    """Inks of the inner pages: black alone, pictures too, or the four of process printing."""
    paper: Line = "1-hamur-80"
    """Name of the paper of the inner pages."""
    ink_limit: Annotated[int, Field(strict=True, ge=100, le=400)] | None = None
    """Most ink on a spot, in per cent; not given: what the paper's surface takes."""
    profile: Line | None = None
    """An ICC profile of the printer, beside the booklet or the house file; not given: ours for the paper's surface."""
    condition: Line | None = None
    """The registered name of the printing condition that `profile` describes, as "FOGRA51"."""
    bleed: Annotated[float, Field(strict=True, ge=0, le=10)] = 3
    """How far art runs over the trim, mm."""
    marks: Flag = True
    """Whether crop marks stand around the pages."""
    fold: Literal["sharp", "round"] = "sharp"
    """How the sheets of a stapled booklet are folded, which decides how far its inner leaves creep."""
    duplex: Literal["short_edge", "long_edge"] = "short_edge"
    """Over which edge the office printer turns a sheet."""
    cover: Literal["self", "separate"] = "separate"
    """Whether a stapled booklet's cover is folded from the same sheets, or printed apart on paper of its own."""
    run: Annotated[int, Field(strict=True, ge=1, le=10_000_000)] | None = None
    """How many copies are ordered (tiraj)."""
    finishing: tuple[Line, ...] = ()
    """What becomes of the printed sheets, for the order: ["mat selefon", "kapakta lak"]."""


class Cover(Strict):
    """`[cover]`: the wrap cover."""

    design: Literal["yildiz", "sade"] = "yildiz"
    """One of the two designs of styles/cover/."""
    text: Text | None = None
    """Words on the back; not given: the description."""
    price: Line | None = None
    """As it is printed over the barcode: “120 TL”."""
    bandrol: Flag = True
    """Whether a spot on the back is left clear for the bandrol; where a notice says that none is needed, none is."""
    notice: Literal["exempt", "free", "textbook", "promotion", "export"] | None = None
    """The notice that the copies bear: why they need no bandrol, or ("free") that they are given away."""
    barcode: Annotated[int, Field(strict=True, ge=80, le=200)] = 100
    """Size of the barcode, in per cent of the usual one."""
    paper: Line = "bristol-300"
    """Name of the paper of the cover."""
    glue: Annotated[float, Field(strict=True, ge=0, le=3)] = 0.3
    """What the glue adds to the spine of a perfect-bound book, mm."""

    @property
    def is_exempt(self) -> bool:
        """Whether a notice says that the copies need no bandrol."""
        return self.notice not in (None, "free")


def paper(name: str, own: Mapping[str, Paper]) -> Paper:
    """Return the paper called `name`: the house's `own` before the presets. Raises `KeyError` where there is none.

    >>> paper("1-hamur-80", {}).caliper
    Mm(value=0.1)
    """
    return own[name] if name in own else papers()[name]


@cache
def papers() -> dict[str, Paper]:
    """Return the presets of paper by their names."""
    rows = tomllib.loads(resources.files("publish.model").joinpath("papers.toml").read_text("utf-8"))
    return {name: Paper.model_validate(row) for name, row in rows.items()}
