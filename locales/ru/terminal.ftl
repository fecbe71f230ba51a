# Терминал.

refused-token-missing = Токена пока нет. Напишите @BotFather в Telegram, отправьте /newbot и поместите полученный токен в HAMKOR_TOKEN (в окружение или в файл .env). Попробовать всё без Telegram: python -m bot demo
refused-token-refused = Telegram не принимает токен из HAMKOR_TOKEN. Запросите действующий у @BotFather (/token).
refused-telegram-unreachable = Telegram по адресу { $url } недоступен.
refused-port-taken = Порт { $port } занят. Выберите другой: --port N
refused-file-unreadable = Файл { $file } не удалось прочитать: { $reason }.
refused-batch-line = Строка { $line } не является объектом JSON.

check-good = ✅ { $what }
check-bad = ✖️ { $what }
check-settings = настройки: часовой пояс { $zone }, язык { $language }, напоминания в { $time }
check-database = база данных: { $kind }, схема { $revision }, { $records ->
    [one] { $records } запись
    [few] { $records } записи
   *[other] { $records } записей
}
check-database-unreachable = база данных: недоступна
check-integrity = база данных: { $faults ->
    [0] исправна
    [one] найдена { $faults } ошибка
    [few] найдено { $faults } ошибки
   *[other] найдено { $faults } ошибок
}
check-token = Telegram: @{ $name }
check-webhook = Telegram: установлен вебхук ({ $url }); с началом опроса он будет снят
check-no-webhook = Telegram: вебхука нет, опрос
check-locales = языки: { $n } текстов на каждом из { $languages } языков
check-locales-missing = языки: не хватает { $n } текстов
check-clock = часы: { $time }, { $zone }
