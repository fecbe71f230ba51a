# Список соглашений.

command-agreements = соглашения: что истекает раньше
agreements-head = 📄 <b>Соглашения</b>: { $n }, из них действуют: { $force }
agreements-ending = <b>Действуют, со сроком окончания</b> ({ $n })
agreements-renewing = <b>Действуют, продлеваются автоматически</b> ({ $n })
agreements-open = <b>Действуют бессрочно</b> ({ $n })
agreements-upcoming = <b>Ещё не вступили в силу</b> ({ $n })
agreements-draft = <b>Проекты</b> ({ $n })
agreements-unknown = <b>Окончание или срок не указаны</b> ({ $n })
agreements-over = <b>Больше не действуют</b> ({ $n })
agreements-line = { $id } <b>{ $partner }</b> · { $said }
agreements-to-year = известен только год
agreements-to-season = известно только время года
agreements-to-month = известен только месяц
agreements-decline = отказаться от продления можно до { $date } включительно
agreements-none = Соглашений пока не записано.
agreements-none-log = Соглашений пока не записано. Записать первое: /agreement
