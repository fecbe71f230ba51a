# Битимлар рўйхати.

command-agreements = битимлар: аввал муддати яқинлари
agreements-head = 📄 <b>Битимлар</b>: { $n }, амалдагилари: { $force }
agreements-ending = <b>Амалда, тугаш муддати бор</b> ({ $n })
agreements-renewing = <b>Амалда, автоматик узаяди</b> ({ $n })
agreements-open = <b>Амалда, муддатсиз</b> ({ $n })
agreements-upcoming = <b>Ҳали кучга кирмаган</b> ({ $n })
agreements-draft = <b>Лойиҳалар</b> ({ $n })
agreements-unknown = <b>Тугаши ёки муддати қайд этилмаган</b> ({ $n })
agreements-over = <b>Энди амалда эмас</b> ({ $n })
agreements-line = { $id } <b>{ $partner }</b> · { $said }
agreements-to-year = фақат йили маълум
agreements-to-season = фақат фасли маълум
agreements-to-month = фақат ойи маълум
agreements-decline = узайтиришни рад этишнинг охирги куни: { $date }
agreements-none = Ҳали бирорта битим ёзилмаган.
agreements-none-log = Ҳали бирорта битим ёзилмаган. Биринчисини ёзиш: /agreement
