# Tadbirlar roʻyxati.

command-events = tadbirlar: yaqinda nimalar boʻladi
events-head = 📅 <b>Tadbirlar</b>: { $n }, kutilayotgan yoki oʻtayotganlari: { $coming }
events-now = <b>Hozir oʻtmoqda</b> ({ $n })
events-coming = <b>Kutilmoqda</b> ({ $n })
events-undated = <b>Sanasi qayd etilmagan</b> ({ $n })
events-past = <b>Oʻtgan, avval yaqindagilari</b> ({ $n })
events-line = { $id } <b>{ $title }</b>
events-deadline = ⏳ { $what }: { $date } ({ $away })
events-inexact = aniq kuni qayd etilmagan
events-none = Hali birorta tadbir yozilmagan.
events-none-log = Hali birorta tadbir yozilmagan. Birinchisini yozish: /event
