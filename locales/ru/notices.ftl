# Напоминания. $date — дата словами, $id — короткий номер вроде /a12, $n — число дней.

notice-head = 🔔 <b>Напоминания, { $date }</b>
notice-away = Эти напоминания накопились, пока я не работал ({ $since }). Отправляю их одним сообщением.
notice-first = { $mark } <b>{ $left }</b> — { $who }
notice-today = Сегодня
notice-left = { $n ->
    [one] Остался { $n } день
    [few] Осталось { $n } дня
   *[other] Осталось { $n } дней
}
notice-left-earliest = { $n ->
    [one] Остался минимум { $n } день
    [few] Осталось минимум { $n } дня
   *[other] Осталось минимум { $n } дней
}
notice-any-day = Со дня на день
notice-passed = { $n ->
    [one] { $n } день назад
    [few] { $n } дня назад
   *[other] { $n } дней назад
}
notice-titled = { $kind } «{ $title }»
notice-placed = { $kind }, { $place }
notice-end = { $what }. Срок действия истекает: { $date } · { $id }
notice-end-passed = { $what }. Срок истёк раньше, чем я успел напомнить: { $date } · { $id }
notice-notice = { $what }. Последний день для отказа от продления: { $date } · { $id }
notice-notice-passed = { $what }. Последний день для отказа от продления прошёл раньше, чем я успел напомнить: { $date } · { $id }
notice-renews = Иначе документ продлится автоматически. Конец текущего срока: { $date }.
notice-submission = { $what }. Последний день приёма докладов: { $date } · { $id }
notice-submission-passed = { $what }. Приём докладов завершился раньше, чем я успел напомнить: { $date } · { $id }
notice-registration = { $what }. Последний день регистрации: { $date } · { $id }
notice-registration-passed = { $what }. Регистрация завершилась раньше, чем я успел напомнить: { $date } · { $id }
notice-start = { $what }. Даты: { $date } · { $id }
notice-start-passed = { $what }. Начало прошло раньше, чем я успел напомнить: { $date } · { $id }
notice-inexact = Точный день не указан, поэтому дни отсчитаны до самого раннего из возможных: { $date }. Пожалуйста, уточните дату.
notice-assumed = { $n ->
    [one] Срок уведомления не указан, принят { $n } день. Пожалуйста, сверьтесь с текстом документа.
    [few] Срок уведомления не указан, принято { $n } дня. Пожалуйста, сверьтесь с текстом документа.
   *[other] Срок уведомления не указан, принято { $n } дней. Пожалуйста, сверьтесь с текстом документа.
}
notice-unknown = Ответственный: { $name }. Среди пользователей бота такого человека нет.
notice-late = Запись внесена позже даты этого напоминания.
notice-late-all = Эти записи внесены позже даты своих напоминаний.

preview-nothing = В этот период напоминаний нет.
preview-line = { $at }  { $id }  { $step }  { $who }: { $date } → { $people }
preview-late = { $at }  { $id }  { $step }  { $who }: { $date } → { $people } (с опозданием)
