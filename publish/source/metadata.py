"""`house.toml` and `booklet.toml` as settings, and everything that is wrong with them at once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from publish.language import variants
from publish.language.typographer import RULES
from publish.model.edition import Edition
from publish.model.failure import ForbiddenError
from publish.model.finding import Finding, Span, found
from publish.model.settings import House, Settings
from publish.model.world import World
from publish.source import isbn, listed_words
from publish.source.decode import decode
from publish.source.limits import inspect_settings
from publish.source.toml_places import locate

Places = dict[str, Span]
Table = TypeVar("Table", bound=BaseModel)

_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_DATE_LIKE = re.compile(r"=\s*[\"']?\d{1,4}[-./]\d{1,2}[-./]\d{1,4}")
_UNQUOTED = re.compile(r"=\s*[^\s\"'\[{#\d+-]")
DEEPEST = 40
"""Tables and lists within each other; settings have three."""
_SHOWN = 40
"""Characters of a wrong value that a message shows."""


def read_house(path: Path, world: World) -> tuple[House | None, tuple[Finding, ...]]:
    """Return the publisher, a nameless one where there is no file.

    Finds F001, F003–F005, F010, F011, M001–M014, M019, M030, M031 and M037–M045.
    """
    house, places, findings = _read(path, world, House, missing="M019")
    if house is not None:
        findings += tuple(listed_words.inspect(house.hyphenation, places, Span(str(path))))
    return House() if [finding.code for finding in findings] == ["M019"] else house, findings


def read_settings(folder: Path, world: World) -> tuple[Settings | None, Places, tuple[Finding, ...]]:
    """Return a booklet's settings and where its keys stand. Finds what `read_house` does, M015–M018 and M023."""
    path = folder / "booklet.toml"
    settings, places, findings = _read(path, world, Settings, missing="M018")
    if settings is not None:
        findings += tuple(_isbn_findings(settings, places, Span(str(path))))
        findings += tuple(listed_words.inspect(settings.hyphenation, places, Span(str(path))))
    return settings, places, findings


def read_edition(folder: Path, world: World) -> tuple[Edition | None, tuple[Finding, ...]]:
    """Return what settings and house say of the booklet in `folder`; None where either cannot be read."""
    house, of_house = read_house(folder.parent / "house.toml", world)
    settings, places, findings = read_settings(folder, world)
    edition = Edition(folder, house, settings, places) if house and settings else None
    return edition, of_house + findings


def read_text(path: Path, world: World, missing: str = "F002") -> tuple[str | None, tuple[Finding, ...]]:
    """Return the text of a file that belongs to the source, or the finding that says why it cannot be read."""
    place = Span(str(path))
    try:
        raw = world.read(path)
    except ForbiddenError:
        return None, (found("F001", place, path=path),)
    except FileNotFoundError:
        return None, (found(missing, place, path=path, name=path.parent.name),)
    except OSError as error:
        return None, (found("F011", place, path=path, reason=error.strerror or error),)
    return decode(raw, str(path))


def _read(
    path: Path, world: World, kind: type[Table], missing: str
) -> tuple[Table | None, Places, tuple[Finding, ...]]:
    text, findings = read_text(path, world, missing)
    if text is None:
        return None, {}, findings
    try:
        _judge_depth(text)
        values = tomllib.loads(text)
    except ValueError as error:  # not only TOMLDecodeError: int() refuses a number of 5,000 digits
        return None, {}, (_syntax_finding(text, str(path), str(error)),)
    try:
        table = kind.model_validate(values)
    except ValidationError as error:
        places = locate(text, str(path))
        details = error.errors(include_url=False, include_context=True)
        return None, places, _sorted(_finding(kind, each, places, str(path)) for each in details)
    places = locate(text, str(path))
    return (
        table,
        places,
        (
            *inspect_settings(text, str(path)),
            *_unknown_rules(table, places, str(path)),
            *_unknown_forms(table, places, str(path)),
        ),
    )


def _unknown_rules(table: BaseModel, places: Places, path: str) -> Iterator[Finding]:
    """Find rules that are switched off and that nobody knows (M030)."""
    for index, row in enumerate(table.typography.off if isinstance(table, House | Settings) else ()):
        if row.rule not in RULES:
            near = get_close_matches(row.rule, RULES, n=1, cutoff=0)[0]
            place = places.get(f"typography.off.{index}.rule", Span(path))
            yield found("M030", place, rule=row.rule, near=near, known=", ".join(RULES))


def _unknown_forms(table: BaseModel, places: Places, path: str) -> Iterator[Finding]:
    """Find forms that are preferred and that no other form is known of (M031)."""
    if not isinstance(table, House | Settings):
        return
    known = variants.families(table.spelling.families)
    for wanted in table.spelling.prefer:
        if not any(variants.form_in(family, wanted) for family in known):
            keys = {variants.key(form): form for family in known for form in family}
            near = keys[get_close_matches(variants.key(wanted), keys, n=1, cutoff=0)[0]]
            yield found("M031", places.get("spelling.prefer", Span(path)), form=wanted, near=near)


