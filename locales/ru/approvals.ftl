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
