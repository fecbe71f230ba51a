# Файлы при записях.

files-waiting = 📎 Файлы ({ $n }): { $names }
files-which = С какой записью их сохранить? Выберите, напишите её короткий номер (например, /x12) или что произошло: «Вчера отправили в Варшаву 40 книг».
files-kept = 📎 Сохранено с записью { $ids } (файлов: { $n }): { $names }
files-caption = 📎 { $name }
    { $by }, { $at }
files-removed = 🗑 { $name } больше не хранится с записью { $id }.
button-files = 📎 Файлы ({ $n })
button-detach = 🗑 Убрать из записи
refused-files-none = Здесь сейчас нет файлов.
refused-file-too-large = Файл слишком велик: через Telegram принимается не больше { $limit } МБ.
refused-file-type = Такой файл не принимается: { $name }. С записью хранятся изображения, PDF, файлы Word, Excel, PowerPoint и текст.
refused-file-kind = Видео и голосовые сообщения не принимаются. С записью хранятся изображения, PDF, файлы Word, Excel, PowerPoint и текст.
refused-file-gone = Не удалось получить файл от Telegram. Пожалуйста, отправьте его ещё раз.
