"""Booklets put together by hand, to make e-books of."""

import datetime as dt
import io
import sysconfig
from pathlib import Path

from PIL import Image

from publish.ledger import Ledger
from publish.model import block as b
from publish.model import inline as i
from publish.model.booklet import Booklet, Note
from publish.model.finding import Span
from publish.model.settings import House, Printer, Settings

ROOT = Path(__file__).parents[2]
STYLES = ROOT / "styles"
HERE = Span("text.md", 1, 1)
BASMALA = "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ"
HAJJ_22_40 = "وَلَيَنْصُرَنَّ اللَّهُ مَنْ يَنْصُرُهُ إِنَّ اللَّهَ لَقَوِيٌّ عَزِيزٌ"


def text(*parts):
    """Return a line; strings are words."""
    return tuple(i.Text(part, HERE) if isinstance(part, str) else part for part in parts)


def paragraph(*parts):
    return b.Paragraph(text(*parts), HERE)


def heading(level, words, identifier):
    return b.Heading(level, text(words) if isinstance(words, str) else words, identifier, HERE)


def arabic(words):
    return i.Arabic(words, HERE)


def mark(label, number):
    return i.NoteMark(label, number, HERE)


def link(target, words):
    return i.Link(target, text(words), HERE)


def note(label, number, *blocks):
    return Note(label, number, blocks, HERE)


def figure(path, alt="Bir baskı makinesi", caption=()):
    return b.Figure(path, alt, caption, HERE)


def picture(kind="PNG", size=(12, 8)):
    """Return a small picture."""
    file = io.BytesIO()
    Image.new("RGB", size, (90, 60, 30)).save(file, kind)
    return file.getvalue()


def booklet(folder, *blocks, notes=(), name="deneme", house=None, **settings):
    """Return a booklet whose pictures lie in `folder`."""
    settings = {"title": "Hurufattan Ekrana", **settings}
    house = house or House(name="Örnek Yayınları")
    return Booklet(folder, house, Settings.model_validate(settings), {}, name, blocks, tuple(notes), None)


def world(*folders):
    """Return a world that may read `folders`, the styles and the fonts."""
    return Ledger((*folders, STYLES, Path(sysconfig.get_path("purelib"))), ROOT / "build" / ".cache")


def rich(folder):
    """Return a booklet with everything a booklet can have."""
    for name, content in {
        "Foto ğ 1.png": picture(),
        "foto g 1.jpg": picture("JPEG"),
        "çizim.svg": b'<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="3"/></svg>',
    }.items():
        (folder / name).write_bytes(content)
    return booklet(
        folder,
        *_opening(),
        *_questions(),
        *_everything_else(),
        notes=(
            note("a", 1, paragraph("Bkz. ", arabic("القرآن"), " maddesi."), paragraph("İkinci paragraf.")),
            note("b", 2, paragraph("Notun notu", mark("c", 3), ".")),
            note("c", 3, b.Quote((paragraph("Alıntıyla başlayan not."),), HERE)),
        ),
        name="zengin",
        house=House(
            name="Örnek & Oğulları Yayınları",
            city="İstanbul",
            address="Bâbıâli Cad. 1",
            certificate="12345",
            web="www.ornek.example",
            printer=Printer(name="Örnek Matbaa", certificate="54321"),
        ),
        title="Matbaa ve «القلم» Üzerine",
        subtitle="Sorular ve <cevaplar>",
        series="Soru Cevap Dizisi",
        authors=("Ayşe Örnek", "İsmail Iğdır"),
        translator="Çağrı Öz",
        editor="Ümit Şen",
        date=dt.date(2026, 11, 22),
        edition="1. baskı",
        isbn="978-0-306-40615-7",
        rights="© Örnek Yayınları",
        description="Matbaanın kısa tarihi & bugünü.",
        subjects=("Tarih", "Matbaa"),
        epub={"certified_by": "Örnek & Denetim"},
    )


def _opening():
    return (
        paragraph("Önsöz yerine birkaç söz: Kazak\u00adistan, \x0bAnkara."),
        b.Label(text("Birinci kitap"), HERE),
        b.Basmala(BASMALA, HERE),
        heading(1, text("Matbaa", mark("a", 1), " ve ", arabic("القلم")), "matbaa"),
    )


def _questions():
    return (
        b.Question("Soru 1", (paragraph("Matbaa ne zaman geldi?"), paragraph("Kim getirdi?")), HERE),
        b.Answer("Cevap", (paragraph("1727’de; İbrahim Müteferrika ", arabic("رحمه الله"), " kurdu."),), HERE),
        b.Point("1-", 1, (paragraph("Birinci nokta."), b.Point("A-", 2, (paragraph("Alt nokta."),), HERE)), HERE),
        heading(2, "Vankulu Lügati", "vankulu"),
        paragraph(
            "İlk kitap ",
            link("#sayfa-duzeni", "1729’da"),
            " basıldı ",
            i.Source(text("(06.01.2022 Anadolu Ajansı)"), HERE),
            mark("b", 2),
        ),
        b.Question("Soru 2", (b.Items(None, ((paragraph("Nerede?"),),), HERE),), HERE),
        b.Answer("Cevap", (), HERE),
        b.Verse(
            "Hacc 40",
            (i.Reference(22, 40, 40),),
            (paragraph(arabic(HAJJ_22_40)),),
            (paragraph("“Meal.”"),),
            False,
            HERE,
        ),
        b.Passage((paragraph(arabic("الحمد لله")),), (), HERE),
    )


def _everything_else():
    foreign = i.Foreign("en", text("Washington Post"), HERE)
    inlines = (
        i.Emphasis(text("vurgu"), HERE),
        i.Strong(text("kalın ", arabic("الله")), HERE),
        i.Code("::: ayet ﴿الله﴾", HERE),
        i.Whole("GSYİH", HERE),
        i.Whole("https://ornek.example/uzun/yol/sayfa.html", HERE),
        i.Citation("[Bakara 2/255]", HERE, (i.Reference(2, 255, 255),)),
        i.LineBreak(HERE),
        foreign,
        mark("a", 1),
    )
    return (
        heading(1, text("Sayfa ", link("https://ornek.example/", "düzeni")), "sayfa-duzeni"),
        paragraph(*inlines, link("https://ornek.example/?a=1&b=2", "dışarı"), link("#yok", "ölü bağ")),
        heading(3, "Atlanan düzey", "atlanan"),
        heading(2, text(arabic("البسملة")), "besmele"),
        figure("Foto ğ 1.png", caption=text("Müteferrika’nın ", arabic("مطبعة"), " makinesi")),
        figure("foto g 1.jpg"),
        figure("çizim.svg", alt="Bir daire"),
        b.Table(
            (text("Yıl"), text("Kitap")),
            ((text("1729"), text("Vankulu & ", arabic("صحاح"))), (text("1730"), text("Tarih-i Hind"))),
            ("right", ""),
            HERE,
        ),
        b.Items(3, ((paragraph("üç"),), (paragraph("dört"),)), HERE),
        b.Listing(f"::: arabic\n{BASMALA}\n:::", HERE),
        b.Break(HERE),
        b.Quote((paragraph("Bir alıntı."),), HERE),
    )


def plain(folder):
    """Return the poorest booklet: no heading, no Arabic, no picture, no date."""
    return booklet(folder, paragraph("Yalnız bir paragraf."), name="sade", house=House())
