# Терминал.

refused-token-missing = Ҳозирча токен йўқ. Telegramда @BotFather га ёзинг, /newbot буйруғини юборинг ва олинган токенни HAMKOR_TOKEN га (муҳитга ёки .env файлига) жойлаштиринг. Ҳаммасини Telegramсиз синаб кўриш учун: python -m bot demo
refused-token-refused = Telegram HAMKOR_TOKEN даги токенни қабул қилмади. @BotFather дан амалдагисини сўранг (/token).
refused-telegram-unreachable = { $url } манзилидаги Telegramга уланиб бўлмади.
refused-port-taken = { $port }-порт банд. Бошқасини танланг: --port N
refused-file-unreadable = { $file } файлини ўқиб бўлмади: { $reason }.
refused-batch-line = { $line }-қатор JSON объекти эмас.

check-good = ✅ { $what }
check-bad = ✖️ { $what }
check-settings = созламалар: вақт минтақаси { $zone }, тил { $language }, эслатмалар соат { $time } да
check-database = маълумотлар базаси: { $kind }, схема { $revision }, { $records } та ёзув
check-database-unreachable = маълумотлар базаси: унга уланиб бўлмади
check-integrity = маълумотлар базаси: { $faults ->
    [0] бутун
   *[other] { $faults } та хато топилди
}
check-token = Telegram: @{ $name }
check-webhook = Telegram: вебҳук ўрнатилган ({ $url }); сўров усули бошланганда у олиб ташланади
check-no-webhook = Telegram: вебҳук йўқ, сўров усули
check-locales = тиллар: { $languages } тилнинг ҳар бирида { $n } та матн
check-locales-missing = тиллар: { $n } та матн етишмайди
check-clock = соат: { $time }, { $zone }
