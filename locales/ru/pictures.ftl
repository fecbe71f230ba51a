# Обзор в цифрах и рисунки к нему.

command-stats = реестр в цифрах и рисунках
stats-head = 📊 <b>Реестр на { $date }</b>
stats-partners = Партнёров: { $partners }, стран: { $countries }
stats-agreements = Действующих соглашений: { $force }, истекают в ближайшие 90 дней: { $soon }
stats-flow = { $year }: получено — { $received }, отправлено — { $sent }
stats-flow-all = За все годы: получено — { $received }, отправлено — { $sent }
stats-nothing = нет записей
stats-uncounted = { $n ->
    [one] У { $n } отправления количество не указано, в эти цифры оно не входит.
    [few] У { $n } отправлений количество не указано, в эти цифры они не входят.
   *[other] У { $n } отправлений количество не указано, в эти цифры они не входят.
}
stats-empty = Реестр пока пуст. Начните с партнёра, /partner, или загрузите книгу Excel.
picture-button-timeline = 📄 Сроки соглашений
picture-button-flows = 📦 Получено и отправлено
picture-button-world = 🗺 Карта
picture-timeline = Соглашения
picture-as-of = на { $date }
picture-today = сегодня
picture-timeline-caption = 📄 <b>Соглашения</b>: показано { $shown } из { $total }, все — в списке /agreements. Красным — истекают в ближайшие 90 дней, серым — уже не действуют. Полоса бледнеет, если окончание не указано или известно не до дня. Стрелка — бессрочное или продлевается автоматически.
picture-timeline-none = Пока нет ни одного соглашения с указанным началом, рисовать нечего. Список: /agreements
picture-flows = Получено и отправлено, экз.
picture-received = получено
picture-sent = отправлено
picture-flows-caption = 📦 <b>За все годы:</b> получено — { $received }, отправлено — { $sent }.
picture-flows-largest = На рисунке { $shown } крупнейших партнёров из { $total }.
picture-flows-undated = { $n ->
    [one] У { $n } отправления нет даты: оно учтено по партнёру, но не входит ни в один год.
    [few] У { $n } отправлений нет даты: они учтены по партнёрам, но не входят ни в один год.
   *[other] У { $n } отправлений нет даты: они учтены по партнёрам, но не входят ни в один год.
}
picture-flows-none = Пока нет ни одной записи об обмене с указанным количеством, рисовать нечего. Записать: /exchange
picture-world = Наши партнёры
picture-world-of = { $partners ->
    [one] { $partners } партнёр
    [few] { $partners } партнёра
   *[other] { $partners } партнёров
} · стран: { $countries }
picture-world-source = Natural Earth
picture-world-caption = 🗺 <b>Партнёры по странам</b>: всего { $partners }, стран: { $countries }.
picture-world-unplaced = { $n ->
    [one] У { $n } партнёра страна не указана, на карте его нет.
    [few] У { $n } партнёров страна не указана, на карте их нет.
   *[other] У { $n } партнёров страна не указана, на карте их нет.
}
picture-world-none = Пока нет ни одного партнёра с указанной страной, рисовать нечего. Добавить: /partner
