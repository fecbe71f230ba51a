# Ikki hamkorni birlashtirish.

button-merge = 🔗 Birlashtirish
merging-which = <b>{ $id } { $name } bilan qaysi hamkor bir xil?</b> U { $id } tarkibiga kiradi: yozuvlari oʻsha yerga oʻtadi, nomlari boshqa nomlar sifatida saqlanadi.
merging-command = Roʻyxatda yoʻqmi? Ikkala qisqa raqamni yuboring: <code>/merge { $id } p…</code>
merging-sure = <b>{ $other } { $gone } hamkori { $id } { $kept } tarkibiga qoʻshilsinmi?</b> Oʻtadigan yozuvlar: { $n }. Bitta bekor qilish hammasini qaytaradi.
merging-yes = ✅ Birlashtirish
merging-swap = 🔄 Aksincha
merging-done = ✅ { $gone } endi { $id } { $kept } tarkibida. Oʻtgan yozuvlar: { $n }.
refused-merge-itself = Hamkorni oʻzi bilan birlashtirib boʻlmaydi.
refused-merge-usage = Iltimos, ikki hamkorning qisqa raqamini yuboring, masalan: /merge p5 p12
