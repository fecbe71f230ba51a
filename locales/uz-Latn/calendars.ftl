# Taqvim fayli.

command-calendar = taqvim fayli: muddatlar va tadbirlar
calendar-name = Xalqaro aloqalar
calendar-end = Bitim muddati tugaydi: { $name }
calendar-notice = Uzaytirishni rad etishning oxirgi kuni: { $name }
calendar-submission = Maʼruzalar qabuli tugaydi: { $name }
calendar-registration = Roʻyxatdan oʻtish tugaydi: { $name }
calendar-event = { $name }
calendar-vague = { $title } (sanasi aniq emas)
calendar-why-vague = Qayd etilgani: { $date }. Bu anglatishi mumkin boʻlgan eng erta kunga qoʻyildi.
calendar-caption = 📅 { $n } ta yozuv: bugundan boshlab bitimlar tugashi, oxirgi muddatlar va tadbirlar. Taqvimingizga qoʻshish uchun faylni oching. { $vague ->
    [0] Barcha sanalar aniq.
   *[other] Aniq boʻlmagan va belgilab qoʻyilganlari: { $vague }.
}
calendar-none = Qayd etilganiga koʻra, bugundan boshlab hech narsa tugamaydi va oʻtkazilmaydi. Tadbir yozish: /event
