"""Clean Turkish text to be torn: sentences written for these tests, and documents built of them."""

from __future__ import annotations

import random
from dataclasses import dataclass

SENTENCES = tuple(
    """
Kasabanın tek kitapçısı Rıfat Efendi, dükkânını her sabah ezandan hemen sonra açardı.
Vitrindeki kitapların çoğu on yıldır yerinden kıpırdamamıştı.
Matbaanın kapısından giren ilk çırak, mürekkep kokusunu ömrü boyunca unutamadı.
Kurumun 12.03.2019’da aldığı karar, üç ay sonra mahkemece iptal edildi.
Dr. Selma Aksoy’un raporunda, içme suyu şebekesinin yüzde 38’inin yenilenmesi gerektiği yazıyordu.
Hz. Ömer döneminde kurulan divan, ordunun kayıtlarını düzenli biçimde tutuyordu.
Köyün yaşlıları “Yağmur duasına çıkmadan önce kalpler barışmalı” derdi.
Belediye Başkanı Nihat Kural, “Bu köprü yalnız iki yakayı değil, iki kuşağı da birleştirecek.” dedi.
ABD-Rusya görüşmeleri Cenevre’de sessiz sedasız sürdürüldü.
Fabrikanın Ar-Ge bölümünde yirmi sekiz mühendis çalışıyor.
Yolun uzunluğu 2-3 kilometreyi geçmiyor, ama kışın yürümek neredeyse bir saat alıyor.
TBMM’nin 1924 tarihli tutanaklarında bu konuşmanın tam metni bulunmaktadır.
Oysa hiç kimse, kapının ardında bekleyen çocuğun kim olduğunu sormadı.
Neden hep aynı soruyu soruyoruz?
Ne kadar da çabuk geçti yıllar!
Tarlalar boş kaldı, değirmen sustu, çarşı tenhalaştı.
Öğretmenimiz Münevver Hanım tahtaya tek bir kelime yazdı: emek.
İstanbul’daki atölyede basılan ilk nüshalar, deri ciltli ve altın yaldızlıydı.
GSYİH’nin yüzde 4,5’i eğitime ayrılıyor, oysa ihtiyaç bunun iki katıdır.
Sayım sonuçlarına göre ilçenin nüfusu 1.300 kişi azalmıştır.
Şair, defterinin kenarına küçük harflerle “Bunu kimseye gösterme.” diye not düşmüştü.
Kütüphanedeki yazma eserlerin tıpkıbasımları artık internetten de okunabiliyor.
Anlaşma 6 Ocak 1998’de imzalandı ve aynı yılın sonunda yürürlüğe girdi.
Müellif bu bölümde رحمه الله ibaresini özellikle kullanır ve hocasını hayırla anar.
Sözün başı الحمد لله ile, sonu yine şükürle bağlanırdı.
Prof. Dr. Cemil Tan’a göre, metnin aslı bugüne ulaşmamıştır.
Bu görüşe katılmayanlar da vardır; onların delilleri aşağıda ele alınacaktır.
Zeytinliklerin ortasından geçen demiryolu, köyü ikiye bölmüştü.
Çınarın gölgesinde oturan ihtiyarlar, gelip geçene selam verirdi.
Aşağıdaki çizelgede görüldüğü gibi, fiyatlar beş yılda üç katına çıkmıştır.
Ürün bol olduğunda pazar canlanır, kıtlıkta ise herkes evine çekilirdi.
Gazetenin ilk sayısı dört sayfaydı ve yalnızca iki yüz adet basılmıştı.
Mürettiphanede çalışanların gözleri, otuz yaşına varmadan bozulurdu.
Harflerin kalıpları kurşundan dökülür, kasalara tek tek yerleştirilirdi.
Ustabaşı, provayı okumadan hiçbir formayı makineye vermezdi.
Yanlış dizilen bir satır bütün sayfayı bozabilir, günlerce süren emeği boşa çıkarabilirdi.
Vakfın senedinde, medresede okuyanların iaşesi için ayrılan gelir ayrıntılı olarak gösterilmiştir.
Denizciler pusulaya bakmadan önce gökyüzüne bakmayı öğrenirlerdi.
Komşumuz Hatice Teyze’nin anlattığına göre, o yıl kar mayıs ayına kadar erimemişti.
Uzmanlar, depremin merkez üssünün Düzce’nin 15 km kuzeyi olduğunu açıkladı.
Araştırmacılar www.ornekkurum.org.tr adresindeki verilerin eksik olduğunu belirtti.
Rapora ilişkin ayrıntılar basına yansımadı (14.05.2021 Yeni Ufuk) ve konu kapandı.
Elçilik yetkilileri iddiaları yalanladı. (03.11.2020 Doğu Postası)
Kervanlar bu vadiden geçerken bir gece konaklar, sabah erkenden yola koyulurdu.
Sabır, acele etmemek değil, doğru zamanda acele etmektir.
Nitekim ayette, zorlukla beraber bir kolaylığın bulunduğu haber verilir [İnşirâh 5].
İmam efendi hutbede kul hakkını anlattı, cemaat başını öne eğdi.
Kitabın ikinci cildi ancak yirmi yıl sonra, yazarın ölümünün ardından yayımlanabildi.
Böylesi bir kararın sonuçlarını önceden kestirmek güçtür.
Ekonomik buhran yıllarında işsizlik, büyük şehirlerde yüzde 25’i buldu.
Birleşmiş Milletler Genel Sekreteri’nin özel temsilcisi salı günü bölgeye ulaştı.
Yazıcıoğlu ailesi, değirmeni 1876’dan beri işletiyor.
Su, toprağın hafızasıdır; nereden geçtiyse orayı yeşertir.
Mektubun son satırında yalnızca bir tarih ve silik bir imza vardı.
O günlerde telefon yoktu, haberler at sırtında gelirdi.
Hiç unutmam, babam o akşam eve gülerek döndü.
Üniversite öğrencilerinin kurduğu topluluk, köy okullarına kitap taşıyor.
Yüzyıllar boyunca elden ele dolaşan bu nüsha, sonunda bir müzayedede ortaya çıktı.
Ancak her yenilik gibi bu da önce yadırgandı, sonra benimsendi.
Çocuklar ıhlamur ağacının altında toplanıp masal dinlerdi.
Ilgaz’ın eteklerinde kurulan pazarda bal, ceviz ve tarhana satılır.
Görüşmeden sonra yapılan ortak açıklamada, “Taraflar diyaloğun sürdürülmesi konusunda mutabık kalmıştır” denildi.
Mimar, kubbenin ağırlığını dört fil ayağına dağıtarak çözüm bulmuştu.
Dil, bir milletin hem hafızası hem de aynasıdır.
Elbette bunun istisnaları vardır.
Bakanlık müfettişleri, şirketin 2017-2019 yıllarındaki hesaplarını inceledi.
Sanayileşmenin getirdiği hava kirliliği, kentin doğusundaki mahalleleri yaşanmaz kılmıştı.
Bahçedeki kuyunun suyu yazın bile buz gibiydi.
Kimi tarihçiler olayı bir isyan, kimileri ise bir hak arayışı olarak görür.
Vali, heyeti makamında kabul etti ve iki saat boyunca onları dinledi.
Anayasanın 19. maddesi bu hakkı güvence altına alır.
Sergide yer alan fotoğrafların tamamı, 1950’li yıllarda çekilmiş siyah-beyaz karelerdir.
Yolcular trenin penceresinden uzaklaşan dağlara bakıyor, kimse konuşmuyordu.
Demokratikleşme sürecinin yavaşlaması, komşu ülkelerde de kaygıyla izleniyor.
Ürettikleri kumaşlar Bursa’dan Halep’e, oradan da Kahire’ye gönderilirdi.
Kâğıdın kıt olduğu dönemde, defterlerin her iki yüzü de sonuna kadar doldurulurdu.
Genelgeye göre sınavlar haziran ayının üçüncü haftasında yapılacaktır.
Hekim, hastasına ilaçtan önce umut vermesi gerektiğini bilirdi.
Olayı aydınlatmak için kurulan komisyon, çalışmalarını altı ayda tamamlayamadı.
Evin en küçüğü Zeynep, büyükannesinin sandığındaki mektupları gizlice okumuştu.
""".strip().splitlines()
)

