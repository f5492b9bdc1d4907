"""Rules where a folder with expected findings would say too little: sizes, permissions, places."""

import io

import pytest
from PIL import Image

from publish.check import svg
from publish.check.judge import judge
from publish.check.registry import RULES
from publish.check.rules import images
from publish.ledger import Ledger
from publish.model.finding import Span, catalogue
from publish.model.settings import House
from publish.source import booklet

HERE = Span("text.md", 1, 1)


def judged(folder, text, ledger=None):
    (folder / "booklet.toml").write_text('title = "x"', "utf-8")
    (folder / "text.md").write_text(text, "utf-8")
    ledger = ledger or Ledger([folder], folder)
    read, _ = booklet.read(folder, House(name="x"), ledger)
    return judge(read, ledger)


def png(size=(4, 4)):
    content = io.BytesIO()
    Image.new("L", size).save(content, "PNG")
    return content.getvalue()


def test_an_image_of_many_bytes_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(images, "MAX_BYTES", 10)
    (tmp_path / "a.png").write_bytes(png())
    (finding,) = judged(tmp_path, "![a](a.png)")
    assert finding.code == "F015"


def test_an_image_that_may_not_be_read_is_a_finding(tmp_path):
    class Locked(Ledger):
        def read(self, path):
            if path.suffix == ".png":
                raise PermissionError(13, "Permission denied")
            return super().read(path)

    (finding,) = judged(tmp_path, "![a](a.png)", Locked([tmp_path], tmp_path))
    assert finding.code == "F011"


def test_an_image_shown_twice_is_judged_once(tmp_path):
    assert len(judged(tmp_path, "![a](yok.png)\n\n![b](yok.png)")) == 1


@pytest.mark.parametrize("path", ["a" * 5000 + ".png", "x/../yok.png", "%2e%2e/x.png", "C:\\x.png", "a\\b.png"])
def test_odd_paths_are_just_not_there(tmp_path, path):
    assert [finding.code for finding in judged(tmp_path, f"![a](<{path}>)")] in (["F002"], ["F011"])


def test_a_loop_of_links_is_just_not_there(tmp_path):
    (tmp_path / "a.png").symlink_to("b.png")
    (tmp_path / "b.png").symlink_to("a.png")
    assert [finding.code for finding in judged(tmp_path, "![a](a.png)")] in (["F002"], ["F011"])


def test_a_picture_of_a_telephone_is_a_jpeg(tmp_path):
    content = io.BytesIO()
    Image.new("RGB", (8, 8)).save(content, "MPO", save_all=True, append_images=[Image.new("RGB", (8, 8))])
    (tmp_path / "a.jpg").write_bytes(content.getvalue())
    assert judged(tmp_path, "![a](a.jpg)") == ()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg/",
        b"\x1f\x8b\x08gzip",
        b"<svg>&undefined;</svg>",
        b'<?xml version="1.0" encoding="yok"?><svg xmlns="http://www.w3.org/2000/svg"/>',
        b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 300 + b"</g>" * 300 + b"</svg>",
        b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd"><svg xmlns="http://www.w3.org/2000/svg"><a href="//x"/></svg>',
    ],
)
def test_a_hostile_svg_is_an_error(content):
    assert {finding.code for finding in svg.faults(content, "a.svg", HERE)} <= {"F014", "F017"}
    assert svg.faults(content, "a.svg", HERE)


def test_findings_come_in_order_of_place(tmp_path):
    findings = judged(tmp_path, "## x\n\n[a](b)\n\n![a](yok.png)\n\n“x\n")
    assert [finding.code for finding in findings] == ["S030", "S029", "F002", "T001"]
    assert [finding.span for finding in findings] == sorted(finding.span for finding in findings)


def test_every_rule_names_the_codes_it_finds():
    assert RULES
    for rule in RULES:
        assert any(code in rule.__doc__ for code in catalogue()), rule.__name__
