# Xodimning kuni va rahbarlar uchun maʼlumotnomalar.
command-today = bugun: muddatlar, qarorlar, kim yoʻq
agenda-today = 📅 <b>{ $weekday }, { $date }</b>
agenda-off = 🌿 Dam olish kuni.
agenda-week = 🗓 <b>Hafta, { $dates }</b>
agenda-done = { $added ->
    [0] 🖊 Oʻtgan hafta { $changed } ta yozuv oʻzgartirildi.
   *[other] 🖊 Oʻtgan hafta { $added } ta yozuv qoʻshildi, { $changed } tasi oʻzgartirildi.
}
agenda-undecided = ⚠️ <b>Muddati oʻtgan, qaror yoʻq</b> ({ $n })
agenda-comes = ⏳ <b>{ $date } kuniga qadar</b> ({ $n })
agenda-still = 📝 <b>Siljimayotgan loyihalar</b> ({ $n })
agenda-running = 🎪 <b>Hozir oʻtmoqda</b> ({ $n })
agenda-event = { $id } { $title }
agenda-away = 🌴 <b>Ishda yoʻqlar</b> ({ $n })
agenda-until = oxirgi kun — { $date }
agenda-absence = { $name }: { $dates }. Oʻrinbosar: { $deputy }
agenda-more = … va yana { $n } ta: /reminders
agenda-nothing = { $date } kuniga qadar muddatlar yoʻq, qaror kutayotgan ish ham yoʻq.
agenda-reminders = 🔔 Eslatmalar
agenda-approvals = 📝 Loyihalar
monthly-head = 📊 <b>{ $month }</b>
monthly-concluded = { $n ->
    [0] Tuzilgan bitimlar: yozuv yoʻq
   *[other] Tuzilgan bitimlar: { $n } ta · { $ids }
}
monthly-ended = { $n ->
    [0] Muddati tugagan bitimlar: yozuv yoʻq
   *[other] Muddati tugagan bitimlar: { $n } ta · { $ids }
}
monthly-events = { $n ->
    [0] Tadbirlar: yozuv yoʻq
   *[other] Tadbirlar: { $n } ta · { $ids }
}
monthly-exchanges = { $n ->
    [0] Almashinuv: yozuv yoʻq
   *[other] Almashinuv yozuvlari: { $n } ta · { $ids }
}
monthly-moved = Olingan: { $received }, yuborilgan: { $sent }
monthly-soon = { $n ->
    [0] ⏳ Yaqin 90 kunda birorta bitim tugamaydi.
   *[other] ⏳ Yaqin 90 kunda tugaydigan bitimlar: { $n } ta · { $ids }
}
monthly-as-of = { $date } holatiga koʻra
