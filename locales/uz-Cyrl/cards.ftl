# Ёзувлар карталари.

card-head = <b>{ $form }</b> { $id }
card-head-named = { $id } <b>{ $name }</b>
card-title = <b>{ $name }</b>
card-line = { $field }: { $value }
card-reference = { $name } { $id }
card-item = { $id } { $said }
card-related = <b>{ $what }</b> ({ $n })
card-more = … ва яна { $n } та

sheet-partners = Ҳамкорлар
sheet-agreements = Битимлар
sheet-approvals = Келишиш босқичлари
sheet-exchanges = Алмашинувлар
sheet-programmes = Дастурлар
sheet-series = Тадбирлар туркумлари
sheet-events = Тадбирлар
sheet-participants = Иштирокчилар
sheet-promises = Ваъдалар
sheet-contacts = Алоқа учун шахслар
sheet-absences = Ишда бўлмаслик даврлари

# Карта остидаги тугмалар. Дастлабки учтаси номи айтилган нарсани нусхалайди.
button-copy-number = 📋 Рақами
button-copy-email = 📋 Электрон почта
button-copy-phone = 📋 Телефон
button-share = ↗️ Улашиш
button-open-private = 🔒 Шахсий чатда очиш
