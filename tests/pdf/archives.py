"""Judges of a reading PDF that are not ours: archives (PDF/A), readers who cannot see (PDF/UA), and qpdf."""

import subprocess

import outloud
import page

from tests.tracing import untraced

ACCEPTED = {
    "TXT-004": "a glyph is a letter in its place, and a code is one character: many codes mean the same vowel mark",
    "ORD-001": "pictures and the signs of lists are painted behind the lines; the tags keep the order of reading",
    "LNK-010": "an address that an author shows as an example leads nowhere on purpose",
}
"""What outloud may warn of, with the reason."""


@untraced
def complaints(path, profile="2a"):
    """Return what judges find wrong with the PDF at `path`, an archive's of that profile and accessible."""
    found = [
        f"{failure.rule_id}: {failure.message}"
        for which in (profile, "ua1")
        for failure in page.validate_pdf(str(path), profile=which).failures
    ]
    heard = outloud.check(str(path))
    found += [heard.error] if heard.error else []
    found += [f"{one.rule}: {one.message} ({one.evidence})" for one in heard.findings if _counts(one)]
    syntax = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return found + [
        line for line in (syntax.stdout + syntax.stderr).splitlines() if "WARNING" in line or "rror:" in line
    ]


def _counts(finding):
    return finding.severity == "error" or (finding.severity == "warning" and finding.rule not in ACCEPTED)
