# Eslatmalar roʻyxati.

command-reminders = eslatmalar: kutilayotgan va yuborilganlari
reminders-mine = 🔔 <b>Keyingi { $days } kundagi eslatmalaringiz</b> ({ $n })
reminders-team = 👥 <b>Keyingi { $days } kundagi barcha eslatmalar</b> ({ $n })
reminders-sent = ✉️ <b>Soʻnggi { $days } kunda yuborilgan eslatmalar</b> ({ $n })
reminders-tab-mine = 🔔 Meniki
reminders-tab-team = 👥 Barchaniki
reminders-tab-sent = ✉️ Yuborilgan
reminders-when = ⏰ Eslatish kunlari: { $dates }
reminders-whom = Kimga: { $people }
reminders-managers = rahbarlar
reminders-went = { $id } <b>{ $name }</b> · { $before } · { $at }
reminders-before-end = { $n ->
    [0] oxirgi kunida
   *[other] tugashidan { $n } kun oldin
}
reminders-before-notice = { $n ->
    [0] uzaytirishni rad etishning oxirgi kunida
   *[other] uzaytirishni rad etishning oxirgi kunidan { $n } kun oldin
}
reminders-before-submission = { $n ->
    [0] maʼruzalar qabulining oxirgi kunida
   *[other] maʼruzalar qabuli tugashidan { $n } kun oldin
}
reminders-before-registration = { $n ->
    [0] roʻyxatdan oʻtishning oxirgi kunida
   *[other] roʻyxatdan oʻtish tugashidan { $n } kun oldin
}
reminders-before-start = { $n ->
    [0] birinchi kunida
   *[other] boshlanishidan { $n } kun oldin
}
reminders-gone = oʻchirilgan yozuv
reminders-failed = ⚠️ Yetkazib boʻlmadi: { $people }
reminders-none = Bu davrda eslatadigan narsa yoʻq. Eslatmalar muddati bor bitimlar va sanasi bor tadbirlar boʻyicha keladi: ularni yozib qoʻying, eslataman.
reminders-none-sent = Bu davrda eslatma yuborilmagan.
reminders-after-end = tugaganidan { $n } kun keyin
reminders-before-review = yillik koʻrik
reminders-before-complete = tugash muddati qayd etilmagan
reminders-before-stage = siljimayotgan bosqich
reminders-before-visa = viza, boshlanishidan { $n } kun oldin
reminders-before-travel = xizmat safari, boshlanishidan { $n } kun oldin
reminders-after-after = yakunlanganidan { $n } kun keyin
reminders-before-edition = kutilayotgan sanadan { $n } kun oldin
reminders-after-shipment = yuborilganidan { $n } kun keyin
reminders-before-silent = bir yildan beri aloqa yoʻq
reminders-before-promise = { $n ->
    [0] vaʼda muddati kuni
   *[other] vaʼda muddatidan { $n } kun oldin
}
reminders-after-promise = vaʼda muddatidan { $n } kun keyin
reminders-more = {" "}… va yana { $n } marta
reminders-again = takroran
story-head = 📖 <b>Bu eslatma tarixi</b>
story-gone = Yozuv shundan keyin oʻzgargan: { $id }
story-nothing = Hech kimga eslatilmagan va hech narsa qaror qilinmagan.
story-decide = ⚖️ Qaror qilish
story-sent = 🔔 { $at } · { $person } · { $step }: yetkazildi
story-never = ⚠️ { $at } · { $person } · { $step }: yetkazib boʻlmadi
story-uncertain = ❔ { $at } · { $person } · { $step }: ehtimol yetkazilgan
story-unknown = 🔔 { $at } · { $person } · { $step }: yuborilgan; yetkazilgani haqidagi maʼlumot endi saqlanmaydi
story-due = ⏳ { $at } · { $person } · { $step }: yuborilmoqda
story-claimed = ⏳ { $at } · { $person } · { $step }: yuborilmoqda
story-sending = ⏳ { $at } · { $person } · { $step }: yuborilmoqda
story-later = ⏳ { $at } · { $person } · { $step }: yana urinib koʻriladi
story-deed = { $what } · { $at }
story-undone = ↩️ { $at } · { $name }: qaror bekor qilindi
