# `init`: botni terminalda sozlash.

init-welcome = Hamkor bir daqiqada sozlanadi. Enter bosilsa, qavs ichidagisi qoladi.
init-botfather =
    1. Telegramda @BotFather bilan suhbatni oching va /newbot deb yozing.
    2. Botga odamlar koʻradigan nom va “bot” bilan tugaydigan foydalanuvchi nomi bering.
    3. BotFather 123456789:AAE… koʻrinishidagi token yuboradi. Uni shu yerga nusxalang.
init-token = Token:{ " " }
init-token-good = Telegram uni taniydi: @{ $name }.
init-token-known = Token allaqachon bor: @{ $name }.
init-language = Kishi oʻzi tanlamaguncha til: uz-Latn, uz-Cyrl, ru yoki en [{ $known }]:{ " " }
init-organisation = Tashkilotingiz nomi [{ $known }]:{ " " }
init-city = Shahar [{ $known }]:{ " " }
init-country = Davlat, ikki harf [{ $known }]:{ " " }
init-timezone = Vaqt mintaqasi [{ $known }]:{ " " }
init-written = Sozlamalar { $file } faylida. Bu faylni hech kimga koʻrsatmang: unda token bor.
init-administrator = Bu havolani birinchi boʻlib ochgan kishi administrator boʻladi (bir marta, 24 soat ichida): { $link }
init-next = Endi botni ishga tushiring: python -m bot
refused-init-unfinished = Savollarning hammasiga javob berilmadi. Berilgan javoblar saqlandi; qayta ishga tushiring: python -m bot init
