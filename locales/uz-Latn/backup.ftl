# Zaxira nusxa va tiklash.

backup-done = ✅ Zaxira nusxa yozildi: { $file }
backup-holds = { $records } ta yozuv, { $files } ta fayl
restore-done = ✅ Tiklandi: reyestr { $moment } holatiga qaytarildi. Oʻsha paytda joʻnatilayotgan xabarlar qayta yuborilmaydi.

refused-backup-unreadable = Bu fayl bizning zaxira nusxamiz emas.
refused-backup-damaged = Zaxira nusxa shikastlangan: qismlari yozilganiga mos emas. Hech narsa oʻzgartirilmadi.
refused-backup-newer = Bu nusxa dasturning yangiroq versiyasida olingan (sxema { $revision }). Oʻsha versiyani oʻrnating.
refused-bot-running = Bu reyestr bilan bot ishlamoqda. Avval uni toʻxtating.
refused-restore-running = Reyestr hozir tiklanmoqda. Botni keyinroq ishga tushiring.
refused-registry-not-empty = Bu reyestrda yozuvlar bor. Ularning hammasini almashtirish uchun: --replace
