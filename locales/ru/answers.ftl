# Ответы на вопросы.

answer-yes = Да
answer-no = Нет
answer-none-in-force = Сегодня ни одно соглашение не действует
answer-nothing-recorded = в реестре таких записей нет: { $what }
answer-figure = <b>{ $figure }</b> — { $what }
answer-bare = <b>{ $figure }</b>
answer-of = { $name }: { $said }
answer-which-event = <i>Какое из этих мероприятий? Нажмите, чтобы увидеть только его.</i>
answer-with = { $name } ({ $what })
answer-reply = <b>{ $reply }</b> — { $said }
answer-part = { $name }: { $figure }
answer-understood = <i>Понято так: { $what }</i>
answer-more = … и ещё { $n }
answer-not-understood = ❔ Вопрос не понят.
answer-examples = Можно спросить, например:
answer-example = «{ $text }»
example-end = Когда заканчивается соглашение: { $name }?
example-received = Сколько экземпляров получено: { $name }?
example-event = Когда проходило: { $name }?
answer-words-not-understood = ❔ Не удалось понять: «{ $words }». Пожалуйста, спросите иначе.
answer-out-of-scope = ❔ Я отвечаю только по реестру: соглашения, обмен, мероприятия и партнёры.
answer-private = ❔ Эти сведения показываются только руководителям, в личном чате.
answer-not-in-registry = ❔ В реестре нет такого названия: { $name }
answer-nothing-picked = ❔ { $said }
answer-not-recorded = ❔ В реестре нет сведений: { $what }
answer-clarify = ❔ Уточните, пожалуйста, что имеется в виду:
answer-n-agreements = { $n ->
    [one] { $n } соглашение
    [few] { $n } соглашения
   *[other] { $n } соглашений
}
answer-n-exchanges = { $n ->
    [one] { $n } обмен
    [few] { $n } обмена
   *[other] { $n } обменов
}
answer-n-partners = { $n ->
    [one] { $n } партнёр
    [few] { $n } партнёра
   *[other] { $n } партнёров
}
answer-n-cities = { $n ->
    [one] { $n } город
    [few] { $n } города
   *[other] { $n } городов
}
answer-n-countries = { $n ->
    [one] { $n } страна
    [few] { $n } страны
   *[other] { $n } стран
}
answer-n-events = { $n ->
    [one] { $n } мероприятие
    [few] { $n } мероприятия
   *[other] { $n } мероприятий
}
answer-n-programmes = { $n ->
    [one] { $n } программа
    [few] { $n } программы
   *[other] { $n } программ
}
answer-n-series = { $n ->
    [one] { $n } серия
    [few] { $n } серии
   *[other] { $n } серий
}
answer-n-approvals = { $n ->
    [one] { $n } этап согласования
    [few] { $n } этапа согласования
   *[other] { $n } этапов согласования
}
answer-n-participants = { $n ->
    [one] { $n } запись
    [few] { $n } записи
   *[other] { $n } записей
}
answer-no-agreements = Таких соглашений нет
answer-no-exchanges = Таких обменов нет
answer-no-partners = Таких партнёров нет
answer-no-events = Таких мероприятий нет
answer-no-programmes = Таких программ нет
answer-no-series = Таких серий мероприятий нет
answer-no-approvals = Таких этапов согласования нет
answer-no-participants = Таких участников нет
answer-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}
answer-years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[other] { $n } лет
}
standing-in-force-until = действует { $date }
standing-in-force-open = действует, бессрочно
standing-renews = действует { $date }, продлевается автоматически
standing-renews-undated = действует, продлевается автоматически
standing-ended = срок истёк { $date }
standing-ended-undated = срок истёк, дата не указана
standing-terminated = расторгнуто { $date }
standing-terminated-undated = расторгнуто, дата не указана
standing-replaced = заменено новым соглашением
standing-draft = проект, ещё не подписан
standing-upcoming = ещё не действует, начало { $date }
standing-upcoming-undated = ещё не действует
standing-end-unknown = дата окончания не указана
standing-term-unknown = срок не указан
answer-field-start = начало
answer-field-end = окончание
answer-field-term = срок
answer-field-length = продолжительность
answer-field-signed = подписание
answer-field-in-force = действие
answer-field-state = состояние
answer-field-renewal = продление
answer-field-notice = срок уведомления
answer-field-responsible = ответственный
answer-field-number = номер
answer-field-kind = вид
answer-field-partner = партнёр
answer-field-title = название
answer-field-date = дата
answer-field-place = место
answer-field-host = организатор
answer-field-topic = тема
answer-field-edition = порядковый номер
answer-field-recurs = периодичность
answer-field-submission = подача материалов до
answer-field-registration = регистрация до
answer-field-city = город
answer-field-country = страна
answer-field-phone = телефон
answer-field-email = электронная почта
answer-field-website = сайт
answer-field-contact = контактное лицо
answer-field-stage = этап
answer-field-holder = у кого
answer-field-sent = отправлено
answer-field-due = срок ответа
answer-field-decided = решение
answer-field-letter-out = наше письмо
answer-field-letter-in = их письмо
answer-field-replaces = заменяет
answer-field-person = лицо
answer-field-role = роль
answer-field-institution = учреждение
answer-field-material = материал
answer-field-basis = основание
answer-field-titles = количество названий
answer-field-people = число участников
answer-field-quantity = количество экземпляров
answer-field-note = примечание
filter-at = действующие { $span }
filter-ends = с окончанием { $span }
filter-ended-within = закончившиеся { $span }
filter-starts = с началом { $span }
filter-signed = подписанные { $span }
filter-today = сегодня
filter-in-force = действующие
filter-not-in-force = недействующие
filter-ended = истёкшие
filter-upcoming = ещё не начавшиеся
filter-draft = проекты
filter-concluded = заключённые
filter-terminated = расторгнутые
filter-replaced = заменённые
filter-open = бессрочные
filter-renewing = автоматически продлеваемые
filter-ours = с нашей стороны
filter-theirs = со стороны партнёров
filter-ours-events = с нашим участием
filter-theirs-events = с участием партнёров
filter-ahead = предстоящие
filter-past = прошедшие
filter-abroad = за рубежом
filter-host = организатор: { $name }
filter-edition = порядковый номер { $n }
filter-without-agreements = без соглашений
filter-without-exchanges = без обмена
filter-without-programmes = без совместных программ
filter-without-received = ничего от них не получено
filter-without-sent = ничего им не отправлено
filter-quantity = { $n } за один обмен
filter-overdue = просроченные
filter-pending = на согласовании
filter-at-least = не меньше { $n }
filter-at-most = не больше { $n }
filter-total-at-least = всего не меньше { $n }
filter-total-at-most = всего не больше { $n }
filter-missing = не указано: { $what }
filter-present = указано: { $what }
filter-besides = кроме: { $what }
assumed-spelling = «{ $written }» понято как «{ $taken }»
assumed-soon = «скоро» — в ближайшие { $days } дней
assumed-began-in = год понят как год начала
assumed-event-taken = обмены, связанные с этим мероприятием
assumed-both-directions = оба направления
assumed-any-kind = соглашения любого вида
assumed-all-of-country = все наши партнёры в этой стране
assumed-any-material = учтены библиотечные ресурсы, вид которых не указан
assumed-advised = смысл вопроса подсказан языковой моделью: проверьте его
assumed-continued = в продолжение предыдущего вопроса
assumed-continued-reply = в продолжение ответа, на который Вы написали
assumed-own-drafts = только проекты, за которые отвечаете Вы
assumed-left-out = слово «{ $word }» не учтено
note-uncounted = { $n ->
    [one] Количество не указано в { $n } записи, она не учтена
    [few] Количество не указано в { $n } записях, они не учтены
   *[other] Количество не указано в { $n } записях, они не учтены
}
note-ungrouped = { $n ->
    [one] В { $n } записи не указано то, по чему ведётся счёт; она не учтена:
    [few] В { $n } записях не указано то, по чему ведётся счёт; они не учтены:
   *[other] В { $n } записях не указано то, по чему ведётся счёт; они не учтены:
}
note-may = { $n ->
    [one] Возможно, сюда относится ещё { $n } запись (дата не указана или неточна):
    [few] Возможно, сюда относятся ещё { $n } записи (дата не указана или неточна):
   *[other] Возможно, сюда относятся ещё { $n } записей (дата не указана или неточна):
}
note-loose = из них { $loose } — библиотечные ресурсы без указания вида, { $exact } — { $material }
note-drafts = заключено: { $signed }, проектов: { $drafts }
answer-draft-only = только проект
answer-ended-only = только закончившиеся
answer-balance = получено: { $received }, отправлено: { $sent }; всего: { $total }, разница: { $figure }
answer-difference = разница: { $figure }
answer-no-figure = не указано
answer-whole = { $whole } ({ $parts })
answer-average = в среднем { $figure }
average-copies = { $figure } экземпляра
average-titles = { $figure } названия
answer-share = { $percent } % ({ $part } из { $whole })
answer-received = получено: { $figure }
answer-sent = отправлено: { $figure }
answer-still-running = { $date }, продолжается
answer-renews-by-act = только по решению обеих сторон
answer-renews-itself = автоматически, на { $months }
answer-no-such = таких записей нет
answer-unknown-host = организатор не указан
answer-undated = дата не указана
answer-unknown-key = не указано
