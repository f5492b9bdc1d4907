"""Words as Turkish publishers write them, each with what a proofreader would let stand at the end of a line.

A hyphen that they write themselves is =.
"""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publish.language.hyphenation.line_ends import LineEnd, line_ends, show
from publish.language.turkish import CONSONANTS, VOWELS, upper

FOREIGN = """
    Schröder’|in Shakespeare’|in Goethe’|nin Nietzsche’|ye Voltaire’|in Rousseau’|nun Montesquieu’|nün Baudelaire’|in
    Tchaikovsky’|nin Beethoven’|ın Wittgenstein’|ın Heidegger’|in Kierkegaard’|ın Washington’|da Manchester’|dan
    Massachusetts’|te Xinjiang’|da WhatsApp’|tan YouTube’|da Facebook’|ta Brzezinski Łukaszewicz Strauss’|un
    Kraków’|da München’|de Schopenhauer’|in Freud’|un Einstein’|ın Humboldt’|un Brockelmann’|ın Schacht’|ın
    Blachère’|in Chomsky Quebec’|te Roosevelt’|in Thatcher Byron’|un Lynch Szczecin Philippe’|in Joseph’|in Sydney’|de
    Dos-to-yevs-ki’|nin Tols-toy’|un Çe-hov’|un Puş-kin’|den He-gel’|in Nöl-de-ke’|nin Gold-zi-her’|in Şang-hay’|da
    Zü-rih’|te Mas-sig-non’|un Marks’|ın
"""
SCHOLARLY = """
    Mu-ḥam-mad al=Ġa-zā-lī al=Raḥ-mān Ab-dül-kā-dir Ab-dü’l=Kā-dir Ebü’l=Ha-sen Fah-red-dîn er=Râ-zî el=Gaz-zâ-lî
    İb-nü’l=Ara-bî Tef-sî-ru’l=Kur’ân Câ-miu’l=be-yân ed=Dür-rü’l=men-sûr Me-fâ-tî-hu’l=gayb Ki-tâ-bü’t=Tev-hîd
    Te-hâ-fü-tü’l=fe-lâ-si-fe Sa-hîh=i Kü-tüb=i Tir-mi-zî’|de Ze-mah-şe-rî’|nin el=Keş-şâf’|ında bi’l=ma‘rûf Kur’an
    Kur’an=ı Kur’ân=ı Kur’an’|daki Kur’an=î En’âm’|dan A‘râf Ra’d cüz’î kat’î sür’at bid’at mes’ele Mü’minûn Şu‘be
    ba‘s Fe-tâ-vâ=yı Me-cel-le=i Ah-kâm=ı Hüsn=i Tâ=Hâ Yâ=Sîn i‘lâ=yı
"""
SHORT = """
    TBMM’|nin T.C. T.C.’|nin vb. Prof. Dr. Prof.Dr. M.Ö. a.g.e. bkz. (s.a.v.) Hz. c.c. GSYİH’|nin KGAÖ’|nün
    UNESCO’|nun TÜBİTAK’|ın IŞİD’e SSCB’|nin AKP’|li II.’|nin XIX. 2022’|de 1.300’ü 06.01.2022 10:30’|da 10.30’|da
    %50’|sini %7,5’|lik 2,7 15’|inci 3’|üncü 1990’|ların 5’|er 12’|şer 3’e km² km’|lik 20°C 7/24 1/3’ü 2/255’|te 22:40
    m/s kg/m³ 1939=1945 45=48 C=130 F=16’|lar COVID=19’|un 11=A 4x4 CO2’|nin www|.independentarabia|.com
    isam|.org|.tr’|de bilgi|@diyanet|.gov|.tr doi|.org/|10|.1000/|xyz123 (www|.tdk|.gov|.tr).
"""
WORDS = """
    Nur=Sul-tan’|daki Ar=Ge Türk=İs-lam e=pos-ta E=dev-let’e Do-ğu=Ba-tı’|nın İmam=Ha-tip’|li Ko-vid=19
    sos-yo=eko-no-mik İl-ko-kul ba-şöğ-ret-men Ka-ra-os-ma-noğ-lu açı-or-tay ba-şağ-rı-sı mü-da-faa ma-a-le-sef ai-le
    da-i-re ta-ah-hüt ta-bi-î-dir re-is elekt-rik kont-rol prog-ram kra-li-çe stra-te-jik psi-ko-lo-ji
    transk-rip-si-yon ko-or-di-nas-yon hü-kû-met kâ-ğı-dı mah-kûm ah-lâ-kî mil-lî dî-nî İS-TAN-BUL’|DA AN-KA-RA’|NIN
    TÜR-Kİ-YE IS-PAR-TA ŞIR-NAK BÜ-YÜK-ŞE-HİR İs-tan-bul'|un Iğ-dır’a Ömer’e Ay-şe’|yle Ve-fa’|lı Ali’|ymiş
    Al-lah’|ındır Re-sû-lul-lah’|ın Te-es-süf Ko-o-pe-ra-tif No-el Re-i-sül-kut-tâb Nük-le-er Bah-çe-li-ev-ler yağ-mur
    öğ-le
"""


