"""A folder as a booklet, a draft of one, and the schema of its settings."""

import tomllib
import typing

import pytest
from pydantic import BaseModel

from publish.check.judge import judge
from publish.language.scripture import filling
from publish.language.typographer import RULES
from publish.ledger import Ledger
from publish.model.block import Verse
from publish.model.settings import House, Settings
from publish.source import booklet, draft, metadata, schema

HOUSE = House(name="x")


def read(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name.replace("_", ".")).write_text(content, "utf-8")
    return booklet.read(folder, HOUSE, Ledger([folder], folder))


def test_a_folder_is_a_booklet(tmp_path):
    found, findings = read(tmp_path / "oruc", booklet_toml='title = "Oruç"', text_md="# Bir\n\nSöz.", style_css="p {}")
    assert findings == ()
    assert (found.name, found.settings.title, len(found.blocks), found.style) == ("oruc", "Oruç", 2, "p {}")
    assert str(found.places["title"]) == f"{tmp_path}/oruc/booklet.toml:1:1"


def test_faults_of_settings_and_text_are_told_together(tmp_path):
    _, findings = read(tmp_path / "oruc", booklet_toml='titel = "Oruç"', text_md="::: ayt\n:::")
    assert [finding.code for finding in findings] == ["M003", "M001", "S001"]


def test_a_folder_with_nothing_in_it_lacks_both_files(tmp_path):
    found, findings = read(tmp_path / "oruc")
    assert found is None
    assert [finding.code for finding in findings] == ["M018", "F002"]
    assert findings[0].hint("tr").endswith("make new NAME=oruc")


def test_a_text_that_cannot_be_read_makes_no_booklet(tmp_path):
    found, findings = read(tmp_path / "oruc", booklet_toml='title = "Oruç"', text_md="")
    assert found is None
    assert [finding.code for finding in findings] == ["F006"]


@pytest.mark.parametrize("name", ["oruç", "bir iki", "-x", "ğ"])
def test_a_folder_whose_name_no_file_should_have_is_told_a_better_one(tmp_path, name):
    _, findings = read(tmp_path / name, booklet_toml='title = "x"', text_md="Söz.")
    assert [finding.code for finding in findings] == ["M023"]


def test_a_path_with_blanks_and_turkish_letters_above_the_booklet_is_no_matter(tmp_path):
    found, findings = read(tmp_path / "benim içeriğim" / "oruc", booklet_toml='title = "x"', text_md="Söz.")
    assert found is not None
    assert findings == ()


def test_a_style_behind_a_link_that_leads_out_is_not_read(tmp_path):
    (tmp_path / "gizli.css").write_text("p {}")
    folder = tmp_path / "oruc"
    folder.mkdir()
    (folder / "style.css").symlink_to("../gizli.css")
    _, findings = read(folder, booklet_toml='title = "x"', text_md="Söz.")
    assert [finding.code for finding in findings] == ["F001"]


@pytest.mark.parametrize("title", [None, "", 'Oruç “ve” "sabır" \\ {x}\n\x7f', "  "])
def test_a_draft_builds_without_a_finding(tmp_path, title):
    library = tmp_path
    folder = library / "iman-esaslari"
    folder.mkdir()
    (library / "house.toml").write_bytes(draft.house())
    for name, content in draft.draft("iman-esaslari", title).items():
        (folder / name).write_bytes(content)
    ledger = Ledger([library], library)
    house, of_house = metadata.read_house(library / "house.toml", ledger)
    found, findings = booklet.read(folder, house, ledger)
    found, of_verses = filling.set_verses(found)
    assert (*of_house, *findings, *of_verses, *judge(found, ledger)) == ()
    assert any(isinstance(block, Verse) and block.arabic for block in found.walk())
    assert found.settings.title == ("İman esaslari" if not (title or "").strip() else 'Oruç “ve” "sabır" \\ {x}')


def test_what_a_draft_keeps_ready_is_known_to_the_settings():
    """Every line of the drafts that is commented out is a setting that would be accepted."""
    lines = draft.draft("x", "y")["booklet.toml"].decode().split("\n")
    uncommented = [line.removeprefix("# ") for line in lines if " = " in line or line.startswith(("[", "# [["))]
    text = "\n".join(line for line in uncommented if "978-…" not in line)
    settings = Settings.model_validate(tomllib.loads(text + "\n"))
    assert settings.accept[0].code == "T001"
    assert settings.typography.off[0].rule in RULES
    house = draft.house().decode().replace("# [", "[")
    known = [line.removeprefix("# ") for line in house.split("\n") if " = " in line or line.startswith("[")]
    of_house = House.model_validate(tomllib.loads("\n".join(known)))
    assert of_house.printer is not None
    assert of_house.spelling.prefer


def models(model):
    yield model
    for field in model.model_fields.values():
        yield from models_in(field.annotation)


def models_in(annotation):
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from models(annotation)
    for part in typing.get_args(annotation):
        yield from models_in(part)


def test_every_key_is_described_in_turkish():
    known = {
        (model.__name__, key) for top in (House, Settings) for model in models(top) for key in ("", *model.model_fields)
    }
    assert {(table, key) for table, keys in schema.descriptions().items() for key in keys} == known


def test_the_schemas_say_what_is_allowed():
    schemas = schema.schema()
    assert set(schemas) == {"booklet.toml", "house.toml"}
    assert schemas["booklet.toml"]["additionalProperties"] is False
    assert schemas["booklet.toml"]["required"] == ["title"]
    assert schemas["booklet.toml"]["$defs"]["Print"]["properties"]["trim"]["enum"] == [
        "a5",
        "a6",
        "135x210",
        "140x210",
        "160x240",
    ]
    assert schemas["house.toml"]["properties"]["city"]["description"] == "İç kapakta yazacak şehir."
