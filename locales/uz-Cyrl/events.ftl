# Тадбирлар рўйхати.

command-events = тадбирлар: яқинда нималар бўлади
events-head = 📅 <b>Тадбирлар</b>: { $n }, кутилаётган ёки ўтаётганлари: { $coming }
events-now = <b>Ҳозир ўтмоқда</b> ({ $n })
events-coming = <b>Кутилмоқда</b> ({ $n })
events-undated = <b>Санаси қайд этилмаган</b> ({ $n })
events-past = <b>Ўтган, аввал яқиндагилари</b> ({ $n })
events-line = { $id } <b>{ $title }</b>
events-deadline = ⏳ { $what }: { $date } ({ $away })
events-inexact = аниқ куни қайд этилмаган
events-none = Ҳали бирорта тадбир ёзилмаган.
events-none-log = Ҳали бирорта тадбир ёзилмаган. Биринчисини ёзиш: /event
