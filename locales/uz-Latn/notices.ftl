# Eslatmalar. $date — soʻz bilan yozilgan sana, $id — /a12 kabi qisqa raqam, $n — kunlar soni.

notice-head = 🔔 <b>Eslatmalar, { $date }</b>
notice-away = Bu eslatmalar men ishlamagan paytda toʻplanib qolgan ({ $since } beri). Barchasi bitta xabarda.
notice-first = { $mark } <b>{ $left }</b> — { $who }
notice-today = Bugun
notice-left = { $n } kun qoldi
notice-left-earliest = Kamida { $n } kun qoldi
notice-any-day = Istalgan kuni
notice-passed = { $n } kun oldin
notice-titled = { $kind } “{ $title }”
notice-placed = { $kind }, { $place }
notice-end = { $what }. Amal qilish muddati tugaydi: { $date } · { $id }
notice-end-passed = { $what }. Muddati men eslatishga ulgurmasdan tugadi: { $date } · { $id }
notice-notice = { $what }. Uzaytirishni rad etishning oxirgi kuni: { $date } · { $id }
notice-notice-passed = { $what }. Uzaytirishni rad etishning oxirgi kuni men eslatishga ulgurmasdan oʻtdi: { $date } · { $id }
notice-renews = Aks holda hujjat avtomatik uzayadi. Joriy muddatning oxiri: { $date }.
notice-submission = { $what }. Maʼruzalar qabulining oxirgi kuni: { $date } · { $id }
notice-submission-passed = { $what }. Maʼruzalar qabuli men eslatishga ulgurmasdan yakunlandi: { $date } · { $id }
notice-registration = { $what }. Roʻyxatdan oʻtishning oxirgi kuni: { $date } · { $id }
notice-registration-passed = { $what }. Roʻyxatdan oʻtish men eslatishga ulgurmasdan yakunlandi: { $date } · { $id }
notice-start = { $what }. Sanasi: { $date } · { $id }
notice-start-passed = { $what }. Tadbir men eslatishga ulgurmasdan boshlandi: { $date } · { $id }
notice-inexact = Aniq kuni qayd etilmagan, shuning uchun kunlar eng erta ehtimoliy sanagacha hisoblandi: { $date }. Iltimos, aniq kunini kiriting.
notice-assumed = Ogohlantirish muddati qayd etilmagan, { $n } kun deb olindi. Iltimos, hujjat matnini tekshiring.
notice-unknown = Masʼul: { $name }. Bot foydalanuvchilari orasida bunday kishi yoʻq.
notice-late = Bu yozuv eslatma sanasidan keyin kiritilgan.
notice-late-all = Bu yozuvlar eslatma sanasidan keyin kiritilgan.

preview-nothing = Bu davrda eslatmalar yoʻq.
preview-line = { $at }  { $id }  { $step }  { $who }: { $date } → { $people }
preview-late = { $at }  { $id }  { $step }  { $who }: { $date } → { $people } (kechikkan)