def _judge_depth(text: str) -> None:
    """Raise `ValueError` for brackets within brackets without end, which would exhaust tomllib's stack."""
    depth = 0
    for match in re.finditer(r"[\[{\]}]", text):
        depth += 1 if match[0] in "[{" else -1
        if depth > DEEPEST:
            line = text.count("\n", 0, match.start()) + 1
            raise ValueError(f"(at line {line}, column {match.start() - text.rfind(chr(10), 0, match.start())})")


def _sorted(findings: Any) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: (finding.span, finding.code)))


def _syntax_finding(text: str, path: str, message: str) -> Finding:
    lines = text.split("\n")
    where = _WHERE.search(message)
    if where:
        line, column = int(where[1]), int(where[2])
    else:
        line, column = len(text.rstrip().split("\n")), 1
    row = lines[line - 1]
    place = Span(path, line, column, line, len(row) + 1)
    if re.search("overwrite|twice|mutate", message):
        return found("M013", place, row)
    if _DATE_LIKE.search(row):
        return found("M008", place, row, key=row.partition("=")[0].strip())
    if _UNQUOTED.search(row):
        return found("M014", place, row, key=row.partition("=")[0].strip())
    return found("M012", place, row)


@dataclass(frozen=True, slots=True)
class _Fault:
    """What pydantic says of one value, and where that value stands."""

    table: type[BaseModel]
    key: str
    name: str
    """The dotted name."""
    error: ErrorDetails
    span: Span

    def finding(self, code: str, **values: object) -> Finding:
        return found(code, self.span, "", key=self.name, own=self.key, **values)


def _finding(kind: type[BaseModel], error: ErrorDetails, places: Places, path: str) -> Finding:
    names = [str(part) for part in error["loc"]]
    name = ".".join(names)
    known = [places[place] for end in range(len(names), 0, -1) if (place := ".".join(names[:end])) in places]
    fault = _Fault(_table(kind, names[:-1]), names[-1], name, error, known[0] if known else Span(path))
    return _FAULTS.get(error["type"], _other)(fault)


def _table(kind: type[BaseModel], names: list[str]) -> type[BaseModel]:
    """Return the model of the table that `names` lead to."""
    for name in names:
        field = kind.model_fields.get(name)
        kind = (field and _model_in(field.annotation)) or kind
    return kind


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((model for part in get_args(annotation) if (model := _model_in(part))), None)


def _unknown(fault: _Fault) -> Finding:
    known = sorted(fault.table.model_fields)
    if near := get_close_matches(fault.key, known, n=1, cutoff=0.6):
        return fault.finding("M001", near=near[0])
    return fault.finding("M002", known=", ".join(known))


def _choice(fault: _Fault) -> Finding:
    accepted = str(fault.error["ctx"]["expected"]).replace("'", '"').replace(" or ", ", ")
    return fault.finding("M004", accepted=accepted, value=_shown(fault))


def _other(fault: _Fault) -> Finding:
    return fault.finding("M011", value=_shown(fault))


def _shown(fault: _Fault) -> str:
    text = str(fault.error["input"])
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _always(code: str) -> Callable[[_Fault], Finding]:
    return lambda fault: fault.finding(code, value=_shown(fault))


_FAULTS: dict[str, Callable[[_Fault], Finding]] = {
    "extra_forbidden": _unknown,
    "missing": _always("M003"),
    "literal_error": _choice,
    "string_type": _always("M005"),
    "tuple_type": _always("M006"),
    "model_type": _always("M007"),
    "date_type": _always("M008"),
    "date_from_datetime_inexact": _always("M008"),
    "string_too_short": _always("M009"),
    "greater_than_equal": lambda fault: fault.finding("M043", value=_shown(fault), limit=fault.error["ctx"]["ge"]),
    "less_than_equal": lambda fault: fault.finding("M044", value=_shown(fault), limit=fault.error["ctx"]["le"]),
    "float_type": _always("M045"),
    "int_type": _always("M045"),
    "string_too_long": lambda fault: fault.finding("M010", limit=fault.error["ctx"]["max_length"]),
}


def _isbn_findings(settings: Settings, places: Places, file: Span) -> list[Finding]:
    findings = []
    for key in ("isbn", "isbn_epub"):
        number = getattr(settings, key)
        if number is None:
            continue
        bare, span = isbn.digits(number), places.get(key, file)
        if bare is None:
            findings.append(found("M016", span, key=key, isbn=number))
        elif bare[-1] != isbn.check_digit(bare):
            findings.append(found("M015", span, key=key, isbn=number, digit=isbn.check_digit(bare)))
    if settings.isbn and settings.isbn_epub and isbn.digits(settings.isbn) == isbn.digits(settings.isbn_epub):
        findings.append(found("M017", places.get("isbn_epub", file), isbn=settings.isbn))
    return findings
