# Excel китоби: юклаш, чиқариш ва рад этиш сабаблари.

import-done = ✅ Юкланди. Қўшилди: { $added }, ўзгартирилди: { $changed }, ўзгаришсиз қолди: { $unchanged }.
import-would = Ҳозирча ҳеч нарса ёзилмади. Қўшилади: { $added }, ўзгартирилади: { $changed }, ўзгаришсиз қолади: { $unchanged }.
import-stopped = ✖️ Ҳеч нарса ёзилмади: китобда хатолар бор ({ $faults }). Тўғри қаторлар: { $rows }.
import-sheet = { $sheet }: { $added } та қўшилди, { $changed } та ўзгартирилди
import-refused = Қабул қилинмади: { $n }
import-conflicts = Охирги чиқариш ёки юклашдан кейин чатда ўзгартирилган, шу сабабли ўз ҳолича қолдирилди: { $n }
import-notes = Кўриб чиқишингизни сўраймиз: { $n }
import-at = { $place }: { $what }
import-differs = { $id } ({ $columns })
import-more = … ва яна { $n } та
import-hint-partial = Тўғри қаторларни барибир қабул қилиш учун: --partial
import-hint-overwrite = Китобдаги маълумот устун бўлиши учун: --overwrite
import-progress = { $percent } %
export-done = ✅ Ёзилди: { $file }
export-sheet = { $sheet }: { $rows } та қатор

place-sheet = { $sheet } варағи
place-column = { $sheet } варағи, { $column } устуни
place-row = { $sheet } варағи, { $row }-қатор
place-cell = { $sheet } варағи, { $row }-қатор, { $column } устуни

note-sheet-unknown = реестрда бундай варақ йўқ, у ўқилмади
note-column-unknown = реестрда бундай устун йўқ, у ўқилмади
note-name-near = “{ $value }” ёзилганича қолдирилди, лекин “{ $name }” ({ $id }) номли ҳамкорга жуда ўхшайди
note-name-shared = “{ $value }” — “{ $name }” ({ $id }) номли ҳамкорнинг ҳам номи
note-member-unknown = бот аъзолари орасида “{ $value }” исмли ёки шундай Telegram рақамли ягона аъзо йўқ: шу ҳолат сақланар экан, бу қатор ҳеч кимнинг эслатмаларини ўзгартирмайди
note-absence-vague = “{ $value }” — қайси куни бошланиб, қайси куни тугаши кўрсатилмаган; қатор сақланди, лекин ҳеч кимнинг эслатмаларини ўзгартирмайди

refused-needed = Бу катак бўш бўлиши мумкин эмас.
refused-name-needed = Камида битта тилда ном ёзилиши керак.
refused-too-long = Жуда узун: кўпи билан { $limit } та белги бўлиши мумкин.
refused-too-great = { $value } сони жуда катта: кўпи билан { $limit } бўлиши мумкин.
refused-not-whole = “{ $value }” бутун сон эмас (нол ёки ундан катта).
refused-country-unknown = “{ $value }” мамлакатнинг икки ҳарфли коди эмас (масалан, UZ).
refused-word-unknown = “{ $value }” бу ерда ёзиладиган сўзлар орасида йўқ: { $words }.
refused-date-unreadable = “{ $value }” сана эмас. Бундай ёзилади: 2014-06-22, 2014-06, 2014, 2009/2014, 2007/.. (давом этмоқда), 2008/ (тугаши қайд этилмаган).
refused-date-backwards = “{ $value }”: тугаши бошланишидан олдин.
refused-not-a-term = “{ $value }” муддат эмас. Бундай ёзилади: 2009/2014, 2007/.. (муддатсиз), 2008/ (тугаши қайд этилмаган).
refused-partner-unknown = Идентификатори ёки номи “{ $value }” бўлган ҳамкор йўқ.
refused-partner-ambiguous = “{ $value }” бир неча ҳамкорнинг номи: { $ids }. Идентификаторини ёзинг.
refused-partner-is-us = “us” — бу ўзимиз, биз эса ҳамкор эмасмиз.
refused-reference-unknown = “{ $value }” ёзуви йўқ.
refused-reference-refused = “{ $value }” ёзувининг ўзи қабул қилинмади.
refused-replaces-itself = Битим ўз ўрнини боса олмайди.
refused-id-twice = “{ $value }” идентификатори икки марта ёзилган.
refused-id-reserved = “{ $value }” идентификаторининг алоҳида маъноси бор; бошқасини танланг.
refused-id-clash = “{ $value }” идентификаторининг рақами “{ $other }” ёзувига тегишли; бошқасини танланг.
refused-changed-since = Бу ёзувни шу орада кимдир ўзгартирди.
refused-record-gone = Бу ёзув энди йўқ.
refused-in-use = Бу ёзувга бошқа ёзувлар боғланган ({ $count }): { $ids }
refused-undo-unknown = Бекор қилинадиган нарса йўқ.
refused-undo-done = Бу аввалроқ бекор қилинган.

refused-cell-formula = Бу ерда формула бор. Унинг ўрнига қийматини ёзинг.
refused-cell-error = Бу ерда хато бор (масалан, #N/A).
refused-cell-merged = Бу ерда катаклар бирлаштирилган, қайси қатор ёки устун назарда тутилгани номаълум. Уларни ажратинг.
refused-heading-twice = Бу сарлавҳа икки марта ёзилган.
refused-column-missing = { $count ->
    [0] Бу устун йўқ, усиз варақни ўқиб бўлмайди.
   *[other] Бу устун йўқ, у { $count } та янги қатор учун керак.
}
refused-sheet-twice = Бундай номли варақ иккита.
refused-workbook-not-xlsx = Бу файл Excel китоби (.xlsx) эмас.
refused-workbook-locked = Китоб парол билан ҳимояланган ёки эски .xls шаклида. Уни паролсиз .xlsx шаклида сақланг.
refused-workbook-damaged = Китоб шикастланган, уни ўқиб бўлмади.
refused-workbook-too-large = Китобда маълумот жуда кўп: очилганда кўпи билан { $limit } МБ ва бир миллион катак бўлиши мумкин.
refused-workbook-too-long = “{ $sheet }” варағида қаторлар жуда кўп: кўпи билан { $limit } та бўлиши мумкин.
refused-workbook-without-sheets = Китобда реестрнинг бирорта ҳам варағи йўқ: partners, agreements, approvals, exchanges, programmes, series, events, participants, promises, contacts, absences.

refused-database-url = HAMKOR_DATABASE_URL SQLite ёки PostgreSQL базасининг манзили бўлиши керак.
refused-database-newer = Бу база билан дастурнинг янгироқ версияси ишлаган (схема { $revision }). Ўша версияни ўрнатинг.
export-coming = ⏳ Реестр Excel файлига ёзилмоқда. Тайёр бўлгач, шу ерга юборилади.
export-here = 📊 Бутун реестр. Файлни таҳрирлаб, қайта юклаш мумкин.
export-here-public = 📊 Реестр шахсий алоқа маълумотларисиз; келишилаётган лойиҳалардан фақат сиз масъул бўлганлари бор. Файлни таҳрирлаб, қайта юклаш мумкин.
refused-export-again = Шу орада ролингиз ўзгарди. Илтимос, қайта сўранг: /export
