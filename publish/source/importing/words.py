"""Turkish words that the import knows one by one."""

from __future__ import annotations

from publish.language import turkish

_HELD = """
    hz dr prof doç av mr mrs st sn no bkz krş s ss c cc çev haz ed yay nşr thk ö öl m h r mah cad sok tel yrd arş gör op
    uzm öğr gen alb ist ank nu
"""
HELD = frozenset(_HELD.split())
"""Abbreviations that stand before something, so that their full stop ends no sentence."""

_HANGING = """
    ve veya ya yahut ile ki bir bu şu o her hiç en çok daha pek ne hem de da ama fakat ancak için gibi kadar
"""
HANGING = frozenset(_HANGING.split())
"""Words that a paragraph does not end with."""

_SERIES = """
    soru cevap yorum yorumu siyasi makale makaleler deneme denemeler hutbe hutbeler vaaz vaazlar bülten bülteni basın
    açıklaması duyuru ders dersler dersleri notları sohbet sohbetler sohbetleri dizi dizisi seri serisi kitaplığı
    kitapçık kitapçıkları fıkıh tefsir hadis konuşma konuşmalar röportaj fetva fetvalar risale risaleler broşür sayı
    yayınları araştırma araştırmalar inceleme incelemeler haber analiz bildiri beyan no cilt
"""
SERIES = frozenset(turkish.fold(_SERIES).split())
"""Words that names of series are made of, folded."""

_PAIRS = """
    alt-üst ana-baba anne-baba anne-kız anne-oğul arz-talep aşağı-yukarı baba-kız baba-oğul bilim-sanat boy-bos
    doğu-batı dost-düşman düşman-dost erkek-kadın gece-gündüz gelir-gider genç-yaşlı giriş-çıkış giriş-gelişme
    güney-kuzey hak-hukuk halk-devlet hoca-talebe iç-dış iyi-kötü kadın-erkek karı-koca kuzey-güney köy-kent mal-mülk
    neden-sonuç ölüm-kalım öğrenci-öğretmen öğretmen-öğrenci sağ-sol sebep-sonuç sivil-asker siyah-beyaz
    siyasi-ekonomik soru-cevap usta-çırak üretim-tüketim yakın-uzak yaz-kış zengin-fakir
"""
PAIRS = frozenset(_PAIRS.split())
"""Pairs of nouns that are written with a hyphen; each half could also be a syllable of one word."""
