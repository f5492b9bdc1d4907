"""Strings that only look like references to verses: what stands in Turkish books beside them, made from lists."""

from itertools import product

AUTHORS = (
    *("Taberî", "Râzî", "Kurtubî", "İbn Kesîr", "Zemahşerî", "Beyzâvî", "Nesefî", "Elmalılı", "Nesâî", "Müslim"),
    *("Buhârî", "Tirmizî", "Ebû Dâvûd", "İbn Mâce", "Dârimî", "Mâlik", "Ahmed b. Hanbel", "Gazzâlî", "İbn Sa‘d"),
    *("Serahsî", "Kâsânî", "İbn Âbidîn", "Muvatta", "Suyûtî", "Âlûsî", "Fahreddin er-Râzî", "İbn Hişâm", "Cevdet Paşa"),
)
PAGES = ("2/255", "22/40", "3/103-104", "5/12, 14", "10/30")
COLLECTIONS = ("Buhârî", "Müslim", "Tirmizî", "Ebû Dâvûd", "Nesâî", "İbn Mâce")
CHAPTERS = ("Îmân", "Hac", "Talâk", "Tevbe", "Cuma", "Enbiyâ", "Zekât", "Savm")
BIBLE = ("Matta 5/3", "Yuhanna 3:16", "Luka 2/14", "Markos 1:15", "Tekvin 1/1", "Çıkış 20/3", "Eyüp 1:21", "Yunus 2/1")
LAWS = ("TCK 5/2", "TMK m. 185/3", "Anayasa 10/2", "5237 sayılı Kanun 12/3", "madde 40/1", "HMK 114/1-ç", "CMK 2/1-e")
PLACES = (
    "s. 12",
    "s. 12-15",
    "sf. 40",
    "c. 2/45",
    "cilt 2, s. 255",
    "c. 3, s. 104",
    "a.g.e., s. 22",
    "vr. 40b",
    "nr. 22/40",
)
TIMES = ("10:30", "22:40", "saat 2:25", "02:55", "Cuma 13:30", "Salı 10:30-12:00", "23:59", "Cuma 9:00")
SCORES = ("3-1", "2:1", "88-40", "set 3/2", "6-4, 7-5", "4:3 oranında", "16:9", "1/3", "2/3 çoğunluk", "12/8", "90/60")
DATES = (
    "5/12/2020",
    "22.04.2020",
    "3/10/2019",
    "06.01.2022",
    "1443/2022",
    "ö. 505/1111",
    "ö. 310/923",
    "d. 1058",
    "m. 1453",
)
DIARY = ("Cuma 5", "Cuma 12", "Nisan 5", "Nisan 4/5", "Hac 2022", "Hac 1443", "Ramazan 27", "Muharrem 10", "Receb 3/4")
THINGS = (
    "Kalem 12",
    "Fil 3",
    "İnsan 70",
    "Nur 35",
    "Yusuf 12",
    "Meryem 24",
    "İbrahim 52",
    "Muhammed 38",
    "Kevser 3",
    "Tur 5",
)
NUMBERED = (
    "Madde 12",
    "Sayfa 40",
    "Cilt 2",
    "Tablo 3",
    "Resim 4",
    "Ek 12",
    "Şekil 2:1",
    "Bölüm 5/2",
    "Sayı 3/12",
    "Not 5",
)
ADDRESSES = (
    "No: 12/3",
    "Atatürk Cad. 40/5",
    "Nur Sok. 24/5",
    "Fetih Caddesi 48/2",
    "Kevser Apt. 108/1",
    "Yunus Emre 10/5",
)
PHONES = ("0312 295 70 00", "0 212 555 12 34", "444 1 555", "+90 312 295 70", "112", "155/2")
BARE = ("2/255", "2:255", "3/103-104", "22/40", "175", "1", "1/2, 3", "LPG", "2. yıl", "114 sure", "6236 ayet")
SURAHS = (
    ("Bakara", 286),
    ("Yâsîn", 83),
    ("Fâtiha", 7),
    ("Mülk", 30),
    ("Kehf", 110),
    ("İhlâs", 4),
    ("Fetih", 29),
    ("Nebe", 40),
)
COUNTS = (
    *(
        "{} suresi {} ayettir",
        "{} sûresi {} ayetten oluşur",
        "{} suresi, {} ayet uzunluğundadır",
        "{} suresi {} ayeti bulur",
    ),
    *("{} suresi {} defa okunur", "{} suresi {} sayfadır", "{} suresinin {}. sayfası", "{} suresi {}. sırada inmiştir"),
)


def lookalikes():
    """Yield strings of which none is a citation, each as it would stand in a text."""
    for author, page in product(AUTHORS, PAGES):
        yield f"({author} {page})"
        yield f"{author}, {page}"
        yield f"({author}: {page})"
        yield f"({author},{page})"
    for collection, chapter in product(COLLECTIONS, CHAPTERS):
        yield f"({collection}, {chapter}, 40)"
        yield f"({collection}, {chapter} 4; {COLLECTIONS[0]}, Savm, 2)"
    for text in (*BIBLE, *LAWS, *PLACES, *TIMES, *SCORES, *DATES, *DIARY, *THINGS, *ADDRESSES, *PHONES, *BARE):
        yield f"({text})"
        yield text
    for text in (*NUMBERED, *PLACES, *PHONES, *BARE, *LAWS):
        yield f"[{text}]"
    for (surah, verses), form in product(SURAHS, COUNTS):
        yield form.format(surah, verses)
    yield from ("[^1]", "[bkz. s. 40]", "[Hac]", "(Bakara suresi)", "(Bakkara 3/255)", "(Bakkara 999)", "[Kur’an 40]")
    yield from (
        "(bkz. 2/255)",
        "(Fetih Mah. 48/2)",
        "(Buhârî, Savm, 2; Talâk, 5)",
        "(Kadir 27)",
        "(Yusuf 3/4)",
        "(Yusuf: 12)",
        "(Nur/24)",
        "(Cuma: 13:30)",
        "(Buhârî, Talâk: 5)",
        "(Müslim, Hac/40)",
        "(Tirmizî, Hac: 22/40)",
        "Talak 65/2024 sayılı dosya",
        "Kevser suresi 3’tür",
        "Fil suresi 1998’de basıldı",
        "Bakara suresi ayetleri 286 tanedir",
        "Meryem 2/3 oranında",
        "Yunus 10:30’da geldi",
        "Yûsuf 12 yaşındaydı",
        "İbrahim 14 Mayıs’ta",
        "[Cuma 13:30]",
    )
