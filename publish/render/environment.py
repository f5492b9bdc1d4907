"""The templates, for paper and for the e-book alike: what differs is how a line becomes markup."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from publish.render import wording


def environment(line: Callable[[str], Markup]) -> Environment:
    """Return the templates, which escape what is put into them; their filter `line` is the one given."""
    made = Environment(
        loader=PackageLoader("publish.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["line"] = line
    made.filters["flat"] = wording.flat
    return made
