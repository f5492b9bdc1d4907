"""The words that no author writes: what stands over the contents and in the imprint, in the booklet's language."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Labels:
    """Such words in one language."""

    direction: str
    """ "ltr" or "rtl": on which side a line, a page and the book begin."""
    contents: str
    imprint: str
    cover: str
    title_page: str
    text: str
    index: str
    verse_index: str
    name_index: str
    see: str
    """What stands between a name and the one to look under."""
    landmarks: str
    pages: str
    """What stands over the list of printed pages."""
    notes: str
    cited_verses: str
    """What stands over the verses that a chapter of an e-book cites."""
    note: str
    """What an index calls a place in a note; {number} stands for its number."""
    back: str
    """What a screen reader says of the way back from a note; {number} stands for its number."""
    author: str
    authors: str
    and_others: str
    translator: str
    editor: str
    translation: str
    canon: str
    """What stands before whose text the verses are."""
    publisher: str
    publisher_certificate: str
    printing: str
    printer_certificate: str
    printed: str
    electronic: str
    source: str
    """What the files are that a booklet was made from."""
    months: tuple[str, ...]
    summary: str
    """What an e-book says of its accessibility."""
    summary_other: str
    """The same of passages in another language than the booklet's."""
    summary_described: str
    summary_undescribed: str
    summary_pages: str
    """That the pages of the printed book are marked."""


TURKISH = Labels(
    direction="ltr",
    contents="İçindekiler",
    imprint="Künye",
    cover="Kapak",
    title_page="Başlık sayfası",
    text="Metin",
    index="Dizin",
    verse_index="Ayet dizini",
    name_index="Dizin",
    see="bkz.",
    landmarks="Yer işaretleri",
    pages="Basılı kitabın sayfaları",
    notes="Dipnotlar",
    cited_verses="Anılan ayetler",
    note="{number}. dipnot",
    back="{number}: metindeki yerine dön",
    author="Yazar",
    authors="Yazarlar",
    and_others="ve diğerleri",
    translator="Çeviren",
    editor="Editör",
    translation="Meal",
    canon="Ayet metni",
    publisher="Yayıncı",
    publisher_certificate="Yayıncı sertifika no",
    printing="Baskı",
    printer_certificate="Matbaa sertifika no",
    printed="basılı",
    electronic="e-kitap",
    source="Kitapçığın kaynağı",
    months=(
        "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
        "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
    ),
    summary="Metin baştan sona yapısaldır: başlıklar, içindekiler ve okuma sırası işaretlidir.",
    summary_other="Arapça bölümlerin dili ve yönü belirtilmiştir.",
    summary_described="Bütün resimlerin yazılı karşılığı vardır.",
    summary_undescribed="Bazı resimlerin yazılı karşılığı yoktur.",
    summary_pages="Basılı kitabın sayfaları işaretlidir.",
)  # fmt: skip

ARABIC = Labels(
    direction="rtl",
    contents="المحتويات",
    imprint="بيانات النشر",
    cover="الغلاف",
    title_page="صفحة العنوان",
    text="النص",
    index="الفهرس",
    verse_index="فهرس الآيات",
    name_index="فهرس الأعلام",
    see="انظر",
    landmarks="معالم الكتاب",
    pages="صفحات الكتاب المطبوع",
    notes="الحواشي",
    cited_verses="الآيات المذكورة",
    note="حاشية {number}",
    back="{number}: العودة إلى موضعها في النص",
    author="المؤلف",
    authors="المؤلفون",
    and_others="وآخرون",
    translator="المترجم",
    editor="المحرر",
    translation="ترجمة المعاني",
    canon="نص الآيات",
    publisher="الناشر",
    publisher_certificate="رقم شهادة الناشر",
    printing="الطباعة",
    printer_certificate="رقم شهادة المطبعة",
    printed="ورقي",
    electronic="إلكتروني",
    source="مصدر الكتيب",
    months=(
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ),
    summary="النص منظم كله: العناوين والمحتويات وترتيب القراءة محددة.",
    summary_other="لغة النصوص الأجنبية واتجاهها محددان.",
    summary_described="لكل الصور بديل مكتوب.",
    summary_undescribed="ليس لبعض الصور بديل مكتوب.",
    summary_pages="بدايات صفحات الكتاب المطبوع محددة.",
)  # fmt: skip


def labels(language: str) -> Labels:
    """Return the words in `language` ("tr" or "ar")."""
    return ARABIC if language == "ar" else TURKISH