TITLES = (
    "Matbaanın Serüveni",
    "Kurşun Harflerin İzinde",
    "Suyun ve Toprağın Hikâyesi",
    "Anadolu’da Kitap Kültürü",
    "Bir Kasabanın Elli Yılı",
    "Sabrın Öğrettikleri",
)
SERIES = ("Soru Cevap", "Ders Notları 3", "Hutbe Dizisi")
HEADINGS = (
    "İlk Yıllar",
    "Mürekkebin Yolculuğu",
    "Çıraklıktan Ustalığa",
    "Birinci kesim, köydeki değirmenciler:",
    "Özetle:",
    "Sonuç Yerine",
    "GENEL DEĞERLENDİRME",
    "Halkın Tutumu",
    "İkinci kesim ise, şehirli tüccarlardır:",
)
POEMS = (
    (
        "Bir ıslık çalınır dağ başında,",
        "Kuşlar susar, dereler dinler;",
        "Yolcunun azığı heybesinde,",
        "Gönlünde gurbetin izleri inler.",
    ),
    (
        "Kapımda bir eski fener yanar,",
        "Işığı titrek, ömrü kısa;",
        "Her gece bir yolcu onu anar,",
        "Her sabah döner bir masala.",
    ),
)
BASMALA = "بِسْمِ اللَّهِ الرَّحْمَنِ الرَّحِيمِ"
VERSE = ("إِنَّ مَعَ الْعُسْرِ يُسْرًا", "“Şüphesiz zorlukla beraber bir kolaylık vardır.”", "İnşirâh 6")


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of a clean document: what it is, and its text (the lines of a poem stand apart by a line end)."""

    kind: str
    text: str


def document(seed: int, paragraphs: int = 24, *, points: bool = True, poem: bool = False) -> tuple[Piece, ...]:
    """Build a document: title, question and answer, points, headings, paragraphs; the same for the same seed."""
    draw = random.Random(seed)
    deck: list[str] = []

    def sentence() -> str:
        if not deck:
            deck.extend(draw.sample(SENTENCES, len(SENTENCES)))
        return deck.pop()

    def prose() -> str:
        return " ".join(sentence() for _ in range(draw.choice((1, 2, 3, 4, 4, 5, 6, 7))))

    pieces = [Piece("label", draw.choice(SERIES)), Piece("title", draw.choice(TITLES))]
    if points:
        pieces += [Piece("question", "Soru: " + prose()), Piece("answer", "Cevap: " + prose())]
    headings = draw.sample(HEADINGS, len(HEADINGS))
    while sum(piece.kind in ("paragraph", "point") for piece in pieces) < paragraphs:
        choice = draw.random()
        if points and choice < 0.2:
            style = draw.choice(("123", "ABC"))
            pieces += [Piece("point", f"{mark}- {prose()}") for mark in style[: draw.choice((2, 3))]]
        elif headings and choice < 0.4 and pieces[-1].kind != "heading":
            pieces += [Piece("heading", headings.pop()), Piece("paragraph", prose())]
        else:
            pieces.append(Piece("paragraph", prose()))
        if poem and len(pieces) in (9, 10):
            pieces += [Piece("poem", "\n".join(draw.choice(POEMS))), Piece("paragraph", prose())]
    return tuple(pieces)
