# Qabulxona: notanishlar, yangi xodimlar, yordam, tillar, guruhlar.

language-name = Oʻzbekcha (lotin)
language-which = Siz bilan qaysi tilda muloqot qilay?
language-chosen = Endi siz bilan oʻzbek tilida, lotin yozuvida muloqot qilaman.

role-viewer = kuzatuvchi
role-staff = xodim
role-manager = rahbar
role-admin = administrator

front-stranger = Bu bot bitta tashkilot xodimlari uchun moʻljallangan. Telegramdagi raqamingiz: <code>{ $id }</code>
front-ask-access = Ruxsat soʻrash
front-knocked = ✅ Soʻrovingiz yetkazildi. Qaror qabul qilingach, sizga xabar beriladi.
front-knocked-again = Soʻrovingiz avvalroq yetkazilgan.
front-knock = <b>{ $name }</b> (<code>{ $id }</code>) ruxsat soʻramoqda. Qaysi rol berilsin?
front-admit-viewer = 👀 Kuzatuvchi
front-admit-staff = ✍️ Xodim
front-admit-manager = 🗂 Rahbar
front-decline = ✖️ Rad etish
front-admitted = ✅ { $name } qabul qilindi, roli: { $role }.
front-declined = { $name } qabul qilinmadi.
front-welcome = Assalomu alaykum, { $name }! Men xalqaro aloqalarimiz hisobini yuritaman: hamkorlar, bitimlar, almashinuvlar va tadbirlar.
front-try-ask = Hamkasbingizdan soʻragandek <b>soʻrang</b>: “Shanxay bilan bitim qachon tugaydi?”
front-try-log = Bir satrda <b>yozing</b>: “Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik” yoki bosqichma-bosqich: /exchange, /event
front-more = Barcha buyruqlar: /help · Til: /language
front-apology = ⚠️ Tizimimizda nosozlik yuz berdi, xabaringiz bajarilmadi. Administratorlarga xabar berildi. Iltimos, birozdan keyin qayta urinib koʻring.
front-report = ⚠️ Xabarni qayta ishlab boʻlmadi: <code>{ $kind }</code>, yangilanish <code>{ $update }</code>. Tafsilotlar jurnalda.

help-ask = Savolingizni yoki nima boʻlganini yozing: oʻzbek (lotin va kirill yozuvida), rus va ingliz tillarini tushunaman.
help-line = { $command } — { $what }
help-ids = Har bir yozuvning qisqa raqami bor, masalan, /x7: yozuvni toʻliq koʻrish uchun uni bosing.
command-ask = savol berish
command-find = hamkor, bitim yoki tadbirni topish
command-exchange = almashinuvni yozish
command-event = tadbirni yozish
command-agreement = bitimni yozish
command-partner = hamkor qoʻshish
command-undo = oxirgi yozuvimni bekor qilish
command-cancel = joriy suhbatni toʻxtatish
command-invite = hamkasbni taklif qilish
command-language = tilni tanlash
command-help = nimalar qila olaman

ask-what = Nimani bilmoqchisiz?
ask-placeholder = Savolingiz
find-what = Kimni yoki nimani qidiryapsiz?
find-placeholder = Hamkor, tadbir yoki shahar nomi
cancelled = ✖️ Bekor qilindi. Hech narsa saqlanmadi.
cancelled-nothing = Bekor qiladigan narsa yoʻq.

group-offer = Bu guruhda javob beraymi? Bot foydalanuvchilari bu yerda /find, /ask va /log buyruqlaridan foydalana oladi, boshqalarga javob berilmaydi.
group-open = ✅ Ruxsat berish
group-close = ✖️ Bu yerda boshqa javob bermaslik
group-is-open = Bu guruhda soʻrovlarga javob beraman.
group-opened = ✅ Endi bot foydalanuvchilari bu yerda /find, /ask va /log buyruqlaridan foydalana oladi.
group-closed = Endi bu guruhda javob bermayman.
group-only = /group buyrugʻini ochmoqchi boʻlgan guruhingizda yuboring.

invite-which = Taklifnoma qaysi rolni beradi?
invite-link = Taklifnoma ({ $role }), bir kishi uchun, yetti kun amal qiladi:
    { $link }
    Havola ochilmasa, menga <code>/start</code> va “start=” dan keyingi kodni yuboring.
invite-copy = 📋 Havoladan nusxa olish
invite-accepted = ✅ Xush kelibsiz! Rolingiz: { $role }.

refused-not-allowed = Rolingiz bunga ruxsat bermaydi. Iltimos, administratorga murojaat qiling.
refused-button-old = Bu tugma eskirgan. Iltimos, roʻyxat yoki kartochkani qaytadan oching.
refused-invitation-invalid = Taklifnoma yaroqsiz: undan foydalanilgan yoki yetti kunlik muddati oʻtgan. Iltimos, yangisini soʻrang.
refused-role-unknown = “{ $role }” degan rol yoʻq. Rollar: viewer, staff, manager, admin.
refused-record-unknown = { $id } yozuvi mavjud emas.
refused-draft-unfinished = Iltimos, avval yetishmayotgan maydonlarni toʻldiring.
refused-edit-not-yours = Bu yozuvni boshqa xodim kiritgan. Boʻsh maydonlarini toʻldirishingiz mumkin; oʻzgartirish uchun, iltimos, rahbarga murojaat qiling.
refused-setting-wrong = { $name } sozlamasi notoʻgʻri: { $reason }.
command-log = boʻlgan ishni bir qatorda yozish
command-export = reyestrni Excel fayli sifatida olish
command-unknown = ❔ { $command } degan buyruq yoʻq. Barcha buyruqlar: /help
command-perhaps = Balki, buni nazarda tutgandirsiz: { $commands }

# Faqat salom yoki minnatdorlik: nima yoziladi va bot nima deydi.
greeting-heard = salom, assalom, assalomu alaykum, assalomu aleykum, salom alaykum, hayrli kun, xayrli kun, xayrli tong, xayrli kech
thanks-heard = rahmat, katta rahmat, tashakkur, minnatdorman
undo-heard = bekor qil, bekor qiling, bekor qilish, bekor, oxirgisini bekor qil, oxirgisini bekor qiling, oxirgi yozuvni bekor qil, oxirgi yozuvni bekor qiling, oxirgisini oʻchir, oxirgi yozuvni oʻchir, oxirgi yozuvni oʻchiring, qaytar, qaytaring, xato boʻldi, xato qildim, xato ketdi
greeting = Assalomu alaykum, { $name }! Savol bering yoki nima boʻlganini yozing. Barcha buyruqlar: /help
thanks = Arzimaydi, { $name }.
