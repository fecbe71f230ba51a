# Что не было понято: для администраторов.

command-misses = вопросы, которых бот не понял
misses-none = ✅ Здесь пусто: все вопросы поняты и ни один ответ не отмечен как неверный.
misses-head = 🧐 <b>Не понято или отмечено как неверное</b>: { $n }
misses-line = { $text }
    { $why } · { $times } · { $at }
misses-text = «{ $text }»
misses-why-not-understood = вопрос не понят
misses-why-not-in-registry = названия нет в реестре
misses-why-out-of-scope = принято за вопрос не о реестре
misses-why-wrong = ответ отмечен как неверный
misses-times = { $n ->
    [one] { $n } раз
    [few] { $n } раза
   *[many] { $n } раз
}
misses-whose = Чьё это название — «{ $name }»? Одно нажатие добавит его к другим названиям партнёра.
misses-another = 🔎 Другой партнёр …
misses-cut = ✂️ Название — «{ $name }», без окончания
misses-whole = ↩️ Название — «{ $name }», как написано
misses-pass = ✖️ Убрать из списка
misses-back = ◀️ К списку
misses-which = Какой партнёр — «{ $name }»? Напишите название, как в реестре.
misses-which-hint = Название партнёра
misses-called = ✅ «{ $name }» — теперь ещё одно название: { $id } { $partner }. Следующий вопрос будет понят.
refused-miss-gone = Этот вопрос уже кто-то разобрал.
refused-name-taken = Партнёр уже называется «{ $name }».
