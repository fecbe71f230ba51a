# The workbook: import, export, and why a row is refused.

import-done = ✅ Imported. Added: { $added }, changed: { $changed }, unchanged: { $unchanged }.
import-would = Nothing has been written yet. Would be added: { $added }, changed: { $changed }, unchanged: { $unchanged }.
import-stopped = ✖️ Nothing has been written: the workbook has faults ({ $faults }). Good rows: { $rows }.
import-sheet = { $sheet }: { $added } added, { $changed } changed
import-refused = Refused: { $n }
import-conflicts = Changed in the chat since the last export or import, and therefore left: { $n }
import-notes = Please look at: { $n }
import-at = { $place }: { $what }
import-differs = { $id } ({ $columns })
import-more = … and { $n } more
import-hint-partial = To take the good rows all the same: --partial
import-hint-overwrite = To let the workbook win: --overwrite
import-progress = { $percent } %
export-done = ✅ Written: { $file }
export-sheet = { $sheet }: { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}

place-sheet = sheet { $sheet }
place-column = sheet { $sheet }, column { $column }
place-row = sheet { $sheet }, row { $row }
place-cell = sheet { $sheet }, row { $row }, column { $column }

note-sheet-unknown = this sheet is not one of ours and was not read
note-column-unknown = this column is not one of ours and was not read
note-name-near = “{ $value }” is kept as written, but is nearly the partner “{ $name }” ({ $id })
note-name-shared = “{ $value }” is also a name of the partner “{ $name }” ({ $id })
note-member-unknown = “{ $value }” is not the name or Telegram id of exactly one member: as long as that is so, this row changes nobody’s reminders
note-absence-vague = “{ $value }” does not say on which day the absence begins and ends: it is kept, but changes nobody’s reminders

refused-needed = This may not be empty.
refused-name-needed = A name is needed in at least one language.
refused-too-long = This is too long: at most { $limit } characters, please.
refused-too-great = { $value } is too great a number: at most { $limit }.
refused-not-whole = “{ $value }” is not a whole number, zero or more.
refused-country-unknown = “{ $value }” is not a country’s two-letter code (such as UZ).
refused-word-unknown = “{ $value }” is not one of the words that stand here: { $words }.
refused-date-unreadable = “{ $value }” is not a date. Written like this: 2014-06-22, 2014-06, 2014, 2009/2014, 2007/.. (still running), 2008/ (end not recorded).
refused-date-backwards = “{ $value }” ends before it begins.
refused-not-a-term = “{ $value }” is not a term. Written like this: 2009/2014, 2007/.. (open), 2008/ (end not recorded).
refused-partner-unknown = No partner has the id or name “{ $value }”.
refused-partner-ambiguous = “{ $value }” is a name of several partners: { $ids }. Please give the id.
refused-partner-is-us = “us” means ourselves, and we are not a partner.
refused-reference-unknown = There is no record “{ $value }”.
refused-reference-refused = “{ $value }” is refused itself.
refused-replaces-itself = An agreement cannot replace itself.
refused-id-twice = The id “{ $value }” stands here twice.
refused-id-reserved = The id “{ $value }” has a meaning of its own; please choose another.
refused-id-clash = The number of “{ $value }” already belongs to “{ $other }”; please choose another id.
refused-changed-since = This record has been changed by somebody since.
refused-record-gone = This record is no longer there.
refused-in-use = Other records refer to this one ({ $count }): { $ids }
refused-undo-unknown = There is nothing to undo.
refused-undo-done = This has already been undone.

refused-cell-formula = There is a formula here. Please put its value in its place.
refused-cell-error = There is an error here (such as #N/A).
refused-cell-merged = Cells are merged here, so it is not clear which row or column is meant. Please separate them.
refused-heading-twice = This heading stands twice.
refused-column-missing = { $count ->
    [0] This column is missing, and without it the sheet cannot be read.
    [one] This column is missing, and { $count } new row needs it.
   *[other] This column is missing, and { $count } new rows need it.
}
refused-sheet-twice = There are two sheets of this name.
refused-workbook-not-xlsx = This file is not an Excel workbook (.xlsx).
refused-workbook-locked = This workbook is protected by a password, or is of the old .xls kind. Please save it as .xlsx without a password.
refused-workbook-damaged = This workbook is damaged and cannot be read.
refused-workbook-too-large = This workbook holds too much: at most { $limit } MB when unpacked, please, and a million cells.
refused-workbook-too-long = The sheet “{ $sheet }” has too many rows: at most { $limit }, please.
refused-workbook-without-sheets = No sheet of this workbook is one of ours: partners, agreements, approvals, exchanges, programmes, series, events, participants, promises, contacts, absences.

refused-database-url = HAMKOR_DATABASE_URL must be the address of a SQLite or PostgreSQL database.
refused-database-newer = This database was used by a newer version of the program (schema { $revision }). Please install that version.
export-coming = ⏳ The registry is being written to an Excel file. It will be sent here when it is ready.
export-here = 📊 The whole registry. The file can be edited and loaded again.
export-here-public = 📊 The registry without private contacts; of drafts in approval only those that you are responsible for. The file can be edited and loaded again.
refused-export-again = Your role has changed since. Please ask again: /export
