"""Real Turkish as it is typed, and as a book prints it: what is mended, and above all what is left alone.

`·` stands for a blank that holds, `¹` for the mark of a note.
"""

import pytest

from publish.language.typographer import RULES, mend_text
from publish.language.typographer.registry import MARK, NOTE, WORDS, mend

MENDED = {
    "quotes": [
        ('"Gel" dedi.', "“Gel” dedi."),
        ('Dedi ki: "Sabır acıdır, meyvesi tatlıdır."', "Dedi ki: “Sabır acıdır, meyvesi tatlıdır.”"),
        ('"Tengiz"in petrolü', "“Tengiz”in petrolü"),
        ('("Rusya’nın çılgın iddiaları")', "(“Rusya’nın çılgın iddiaları”)"),
        ('"Babam "gel" dedi" diye anlattı', "“Babam ‘gel’ dedi” diye anlattı"),
        ('“Babam "gel" dedi” diye anlattı', "“Babam ‘gel’ dedi” diye anlattı"),
        ("''Bir söz'' dedi", "“Bir söz” dedi"),
        ('"Bir" ve "iki", "üç"; "dört"!', "“Bir” ve “iki”, “üç”; “dört”!"),
        ('dedi:"Gel."', "dedi: “Gel.”"),
        ('19" ekran "büyük" sayılır', '19" ekran “büyük” sayılır'),
        ('"Ne?" "Hiç."', "“Ne?” “Hiç.”"),
        ('"2022" yılı', "“2022” yılı"),
        ('"...bitti" dedi', "“…bitti” dedi"),
        ('["Köşeli" ayraç]', "[“Köşeli” ayraç]"),
        ("\"Allah'ın 'Rahmân' ismi\"", "“Allah’ın ‘Rahmân’ ismi”"),
        ('"Gidelim mi?", "Gidelim."', "“Gidelim mi?”, “Gidelim.”"),
    ],
    "apostrophe": [
        ("Türkiye'nin", "Türkiye’nin"),
        ("2022'de", "2022’de"),
        ('"\'Alî geldi" dedi', "“‘Alî geldi” dedi"),
        ("%50'sini", "%50’sini"),
        ("Kur'ân-ı Kerîm'in", "Kur’ân-ı Kerîm’in"),
        ("TBMM'nin", "TBMM’nin"),
        ("Türkiye´nin", "Türkiye’nin"),
        ("Mayıs'68", "Mayıs’68"),
        ("2'nci, 3'üncü", "2’nci, 3’üncü"),
        ("15'er 15'er", "15’er 15’er"),
        ("30 °C'ye", "30·°C’ye"),
        ("2,7 milyon km²'den", "2,7·milyon km²’den"),
        ("(TBMM)'nin", "(TBMM)’nin"),
        ("'90'lar", "’90’lar"),
        ("'90'lı yıllar", "’90’lı yıllar"),
        ("ve 'l-asr", "ve ’l-asr"),
        ("'söz' dedi", "‘söz’ dedi"),
        ("'Tengiz'in petrolü", "‘Tengiz’in petrolü"),
        ("'Veli'nin' sözü", "‘Veli’nin’ sözü"),
        ("İbn 'Abbâs dedi", "İbn ‘Abbâs dedi"),
        ("'Âişe annemiz", "‘Âişe annemiz"),
        ("'Abdullah'ın oğlu", "‘Abdullah’ın oğlu"),
        ("'Osmân b. Affân", "‘Osmân b.·Affân"),
        ("bi'l-'adl", "bi’l-‘adl"),
        ("en-Nisâ' suresi", "en-Nisâ’ suresi"),
        ("cüz' olarak", "cüz’ olarak"),
        ("Bedâiu's-sanâi', 1/93; bi' dakka", "Bedâiu’s-sanâi’, 1/93; bi’ dakka"),
        ("O'Neill ve D'Artagnan", "O’Neill ve D’Artagnan"),
        ("Şu'be ve Ka'b", "Şu’be ve Ka’b"),
        ("Bed'ü'l-Vahy", "Bed’ü’l-Vahy"),
        ("(mü'minler)", "(mü’minler)"),
        ("www.ornek.com'da", "www.ornek.com’da"),
        ("Türkiye`nin, Ankara‘dan; Şu‘be, Sa‘di", "Türkiye’nin, Ankara’dan; Şu‘be, Sa‘di"),
        ("bilgi@ornek.com'a", "bilgi@ornek.com’a"),
    ],
    "ellipsis": [
        ("yayıldı... Rusya", "yayıldı… Rusya"),
        ("yayıldı. . . Rusya", "yayıldı… Rusya"),
        ("(...)", "(…)"),
        ("[...] dedi", "[…] dedi"),
        ("ne?... Hiç", "ne?… Hiç"),
        ("elma, armut...", "elma, armut…"),
        ("1923, 1938... Sonra", "1923, 1938… Sonra"),
    ],
    "dashes": [
        ("söz - söz", "söz – söz"),
        ("söz -- söz", "söz – söz"),
        ("söz --- söz", "söz — söz"),
        ("gitti--sonra", "gitti – sonra"),
        ("-Nereye gidiyorsun?", "—Nereye gidiyorsun?"),
        ("-“Eve,” dedi.", "—“Eve,” dedi."),
        ("-...", "—…"),
        ("gitti!---“Dur” dedi", "gitti! — “Dur” dedi"),
        ("-- Gel! dedi.", "—·Gel! dedi."),
        ("---Gel! dedi.", "—Gel! dedi."),
        ("Ankara - İstanbul yolu", "Ankara – İstanbul yolu"),
        ("Ankara - 2020", "Ankara – 2020"),
        ("Madde 5 - Kapsam", "Madde 5 – Kapsam"),
    ],
    "ranges": [
        ("12-15 kişi", "12–15 kişi"),
        ("1914-1918 Birinci Dünya Savaşı", "1914–1918 Birinci Dünya Savaşı"),
        ("1914-18", "1914–18"),
        ("2023-24 sezonu", "2023–24 sezonu"),
        ("s. 1-39", "s.·1–39"),
        ("(1810-1891)", "(1810–1891)"),
        ("ss. 23 - 25", "ss.·23 – 25"),
        ("1537-1538’de", "1537–1538’de"),
        ("2-3’er", "2–3’er"),
        ("[Bakara 2/255-257]", "[Bakara·2/255–257]"),
        ("2:255-257", "2:255–257"),
        ("09.30-10.30", "09.30–10.30"),
        ("09:00-17:00", "09:00–17:00"),
        ("09.00 - 17.00", "09.00 – 17.00"),
        ("1.300-1.500", "1.300–1.500"),
        ("2,5-3,5 milyon", "2,5–3,5·milyon"),
        ("%20-30", "%20–30"),
        ("10-12. sayfalar", "10–12.·sayfalar"),
        ("500-1000 kişi", "500–1000 kişi"),
        ("01.01.2020-31.12.2020", "01.01.2020–31.12.2020"),
        ("ekonomik zararın 2-3 milyar doları", "ekonomik zararın 2–3·milyar doları"),
        ("6-7 Eylül", "6–7·Eylül"),
        ("3,5-4 km", "3,5–4·km"),
        ("s.23-25; cilt:2-3; II/12-15", "s.·23–25; cilt:2–3; II/12–15"),
        ("(1432 - 1481)", "(1432 – 1481)"),
    ],
    "spaces": [
        ("söz , söz", "söz, söz"),
        ("söz  söz   söz", "söz söz söz"),
        ("Cevap : evet", "Cevap: evet"),
        ("Ne oldu ?", "Ne oldu?"),
        ("bitti .", "bitti."),
        ("(söz) ; söz", "(söz); söz"),
        ("( iki söz ) [ bir söz ]", "(iki söz) [bir söz]"),
        ("Ne ?.. Git !..", "Ne?.. Git!.."),
        ("söz\tsöz", "söz söz"),
    ],
    "missing-spaces": [
        ("elma,armut,ayva", "elma, armut, ayva"),
        ("elma ,armut", "elma, armut"),
        ("bkz.Ali, Şehir,s.12;Mehmed, c.3, A.g.e.,s.5", "bkz. Ali, Şehir, s.·12; Mehmed, c.·3, A.g.e., s.·5"),
        ("3.bölüm, 19.yy’da, XIX.yüzyıl, M.Ö.500", "3.·bölüm, 19.·yy’da, XIX.·yüzyıl, M.Ö.·500"),
        ("Müslim,“Îmân”,1; Buhârî,Îmân,28", "Müslim, “Îmân”, 1; Buhârî, Îmân, 28"),
        ("(ö.150/767), (v. 204)", "(ö.·150/767), (v.·204)"),
        ("Âişe(r.anha)", "Âişe (r.anha)"),
        ("Efendi(1840-1912), Gazzâlî(ö. 505)", "Efendi (1840–1912), Gazzâlî (ö.·505)"),
        ("yaşındaydı.O yıl, Erzurum 1970,s.12", "yaşındaydı. O yıl, Erzurum 1970, s.·12"),
        ("bitti.Sonra başladı", "bitti. Sonra başladı"),
        ("Gel!Hadi", "Gel! Hadi"),
        ("dedi,“Gel”", "dedi, “Gel”"),
        ("şöyle der:“Oku”", "şöyle der: “Oku”"),
        ("gelir;gider", "gelir; gider"),
        ("“Öyle”,dedi", "“Öyle”, dedi"),
        ("Hz.Ömer", "Hz.·Ömer"),
        ("Peygamber(s.a.v.)'in", "Peygamber (s.a.v.)’in"),
        ("II.Murad", "II.·Murad"),
    ],
    "percent": [("% 50", "%50"), ("yaklaşık % 7,5’i", "yaklaşık %7,5’i")],
    "note-marks": [
        ("söz¹. Sonra", "söz.¹ Sonra"),
        ("söz¹, sonra", "söz,¹ sonra"),
        ("söz ¹ sonra", "söz¹ sonra"),
        ("söz ¹. Sonra", "söz.¹ Sonra"),
        ("“söz¹.” Sonra", "“söz.”¹ Sonra"),
        ("“söz”¹. Sonra", "“söz”.¹ Sonra"),
        ("söz¹¹... Sonra", "söz…¹¹ Sonra"),
        ("söz. ¹ Sonra", "söz.¹ Sonra"),
    ],
    "no-break": [
        ("Hz. Muhammed", "Hz.·Muhammed"),
        ("Prof. Dr. Ahmet Er", "Prof.·Dr.·Ahmet Er"),
        ("Av. Ali Er", "Av.·Ali Er"),
        ("Doç. Dr. Ayşe", "Doç.·Dr.·Ayşe"),
        ("2,7 milyon", "2,7·milyon"),
        ("10 bin kişi", "10·bin kişi"),
        ("s. 15", "s.·15"),
        ("c. 2, s. 15", "c.·2, s.·15"),
        ("md. 4", "md.·4"),
        ("(ö. 505/1111)", "(ö.·505/1111)"),
        ("h. 1443", "h.·1443"),
        ("5 Ocak 2022’de", "5·Ocak 2022’de"),
        ("10 Muharrem", "10·Muharrem"),
        ("[Hacc 40]", "[Hacc·40]"),
        ("[Hacc 40-41]", "[Hacc·40–41]"),
        ("Bakara 2/255", "Bakara·2/255"),
        ("Bakara, 2/255", "Bakara,·2/255"),
        ("el-Hac 22/40", "el-Hac·22/40"),
        ("5 km", "5·km"),
        ("30 °C", "30·°C"),
        ("§ 4", "§·4"),
        ("№ 5", "№·5"),
        ("M. Âkif Ersoy", "M.·Âkif Ersoy"),
        ("A. H. Tanpınar", "A.·H.·Tanpınar"),
        ("II. Abdülhamid", "II.·Abdülhamid"),
        ("XIX. yüzyıl", "XIX.·yüzyıl"),
        ("5. sınıf, 19. yüzyıl", "5.·sınıf, 19.·yüzyıl"),
        ("1. baskı", "1.·baskı"),
        ("1. Dünya Savaşı’nda, 12. Bölüm", "1.·Dünya Savaşı’nda, 12.·Bölüm"),
        ("Ömer b. Hattâb", "Ömer b.·Hattâb"),
        ("M.Ö. 500", "M.Ö.·500"),
        ("MÖ 500", "MÖ·500"),
        ("100 m² arsa", "100·m² arsa"),
        ("50 TL", "50·TL"),
        ("(Tâhâ, 20/25)", "(Tâhâ,·20/25)"),
        ("‘Alak 96/1", "‘Alak·96/1"),
    ],
}
KEPT = [
    "Türkiye’nin Kur’an’ı, Şu‘be ile İbn ‘Abbâs, ‘Âişe",
    "“Söz” ve ‘söz’, «söz», „söz“",
    "2022-01-11",
    "2022-01",
    "0212 555-12-34",
    "0 (212) 555-1234",
    "Tel: 555-1234",
    "Telefon: 212-5551234",
    "ISBN 978-605-1234-56-7",
    "Nur-Sultan, Ar-Ge, Kitâb-ı Mukaddes, Âl-i İmrân",
    "F-16, B-52, Covid-19, TR-34, A4-A5",
    "Galatasaray 3-1 kazandı, maç 2-2 bitti",
    "4-4-2 dizilişi",
    "5 - 3 = 2 ve 5-3=2",
    "3-5=-2",
    "2012-5 sayılı karar",
    "sıcaklık - 5 derece",
    "x - 5",
    "-5 derece",
    "10:30, 10.30, 1.300, 2,7, 1.234.567,89",
    "5'10\" boyunda",
    '19" ekran',
    "41° 15' 30\" kuzey",
    "Türkiye' nin",
    "'Kapanmadı",
    '"Kapanmadı',
    'kapandı"',
    '"Bir söz. Sonra "iki" dedi.',
    "a.b.c, T.C., A.Ş., M.Ö.",
    "Gök ekini biçer gibi!..",
    "Ne dersin?..",
    "http://www.ornek.com/a-b?c=1,2...3 ve ornek.com/10-12",
    "bilgi_1-2@ornek.com",
    "kitap(lar), söz(ler)i",
    "noktalama işaretleri , ; : ?",
    "virgül ( , ) ve nokta ( . )",
    "Ankara : DİB, 2010 / Ahmet Er",
    "3 : 5 oranında",
    "güzel :)",
    ".NET ve .com",
    "1/2-3/4",
    "5651-A",
    "yedi ............ sekiz",
    "1...5",
    "komut --liste, a--b, 5--6",
    "-DAn eki ayrılma bildirir.",
    "-Namaz kılmak",
    "-lar eki, -Türk, 1.5, 2.3.bölüm, 3.5 yıl, „Alman“ tırnağı, [ ], [ x ]",
    "../resimler",
    "f(x,y) = 2",
    "Türk-Alman, Beşiktaş-Fenerbahçe",
    "-örnek istemez ya- dedi",
    "-lar/-ler eki",
    "2009-10",
    "1481 - 1432, 2020 - 1990 = 30, 1990 - 2020 = -30",
    "M.Âkif, T.C.",
    "Buhârî, Îmân, 1",
    "%50, 50’si",
    "Hazreti Ali, sayfa 15, kişi 5",
    "Peygamber ﷺ ve رحمه الله dedi",
    'رقم 12-15 , و ... "نعم"',
    "Cilt II",
    "hafta içi 7/24 açık, her gün, 7/24",
    "Bu böyle.",
    "",
    " ",
    "·Bir söz·",
]
CASES = [(name, *case) for name, cases in MENDED.items() for case in cases]


