"""The page looks the same with the text layer and without."""

import io
import subprocess

import pytest
from PIL import Image, ImageChops, ImageFilter

from publish.pdf import text_layer
from tests.pdf.samples import laid, reader
from tests.pdf.text_layer.readers import needs_poppler
from tests.pdf.text_layer.samples import CSS, block, blocks, run, with_layer, without_layer

pytestmark = [needs_poppler, pytest.mark.untraced]
SMALL = CSS + "@page { size: 90mm 100mm; margin: 8mm }"
BODY = (
    blocks(
        [
            "وَإِذْ قَالَ رَبُّكَ لِلْمَلَـٰٓئِكَةِ إِنِّى جَاعِلٌۭ فِى ٱلْأَرْضِ خَلِيفَةًۭ ۖ قَالُوٓا۟ أَتَجْعَلُ فِيهَا مَن يُفْسِدُ فِيهَا",
            "قُلْ هُوَ اللَّهُ أَحَدٌ ۝١ اللَّهُ الصَّمَدُ ۝٢، ص ٢٥٥",
        ]
    )
    + block(" ".join(["قَالَ رَبِّ ٢٥،"] * 9), 4)  # a long line: a picture may stand far from its code
    + f"<p>Bu bölümde geçen {run('رحمه الله، ١٤')} sözü ve {run('الرَّحْمَـٰنِ الرَّحِيمِ')} sözü; sonra {run('(ﷺ)')}.</p>"
)


def picture(pdf, number=1):
    command = ["pdftoppm", "-r", "300", "-gray", "-f", str(number), "-l", str(number), "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)
    return Image.open(io.BytesIO(done.stdout))


def strayed(picture, other):
    """Return how many pixels are dark in `picture` that have nothing dark within one pixel in `other`."""
    near = other.filter(ImageFilter.MinFilter(3))
    dark = picture.point(lambda value: 255 if value < 100 else 0)
    light_near = near.point(lambda value: 255 if value > 155 else 0)
    return ImageChops.multiply(dark, light_near).histogram()[255]


@pytest.fixture(scope="module")
def pictures():
    patch = pytest.MonkeyPatch()
    return picture(without_layer(BODY, patch, SMALL)), picture(with_layer(BODY, SMALL)[0])


def test_nothing_moves_by_more_than_the_blur_of_an_edge(pictures):
    stock, ours = pictures
    assert stock.histogram()[0] > 1000
    assert (strayed(stock, ours), strayed(ours, stock)) == (0, 0)


def test_a_dot_that_moved_would_be_seen(pictures):
    stock, _ = pictures
    assert strayed(stock, ImageChops.offset(stock, 3, 0)) > 1000


BOOKLET = """
# Dua: الدُّعَاءُ

Sözün aslı الدُّعَاءُ, “çağırmak”tır.[^1] Resûlullah ﷺ ﴿إِنَّ مَعَ الْعُسْرِ يُسْرًا﴾ ayetini okudu.

[^1]: Burada رَبِّ زِدْنِي عِلْمًا، ص ١٢٣ sözüne bakılır.

::: ayet Bakara 2/186
“Kullarım sana beni sorarlarsa, ben yakınım.”
:::

| Söz | Anlamı |
|---|---|
| رَبَّنَا | Rabbimiz |

- **رَبِّ زِدْنِي عِلْمًا** sözü
"""


def test_the_pages_of_a_booklet_look_the_same(tmp_path, monkeypatch):
    ours, _ = laid(tmp_path, BOOKLET)
    with monkeypatch.context() as patch:
        patch.setattr(text_layer, "install", lambda: None)
        text_layer.uninstall()
        stock, _ = laid(tmp_path, BOOKLET)
    count = len(reader(ours).pages)
    assert count == len(reader(stock).pages) >= 3
    for number in range(3, count + 1):
        with_it, without = picture(ours, number), picture(stock, number)
        assert (strayed(without, with_it), strayed(with_it, without)) == (0, 0)
