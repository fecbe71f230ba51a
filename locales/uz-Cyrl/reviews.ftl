# Ҳисоботлар: матндан ўқилган ва сақлашдан олдин кўриб чиқиладиган ёзувлар.

review-reading = ⏳ Ўқилмоқда: { $name } …
review-progress = ⏳ Ўқилмоқда: { $name } – { $percent } %
review-pasted = матнингиз
review-one = 📄 Матнингизда битта маълумот топилди.
review-nothing = 📄 Унда реестр учун маълумот топилмади.
review-head = 📄 <b>{ $name }</b>: { $n } та ёзув ўқилди. Сиз ✅ тугмасини босмагунингизча ҳеч нарса сақланмайди.
    { $counts }
review-count-new = 🔹 янги: { $n }
review-count-lacking = ✏️ тўлдириш керак: { $n }
review-count-known = 🔁 реестрда бор: { $n }
review-count-saved = ✅ сақланди: { $n }
review-count-dropped = ✖️ олинмади: { $n }
review-mark-new = 🔹
review-mark-lacking = ✏️
review-mark-known = 🔁
review-mark-saved = ✅
review-mark-dropped = ✖️
review-line = { $mark } <b>{ $n }. { $form }</b>: { $said }
review-quote = <i>“{ $quote }”</i>
review-known-as = 🔁 Бу реестрда борга ўхшайди: { $ids }
review-saved-as = Сақланди: { $ids }
review-item = { $mark } <b>{ $n }. { $form }</b> · { $name }
review-refused = Сақлаб бўлмади, рўйхатда қолди: { $n }
review-closed = ✖️ Рўйхат ёпилди. Ундан сақлаганларингиз реестрда қолади.
button-save-all = ✅ Янгиларининг ҳаммасини сақлаш ({ $n })
button-close-review = ✖️ Рўйхатни ёпиш
button-complete = ✏️ Тўлдириш
button-leave-out = ✖️ Олмаслик
button-take-back = ↩️ Қайтариш
button-to-list = ⬅️ Рўйхатга
refused-review-gone = Бу рўйхат энди йўқ. Илтимос, ҳисоботни қайта юборинг.
refused-review-done = Бу ерда сақланадиган нарса қолмади.
refused-document-unreadable = Бу файлни матн сифатида ўқиб бўлмади. Илтимос, уни .docx ёки .txt кўринишида сақлаб, қайта юборинг.
refused-document-locked = Бу эски Word ҳужжати ёки парол билан ҳимояланган ҳужжат. Илтимос, уни паролсиз .docx кўринишида сақлаб, қайта юборинг.