def mended(text, off=()):
    """Return the printed form of a line of words in which ¹ stands for the mark of a note."""
    plain = text.replace("·", "\u00a0")
    if "¹" not in text:
        return mend_text(plain, frozenset(off)).replace("\u00a0", "·")
    kinds = "".join(MARK if char == "¹" else WORDS for char in plain)
    return mend(plain.replace("¹", NOTE), kinds, frozenset(off)).text.replace(NOTE, "¹").replace("\u00a0", "·")


@pytest.mark.parametrize(("name", "typed", "printed"), CASES)
def test_what_is_typed_is_printed_as_books_print_it(name, typed, printed):
    assert mended(typed) == printed


@pytest.mark.parametrize(("name", "typed", "printed"), CASES)
def test_what_is_printed_is_not_mended_again(name, typed, printed):
    assert mended(printed) == printed


@pytest.mark.parametrize(("name", "typed", "printed"), CASES)
def test_a_rule_that_is_switched_off_does_nothing(name, typed, printed):
    acts = mend(typed, WORDS * len(typed), frozenset({name})).acts
    assert name not in {act.rule for act in acts}


@pytest.mark.parametrize("text", KEPT)
def test_what_is_right_or_doubtful_is_left_alone(text):
    assert mended(text) == text


def test_every_rule_has_its_cases():
    assert MENDED.keys() == RULES.keys()


@pytest.mark.parametrize("name", MENDED)
def test_every_rule_acts_by_itself(name):
    others = frozenset(RULES) - {name}
    assert any(mended(typed, others) != typed for typed, _ in MENDED[name])
