"""Write the lock files anew: `make lock`. Every version exact, every file by its hash, for every platform."""

import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).parents[1]
UNUSED = ("numpy", "click", "python-dotenv", "rapidfuzz")
"""What the carrier of the canon would pull in: its text is read as data and its code never runs."""
UNUSED_JUDGES = (
    *("pymupdf", "pymupdf4llm", "pymupdf-layout", "onnxruntime", "flatbuffers", "protobuf"),
    *("networkx", "psutil", "tabulate"),
)
"""What outloud compares two files with, 200 MB of it; it judges one without."""


def lock(name, note, unused, *arguments):
    """Resolve into `name`, with `note` at its head and without the `unused` packages."""
    left_out = [part for package in unused for part in ("--no-emit-package", package)]
    command = [sys.executable, "-m", "uv", "--no-config", "pip", "compile", "pyproject.toml", "--quiet", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-header", "--no-annotate"]
    done = subprocess.run([*command, *left_out, *arguments], cwd=HOME, check=True, capture_output=True, text=True)
    (HOME / name).write_text(f"# {note} Written by `make lock`.\n{done.stdout}", "utf-8")


if __name__ == "__main__":
    lock("requirements.lock", "What `make` installs: every version exact, every file by its hash.", UNUSED)
    tested = [*(package for package in UNUSED if package != "click"), *UNUSED_JUDGES]  # import-linter needs click
    lock(
        "requirements-test.lock",
        "What `make test` installs: the above, the tools that check, the readers that judge.",
        tested,
        "--extra=test",
        "--constraint=requirements.lock",
    )
    lock(
        "requirements-bench.lock",
        "What `make bench` installs: all that, and the engines to compare with.",
        tested,
        "--extra=test",
        "--extra=bench",
        "--constraint=requirements-test.lock",
    )
    lock(
        "requirements-readers.lock",
        "What `make test-readers` installs: what `make test` does, and Node for the readers that need it.",
        tested,
        "--extra=test",
        "--extra=readers",
        "--constraint=requirements-test.lock",
    )
