# Список проектов на согласовании.

command-approvals = проекты на согласовании: где каждый
approvals-head = 📝 <b>Проекты на согласовании</b> ({ $n })
approvals-line = { $id } <b>{ $partner }</b> · { $title }
approvals-no-stage = Этап ещё не указан.
approvals-stage = Сейчас: { $stage }. Отправлено: { $since }
approvals-since = { $date }, { $away }
approvals-holder = Исполнитель: { $holder }
approvals-due = Срок ответа: { $date }
approvals-late = ⚠️ Срок ответа истёк: { $date }
approvals-approved = Согласовано: { $stage }, { $date }. Следующий этап не указан.
approvals-returned = Возвращено: { $stage }, { $date }. Следующий этап не указан.
approvals-undated = дата не указана
approvals-none = Проектов на согласовании нет. Чтобы начать, напишите, например: «Проект меморандума с Национальной библиотекой Польши сегодня отправлен в Министерство иностранных дел».
approvals-none-yours = Среди проектов на согласовании нет Ваших. Здесь видны те, за которые, по записям, отвечаете Вы.
approvals-waited = { $n ->
    [one] Находится здесь { $n } рабочий день.
    [few] Находится здесь { $n } рабочих дня.
   *[other] Находится здесь { $n } рабочих дней.
}
approvals-pace = { $n ->
    [one] Находится здесь { $n } рабочий день; обычно у нас — { $usual }.
    [few] Находится здесь { $n } рабочих дня; обычно у нас — { $usual }.
   *[other] Находится здесь { $n } рабочих дней; обычно у нас — { $usual }.
}
approvals-slow = { $n ->
    [one] ⚠️ Находится здесь { $n } рабочий день; обычно у нас — { $usual }.
    [few] ⚠️ Находится здесь { $n } рабочих дня; обычно у нас — { $usual }.
   *[other] ⚠️ Находится здесь { $n } рабочих дней; обычно у нас — { $usual }.
}
approvals-next = Далее: { $stage }
approvals-sign = Далее: подписание
approvals-move = ➡️ { $id }: передано дальше
approvals-recall = ↩️ { $id }: отозвано
approvals-moved-on = ➡️ { $id }: отмечено, что документ сегодня передан дальше.
approvals-moved-back = ↩️ { $id }: отмечено, что документ сегодня отозван.
refused-approvals-moved = С тех пор документ уже передан дальше. Откройте, пожалуйста, /approvals ещё раз.
