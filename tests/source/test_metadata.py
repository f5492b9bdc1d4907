"""Settings: all faults at once, each with its place; and files that are no settings at all."""

import pytest

from publish.ledger import Ledger
from publish.source.isbn import check_digit, digits
from publish.source.metadata import read_house, read_settings


def settings_of(folder, text):
    (folder / "booklet.toml").write_bytes(text.encode() if isinstance(text, str) else text)
    return read_settings(folder, Ledger([folder], folder))


def test_a_booklet_needs_no_more_than_a_title(tmp_path):
    settings, places, findings = settings_of(tmp_path, 'title = " Oruç "\n')
    assert settings.title == "Oruç"
    assert settings.print.trim == "a5"
    assert places["title"].line == 1
    assert findings == ()


def test_all_faults_of_a_file_are_told_at_once(tmp_path):
    text = 'titel = "x"\nauthors = "Ali"\ndate = 2022\n[print]\ntrim = "a4"\n[[accept]]\ncode = "T001"\n'
    settings, _, findings = settings_of(tmp_path, text)
    assert settings is None
    assert [(finding.code, finding.span.line) for finding in findings] == [
        ("M003", 0), ("M001", 1), ("M006", 2), ("M008", 3), ("M004", 5), ("M003", 6),
    ]  # fmt: skip
    assert findings[1].hint("tr") == "“title” mi demek istediniz?"
    assert findings[4].hint("tr") == 'yazılabilecekler: "a5", "a6", "135x210", "140x210", "160x240"'


def test_a_key_like_no_other_gets_the_list_of_its_table(tmp_path):
    (finding,) = settings_of(tmp_path, 'title = "x"\n[quran]\nqqq = 1\n')[2]
    assert finding.hint("tr") == "burada bilinenler: citation, notice, script, translation, verse_numbers"


def test_a_key_is_known_in_its_own_table_only(tmp_path):
    (finding,) = settings_of(tmp_path, 'title = "x"\n[printer]\nname = "y"\ntrim = "a5"\n')[2]
    assert finding.hint("tr") == "burada bilinenler: address, certificate, name"


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("title = Oruç\n", "M014", 1),
        ('title = "Oruç\n', "M012", 1),
        ('title = "x"\n\ntitle = "y"', "M013", 3),
        ('title = "x"\ndate = 05.01.2022\n', "M008", 2),
        ("[" * 2000, "M012", 1),
        ("x = " + "[" * 2000 + "]" * 2000, "M012", 1),
        ("x = " + "9" * 5000, "M012", 1),
        ("x = [1,", "M012", 1),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(tmp_path, text, code, line):
    settings, _, findings = settings_of(tmp_path, text)
    assert settings is None
    assert [(finding.code, finding.span.line) for finding in findings] == [(code, line)]


def test_a_byte_order_mark_and_line_ends_of_windows_are_no_matter(tmp_path):
    settings, places, findings = settings_of(tmp_path, '\ufefftitle = "x"\r\nseries = "y"\r\n')
    assert (settings.series, places["series"].line, findings) == ("y", 2, ())


def test_a_long_wrong_value_is_not_repeated_whole(tmp_path):
    (finding,) = settings_of(tmp_path, f'title = "x"\nlanguage = "{"y" * 500}"\n')[2]
    assert len(finding.message("tr")) < 100


def test_a_library_without_a_house_file_is_told_so(tmp_path):
    _, findings = read_house(tmp_path / "house.toml", Ledger([tmp_path], tmp_path))
    assert [finding.code for finding in findings] == ["M019"]


def test_a_house_file_is_judged_like_a_booklet_file(tmp_path):
    (tmp_path / "house.toml").write_text('nam = "x"\n[printer]\nname = "y"\n', "utf-8")
    house, findings = read_house(tmp_path / "house.toml", Ledger([tmp_path], tmp_path))
    assert house is None
    assert "M001" in [finding.code for finding in findings]


def test_a_settings_file_behind_a_link_that_leads_out_is_not_read(tmp_path):
    (tmp_path / "out.toml").write_text('title = "gizli"', "utf-8")
    folder = tmp_path / "x"
    folder.mkdir()
    (folder / "booklet.toml").symlink_to("../out.toml")
    assert [finding.code for finding in read_settings(folder, Ledger([folder], tmp_path))[2]] == ["F001"]


def test_a_file_that_may_not_be_read_is_a_finding(tmp_path):
    class Locked(Ledger):
        def read(self, path):
            raise PermissionError(13, "Permission denied", str(path))

    (finding,) = read_settings(tmp_path, Locked([tmp_path], tmp_path))[2]
    assert finding.code == "F011"
    assert "Permission denied" in finding.message("tr")


@pytest.mark.parametrize("isbn", ["978-975-08-0294-2", "979-10-90636-07-1", "0-306-40615-2", "0-8044-2957-X"])
def test_the_check_digit_of_real_numbers_is_right(isbn):
    bare = digits(isbn)
    assert bare[-1] == check_digit(bare)
