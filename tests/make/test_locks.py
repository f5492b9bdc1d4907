"""A new machine gets all that the project says it needs; nothing is left to what this one happens to have."""

import json
import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HOME = Path(__file__).parents[2]
PROJECT = tomllib.loads((HOME / "pyproject.toml").read_text("utf-8"))["project"]
NEEDED = PROJECT["dependencies"]
NEEDED_TO_TEST = NEEDED + PROJECT["optional-dependencies"]["test"]
NEEDED_TO_READ = NEEDED_TO_TEST + PROJECT["optional-dependencies"]["readers"]
NEEDED_TO_MEASURE = NEEDED_TO_TEST + PROJECT["optional-dependencies"]["bench"]
_LOCKED = re.compile(r"^([\w.-]+)==([^\s;\\]+)", re.MULTILINE)


def locked(name):
    """Return package → version of a lock file."""
    return {canonicalize_name(package): version for package, version in _LOCKED.findall((HOME / name).read_text())}


@pytest.mark.parametrize(
    ("lock", "needed"),
    [
        ("requirements.lock", NEEDED),
        ("requirements-test.lock", NEEDED_TO_TEST),
        ("requirements-bench.lock", NEEDED_TO_MEASURE),
        ("requirements-readers.lock", NEEDED_TO_READ),
    ],
)
def test_every_dependency_is_locked_at_a_version_that_was_asked_for(lock, needed):
    versions = locked(lock)
    asked = [Requirement(line) for line in needed]
    missing = [
        str(one) for one in asked if not one.specifier.contains(versions.get(canonicalize_name(one.name), "0.dev0"))
    ]
    assert missing == []


@pytest.mark.parametrize(
    ("smaller", "larger"),
    [
        ("requirements.lock", "requirements-test.lock"),
        ("requirements-test.lock", "requirements-bench.lock"),
        ("requirements-test.lock", "requirements-readers.lock"),
    ],
)
def test_locks_agree(smaller, larger):
    ours, theirs = locked(smaller), locked(larger)
    assert {package: theirs.get(package) for package in ours} == ours


def test_packages_for_node_are_locked_by_hash_and_name_no_address():
    readers = HOME / "tests" / "readers"
    asked = json.loads((readers / "package.json").read_text("utf-8"))["dependencies"]
    own, *packages = json.loads((readers / "package-lock.json").read_text("utf-8"))["packages"].items()
    assert own[1]["dependencies"] == asked
    assert [name for name, package in packages if not package["integrity"].startswith("sha512-")] == []
    assert [name for name, package in packages if "resolved" in package] == []
