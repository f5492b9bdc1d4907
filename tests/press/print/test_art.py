"""What an author draws reaches the plates: pictures behind pages, gradients, opacity, drawings, photographs."""

import pytest
from PIL import Image

from tests.pdf.samples import laid
from tests.press.print import judge
from tests.press.print.samples import printed

STYLE = """
@page :first { background: url(images/photo.jpg) center / cover fixed }
@page text { background: linear-gradient(to bottom, #e0f0ff, #ffd 60%, #fed) fixed }
h1 { color: #8b0000; background: repeating-linear-gradient(45deg, #eee, #eee 2px, #fff 2px, #fff 6px) }
blockquote { background: rgba(0, 128, 0, 0.3); opacity: 0.8 }
p strong { color: lab(50% 60 30) }
figcaption { color: oklch(0.6 0.2 250) }
p em { color: device-cmyk(0 1 1 0) }
"""
TEXT = """# Bir

**Kalın** ve *eğik* söz.

> Alıntı

![foto](images/photo.jpg "Foto")

![saydam](images/glass.png "Saydam")

![dört renk](images/inks.jpg "Dört renk")

![çizim](images/drawing.svg "Çizim")
"""
DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="90" height="40">
<defs><radialGradient id="g"><stop offset="0" stop-color="#ff0"/><stop offset="1" stop-color="#00f" stop-opacity="0.2"/>
</radialGradient><mask id="m"><rect width="90" height="40" fill="#888"/></mask>
<pattern id="p" width="9" height="9" patternUnits="userSpaceOnUse"><circle cx="4" cy="4" r="3" fill="#0a0"/></pattern>
</defs>
<rect width="90" height="40" fill="url(#g)"/><rect width="30" height="40" fill="#c0f" mask="url(#m)"/>
<rect x="50" width="30" height="40" fill="url(#p)" stroke="#333"/></svg>"""


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("kitap")
    images = folder / "deneme" / "images"
    images.mkdir(parents=True)
    ramp = Image.linear_gradient("L").resize((90, 60))
    across = ramp.transpose(Image.Transpose.ROTATE_90).resize((90, 60))
    Image.merge("RGB", (ramp, across, Image.new("L", (90, 60), 90))).save(images / "photo.jpg")
    Image.merge("CMYK", (ramp, across, across, ramp)).save(images / "inks.jpg")
    Image.merge("RGBA", (ramp, across, ramp, across)).save(images / "glass.png")
    (images / "drawing.svg").write_text(DRAWING, "utf-8")
    pdf, findings = laid(folder, TEXT, 'title = "Deneme"', STYLE)
    assert [finding.code for finding in findings if finding.code[0] in "FP"] == []
    return pdf


@pytest.fixture(scope="module", params=["black", "cmyk"])
def files(request, book, tmp_path_factory):
    made, findings = printed(book, ink=request.param)
    assert findings == ()
    path = tmp_path_factory.mktemp("baskı") / "x.pdf"
    path.write_bytes(made)
    return request.param, path, judge.plates(path.parent, path)


@pytest.mark.untraced
def test_all_of_it_is_in_the_inks_of_the_job(files):
    ink, path, plates = files
    assert judge.checked(path) == ""
    used = [max(extremes[1] for extremes in plate.getextrema()[:3]) for plate in plates]
    assert set(used) == {0} if ink == "black" else max(used) > 200
    for page in judge.read(path.read_bytes()).pages:
        assert judge.choices(page) <= {"cs", "scn", "g"}
    spaces = {str(table.get("/ColorSpace")) for table in judge.tables(path) if table.get("/Subtype") == "/Image"}
    assert spaces <= {"/DeviceGray", "/DeviceCMYK"}


def test_no_spot_has_too_much_ink(files):
    assert max(judge.most_ink(plate) for plate in files[2]) <= 280


def test_art_reaches_over_the_trim_on_every_side(files):
    first = files[2][0]
    middle = first.width // 2, first.height // 2
    edges = (1, middle[1]), (first.width - 2, middle[1]), (middle[0], 1), (middle[0], first.height - 2)
    assert all(sum(first.getpixel(place)) > 0 for place in edges)
    assert sum(files[2][2].getpixel((middle[0], first.height - 2))) > 0


def test_pages_that_blend_say_in_what(files):
    for page in judge.read(files[1].read_bytes()).pages:
        assert page.get("/Group", {}).get("/CS", "/DeviceCMYK") == "/DeviceCMYK"
    groups = [table["/Group"]["/CS"] for table in judge.tables(files[1]) if "/CS" in (table.get("/Group") or {})]
    assert set(groups) <= {"/DeviceCMYK", "/DeviceGray"}
