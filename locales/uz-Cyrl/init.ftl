# `init`: ботни терминалда созлаш.

init-welcome = Hamkor бир дақиқада созланади. Enter босилса, қавс ичидагиси қолади.
init-botfather =
    1. Телеграмда @BotFather билан суҳбатни очинг ва /newbot деб ёзинг.
    2. Ботга одамлар кўрадиган ном ва “bot” билан тугайдиган фойдаланувчи номи беринг.
    3. BotFather 123456789:AAE… кўринишидаги токен юборади. Уни шу ерга нусхаланг.
init-token = Токен:{ " " }
init-token-good = Telegram уни танийди: @{ $name }.
init-token-known = Токен аллақачон бор: @{ $name }.
init-language = Киши ўзи танламагунча тил: uz-Latn, uz-Cyrl, ru ёки en [{ $known }]:{ " " }
init-organisation = Ташкилотингиз номи [{ $known }]:{ " " }
init-city = Шаҳар [{ $known }]:{ " " }
init-country = Давлат, икки ҳарф [{ $known }]:{ " " }
init-timezone = Вақт минтақаси [{ $known }]:{ " " }
init-written = Созламалар { $file } файлида. Бу файлни ҳеч кимга кўрсатманг: унда токен бор.
init-administrator = Бу ҳаволани биринчи бўлиб очган киши администратор бўлади (бир марта, 24 соат ичида): { $link }
init-next = Энди ботни ишга туширинг: python -m bot
refused-init-unfinished = Саволларнинг ҳаммасига жавоб берилмади. Берилган жавоблар сақланди; қайта ишга туширинг: python -m bot init
