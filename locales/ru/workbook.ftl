# Книга Excel: загрузка, выгрузка и причины отказа.

import-done = ✅ Загружено. Добавлено: { $added }, изменено: { $changed }, без изменений: { $unchanged }.
import-would = Пока ничего не записано. Будет добавлено: { $added }, изменено: { $changed }, без изменений: { $unchanged }.
import-stopped = ✖️ Ничего не записано: в книге есть ошибки ({ $faults }). Верных строк: { $rows }.
import-sheet = { $sheet }: добавлено { $added }, изменено { $changed }
import-refused = Не принято: { $n }
import-conflicts = Изменено в чате после последней выгрузки или загрузки и поэтому оставлено как есть: { $n }
import-notes = Просьба проверить: { $n }
import-at = { $place }: { $what }
import-differs = { $id } ({ $columns })
import-more = … и ещё { $n }
import-hint-partial = Чтобы всё же принять верные строки: --partial
import-hint-overwrite = Чтобы книга взяла верх: --overwrite
import-progress = { $percent } %
export-done = ✅ Записано: { $file }
export-sheet = { $sheet }: { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}

place-sheet = лист { $sheet }
place-column = лист { $sheet }, столбец { $column }
place-row = лист { $sheet }, строка { $row }
place-cell = лист { $sheet }, строка { $row }, столбец { $column }

note-sheet-unknown = такого листа в реестре нет, он не прочитан
note-column-unknown = такого столбца в реестре нет, он не прочитан
note-name-near = «{ $value }» оставлено как написано, но очень похоже на партнёра «{ $name }» ({ $id })
note-name-shared = «{ $value }» — также название партнёра «{ $name }» ({ $id })
note-member-unknown = «{ $value }» — не имя и не идентификатор в Telegram ровно одного из участников бота: пока это так, строка ничьих напоминаний не меняет
note-absence-vague = «{ $value }»: не указано, в какой день отсутствие начинается и заканчивается; строка сохранена, но ничьих напоминаний не меняет

refused-needed = Эта ячейка не может быть пустой.
refused-name-needed = Нужно название хотя бы на одном языке.
refused-too-long = Слишком длинно: не более { $limit } знаков.
refused-too-great = Число { $value } слишком велико: не более { $limit }.
refused-not-whole = «{ $value }» — не целое число (ноль или больше).
refused-country-unknown = «{ $value }» — не двухбуквенный код страны (например, UZ).
refused-word-unknown = «{ $value }» не входит в список допустимых слов: { $words }.
refused-date-unreadable = «{ $value }» — не дата. Пишется так: 2014-06-22, 2014-06, 2014, 2009/2014, 2007/.. (продолжается), 2008/ (окончание не указано).
refused-date-backwards = «{ $value }»: окончание раньше начала.
refused-not-a-term = «{ $value }» — не срок. Пишется так: 2009/2014, 2007/.. (бессрочно), 2008/ (окончание не указано).
refused-partner-unknown = Партнёра с идентификатором или названием «{ $value }» нет.
refused-partner-ambiguous = «{ $value }» — название нескольких партнёров: { $ids }. Укажите идентификатор.
refused-partner-is-us = «us» — это мы сами, а мы не партнёр.
refused-reference-unknown = Записи «{ $value }» нет.
refused-reference-refused = Запись «{ $value }» сама не принята.
refused-replaces-itself = Соглашение не может заменять само себя.
refused-id-twice = Идентификатор «{ $value }» встречается дважды.
refused-id-reserved = Идентификатор «{ $value }» имеет особое значение; выберите другой.
refused-id-clash = Номер идентификатора «{ $value }» уже принадлежит записи «{ $other }»; выберите другой.
refused-changed-since = Эту запись тем временем кто-то изменил.
refused-record-gone = Этой записи больше нет.
refused-in-use = На эту запись ссылаются другие ({ $count }): { $ids }
refused-undo-unknown = Отменять нечего.
refused-undo-done = Это уже отменено.

refused-cell-formula = Здесь стоит формула. Поставьте вместо неё значение.
refused-cell-error = Здесь ошибка (например, #Н/Д).
refused-cell-merged = Здесь объединены ячейки, и неясно, к какой строке или столбцу относится значение. Разъедините их.
refused-heading-twice = Этот заголовок встречается дважды.
refused-column-missing = { $count ->
    [0] Этого столбца нет, а без него лист прочитать нельзя.
    [one] Этого столбца нет, а он нужен для { $count } новой строки.
   *[other] Этого столбца нет, а он нужен для { $count } новых строк.
}
refused-sheet-twice = Листов с таким названием два.
refused-workbook-not-xlsx = Этот файл — не книга Excel (.xlsx).
refused-workbook-locked = Книга защищена паролем или сохранена в старом формате .xls. Сохраните её как .xlsx без пароля.
refused-workbook-damaged = Книга повреждена, прочитать её не удалось.
refused-workbook-too-large = В книге слишком много данных: не более { $limit } МБ в распакованном виде и миллиона ячеек.
refused-workbook-too-long = На листе «{ $sheet }» слишком много строк: не более { $limit }.
refused-workbook-without-sheets = В книге нет ни одного листа реестра: partners, agreements, approvals, exchanges, programmes, series, events, participants, promises, contacts, absences.

refused-database-url = HAMKOR_DATABASE_URL должен быть адресом базы SQLite или PostgreSQL.
refused-database-newer = С этой базой работала более новая версия программы (схема { $revision }). Установите её.
export-coming = ⏳ Реестр записывается в файл Excel. Когда будет готово, он придёт сюда.
export-here = 📊 Весь реестр. Файл можно править и загрузить обратно.
export-here-public = 📊 Реестр без личных контактов; из проектов на согласовании — только те, за которые отвечаете Вы. Файл можно править и загрузить обратно.
refused-export-again = Ваша роль с тех пор изменилась. Пожалуйста, запросите ещё раз: /export
