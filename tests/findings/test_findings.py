"""One folder a rule: what is found in it is what its expected.txt says, place, code and words."""

from pathlib import Path

import pytest

from publish.check import accept
from publish.check.judge import judge
from publish.language.scripture import filling
from publish.ledger import Ledger
from publish.model.settings import House
from publish.source import booklet, metadata

CASES = sorted(path.parent for path in Path(__file__).parent.glob("*/expected.txt"))
HOUSE = House(name="Deneme Yayınevi")


def judged(folder, ledger):
    house, findings = HOUSE, ()
    if (folder / "house.toml").exists():
        house, findings = metadata.read_house(folder / "house.toml", ledger)
    read, found = booklet.read(folder, house or HOUSE, ledger)
    findings += found
    if read is None:
        return findings
    read, found = filling.set_verses(read)
    findings += found + judge(read, ledger)
    return accept.apply(findings, read, "MFSTA")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_booklet_gets_the_findings_it_deserves(case, tmp_path, monkeypatch, update_goldens):
    monkeypatch.chdir(case)
    findings = judged(Path(), Ledger([Path()], tmp_path))
    told = "".join(f"{finding.span}: {finding.code}: {finding.message('tr')}\n" for finding in findings)
    golden = case / "expected.txt"
    if update_goldens:
        golden.write_text(told, "utf-8")
    assert told == golden.read_text("utf-8")
    assert case.name[:4] in told or case.name.startswith("clean")
