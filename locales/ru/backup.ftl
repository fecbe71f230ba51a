# Резервная копия и восстановление.

backup-done = ✅ Резервная копия записана: { $file }
backup-holds = { $records ->
    [one] { $records } запись
    [few] { $records } записи
   *[other] { $records } записей
}, { $files ->
    [one] { $files } файл
    [few] { $files } файла
   *[other] { $files } файлов
}
restore-done = ✅ Восстановлено: реестр таков, каким был { $moment }. Ничто из того, что тогда было в пути, повторно не отправляется.

refused-backup-unreadable = Этот файл – не наша резервная копия.
refused-backup-damaged = Резервная копия повреждена: её части не совпадают с записанными. Ничего не изменено.
refused-backup-newer = Эта копия сделана более новой версией программы (схема { $revision }). Установите её.
refused-bot-running = С этим реестром работает бот. Сначала остановите его.
refused-restore-running = Реестр сейчас восстанавливается. Запустите бота после этого.
refused-registry-not-empty = В этом реестре уже есть записи. Чтобы заменить их все: --replace
