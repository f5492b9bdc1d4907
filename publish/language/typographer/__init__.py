"""The typographer: what is typed on a keyboard, as a book prints it; applied on the way to the output alone.

`registry` says what a rule is and carries rules out, `line` makes a text of a line of nodes and nodes of the text.
A module holds the rules of one kind; a new rule is one function in one of them:

    omission  ...                                quotes   "söz", 'söz', Türkiye'nin     dashes   söz -- söz, 12-15
    spacing   söz , söz   % 50   söz¹.           holds    s. 15   5 km   M. Âkif

What a rule cannot be sure of is left as typed: `doubts` finds it, and `check` reports it by line.
"""

from __future__ import annotations

# The rules apply in the order in which they are imported here.
# isort: off
from publish.language.typographer import omission, quotes, dashes, spacing, holds  # noqa: F401

# isort: on
from publish.language.typographer.line import Flat, flatten, mend_line, mend_text
from publish.language.typographer.registry import RULES, Mended, mend

__all__ = ["RULES", "Flat", "Mended", "flatten", "mend", "mend_line", "mend_text"]
