# Terminal.

refused-token-missing = Hozircha token yoʻq. Telegramda @BotFather ga yozing, /newbot buyrugʻini yuboring va olingan tokenni HAMKOR_TOKEN ga (muhitga yoki .env fayliga) joylashtiring. Hammasini Telegramsiz sinab koʻrish uchun: python -m bot demo
refused-token-refused = Telegram HAMKOR_TOKEN dagi tokenni qabul qilmadi. @BotFather dan amaldagisini soʻrang (/token).
refused-telegram-unreachable = { $url } manzilidagi Telegramga ulanib boʻlmadi.
refused-port-taken = { $port }-port band. Boshqasini tanlang: --port N
refused-file-unreadable = { $file } faylini oʻqib boʻlmadi: { $reason }.
refused-batch-line = { $line }-qator JSON obyekti emas.

check-good = ✅ { $what }
check-bad = ✖️ { $what }
check-settings = sozlamalar: vaqt mintaqasi { $zone }, til { $language }, eslatmalar soat { $time } da
check-database = maʼlumotlar bazasi: { $kind }, sxema { $revision }, { $records } ta yozuv
check-database-unreachable = maʼlumotlar bazasi: unga ulanib boʻlmadi
check-integrity = maʼlumotlar bazasi: { $faults ->
    [0] butun
   *[other] { $faults } ta xato topildi
}
check-token = Telegram: @{ $name }
check-webhook = Telegram: vebhuk oʻrnatilgan ({ $url }); soʻrov usuli boshlanganda u olib tashlanadi
check-no-webhook = Telegram: vebhuk yoʻq, soʻrov usuli
check-locales = tillar: { $languages } tilning har birida { $n } ta matn
check-locales-missing = tillar: { $n } ta matn yetishmaydi
check-clock = soat: { $time }, { $zone }
