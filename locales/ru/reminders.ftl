# Список напоминаний.

command-reminders = напоминания: предстоящие и отправленные
reminders-mine = 🔔 <b>Ваши напоминания на { $days ->
        [one] ближайший { $days } день
        [few] ближайшие { $days } дня
       *[other] ближайшие { $days } дней
    }</b> ({ $n })
reminders-team = 👥 <b>Все напоминания на { $days ->
        [one] ближайший { $days } день
        [few] ближайшие { $days } дня
       *[other] ближайшие { $days } дней
    }</b> ({ $n })
reminders-sent = ✉️ <b>Напоминания, отправленные за { $days ->
        [one] последний { $days } день
        [few] последние { $days } дня
       *[other] последние { $days } дней
    }</b> ({ $n })
reminders-tab-mine = 🔔 Мои
reminders-tab-team = 👥 Все
reminders-tab-sent = ✉️ Отправленные
reminders-when = ⏰ Напомню: { $dates }
reminders-whom = Кому: { $people }
reminders-managers = руководители
reminders-went = { $id } <b>{ $name }</b> · { $before } · { $at }
reminders-before-end = { $n ->
    [0] в последний день
    [one] за { $n } день до окончания
    [few] за { $n } дня до окончания
   *[other] за { $n } дней до окончания
}
reminders-before-notice = { $n ->
    [0] в последний день для отказа от продления
    [one] за { $n } день до последнего дня для отказа от продления
    [few] за { $n } дня до последнего дня для отказа от продления
   *[other] за { $n } дней до последнего дня для отказа от продления
}
reminders-before-submission = { $n ->
    [0] в последний день приёма докладов
    [one] за { $n } день до окончания приёма докладов
    [few] за { $n } дня до окончания приёма докладов
   *[other] за { $n } дней до окончания приёма докладов
}
reminders-before-registration = { $n ->
    [0] в последний день регистрации
    [one] за { $n } день до окончания регистрации
    [few] за { $n } дня до окончания регистрации
   *[other] за { $n } дней до окончания регистрации
}
reminders-before-start = { $n ->
    [0] в первый день
    [one] за { $n } день до начала
    [few] за { $n } дня до начала
   *[other] за { $n } дней до начала
}
reminders-gone = удалённая запись
reminders-failed = ⚠️ Не удалось доставить: { $people }
reminders-none = За это время напоминать не о чем. Напоминания появляются от соглашений со сроком и мероприятий с датами: запишите их, и я напомню.
reminders-none-sent = За это время напоминаний не отправлялось.
reminders-after-end = { $n ->
    [one] через { $n } день после окончания
    [few] через { $n } дня после окончания
   *[other] через { $n } дней после окончания
}
reminders-before-review = ежегодная проверка
reminders-before-complete = срок окончания не указан
reminders-before-stage = этап без движения
reminders-before-visa = { $n ->
    [one] визы, за { $n } день до начала
    [few] визы, за { $n } дня до начала
   *[other] визы, за { $n } дней до начала
}
reminders-before-travel = { $n ->
    [one] командировка, за { $n } день до начала
    [few] командировка, за { $n } дня до начала
   *[other] командировка, за { $n } дней до начала
}
reminders-after-after = { $n ->
    [one] через { $n } день после окончания
    [few] через { $n } дня после окончания
   *[other] через { $n } дней после окончания
}
reminders-before-edition = { $n ->
    [one] за { $n } день до ожидаемой даты
    [few] за { $n } дня до ожидаемой даты
   *[other] за { $n } дней до ожидаемой даты
}
reminders-after-shipment = { $n ->
    [one] через { $n } день после отправки
    [few] через { $n } дня после отправки
   *[other] через { $n } дней после отправки
}
reminders-before-silent = год без контактов
reminders-before-promise = { $n ->
    [0] в день, когда обещание надо выполнить
    [one] за { $n } день до срока обещания
    [few] за { $n } дня до срока обещания
   *[other] за { $n } дней до срока обещания
}
reminders-after-promise = { $n ->
    [one] через { $n } день после срока обещания
    [few] через { $n } дня после срока обещания
   *[other] через { $n } дней после срока обещания
}
reminders-more = {" "}… и ещё { $n ->
        [one] { $n } раз
        [few] { $n } раза
       *[other] { $n } раз
    }
reminders-again = повторно
story-head = 📖 <b>Что с этим было</b>
story-gone = Запись с тех пор изменилась: { $id }
story-nothing = Никому не напоминали, и ничего не решено.
story-decide = ⚖️ Решить
story-sent = 🔔 { $at } · { $person } · { $step }: доставлено
story-never = ⚠️ { $at } · { $person } · { $step }: не доставлено
story-uncertain = ❔ { $at } · { $person } · { $step }: возможно, доставлено
story-unknown = 🔔 { $at } · { $person } · { $step }: отправлено; сведения о доставке уже не хранятся
story-due = ⏳ { $at } · { $person } · { $step }: отправляется
story-claimed = ⏳ { $at } · { $person } · { $step }: отправляется
story-sending = ⏳ { $at } · { $person } · { $step }: отправляется
story-later = ⏳ { $at } · { $person } · { $step }: будет повторная попытка
story-deed = { $what } · { $at }
story-undone = ↩️ { $at } · { $name }: решение отменено
