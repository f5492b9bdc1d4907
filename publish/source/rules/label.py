"""`Soru: …`, `Cevap: …`: the question and the answer, by the label before the colon; in Arabic too."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from publish.source.rules.inner import first_paragraph, match_line

_LABEL = re.compile(
    r"(?P<bold>\*\*)?"
    r"(?P<label>(?:\d{1,3}\.[ \t\u00a0]*)?(?:(?P<asks>Soru|SORU|(?:ال)?سؤال)|Cevap|CEVAP|(?:ال)?جواب)"
    r"(?:[ \t\u00a0]+\d{1,3})?)"
    r"[ \t\u00a0]*(?(bold)(?::[ \t\u00a0]*\*\*|\*\*[ \t\u00a0]*:)|:)"
)


def label(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Push `question_open` or `answer_open` with the label, the first paragraph where there is one, and the close."""
    match = match_line(_LABEL, state, start)
    if not match:
        return False
    if silent:
        return True
    name = "question" if match["asks"] else "answer"
    opening = state.push(f"{name}_open", "", 1)
    opening.meta["label"] = match["label"]
    first_paragraph(state, start, match.end() - match.start())
    opening.map = [start, state.line]
    state.push(f"{name}_close", "", -1)
    return True
