# Kelishilayotgan loyihalar roʻyxati.

command-approvals = kelishilayotgan loyihalar: har biri qayerda
approvals-head = 📝 <b>Kelishilayotgan loyihalar</b> ({ $n })
approvals-line = { $id } <b>{ $partner }</b> · { $title }
approvals-no-stage = Bosqichi hali qayd etilmagan.
approvals-stage = Hozir: { $stage }. Yuborilgan: { $since }
approvals-since = { $date }, { $away }
approvals-holder = Ijrochi: { $holder }
approvals-due = Javob muddati: { $date }
approvals-late = ⚠️ Javob muddati oʻtgan: { $date }
approvals-approved = Kelishildi: { $stage }, { $date }. Keyingi bosqich qayd etilmagan.
approvals-returned = Qaytarildi: { $stage }, { $date }. Keyingi bosqich qayd etilmagan.
approvals-undated = sanasi qayd etilmagan
approvals-none = Kelishilayotgan loyiha yoʻq. Boshlash uchun, masalan, shunday yozing: “Polsha Milliy kutubxonasi bilan memorandum loyihasi bugun Tashqi ishlar vazirligiga yuborildi”.
approvals-none-yours = Kelishilayotgan loyihalar orasida siznikilari yoʻq. Bu yerda siz masʼul deb qayd etilgan loyihalar koʻrinadi.
approvals-waited = Bu yerda { $n } ish kuni turibdi.
approvals-pace = Bu yerda { $n } ish kuni turibdi; odatda bizda { $usual } kun.
approvals-slow = ⚠️ Bu yerda { $n } ish kuni turibdi; odatda bizda { $usual } kun.
approvals-next = Keyingisi: { $stage }
approvals-sign = Keyingisi: imzolash
approvals-move = ➡️ { $id }: bugun siljidi
approvals-recall = ↩️ { $id }: qaytarib olindi
approvals-moved-on = ➡️ { $id }: hujjat bugun siljigani qayd etildi.
approvals-moved-back = ↩️ { $id }: hujjat bugun qaytarib olingani qayd etildi.
refused-approvals-moved = Hujjat shundan keyin siljigan. Iltimos, /approvals ni qayta oching.
