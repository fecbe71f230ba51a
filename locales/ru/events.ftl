# Список мероприятий.

command-events = мероприятия: что предстоит
events-head = 📅 <b>Мероприятия</b>: { $n }, предстоят или идут: { $coming }
events-now = <b>Идут сейчас</b> ({ $n })
events-coming = <b>Предстоят</b> ({ $n })
events-undated = <b>Дата не указана</b> ({ $n })
events-past = <b>Прошли, сначала недавние</b> ({ $n })
events-line = { $id } <b>{ $title }</b>
events-deadline = ⏳ { $what }: { $date } ({ $away })
events-inexact = точный день не указан
events-none = Мероприятий пока не записано.
events-none-log = Мероприятий пока не записано. Записать первое: /event
