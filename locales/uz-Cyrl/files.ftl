# Ёзувлар билан сақланадиган файллар.

files-waiting = 📎 { $n } та файл: { $names }
files-which = Қайси ёзув билан сақлаймиз? Танланг, қисқа рақамини ёзинг (масалан, /x12) ёки бўлган ишни ёзинг: “Кеча Варшавага 40 та китоб юбордик”.
files-kept = 📎 { $ids } ёзуви билан сақланди ({ $n } та файл): { $names }
files-caption = 📎 { $name }
    { $by }, { $at }
files-removed = 🗑 { $name } энди { $id } ёзуви билан сақланмайди.
button-files = 📎 Файллар ({ $n })
button-detach = 🗑 Ёзувдан олиб ташлаш
refused-files-none = Бу ерда ҳозир файл йўқ.
refused-file-too-large = Файл жуда катта: Telegram орқали кўпи билан { $limit } МБ қабул қилинади.
refused-file-type = Бундай файл қабул қилинмайди: { $name }. Ёзув билан расм, PDF, Word, Excel, PowerPoint ёки матн файллари сақланади.
refused-file-kind = Видео ва овозли хабарлар қабул қилинмайди. Ёзув билан расм, PDF, Word, Excel, PowerPoint ёки матн файллари сақланади.
refused-file-gone = Файлни Telegramдан олиб бўлмади. Илтимос, уни қайта юборинг.
