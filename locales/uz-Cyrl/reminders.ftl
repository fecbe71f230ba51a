# Эслатмалар рўйхати.

command-reminders = эслатмалар: кутилаётган ва юборилганлари
reminders-mine = 🔔 <b>Кейинги { $days } кундаги эслатмаларингиз</b> ({ $n })
reminders-team = 👥 <b>Кейинги { $days } кундаги барча эслатмалар</b> ({ $n })
reminders-sent = ✉️ <b>Сўнгги { $days } кунда юборилган эслатмалар</b> ({ $n })
reminders-tab-mine = 🔔 Меники
reminders-tab-team = 👥 Барчаники
reminders-tab-sent = ✉️ Юборилган
reminders-when = ⏰ Эслатиш кунлари: { $dates }
reminders-whom = Кимга: { $people }
reminders-managers = раҳбарлар
reminders-went = { $id } <b>{ $name }</b> · { $before } · { $at }
reminders-before-end = { $n ->
    [0] охирги кунида
   *[other] тугашидан { $n } кун олдин
}
reminders-before-notice = { $n ->
    [0] узайтиришни рад этишнинг охирги кунида
   *[other] узайтиришни рад этишнинг охирги кунидан { $n } кун олдин
}
reminders-before-submission = { $n ->
    [0] маърузалар қабулининг охирги кунида
   *[other] маърузалар қабули тугашидан { $n } кун олдин
}
reminders-before-registration = { $n ->
    [0] рўйхатдан ўтишнинг охирги кунида
   *[other] рўйхатдан ўтиш тугашидан { $n } кун олдин
}
reminders-before-start = { $n ->
    [0] биринчи кунида
   *[other] бошланишидан { $n } кун олдин
}
reminders-gone = ўчирилган ёзув
reminders-failed = ⚠️ Етказиб бўлмади: { $people }
reminders-none = Бу даврда эслатадиган нарса йўқ. Эслатмалар муддати бор битимлар ва санаси бор тадбирлар бўйича келади: уларни ёзиб қўйинг, эслатаман.
reminders-none-sent = Бу даврда эслатма юборилмаган.
reminders-after-end = тугаганидан { $n } кун кейин
reminders-before-review = йиллик кўрик
reminders-before-complete = тугаш муддати қайд этилмаган
reminders-before-stage = силжимаётган босқич
reminders-before-visa = виза, бошланишидан { $n } кун олдин
reminders-before-travel = хизмат сафари, бошланишидан { $n } кун олдин
reminders-after-after = якунланганидан { $n } кун кейин
reminders-before-edition = кутилаётган санадан { $n } кун олдин
reminders-after-shipment = юборилганидан { $n } кун кейин
reminders-before-silent = бир йилдан бери алоқа йўқ
reminders-before-promise = { $n ->
    [0] ваъда муддати куни
   *[other] ваъда муддатидан { $n } кун олдин
}
reminders-after-promise = ваъда муддатидан { $n } кун кейин
reminders-more = {" "}… ва яна { $n } марта
reminders-again = такроран
story-head = 📖 <b>Бу эслатма тарихи</b>
story-gone = Ёзув шундан кейин ўзгарган: { $id }
story-nothing = Ҳеч кимга эслатилмаган ва ҳеч нарса қарор қилинмаган.
story-decide = ⚖️ Қарор қилиш
story-sent = 🔔 { $at } · { $person } · { $step }: етказилди
story-never = ⚠️ { $at } · { $person } · { $step }: етказиб бўлмади
story-uncertain = ❔ { $at } · { $person } · { $step }: эҳтимол етказилган
story-unknown = 🔔 { $at } · { $person } · { $step }: юборилган; етказилгани ҳақидаги маълумот энди сақланмайди
story-due = ⏳ { $at } · { $person } · { $step }: юборилмоқда
story-claimed = ⏳ { $at } · { $person } · { $step }: юборилмоқда
story-sending = ⏳ { $at } · { $person } · { $step }: юборилмоқда
story-later = ⏳ { $at } · { $person } · { $step }: яна уриниб кўрилади
story-deed = { $what } · { $at }
story-undone = ↩️ { $at } · { $name }: қарор бекор қилинди
