# Yozuvlar kartalari.

card-head = <b>{ $form }</b> { $id }
card-head-named = { $id } <b>{ $name }</b>
card-title = <b>{ $name }</b>
card-line = { $field }: { $value }
card-reference = { $name } { $id }
card-item = { $id } { $said }
card-related = <b>{ $what }</b> ({ $n })
card-more = … va yana { $n } ta

sheet-partners = Hamkorlar
sheet-agreements = Bitimlar
sheet-approvals = Kelishish bosqichlari
sheet-exchanges = Almashinuvlar
sheet-programmes = Dasturlar
sheet-series = Tadbirlar turkumlari
sheet-events = Tadbirlar
sheet-participants = Ishtirokchilar
sheet-promises = Vaʼdalar
sheet-contacts = Aloqa uchun shaxslar
sheet-absences = Ishda boʻlmaslik davrlari

# Karta ostidagi tugmalar. Dastlabki uchtasi nomi aytilgan narsani nusxalaydi.
button-copy-number = 📋 Raqami
button-copy-email = 📋 Elektron pochta
button-copy-phone = 📋 Telefon
button-share = ↗️ Ulashish
button-open-private = 🔒 Shaxsiy chatda ochish
