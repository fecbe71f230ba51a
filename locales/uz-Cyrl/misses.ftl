# Тушунилмаган саволлар: администраторлар учун.

command-misses = бот тушунмаган саволлар
misses-none = ✅ Бу ерда ҳеч нарса йўқ: барча саволлар тушунилган, ҳеч бир жавоб нотўғри деб белгиланмаган.
misses-head = 🧐 <b>Тушунилмаган ёки нотўғри деб белгиланган</b>: { $n }
misses-line = { $text }
    { $why } · { $times } · { $at }
misses-text = “{ $text }”
misses-why-not-understood = савол тушунилмаган
misses-why-not-in-registry = бу ном реестрда йўқ
misses-why-out-of-scope = реестрга алоқаси йўқ деб қабул қилинган
misses-why-wrong = жавоб нотўғри деб белгиланган
misses-times = { $n } марта
misses-whose = “{ $name }” — кимнинг номи? Бир босишда у ҳамкорнинг бошқа номларига қўшилади.
misses-another = 🔎 Бошқа ҳамкор …
misses-cut = ✂️ Номи — “{ $name }”, қўшимчасиз
misses-whole = ↩️ Номи — “{ $name }”, ёзилганидек
misses-pass = ✖️ Рўйхатдан олиб ташлаш
misses-back = ◀️ Рўйхатга
misses-which = “{ $name }” — қайси ҳамкор? Номини реестрдагидек ёзинг.
misses-which-hint = Ҳамкор номи
misses-called = ✅ “{ $name }” энди яна бир ном: { $id } { $partner }. Кейинги савол тушунилади.
refused-miss-gone = Бу саволни аллақачон кимдир кўриб чиққан.
refused-name-taken = Ҳамкор аллақачон “{ $name }” деб аталади.
