# Tushunilmagan savollar: administratorlar uchun.

command-misses = bot tushunmagan savollar
misses-none = ✅ Bu yerda hech narsa yoʻq: barcha savollar tushunilgan, hech bir javob notoʻgʻri deb belgilanmagan.
misses-head = 🧐 <b>Tushunilmagan yoki notoʻgʻri deb belgilangan</b>: { $n }
misses-line = { $text }
    { $why } · { $times } · { $at }
misses-text = “{ $text }”
misses-why-not-understood = savol tushunilmagan
misses-why-not-in-registry = bu nom reyestrda yoʻq
misses-why-out-of-scope = reyestrga aloqasi yoʻq deb qabul qilingan
misses-why-wrong = javob notoʻgʻri deb belgilangan
misses-times = { $n } marta
misses-whose = “{ $name }” — kimning nomi? Bir bosishda u hamkorning boshqa nomlariga qoʻshiladi.
misses-another = 🔎 Boshqa hamkor …
misses-cut = ✂️ Nomi — “{ $name }”, qoʻshimchasiz
misses-whole = ↩️ Nomi — “{ $name }”, yozilganidek
misses-pass = ✖️ Roʻyxatdan olib tashlash
misses-back = ◀️ Roʻyxatga
misses-which = “{ $name }” — qaysi hamkor? Nomini reyestrdagidek yozing.
misses-which-hint = Hamkor nomi
misses-called = ✅ “{ $name }” endi yana bir nom: { $id } { $partner }. Keyingi savol tushuniladi.
refused-miss-gone = Bu savolni allaqachon kimdir koʻrib chiqqan.
refused-name-taken = Hamkor allaqachon “{ $name }” deb ataladi.
