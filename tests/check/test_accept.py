"""Accepted findings are gone, with a reason; what is accepted in vain is a finding itself."""

from pathlib import Path

from publish.check import accept
from publish.model.edition import Edition
from publish.model.finding import Span, found
from publish.model.settings import House, Settings

WARNING = found("T001", Span("text.md", 3, 1), mark="“")
ERROR = found("S003", Span("text.md", 4, 1), name="ayet")
PLACES = {"accept": Span("booklet.toml", 2, 1), "accept.0.code": Span("booklet.toml", 3, 1)}


def edition(*accepted, places=PLACES):
    accepts = [{"code": code, "reason": "Kaynakta böyle."} for code in accepted]
    return Edition(Path("oruc"), House(), Settings.model_validate({"title": "Oruç", "accept": accepts}), places)


def codes(findings, *accepted, families="MFSTA", places=PLACES):
    return [finding.code for finding in accept.apply(findings, edition(*accepted, places=places), families)]


def test_an_accepted_warning_is_gone():
    assert codes([WARNING, ERROR], "T001") == ["S003"]


def test_all_findings_of_an_accepted_code_are_gone():
    assert codes([WARNING, WARNING], "T001") == []


def test_an_error_cannot_be_accepted():
    assert codes([ERROR], "S003") == ["S003", "M022"]


def test_an_acceptance_in_vain_is_a_finding_at_its_place():
    (finding,) = accept.apply([], edition("T001"), "T")
    assert (finding.code, str(finding.span)) == ("M020", "booklet.toml:3:1")


def test_what_was_not_looked_for_is_not_accepted_in_vain():
    assert codes([], "T001", families="MF") == []


def test_an_unknown_code_is_an_error():
    assert codes([], "T999", places={}) == ["M021"]
