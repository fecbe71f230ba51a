# Эслатмалар. $date — сўз билан ёзилган сана, $id — /a12 каби қисқа рақам, $n — кунлар сони.

notice-head = 🔔 <b>Эслатмалар, { $date }</b>
notice-away = Бу эслатмалар мен ишламаган пайтда тўпланиб қолган ({ $since } бери). Барчаси битта хабарда.
notice-first = { $mark } <b>{ $left }</b> — { $who }
notice-today = Бугун
notice-left = { $n } кун қолди
notice-left-earliest = Камида { $n } кун қолди
notice-any-day = Исталган куни
notice-passed = { $n } кун олдин
notice-titled = { $kind } “{ $title }”
notice-placed = { $kind }, { $place }
notice-end = { $what }. Амал қилиш муддати тугайди: { $date } · { $id }
notice-end-passed = { $what }. Муддати мен эслатишга улгурмасдан тугади: { $date } · { $id }
notice-notice = { $what }. Узайтиришни рад этишнинг охирги куни: { $date } · { $id }
notice-notice-passed = { $what }. Узайтиришни рад этишнинг охирги куни мен эслатишга улгурмасдан ўтди: { $date } · { $id }
notice-renews = Акс ҳолда ҳужжат автоматик узаяди. Жорий муддатнинг охири: { $date }.
notice-submission = { $what }. Маърузалар қабулининг охирги куни: { $date } · { $id }
notice-submission-passed = { $what }. Маърузалар қабули мен эслатишга улгурмасдан якунланди: { $date } · { $id }
notice-registration = { $what }. Рўйхатдан ўтишнинг охирги куни: { $date } · { $id }
notice-registration-passed = { $what }. Рўйхатдан ўтиш мен эслатишга улгурмасдан якунланди: { $date } · { $id }
notice-start = { $what }. Санаси: { $date } · { $id }
notice-start-passed = { $what }. Тадбир мен эслатишга улгурмасдан бошланди: { $date } · { $id }
notice-inexact = Аниқ куни қайд этилмаган, шунинг учун кунлар энг эрта эҳтимолий санагача ҳисобланди: { $date }. Илтимос, аниқ кунини киритинг.
notice-assumed = Огоҳлантириш муддати қайд этилмаган, { $n } кун деб олинди. Илтимос, ҳужжат матнини текширинг.
notice-unknown = Масъул: { $name }. Бот фойдаланувчилари орасида бундай киши йўқ.
notice-late = Бу ёзув эслатма санасидан кейин киритилган.
notice-late-all = Бу ёзувлар эслатма санасидан кейин киритилган.

preview-nothing = Бу даврда эслатмалар йўқ.
preview-line = { $at }  { $id }  { $step }  { $who }: { $date } → { $people }
preview-late = { $at }  { $id }  { $step }  { $who }: { $date } → { $people } (кечиккан)
