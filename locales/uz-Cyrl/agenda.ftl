# Ходимнинг куни ва раҳбарлар учун маълумотномалар.
command-today = бугун: муддатлар, қарорлар, ким йўқ
agenda-today = 📅 <b>{ $weekday }, { $date }</b>
agenda-off = 🌿 Дам олиш куни.
agenda-week = 🗓 <b>Ҳафта, { $dates }</b>
agenda-done = { $added ->
    [0] 🖊 Ўтган ҳафта { $changed } та ёзув ўзгартирилди.
   *[other] 🖊 Ўтган ҳафта { $added } та ёзув қўшилди, { $changed } таси ўзгартирилди.
}
agenda-undecided = ⚠️ <b>Муддати ўтган, қарор йўқ</b> ({ $n })
agenda-comes = ⏳ <b>{ $date } кунига қадар</b> ({ $n })
agenda-still = 📝 <b>Силжимаётган лойиҳалар</b> ({ $n })
agenda-running = 🎪 <b>Ҳозир ўтмоқда</b> ({ $n })
agenda-event = { $id } { $title }
agenda-away = 🌴 <b>Ишда йўқлар</b> ({ $n })
agenda-until = охирги кун — { $date }
agenda-absence = { $name }: { $dates }. Ўринбосар: { $deputy }
agenda-more = … ва яна { $n } та: /reminders
agenda-nothing = { $date } кунига қадар муддатлар йўқ, қарор кутаётган иш ҳам йўқ.
agenda-reminders = 🔔 Эслатмалар
agenda-approvals = 📝 Лойиҳалар
monthly-head = 📊 <b>{ $month }</b>
monthly-concluded = { $n ->
    [0] Тузилган битимлар: ёзув йўқ
   *[other] Тузилган битимлар: { $n } та · { $ids }
}
monthly-ended = { $n ->
    [0] Муддати тугаган битимлар: ёзув йўқ
   *[other] Муддати тугаган битимлар: { $n } та · { $ids }
}
monthly-events = { $n ->
    [0] Тадбирлар: ёзув йўқ
   *[other] Тадбирлар: { $n } та · { $ids }
}
monthly-exchanges = { $n ->
    [0] Алмашинув: ёзув йўқ
   *[other] Алмашинув ёзувлари: { $n } та · { $ids }
}
monthly-moved = Олинган: { $received }, юборилган: { $sent }
monthly-soon = { $n ->
    [0] ⏳ Яқин 90 кунда бирорта битим тугамайди.
   *[other] ⏳ Яқин 90 кунда тугайдиган битимлар: { $n } та · { $ids }
}
monthly-as-of = { $date } ҳолатига кўра
