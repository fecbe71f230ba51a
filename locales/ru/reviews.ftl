# Отчёты: что прочитано из связного текста и просматривается до сохранения.

review-reading = ⏳ Читаю: { $name } …
review-progress = ⏳ Читаю: { $name } – { $percent } %
review-pasted = Ваш текст
review-one = 📄 В Вашем тексте найден один факт.
review-nothing = 📄 Фактов для реестра в нём не найдено.
review-head = 📄 <b>{ $name }</b>: { $n ->
    [one] прочитана { $n } запись
    [few] прочитано { $n } записи
   *[other] прочитано { $n } записей
}. Без Вашего ✅ ничего не сохраняется.
    { $counts }
review-count-new = 🔹 новых: { $n }
review-count-lacking = ✏️ надо дополнить: { $n }
review-count-known = 🔁 уже в реестре: { $n }
review-count-saved = ✅ сохранено: { $n }
review-count-dropped = ✖️ отложено: { $n }
review-mark-new = 🔹
review-mark-lacking = ✏️
review-mark-known = 🔁
review-mark-saved = ✅
review-mark-dropped = ✖️
review-line = { $mark } <b>{ $n }. { $form }</b>: { $said }
review-quote = <i>«{ $quote }»</i>
review-known-as = 🔁 Похоже, это уже есть в реестре: { $ids }
review-saved-as = Сохранено: { $ids }
review-item = { $mark } <b>{ $n }. { $form }</b> · { $name }
review-refused = Не удалось сохранить, остались в списке: { $n }
review-closed = ✖️ Список закрыт. Всё, что Вы из него сохранили, остаётся.
button-save-all = ✅ Сохранить все новые ({ $n })
button-close-review = ✖️ Закрыть список
button-complete = ✏️ Дополнить
button-leave-out = ✖️ Не сохранять
button-take-back = ↩️ Вернуть
button-to-list = ⬅️ К списку
refused-review-gone = Этого списка больше нет. Пожалуйста, отправьте отчёт ещё раз.
refused-review-done = Здесь больше нечего сохранять.
refused-document-unreadable = Этот файл не удалось прочитать как текст. Пожалуйста, сохраните его в формате .docx или .txt и отправьте ещё раз.
refused-document-locked = Это старый документ Word или документ, защищённый паролем. Пожалуйста, сохраните его в формате .docx без пароля и отправьте ещё раз.
