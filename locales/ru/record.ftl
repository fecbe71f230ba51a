# Приём фактов: формы, черновики, квитанции, отмена.

form-exchange = Обмен
form-event = Мероприятие
form-agreement = Соглашение
form-partner = Партнёр
form-stage = Этап согласования
form-participant = Участник
form-programme = Программа
form-series = Серия мероприятий
form-ourselves = Наша организация

field-partner = Партнёр
field-direction = Направление
field-quantity = Экземпляров
field-titles = Названий
field-material = Материал
field-basis = Основание
field-date = Дата
field-event = Мероприятие
field-programme = Программа
field-note = Примечание
field-title = Название
field-title-en = Название на английском
field-title-ru = Название на русском
field-title-uz-latn = Название на узбекском, латиницей
field-title-uz-cyrl = Название на узбекском, кириллицей
field-kind = Вид
field-series = Серия
field-edition = Порядковый номер
field-city = Город
field-country = Страна
field-host = Организатор
field-topic = Тема
field-submission-deadline = Приём докладов до
field-registration-deadline = Регистрация до
field-participants = Участники
field-name = Название
field-name-en = Название на английском
field-name-ru = Название на русском
field-name-uz-latn = Название на узбекском, латиницей
field-name-uz-cyrl = Название на узбекском, кириллицей
field-aliases = Другие названия
field-contact = Контактное лицо
field-email = Эл. почта
field-phone = Телефон
field-website = Сайт
field-number = Номер
field-term = Срок действия
field-signed = Подписано
field-renews-months = Продлевается на месяцев
field-renewal = Продление
field-notice-days = Уведомление, дней
field-state = Состояние
field-ended = Прекращено
field-replaces = Заменяет
field-responsible = Ответственный
field-agreement = Соглашение
field-stage = Этап
field-holder = Находится у
field-sent = Отправлено
field-due = Срок
field-decided = Решено
field-outcome = Итог
field-letter-out = Исходящее письмо
field-letter-in = Входящее письмо
field-institution = Учреждение
field-person = Лицо
field-role = Должность
field-count = Человек
field-recurs = Периодичность

word-direction-received = получено
word-direction-sent = отправлено
word-basis-exchange = обмен
word-basis-gift = дар
word-basis-purchase = покупка
word-basis-loan = временное пользование
word-material-books = книги
word-material-periodicals = периодика
word-material-newspapers = газеты
word-material-dissertations = диссертации
word-material-manuscripts = рукописи
word-material-facsimiles = факсимиле
word-material-maps = карты
word-material-music = ноты
word-material-audiovisual = аудиовизуальные материалы
word-material-electronic-resources = электронные ресурсы
word-material-library-resources = библиотечные ресурсы
word-material-other = другое
word-state-draft = проект
word-state-terminated = расторгнуто
word-state-replaced = заменено
word-renewal-tacit = автоматически
word-renewal-by-act = по решению сторон
word-outcome-approved = согласовано
word-outcome-returned = возвращено
word-stage-ministry-of-foreign-affairs = Министерство иностранных дел
word-stage-ministry-of-justice = Министерство юстиции
word-stage-cabinet-of-ministers = Кабинет Министров
word-kind-national-library = национальная библиотека
word-kind-university-library = университетская библиотека
word-kind-public-library = публичная библиотека
word-kind-parliamentary-library = парламентская библиотека
word-kind-research-library = научная библиотека
word-kind-special-library = специальная библиотека
word-kind-archive = архив
word-kind-university = университет
word-kind-museum = музей
word-kind-embassy = посольство
word-kind-ministry = министерство
word-kind-international-organisation = международная организация
word-kind-foundation = фонд
word-kind-publisher = издательство
word-kind-other = другое
word-kind-memorandum = меморандум
word-kind-agreement = соглашение
word-kind-contract = договор
word-kind-programme = программа
word-kind-project = проект
word-kind-membership = членство
word-kind-letter-of-intent = письмо о намерениях
word-kind-exchange-arrangement = договорённость об обмене
word-kind-annex = приложение
word-kind-amendment = дополнительное соглашение
word-kind-conference = конференция
word-kind-congress = конгресс
word-kind-seminar = семинар
word-kind-webinar = вебинар
word-kind-training = тренинг
word-kind-exhibition = выставка
word-kind-fair = ярмарка
word-kind-forum = форум
word-kind-meeting = встреча
word-kind-round-table = круглый стол
word-kind-visit = визит
word-kind-presentation = презентация
word-kind-anniversary = юбилей
word-kind-access = доступ
word-kind-reading-room = читальный зал
word-kind-exchange = обмен

