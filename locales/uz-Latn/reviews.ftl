# Hisobotlar: matndan oʻqilgan va saqlashdan oldin koʻrib chiqiladigan yozuvlar.

review-reading = ⏳ Oʻqilmoqda: { $name } …
review-progress = ⏳ Oʻqilmoqda: { $name } – { $percent } %
review-pasted = matningiz
review-one = 📄 Matningizda bitta maʼlumot topildi.
review-nothing = 📄 Unda reyestr uchun maʼlumot topilmadi.
review-head = 📄 <b>{ $name }</b>: { $n } ta yozuv oʻqildi. Siz ✅ tugmasini bosmaguningizcha hech narsa saqlanmaydi.
    { $counts }
review-count-new = 🔹 yangi: { $n }
review-count-lacking = ✏️ toʻldirish kerak: { $n }
review-count-known = 🔁 reyestrda bor: { $n }
review-count-saved = ✅ saqlandi: { $n }
review-count-dropped = ✖️ olinmadi: { $n }
review-mark-new = 🔹
review-mark-lacking = ✏️
review-mark-known = 🔁
review-mark-saved = ✅
review-mark-dropped = ✖️
review-line = { $mark } <b>{ $n }. { $form }</b>: { $said }
review-quote = <i>“{ $quote }”</i>
review-known-as = 🔁 Bu reyestrda borga oʻxshaydi: { $ids }
review-saved-as = Saqlandi: { $ids }
review-item = { $mark } <b>{ $n }. { $form }</b> · { $name }
review-refused = Saqlab boʻlmadi, roʻyxatda qoldi: { $n }
review-closed = ✖️ Roʻyxat yopildi. Undan saqlaganlaringiz reyestrda qoladi.
button-save-all = ✅ Yangilarining hammasini saqlash ({ $n })
button-close-review = ✖️ Roʻyxatni yopish
button-complete = ✏️ Toʻldirish
button-leave-out = ✖️ Olmaslik
button-take-back = ↩️ Qaytarish
button-to-list = ⬅️ Roʻyxatga
refused-review-gone = Bu roʻyxat endi yoʻq. Iltimos, hisobotni qayta yuboring.
refused-review-done = Bu yerda saqlanadigan narsa qolmadi.
refused-document-unreadable = Bu faylni matn sifatida oʻqib boʻlmadi. Iltimos, uni .docx yoki .txt koʻrinishida saqlab, qayta yuboring.
refused-document-locked = Bu eski Word hujjati yoki parol bilan himoyalangan hujjat. Iltimos, uni parolsiz .docx koʻrinishida saqlab, qayta yuboring.
