# Bitimlar roʻyxati.

command-agreements = bitimlar: avval muddati yaqinlari
agreements-head = 📄 <b>Bitimlar</b>: { $n }, amaldagilari: { $force }
agreements-ending = <b>Amalda, tugash muddati bor</b> ({ $n })
agreements-renewing = <b>Amalda, avtomatik uzayadi</b> ({ $n })
agreements-open = <b>Amalda, muddatsiz</b> ({ $n })
agreements-upcoming = <b>Hali kuchga kirmagan</b> ({ $n })
agreements-draft = <b>Loyihalar</b> ({ $n })
agreements-unknown = <b>Tugashi yoki muddati qayd etilmagan</b> ({ $n })
agreements-over = <b>Endi amalda emas</b> ({ $n })
agreements-line = { $id } <b>{ $partner }</b> · { $said }
agreements-to-year = faqat yili maʼlum
agreements-to-season = faqat fasli maʼlum
agreements-to-month = faqat oyi maʼlum
agreements-decline = uzaytirishni rad etishning oxirgi kuni: { $date }
agreements-none = Hali birorta bitim yozilmagan.
agreements-none-log = Hali birorta bitim yozilmagan. Birinchisini yozish: /agreement