@pytest.mark.parametrize("shown", [word for words in (FOREIGN, SCHOLARLY, SHORT, WORDS) for word in words.split()])
def test_a_proofreader_lets_it_stand(shown):
    word = shown.replace("-", "").replace("|", "").replace("=", "-")
    assert show(word) == shown.replace("=", "-")


@pytest.mark.parametrize(
    ("word", "place"),
    [
        *(("e-posta", 2), ("C-130", 2), ("Kur’an-ı", 7), ("Hüsn-i", 5), ("Fetâvâ-yı", 7), ("11-A", 3)),
        *(("el-Enfâl", 3), ("m/s", 2), ("kg/m³", 3), ("km/sa", 3), ("ya/da", 3)),
    ],
)
def test_no_line_ends_there_though_unicode_lets_it(word, place):
    assert dict(line_ends(word, "tr"))[place] is LineEnd.NEVER


@pytest.mark.parametrize(("word", "place"), [("ve/veya", 3), ("kadın/erkek", 6), ("Tâ-Hâ", 3), ("üç-beş", 3)])
def test_a_line_may_end_there_as_unicode_lets_it(word, place):
    assert place not in dict(line_ends(word, "tr"))


LETTERS = VOWELS + CONSONANTS + upper(VOWELS) + upper(CONSONANTS)
SYLLABLES = st.tuples(
    st.sampled_from(("", *"bcçdfgğhjklmnprsştvyzḥṣṭ", "st", "kr", "tr")),
    st.sampled_from(VOWELS),
    st.sampled_from(("", *"bklmnrsştyz", "rk", "nt", "lk")),
).map("".join)
MADE = st.lists(st.one_of(SYLLABLES, st.sampled_from("-’‘'")), min_size=1, max_size=9).map("".join)
CASES = st.sampled_from((str, upper, lambda word: upper(word[:1]) + word[1:]))


@given(MADE, CASES, st.booleans(), st.sampled_from(("", "“", "(")), st.sampled_from(("", ".", ",”", "…)")))
def test_every_hyphen_leaves_a_vowel_and_two_letters_on_both_sides(word, case, decomposed, before, after):
    word = before + unicodedata.normalize("NFD" if decomposed else "NFC", case(word)) + after
    for at, end in line_ends(word, "tr"):
        left, right = (unicodedata.normalize("NFC", part) for part in (word[:at], word[at:]))
        if end is LineEnd.HYPHEN:
            for piece in (_letters(left[::-1]), _letters(right)):
                assert len(piece) >= 2, (word, at)
                assert set(piece) & set(VOWELS + upper(VOWELS)), (word, at)
            assert not unicodedata.combining(word[at])
        if end is LineEnd.BARE:
            assert left[-1] in "’‘'"
            assert len(_letters(right)) >= 2


def _letters(text):
    """Return the letters that `text` begins with, up to a hyphen or an apostrophe."""
    length = next((index for index, char in enumerate(text) if char not in LETTERS), len(text))
    return text[:length]
