# История: что изменено, когда и кем.

command-history = что недавно изменено
history-mine = 🕘 <b>Ваши последние изменения</b> ({ $n })
history-all = 🕘 <b>Последние изменения всех</b> ({ $n })
history-record = 🕘 <b>История { $id }</b> ({ $n })
history-batch = <b>{ $n }.</b> { $at } · { $name }
history-undone = <b>{ $n }.</b> { $at } · { $name } · позже отменено
history-undoing = <b>{ $n }.</b> { $at } · { $name } · отмена
history-added = ➕ { $said }
history-changed = ✏️ { $said }
history-removed = 🗑 { $said }
history-columns = … и ещё полей: { $n }
history-more = … и ещё записей: { $n }
history-file = 📎 { $name } – приложено: { $by }, { $at }
history-file-gone = 📎 { $name } – убрано: { $by }, { $at }
history-more-files = 📎 … и ещё { $n }
history-hidden = 🔒 Проекты, которые Вам не видны: { $n }
history-tab-mine = 🕘 Мои
history-tab-all = 👥 Всех
history-undo = ↩️ Отменить { $n }
history-sure = <b>Отменить всё это?</b> Записей: { $n }
history-yes = ↩️ Да, отменить
history-none-mine = Вы пока ничего не изменяли. Всё, что Вы запишете, появится здесь, и это можно будет отменить.
history-none-all = Пока ничего не изменялось.
history-none-record = О прошлом этой записи ничего не известно.
button-history = 🕘 История
