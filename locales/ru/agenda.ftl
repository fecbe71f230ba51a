# День сотрудника и сводки для руководителей.
command-today = сегодня: сроки, решения, кто отсутствует
agenda-today = 📅 <b>{ $weekday }, { $date }</b>
agenda-off = 🌿 Выходной день.
agenda-week = 🗓 <b>Неделя, { $dates }</b>
agenda-done = { $added ->
    [0] 🖊 За прошлую неделю { $changed ->
        [one] изменена { $changed } запись.
        [few] изменены { $changed } записи.
       *[other] изменено { $changed } записей.
    }
    [one] 🖊 За прошлую неделю добавлена { $added } запись, изменено: { $changed }.
    [few] 🖊 За прошлую неделю добавлены { $added } записи, изменено: { $changed }.
   *[other] 🖊 За прошлую неделю добавлено { $added } записей, изменено: { $changed }.
}
agenda-undecided = ⚠️ <b>Срок прошёл, решения нет</b> ({ $n })
agenda-comes = ⏳ <b>До { $date }</b> ({ $n })
agenda-still = 📝 <b>Проекты без движения</b> ({ $n })
agenda-running = 🎪 <b>Идёт сейчас</b> ({ $n })
agenda-event = { $id } { $title }
agenda-away = 🌴 <b>Отсутствуют</b> ({ $n })
agenda-until = до { $date } включительно
agenda-absence = { $name }: { $dates }. Замещает: { $deputy }
agenda-more = … и ещё { $n }: /reminders
agenda-nothing = До { $date } сроков нет, и ничто не ждёт решения.
agenda-reminders = 🔔 Напоминания
agenda-approvals = 📝 Проекты
monthly-head = 📊 <b>{ $month }</b>
monthly-concluded = { $n ->
    [0] Заключено соглашений: записей нет
   *[other] Заключено соглашений: { $n } · { $ids }
}
monthly-ended = { $n ->
    [0] Истекло соглашений: записей нет
   *[other] Истекло соглашений: { $n } · { $ids }
}
monthly-events = { $n ->
    [0] Мероприятий: записей нет
   *[other] Мероприятий: { $n } · { $ids }
}
monthly-exchanges = { $n ->
    [0] Обмен: записей нет
   *[other] Обмен, записей: { $n } · { $ids }
}
monthly-moved = Получено: { $received }, отправлено: { $sent }
monthly-soon = { $n ->
    [0] ⏳ В ближайшие 90 дней ни одно соглашение не истекает.
   *[other] ⏳ Истекают в ближайшие 90 дней: { $n } · { $ids }
}
monthly-as-of = По записям на { $date }
