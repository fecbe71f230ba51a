# Foydalanuvchilar: bot kimlarga ochiq va kimlar ruxsat kutmoqda.

command-members = bot kimlarga ochiq
members-head = <b>Bot foydalanuvchilari</b> ({ $n })
members-line = • { $name } — { $role }, { $language }
members-waiting = ⏳ { $name } — ruxsat kutmoqda
members-no-language = til hali tanlanmagan
members-invite = Rolini oʻzgartirish yoki ruxsatini bekor qilish uchun kishini tanlang. Hamkasbni taklif qilish: /invite
members-card = <b>{ $name }</b> (<code>{ $id }</code>)
    Roli: { $role }
    Tili: { $language }
members-only-administrator = Yagona administrator. Buni oʻzgartirish uchun, iltimos, avval boshqasini tayinlang.
members-appoint = Tayinlash: { $role }
members-let-go = ✖️ Ruxsatini bekor qilish
members-let-go-sure = <b>{ $name }</b>: ruxsat bekor qilinsinmi? Keyingi xabardan boshlab bot bu kishiga javob bermaydi va eslatma yubormaydi. Uning yozuvlari reyestrda qoladi.
members-let-go-yes = ✖️ Ha, bekor qilinsin
members-gone = { $name }: ruxsat bekor qilindi.
members-your-role = Rolingiz oʻzgardi. Endi rolingiz: { $role }.
members-guessing = ⚠️ <b>{ $name }</b> (<code>{ $id }</code>) taklifnoma kodlarini taxmin qilib koʻrmoqda. Bugun bu hisobdan boshqa kod qabul qilinmaydi.
members-first-administrator = Hali administrator yoʻq. Bu havolani birinchi boʻlib ochgan kishi administrator boʻladi (bir marta, 24 soat ichida): { $link }
refused-last-administrator = Bu yagona administrator. Iltimos, avval boshqasini tayinlang.
