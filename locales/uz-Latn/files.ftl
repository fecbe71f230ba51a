# Yozuvlar bilan saqlanadigan fayllar.

files-waiting = 📎 { $n } ta fayl: { $names }
files-which = Qaysi yozuv bilan saqlaymiz? Tanlang, qisqa raqamini yozing (masalan, /x12) yoki boʻlgan ishni yozing: “Kecha Varshavaga 40 ta kitob yubordik”.
files-kept = 📎 { $ids } yozuvi bilan saqlandi ({ $n } ta fayl): { $names }
files-caption = 📎 { $name }
    { $by }, { $at }
files-removed = 🗑 { $name } endi { $id } yozuvi bilan saqlanmaydi.
button-files = 📎 Fayllar ({ $n })
button-detach = 🗑 Yozuvdan olib tashlash
refused-files-none = Bu yerda hozir fayl yoʻq.
refused-file-too-large = Fayl juda katta: Telegram orqali koʻpi bilan { $limit } MB qabul qilinadi.
refused-file-type = Bunday fayl qabul qilinmaydi: { $name }. Yozuv bilan rasm, PDF, Word, Excel, PowerPoint yoki matn fayllari saqlanadi.
refused-file-kind = Video va ovozli xabarlar qabul qilinmaydi. Yozuv bilan rasm, PDF, Word, Excel, PowerPoint yoki matn fayllari saqlanadi.
refused-file-gone = Faylni Telegramdan olib boʻlmadi. Iltimos, uni qayta yuboring.
