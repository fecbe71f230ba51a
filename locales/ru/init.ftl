# `init`: настройка бота в терминале.

init-welcome = Hamkor настраивается за минуту. Enter оставляет то, что стоит в скобках.
init-botfather =
    1. В Telegram откройте чат с @BotFather и отправьте /newbot.
    2. Дайте боту имя, которое увидят люди, и имя пользователя, которое оканчивается на «bot».
    3. BotFather ответит токеном вида 123456789:AAE… Скопируйте его сюда.
init-token = Токен:{ " " }
init-token-good = Telegram его знает: @{ $name }.
init-token-known = Токен уже есть: @{ $name }.
init-language = Язык, пока человек не выбрал свой: uz-Latn, uz-Cyrl, ru или en [{ $known }]:{ " " }
init-organisation = Название Вашей организации [{ $known }]:{ " " }
init-city = Город [{ $known }]:{ " " }
init-country = Страна, две буквы [{ $known }]:{ " " }
init-timezone = Часовой пояс [{ $known }]:{ " " }
init-written = Настройки записаны в { $file }. Никому не показывайте этот файл: в нём токен.
init-administrator = Администратором станет тот, кто первым откроет эту ссылку (один раз, в течение 24 часов): { $link }
init-next = Теперь запустите бота: python -m bot
refused-init-unfinished = Получены не все ответы. То, что Вы указали, сохранено; запустите ещё раз: python -m bot init
