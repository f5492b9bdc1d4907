"""`publish schema`, for editors."""

import json

from publish.cli import main
from publish.model.failure import ExitCode


def test_the_schema_is_json_that_knows_every_key(capsys):
    assert main(["schema"]) == ExitCode.OK
    text = capsys.readouterr().out
    json.loads(text)
    for key in ("title", "isbn_epub", "trim", "accept", "certificate"):
        assert f'"{key}"' in text
