# History: what was changed, when and by whom.

command-history = what was changed lately
history-mine = 🕘 <b>Your latest changes</b> ({ $n })
history-all = 🕘 <b>Everybody’s latest changes</b> ({ $n })
history-record = 🕘 <b>History of { $id }</b> ({ $n })
history-batch = <b>{ $n }.</b> { $at } · { $name }
history-undone = <b>{ $n }.</b> { $at } · { $name } · undone later
history-undoing = <b>{ $n }.</b> { $at } · { $name } · an undoing
history-added = ➕ { $said }
history-changed = ✏️ { $said }
history-removed = 🗑 { $said }
history-columns = … and { $n } more fields
history-more = … and { $n } more records
history-file = 📎 { $name } – kept by { $by }, { $at }
history-file-gone = 📎 { $name } – taken away by { $by }, { $at }
history-more-files = 📎 … and { $n } more
history-hidden = 🔒 Drafts that you may not see: { $n }
history-tab-mine = 🕘 Mine
history-tab-all = 👥 Everybody’s
history-undo = ↩️ Undo { $n }
history-sure = <b>Undo all of this?</b> Records: { $n }
history-yes = ↩️ Yes, undo
history-none-mine = You have not changed anything yet. Whatever you record will stand here, and can be undone.
history-none-all = Nothing has been changed yet.
history-none-record = Nothing is known of this record’s past.
button-history = 🕘 History
