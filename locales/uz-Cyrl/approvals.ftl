# Келишилаётган лойиҳалар рўйхати.

command-approvals = келишилаётган лойиҳалар: ҳар бири қаерда
approvals-head = 📝 <b>Келишилаётган лойиҳалар</b> ({ $n })
approvals-line = { $id } <b>{ $partner }</b> · { $title }
approvals-no-stage = Босқичи ҳали қайд этилмаган.
approvals-stage = Ҳозир: { $stage }. Юборилган: { $since }
approvals-since = { $date }, { $away }
approvals-holder = Ижрочи: { $holder }
approvals-due = Жавоб муддати: { $date }
approvals-late = ⚠️ Жавоб муддати ўтган: { $date }
approvals-approved = Келишилди: { $stage }, { $date }. Кейинги босқич қайд этилмаган.
approvals-returned = Қайтарилди: { $stage }, { $date }. Кейинги босқич қайд этилмаган.
approvals-undated = санаси қайд этилмаган
approvals-none = Келишилаётган лойиҳа йўқ. Бошлаш учун, масалан, шундай ёзинг: “Польша Миллий кутубхонаси билан меморандум лойиҳаси бугун Ташқи ишлар вазирлигига юборилди”.
approvals-none-yours = Келишилаётган лойиҳалар орасида сизникилари йўқ. Бу ерда сиз масъул деб қайд этилган лойиҳалар кўринади.
approvals-waited = Бу ерда { $n } иш куни турибди.
approvals-pace = Бу ерда { $n } иш куни турибди; одатда бизда { $usual } кун.
approvals-slow = ⚠️ Бу ерда { $n } иш куни турибди; одатда бизда { $usual } кун.
approvals-next = Кейингиси: { $stage }
approvals-sign = Кейингиси: имзолаш
approvals-move = ➡️ { $id }: бугун силжиди
approvals-recall = ↩️ { $id }: қайтариб олинди
approvals-moved-on = ➡️ { $id }: ҳужжат бугун силжигани қайд этилди.
approvals-moved-back = ↩️ { $id }: ҳужжат бугун қайтариб олингани қайд этилди.
refused-approvals-moved = Ҳужжат шундан кейин силжиган. Илтимос, /approvals ни қайта очинг.
