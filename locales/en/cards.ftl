# Cards of records.

card-head = <b>{ $form }</b> { $id }
card-head-named = { $id } <b>{ $name }</b>
card-title = <b>{ $name }</b>
card-line = { $field }: { $value }
card-reference = { $name } { $id }
card-item = { $id } { $said }
card-related = <b>{ $what }</b> ({ $n })
card-more = … and { $n } more

sheet-partners = Partners
sheet-agreements = Agreements
sheet-approvals = Approval stages
sheet-exchanges = Exchanges
sheet-programmes = Programmes
sheet-series = Event series
sheet-events = Events
sheet-participants = Participants
sheet-promises = Promises
sheet-contacts = Contacts
sheet-absences = Absences

# Buttons under a card. The first three copy what they name.
button-copy-number = 📋 Number
button-copy-email = 📋 E-mail
button-copy-phone = 📋 Phone
button-share = ↗️ Share
button-open-private = 🔒 Open in private chat
