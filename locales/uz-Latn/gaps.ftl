# Hali qayd etilmagan maʼlumotlar.

command-gaps = hali qayd etilmagan maʼlumotlar
gaps-head = 🧩 <b>Hali qayd etilmagan, { $date } holatiga</b>
gaps-how = Toʻldirish uchun yozuvni ochib, “✏️ Tahrirlash” tugmasini bosing.
gaps-back = ◀️ Barcha kamchiliklar
gaps-none = ✅ Kamchilik yoʻq: hisob-kitob va eslatmalar uchun zarur barcha muddat, sana, son, davlat va ishtirokchilar qayd etilgan.
gaps-end = Tugashi yoki muddati qayd etilmagan bitimlar: { $n } ta. Ular haqida eslatib boʻlmaydi.
gaps-vague = Tugash kuni aniq boʻlmagan amaldagi bitimlar: { $n } ta. Eslatmalar mumkin boʻlgan eng erta kundan hisoblanadi.
gaps-held = Sanasi yozilmagan tadbirlar: { $n } ta
gaps-people = Ishtirokchilari yozilmagan, oʻtib boʻlgan tadbirlar: { $n } ta
gaps-count = Nusxalar soni yozilmagan almashinuvlar: { $n } ta. Ular hisobga kirmaydi.
gaps-moved = Sanasi yozilmagan almashinuvlar: { $n } ta. Ular hech bir yil hisobiga kirmaydi.
gaps-country = Davlati yozilmagan hamkorlar: { $n } ta
gaps-contact = Amalda bitimi bor, lekin bogʻlanish uchun shaxs yoki elektron pochtasi yozilmagan hamkorlar: { $n } ta
gaps-show-end = 📄 Tugashi yozilmagan ({ $n })
gaps-show-vague = 📄 Tugash kuni noaniq ({ $n })
gaps-show-held = 📅 Tadbir sanalari ({ $n })
gaps-show-people = 👥 Ishtirokchilar ({ $n })
gaps-show-count = 📦 Nusxalar soni ({ $n })
gaps-show-moved = 📦 Almashinuv sanalari ({ $n })
gaps-show-country = 🌍 Davlatlar ({ $n })
gaps-show-contact = 📇 Aloqa maʼlumotlari ({ $n })
