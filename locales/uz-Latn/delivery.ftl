# Xabarlar yetib boradimi va botning oʻzi sogʻlommi.

delivery-again = ↻ Bu xabarni avval ham olgan boʻlishingiz mumkin.
delivery-failed = ⚠️ <b>{ $who }</b> uchun xabar yetkazilmadi: { $why }.
delivery-uncertain = ⚠️ <b>{ $who }</b> uchun xabar yetib borgani nomaʼlum: { $why }. U qayta yuborilmaydi.
delivery-blocked = qabul qiluvchi botni bloklagan
delivery-deactivated = bunday hisob endi mavjud emas
delivery-gone = botning bu chatga kirish imkoni yoʻq
delivery-unanswered = Telegram bir necha bor javob bermadi
delivery-other = Telegram javobi: “{ $reason }”
delivery-not-saved = ⚠️ Hozircha saqlanmadi: ayni paytda reyestrga yozib boʻlmayapti. Xabaringiz yoʻqolmadi: imkon boʻlishi bilan uni bajaraman, qayta yuborish shart emas.

watch-away = Men aloqada boʻlmadim: { $since } – { $until }. Shu orada muddati kelgan barcha eslatmalar hozir yuborilmoqda.
watch-away-long = Men aloqada boʻlmadim: { $since } – { $until }. Shu orada muddati kelgan barcha eslatmalar hozir yuborilmoqda. Telegram xabarlarni faqat 24 soat saqlaydi: hamkasblardan undan oldin yozganlarini takrorlashni soʻrang.
watch-alarm = ⚠️ Botning ishida nosozlik bor:
watch-line = • { $what }
watch-well = ✅ Bot yana odatdagidek ishlayapti.
watch-fetching = Telegramdan xabarlarni olib boʻlmayapti
watch-conflict = boshqa dastur shu botning tokeni bilan xabarlarni olmoqda
watch-webhook = Telegram vebhukka yetkaza olmayapti
watch-tick = eslatmalar tekshirilmayapti
watch-inbox = xabarlar ishlanishini bir daqiqacha kutmoqda
watch-outbox = xabarlar besh daqiqadan ortiq vaqtdan beri yuborilishini kutmoqda
watch-store = reyestrga yozib boʻlmayapti
watch-clock = ⚠️ Server soati oʻzgardi, siljish (daqiqa): { $minutes }. Iltimos, soat toʻgʻri ekanini tekshiring.

check-alive = bot: ishlayapti, oxirgi hayot belgisi { $seconds } soniya oldin
check-asleep = bot: ishga tushirilmagan
check-stopped = bot: { $time } dan beri hayot belgisi yoʻq
check-trouble = bot: { $what }
check-queues = navbatlar: koʻrib chiqiladigan { $inbox }, yuboriladigan { $outbox }
check-failures = soʻnggi 7 kundagi xabarlar: yetkazib boʻlmagan { $never }, nomaʼlum { $uncertain }

refused-bot-deaf = Bot ishlay olmay qoldi va oʻzini toʻxtatdi; sababi jurnalda. Uni qayta ishga tushiring: xizmat boshqaruvchisi buni oʻzi qiladi.
