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