party-us = мы
party-new = { $name } (новый)
city-online = онлайн
amount-quantity = { $n ->
    [one] { $n } экземпляр
    [few] { $n } экземпляра
   *[other] { $n } экземпляров
}
amount-titles = { $n ->
    [one] { $n } название
    [few] { $n } названия
   *[other] { $n } названий
}
amount-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[other] { $n } человек
}
amount-renews-months = { $n ->
    [one] { $n } месяц
    [few] { $n } месяца
   *[other] { $n } месяцев
}
amount-notice-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[other] { $n } дней
}

ask-promise-title = Что обещано?
ask-promise-due = К какому сроку? Напишите как удобно: 5 марта, 12.10.2026, март 2027.
ask-contact-person = Кто это? Напишите имя и фамилию.
ask-log = Что нужно записать?
ask-partner = С каким партнёром? Выберите или напишите название кириллицей или латиницей.
ask-direction = Получено или отправлено?
ask-quantity = Сколько экземпляров?
ask-material = Какого вида материал?
ask-basis = На каком основании?
ask-date = Какого числа? Можно написать как привычно: 5 марта, 12.10.2026, март 2026.
ask-event-title = Как называется мероприятие?
ask-event-kind = Какого вида мероприятие?
ask-event-date = Когда оно проходит? Несколько дней можно написать так: 12–14 марта 2026.
ask-event-city = В каком городе?
ask-participants = Кто участвует? Пишите каждого с новой строки или через точку с запятой: имя или число и учреждение.
ask-agreement-kind = Какого вида документ?
ask-term = На какой срок? Например: 5 мая 2026 – 4 мая 2031 или 2026–2031.
ask-signed = Когда подписано?
ask-name = Как называется партнёр?
ask-aliases = Какие ещё есть названия? Напишите все через точку с запятой.
ask-country = В какой стране?
ask-city = В каком городе?
ask-partner-kind = Какого вида учреждение?
ask-agreement = Какое соглашение? Напишите его короткий номер, например /a12.
ask-stage = На каком этапе документ?
ask-outcome = Чем закончился этап? Пропустите, если документ ещё там.
ask-sent = Когда документ туда отправлен?
ask-other = { $field }: напишите, пожалуйста.
ask-year = Какой год?
ask-which = Под «{ $said }» подходят несколько партнёров. Какой из них?
ask-new-partner = «{ $said }» нет в реестре. Добавьте как нового партнёра или напишите название иначе.

draft-head = 📝 <b>{ $form }</b>
draft-card-head = 📝 <b>{ $form }</b>. Проверьте и сохраните.
draft-edit-head = ✏️ <b>{ $form }</b>. Проверьте изменения и сохраните.
draft-field = { $field }: <b>{ $value }</b>
draft-field-read = { $field }: <b>{ $value }</b> ← <i>{ $quote }</i>
draft-field-empty = { $field }: не указано
draft-changed = { $field }: <s>{ $was }</s> → <b>{ $now }</b>
draft-line = { $n }. { $form }: { $said }
draft-empty = не указано
draft-mark = ⚠️
draft-doubtful = Знаком ⚠️ отмечено то, что прочитано не вполне уверенно.
draft-like = ⚠️ Похожая запись уже есть: { $ids }. Убедитесь, что это другая.
draft-correct-what = Что исправить?
draft-discarded = ✖️ Черновик удалён. Ничего не сохранено.
draft-kept-open = Есть незавершённый черновик. Его карточка ниже.

