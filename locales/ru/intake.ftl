# Импорт собственных таблиц: что значат столбцы и что будет сохранено.

command-import = загрузить записи из файла Excel
intake-send-file = 📥 Пожалуйста, отправьте таблицу: .xlsx, .ods или .csv. Заголовки могут быть на любом из наших языков и в любом порядке; до сохранения я покажу, как я её понимаю.
intake-opening = ⏳ Открываю { $file } …
intake-checking = ⏳ Сверяю { $file } с реестром …
intake-progress = ⏳ Сверяю { $file } с реестром – { $percent } %
intake-saving = ⏳ Сохраняю { $file } …
intake-head = 📊 <b>{ $file }</b> · лист «{ $sheet }» ({ $n } из { $of }) · { $rows ->
    [one] { $rows } строка
    [few] { $rows } строки
   *[other] { $rows } строк
}
intake-kind = Каждая строка – это: <b>{ $kind }</b>
intake-left-out = Этот лист пропускается.
intake-leave-out = пропустить этот лист
intake-heading-row = Заголовки: строка { $row }
intake-column = { $column } «{ $heading }» → { $target }
intake-way = Все строки: { $way }
intake-not-taken = не брать
intake-lacking = ❗ Не хватает: { $names }. Нажмите на столбец, где это указано.
intake-samples = Первые строки:
intake-which-kind = Что записано в строках листа «{ $sheet }»?
intake-which-column = Что означает столбец { $column } «{ $heading }»?
intake-which-way = В каком направлении передано всё, что указано на этом листе?
intake-sheet-partners = партнёры
intake-sheet-agreements = соглашения
intake-sheet-exchanges = обмен
intake-sheet-events = мероприятия
intake-sheet-participants = участники
intake-sheet-programmes = программы
intake-outcome = 📊 <b>{ $file }</b>
intake-alike = 🔁 Возможные повторы, без Вашего решения не сохраняются: { $n }
intake-dropped = ✖️ Файл отложен. Ничего не сохранено.
button-intake-kind = 🗂 { $kind }
button-intake-way = ↔️ Направление
button-intake-try = ▶️ Посмотреть, что получится
button-intake-drop = ✖️ Не загружать этот файл
button-intake-save = ✅ Сохранить ({ $n })
button-intake-save-alike = ✅ Сохранить вместе с повторами ({ $n })
field-copies-received = Получено экземпляров
field-copies-sent = Отправлено экземпляров
field-from = Начало
field-until = Окончание
note-row-total = это строка с итогом, она не взята
note-looks-like = возможно, это уже есть в реестре: { $ids }
note-taken-for = «{ $value }» понято как партнёр «{ $name }»
note-partner-new = новый партнёр: «{ $value }»
refused-import-gone = Работа с этим файлом закончена. Пожалуйста, отправьте его снова командой /import.
refused-import-kind = Для импорта отправьте, пожалуйста, таблицу: .xlsx, .ods или .csv.
refused-partner-is-place = «{ $value }» – это место. Какое учреждение там имеется в виду?
refused-workbook-empty = В этой таблице ничего нет.
refused-workbook-not-table = Этот файл не удалось прочитать как таблицу. Пожалуйста, сохраните его в формате .xlsx, .ods или .csv и отправьте ещё раз.
