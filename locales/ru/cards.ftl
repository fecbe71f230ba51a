# Карточки записей.

card-head = <b>{ $form }</b> { $id }
card-head-named = { $id } <b>{ $name }</b>
card-title = <b>{ $name }</b>
card-line = { $field }: { $value }
card-reference = { $name } { $id }
card-item = { $id } { $said }
card-related = <b>{ $what }</b> ({ $n })
card-more = … и ещё { $n }

sheet-partners = Партнёры
sheet-agreements = Соглашения
sheet-approvals = Этапы согласования
sheet-exchanges = Обмены
sheet-programmes = Программы
sheet-series = Серии мероприятий
sheet-events = Мероприятия
sheet-participants = Участники
sheet-promises = Обещания
sheet-contacts = Контакты
sheet-absences = Отсутствия

# Кнопки под карточкой. Первые три копируют то, что названо.
button-copy-number = 📋 Номер
button-copy-email = 📋 Эл. почта
button-copy-phone = 📋 Телефон
button-share = ↗️ Поделиться
button-open-private = 🔒 Открыть в личном чате
