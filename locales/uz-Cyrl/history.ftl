# Тарих: нима, қачон ва ким томонидан ўзгартирилган.

command-history = яқинда нималар ўзгарди
history-mine = 🕘 <b>Сизнинг сўнгги ўзгартиришларингиз</b> ({ $n })
history-all = 🕘 <b>Барчанинг сўнгги ўзгартиришлари</b> ({ $n })
history-record = 🕘 <b>{ $id } тарихи</b> ({ $n })
history-batch = <b>{ $n }.</b> { $at } · { $name }
history-undone = <b>{ $n }.</b> { $at } · { $name } · кейин бекор қилинган
history-undoing = <b>{ $n }.</b> { $at } · { $name } · бекор қилиш
history-added = ➕ { $said }
history-changed = ✏️ { $said }
history-removed = 🗑 { $said }
history-columns = … ва яна { $n } та майдон
history-more = … ва яна { $n } та ёзув
history-file = 📎 { $name } – илова қилди: { $by }, { $at }
history-file-gone = 📎 { $name } – олиб ташлади: { $by }, { $at }
history-more-files = 📎 … ва яна { $n } та
history-hidden = 🔒 Сизга кўринмайдиган лойиҳалар: { $n }
history-tab-mine = 🕘 Меники
history-tab-all = 👥 Барчаники
history-undo = ↩️ Бекор қилиш: { $n }
history-sure = <b>Буларнинг ҳаммаси бекор қилинсинми?</b> Ёзувлар: { $n }
history-yes = ↩️ Ҳа, бекор қилинсин
history-none-mine = Сиз ҳали ҳеч нарсани ўзгартирмагансиз. Ёзганларингиз шу ерда кўринади, уларни бекор қилиш мумкин бўлади.
history-none-all = Ҳали ҳеч нарса ўзгартирилмаган.
history-none-record = Бу ёзувнинг ўтмиши ҳақида маълумот йўқ.
button-history = 🕘 Тарих
