# Tarix: nima, qachon va kim tomonidan oʻzgartirilgan.

command-history = yaqinda nimalar oʻzgardi
history-mine = 🕘 <b>Sizning soʻnggi oʻzgartirishlaringiz</b> ({ $n })
history-all = 🕘 <b>Barchaning soʻnggi oʻzgartirishlari</b> ({ $n })
history-record = 🕘 <b>{ $id } tarixi</b> ({ $n })
history-batch = <b>{ $n }.</b> { $at } · { $name }
history-undone = <b>{ $n }.</b> { $at } · { $name } · keyin bekor qilingan
history-undoing = <b>{ $n }.</b> { $at } · { $name } · bekor qilish
history-added = ➕ { $said }
history-changed = ✏️ { $said }
history-removed = 🗑 { $said }
history-columns = … va yana { $n } ta maydon
history-more = … va yana { $n } ta yozuv
history-file = 📎 { $name } – ilova qildi: { $by }, { $at }
history-file-gone = 📎 { $name } – olib tashladi: { $by }, { $at }
history-more-files = 📎 … va yana { $n } ta
history-hidden = 🔒 Sizga koʻrinmaydigan loyihalar: { $n }
history-tab-mine = 🕘 Meniki
history-tab-all = 👥 Barchaniki
history-undo = ↩️ Bekor qilish: { $n }
history-sure = <b>Bularning hammasi bekor qilinsinmi?</b> Yozuvlar: { $n }
history-yes = ↩️ Ha, bekor qilinsin
history-none-mine = Siz hali hech narsani oʻzgartirmagansiz. Yozganlaringiz shu yerda koʻrinadi, ularni bekor qilish mumkin boʻladi.
history-none-all = Hali hech narsa oʻzgartirilmagan.
history-none-record = Bu yozuvning oʻtmishi haqida maʼlumot yoʻq.
button-history = 🕘 Tarix
