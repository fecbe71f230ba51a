# Yozuvni oʻchirish.

button-delete = 🗑 Oʻchirish
removal-sure = <b>Bu yozuv oʻchirilsinmi?</b>
removal-parts = U bilan birga ishtirokchilari yoki kelishish bosqichlari ham oʻchiriladi: { $n }
removal-undo = Yozuv roʻyxatlar, javoblar va eslatmalardan yoʻqoladi, lekin tarixda qoladi: bekor qilish uni qaytaradi.
removal-yes = 🗑 Ha, oʻchirilsin
removal-in-use = { $id } yozuvini oʻchirib boʻlmaydi, unga boshqa yozuvlar bogʻlangan ({ $n }):
refused-delete-not-yours = Faqat oʻzingiz yozganlarni oʻchira olasiz. Iltimos, rahbarga murojaat qiling.
