"""Where the keys of a TOML file stand: tomllib gives values without places, and a finding needs a line.

Apart from `metadata`, because it is a small scanner that knows TOML and nothing of booklets. It is asked only about
files that tomllib has accepted, so it need not find faults itself.
"""

from __future__ import annotations

import re

from publish.model.finding import Span

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_IN_LINE = re.compile(r"[ \t]*")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_STRING = re.compile(
    r'"""(?:[^\\]|\\[\s\S])*?"""+' + "|" + r"'''[\s\S]*?'''+" + "|" + _BASIC.pattern + "|" + _LITERAL.pattern
)
_SCALAR = re.compile(r"[^,\]}#\n]*")


def locate(text: str, path: str) -> dict[str, Span]:
    r"""Return the place of every key, by its dotted name; tables and values of an array count from 0.

    >>> {key: span.line for key, span in locate("a = 1\n[b]\nc.d = 'x'\n[[e]]\nf = [{g = 1}]", "").items()}
    {'a': 1, 'b': 2, 'b.c': 3, 'b.c.d': 3, 'e': 4, 'e.0': 4, 'e.0.f': 5, 'e.0.f.0.g': 5, 'e.0.f.0': 5}
    """
    scanner = _Scanner(text, path)
    scanner.document()
    return scanner.found


class _Scanner:
    def __init__(self, text: str, path: str) -> None:
        self.text = text
        self.path = path
        self.position = 0
        self.found: dict[str, Span] = {}
        self.counts: dict[str, int] = {}
        """How many tables each array has so far."""

    def document(self) -> None:
        table: tuple[str, ...] = ()
        while self._skip(_BLANK) < len(self.text):
            begin = self.position
            if self.text.startswith("[", begin):
                table = self._header()
            else:
                self._pair(table)
            if self.position == begin:  # nothing TOML knows; tomllib would have said so
                return

    def _header(self) -> tuple[str, ...]:
        is_array = self.text.startswith("[[", self.position)
        self.position += 2 if is_array else 1
        start = self._skip(_IN_LINE)
        names = self._key()
        end = self.position
        parent = self._resolved(names[:-1])
        name = ".".join((*parent, names[-1]))
        self._note(name, start, end)
        if is_array:
            index = self.counts[name] = self.counts.get(name, -1) + 1
            self._note(f"{name}.{index}", start, end)
        self._skip(_IN_LINE)
        self.position += 2 if is_array else 1
        return self._resolved(names)

    def _resolved(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Put the index of the last table behind the name of every array of tables."""
        resolved: tuple[str, ...] = ()
        for name in names:
            resolved = (*resolved, name)
            index = self.counts.get(".".join(resolved))
            if index is not None:
                resolved = (*resolved, str(index))
        return resolved

    def _pair(self, table: tuple[str, ...]) -> None:
        start = self.position
        names = self._key()
        for depth in range(1, len(names) + 1):
            self._note(".".join((*table, *names[:depth])), start, self.position)
        self._skip(_IN_LINE)
        if self.text.startswith("=", self.position):
            self.position += 1
            self._skip(_IN_LINE)
            self._value((*table, *names))

    def _key(self) -> tuple[str, ...]:
        names: list[str] = []
        while True:
            self._skip(_IN_LINE)
            match = next(
                (match for each in (_BARE, _BASIC, _LITERAL) if (match := each.match(self.text, self.position))), None
            )
            if not match:
                break
            names.append(match[0].strip("\"'"))
            self.position = match.end()
            end = self.position
            if not self.text.startswith(".", self._skip(_IN_LINE)):
                self.position = end
                break
            self.position += 1
        return tuple(names) or ("",)

    def _value(self, name: tuple[str, ...]) -> None:
        if match := _STRING.match(self.text, self.position):
            self.position = match.end()
        elif self.text.startswith("[", self.position):
            self._list(name)
        elif self.text.startswith("{", self.position):
            self._inline_table(name)
        else:
            self._skip(_SCALAR)

    def _list(self, name: tuple[str, ...]) -> None:
        self.position += 1
        index = 0
        while self._skip(_BLANK) < len(self.text) and self.text[self.position] != "]":
            begin = self.position
            self._value((*name, str(index)))
            if "\n" not in self.text[begin : self.position]:
                self._note(".".join((*name, str(index))), begin, self.position)
            index += 1
            if self.text.startswith(",", self._skip(_BLANK)):
                self.position += 1
            elif self.position == begin:
                return
        self.position += 1

    def _inline_table(self, name: tuple[str, ...]) -> None:
        self.position += 1
        while self._skip(_BLANK) < len(self.text) and self.text[self.position] != "}":
            begin = self.position
            self._pair(name)
            if self.text.startswith(",", self._skip(_BLANK)):
                self.position += 1
            elif self.position == begin:
                return
        self.position += 1

    def _skip(self, pattern: re.Pattern[str]) -> int:
        match = pattern.match(self.text, self.position)
        self.position = match.end() if match else self.position
        return self.position

    def _note(self, name: str, start: int, end: int) -> None:
        line = self.text.count("\n", 0, start) + 1
        column = start - self.text.rfind("\n", 0, start)
        self.found.setdefault(name, Span(self.path, line, column, line, column + end - start))
