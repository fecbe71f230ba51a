# Excel kitobi: yuklash, chiqarish va rad etish sabablari.

import-done = ✅ Yuklandi. Qoʻshildi: { $added }, oʻzgartirildi: { $changed }, oʻzgarishsiz qoldi: { $unchanged }.
import-would = Hozircha hech narsa yozilmadi. Qoʻshiladi: { $added }, oʻzgartiriladi: { $changed }, oʻzgarishsiz qoladi: { $unchanged }.
import-stopped = ✖️ Hech narsa yozilmadi: kitobda xatolar bor ({ $faults }). Toʻgʻri qatorlar: { $rows }.
import-sheet = { $sheet }: { $added } ta qoʻshildi, { $changed } ta oʻzgartirildi
import-refused = Qabul qilinmadi: { $n }
import-conflicts = Oxirgi chiqarish yoki yuklashdan keyin chatda oʻzgartirilgan, shu sababli oʻz holicha qoldirildi: { $n }
import-notes = Koʻrib chiqishingizni soʻraymiz: { $n }
import-at = { $place }: { $what }
import-differs = { $id } ({ $columns })
import-more = … va yana { $n } ta
import-hint-partial = Toʻgʻri qatorlarni baribir qabul qilish uchun: --partial
import-hint-overwrite = Kitobdagi maʼlumot ustun boʻlishi uchun: --overwrite
import-progress = { $percent } %
export-done = ✅ Yozildi: { $file }
export-sheet = { $sheet }: { $rows } ta qator

place-sheet = { $sheet } varagʻi
place-column = { $sheet } varagʻi, { $column } ustuni
place-row = { $sheet } varagʻi, { $row }-qator
place-cell = { $sheet } varagʻi, { $row }-qator, { $column } ustuni

note-sheet-unknown = reyestrda bunday varaq yoʻq, u oʻqilmadi
note-column-unknown = reyestrda bunday ustun yoʻq, u oʻqilmadi
note-name-near = “{ $value }” yozilganicha qoldirildi, lekin “{ $name }” ({ $id }) nomli hamkorga juda oʻxshaydi
note-name-shared = “{ $value }” — “{ $name }” ({ $id }) nomli hamkorning ham nomi
note-member-unknown = bot aʼzolari orasida “{ $value }” ismli yoki shunday Telegram raqamli yagona aʼzo yoʻq: shu holat saqlanar ekan, bu qator hech kimning eslatmalarini oʻzgartirmaydi
note-absence-vague = “{ $value }” — qaysi kuni boshlanib, qaysi kuni tugashi koʻrsatilmagan; qator saqlandi, lekin hech kimning eslatmalarini oʻzgartirmaydi

refused-needed = Bu katak boʻsh boʻlishi mumkin emas.
refused-name-needed = Kamida bitta tilda nom yozilishi kerak.
refused-too-long = Juda uzun: koʻpi bilan { $limit } ta belgi boʻlishi mumkin.
refused-too-great = { $value } soni juda katta: koʻpi bilan { $limit } boʻlishi mumkin.
refused-not-whole = “{ $value }” butun son emas (nol yoki undan katta).
refused-country-unknown = “{ $value }” mamlakatning ikki harfli kodi emas (masalan, UZ).
refused-word-unknown = “{ $value }” bu yerda yoziladigan soʻzlar orasida yoʻq: { $words }.
refused-date-unreadable = “{ $value }” sana emas. Bunday yoziladi: 2014-06-22, 2014-06, 2014, 2009/2014, 2007/.. (davom etmoqda), 2008/ (tugashi qayd etilmagan).
refused-date-backwards = “{ $value }”: tugashi boshlanishidan oldin.
refused-not-a-term = “{ $value }” muddat emas. Bunday yoziladi: 2009/2014, 2007/.. (muddatsiz), 2008/ (tugashi qayd etilmagan).
refused-partner-unknown = Identifikatori yoki nomi “{ $value }” boʻlgan hamkor yoʻq.
refused-partner-ambiguous = “{ $value }” bir necha hamkorning nomi: { $ids }. Identifikatorini yozing.
refused-partner-is-us = “us” — bu oʻzimiz, biz esa hamkor emasmiz.
refused-reference-unknown = “{ $value }” yozuvi yoʻq.
refused-reference-refused = “{ $value }” yozuvining oʻzi qabul qilinmadi.
refused-replaces-itself = Bitim oʻz oʻrnini bosa olmaydi.
refused-id-twice = “{ $value }” identifikatori ikki marta yozilgan.
refused-id-reserved = “{ $value }” identifikatorining alohida maʼnosi bor; boshqasini tanlang.
refused-id-clash = “{ $value }” identifikatorining raqami “{ $other }” yozuviga tegishli; boshqasini tanlang.
refused-changed-since = Bu yozuvni shu orada kimdir oʻzgartirdi.
refused-record-gone = Bu yozuv endi yoʻq.
refused-in-use = Bu yozuvga boshqa yozuvlar bogʻlangan ({ $count }): { $ids }
refused-undo-unknown = Bekor qilinadigan narsa yoʻq.
refused-undo-done = Bu avvalroq bekor qilingan.

refused-cell-formula = Bu yerda formula bor. Uning oʻrniga qiymatini yozing.
refused-cell-error = Bu yerda xato bor (masalan, #N/A).
refused-cell-merged = Bu yerda kataklar birlashtirilgan, qaysi qator yoki ustun nazarda tutilgani nomaʼlum. Ularni ajrating.
refused-heading-twice = Bu sarlavha ikki marta yozilgan.
refused-column-missing = { $count ->
    [0] Bu ustun yoʻq, usiz varaqni oʻqib boʻlmaydi.
   *[other] Bu ustun yoʻq, u { $count } ta yangi qator uchun kerak.
}
refused-sheet-twice = Bunday nomli varaq ikkita.
refused-workbook-not-xlsx = Bu fayl Excel kitobi (.xlsx) emas.
refused-workbook-locked = Kitob parol bilan himoyalangan yoki eski .xls shaklida. Uni parolsiz .xlsx shaklida saqlang.
refused-workbook-damaged = Kitob shikastlangan, uni oʻqib boʻlmadi.
refused-workbook-too-large = Kitobda maʼlumot juda koʻp: ochilganda koʻpi bilan { $limit } MB va bir million katak boʻlishi mumkin.
refused-workbook-too-long = “{ $sheet }” varagʻida qatorlar juda koʻp: koʻpi bilan { $limit } ta boʻlishi mumkin.
refused-workbook-without-sheets = Kitobda reyestrning birorta ham varagʻi yoʻq: partners, agreements, approvals, exchanges, programmes, series, events, participants, promises, contacts, absences.

refused-database-url = HAMKOR_DATABASE_URL SQLite yoki PostgreSQL bazasining manzili boʻlishi kerak.
refused-database-newer = Bu baza bilan dasturning yangiroq versiyasi ishlagan (sxema { $revision }). Oʻsha versiyani oʻrnating.
export-coming = ⏳ Reyestr Excel fayliga yozilmoqda. Tayyor boʻlgach, shu yerga yuboriladi.
export-here = 📊 Butun reyestr. Faylni tahrirlab, qayta yuklash mumkin.
export-here-public = 📊 Reyestr shaxsiy aloqa maʼlumotlarisiz; kelishilayotgan loyihalardan faqat siz masʼul boʻlganlari bor. Faylni tahrirlab, qayta yuklash mumkin.
refused-export-again = Shu orada rolingiz oʻzgardi. Iltimos, qayta soʻrang: /export