button-save = ✅ Сохранить
button-correct = ✏️ Исправить
button-discard = ✖️ Удалить черновик
button-skip = Пропустить
button-back = ↩️ Назад
button-today = Сегодня
button-yesterday = Вчера
button-calendar = 📅 Календарь
button-next-edition = 🔁 Следующий раз
button-year-only = Известен только год
button-new = ➕ Добавить как нового
button-drop = ✖️ Убрать № { $n }
button-undo = ↩️ Отменить
button-edit = ✏️ Изменить

receipt-added = ✅ Сохранено: { $id } — { $said }
receipt-changed = ✅ Изменено: { $id } — { $said }
receipt-removed = ↩️ Убрано: { $id }
receipt-restored = ↩️ Возвращено: { $id } — { $said }
receipt-small = ✅ Сохранено.
read-nothing = В этом тексте нет сообщения о том, что что-то произошло.
refused-undo-nothing = Ваших записей, которые можно отменить, нет.

refused-draft-old = Эта кнопка устарела. Пользуйтесь, пожалуйста, последней карточкой.
refused-draft-saved = Этот черновик уже сохранён или удалён.
refused-draft-empty = Ничего не изменено, сохранять нечего.
refused-draft-incomplete = Пожалуйста, сначала заполните поле «{ $field }».
refused-draft-not-understood = Не удалось понять, к какому полю это относится. Нажмите, пожалуйста, «✏️ Исправить».
refused-draft-changed-meanwhile = Тем временем эту запись кто-то изменил. Пожалуйста, откройте её заново и проверьте.
refused-answer-number = Напишите, пожалуйста, целое число, например 25.
refused-answer-people = «{ $said }»: напишите, пожалуйста, имя или число и учреждение, например: 2 из Шанхайской библиотеки.
refused-answer-too-big = Это число слишком велико.
refused-answer-date = Не удалось прочитать «{ $said }» как дату. Например: 5 марта 2026, 12.10.2026, март 2026 или 2026.
refused-answer-term = Не удалось прочитать «{ $said }» как срок. Например: 5 мая 2026 – 4 мая 2031, 2026–2031.
refused-answer-choice = Выберите, пожалуйста, одну из кнопок.
refused-answer-country = Страна «{ $said }» не найдена. Пожалуйста, напишите её название иначе.
refused-answer-unknown-record = «{ $said }» не найдено. Пожалуйста, напишите короткий номер, например /e3.
refused-answer-too-long = Слишком длинно: не более { $limit } знаков, пожалуйста.
refused-answer-empty = Пожалуйста, напишите ответ или пропустите вопрос.
refused-undo-not-yours = Отменить можно только то, что Вы сохранили сами.
log-placeholder = Что произошло?
log-nothing = ❔ В этом тексте не сказано, что что-то произошло. Например: «Вчера отправили в Варшаву 40 книг».
draft-meanwhile = ⚠️ Тем временем запись { $id } изменена. Кто изменил: { $name }.
draft-look-again = Пока ничего не сохранено. На карточке теперь запись в её нынешнем виде и Ваши изменения: проверьте и сохраните.
retold = ✏️ Ваше сообщение прочитано заново. Разница ниже; пока не нажата ✅, ничего не меняется.
retold-same = Ваше сообщение прочитано заново: в записях, сохранённых из него, менять нечего.
retold-untold = ✏️ В Вашем сообщении этого больше нет, но запись осталась: { $id } – { $said }
refused-draft-not-yours = На эту карточку отвечает её автор или руководитель.
receipt-files = { $n ->
    [one] 📎 С записью сохранён { $n } файл.
    [few] 📎 С записью сохранено { $n } файла.
   *[other] 📎 С записью сохранено { $n } файлов.
}
refused-report-too-long = Текст слишком велик, чтобы прочесть его как один отчёт: пришлите его частями, не более { $limit } знаков в каждой.
form-promise = Обещание
form-contact = Контакт
form-absence = Отсутствие
field-done = Выполнено
field-member = Сотрудник
field-deputy = Замещает
