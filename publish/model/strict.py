"""What the values of `house.toml` and `booklet.toml` are made of."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]
"""One line of text that is not empty."""
Day = Annotated[dt.date, Field(strict=True)]
"""A date as TOML writes it; a number or a text is none."""
Flag = Annotated[bool, Field(strict=True)]
"""true or false; a number or a text is neither."""
Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=4000)]
"""Some paragraphs."""
Code = Annotated[str, StringConstraints(pattern=r"^[A-Z]\d{3}$")]


class Strict(BaseModel):
    """A table of a TOML file: frozen, and without keys nobody knows."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
