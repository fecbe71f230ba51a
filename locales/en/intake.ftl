# Import of people's own spreadsheets: what the columns mean, what saving would do.

command-import = take records in from an Excel file
intake-send-file = 📥 Please send the spreadsheet: .xlsx, .ods or .csv. Its headings may be in any of our languages and in any order; before anything is saved, I will show how I understand it.
intake-opening = ⏳ Opening { $file } …
intake-checking = ⏳ Checking { $file } against the registry …
intake-progress = ⏳ Checking { $file } against the registry – { $percent } %
intake-saving = ⏳ Saving { $file } …
intake-head = 📊 <b>{ $file }</b> · sheet “{ $sheet }” ({ $n } of { $of }) · { $rows ->
    [one] { $rows } row
   *[other] { $rows } rows
}
intake-kind = Each row is: <b>{ $kind }</b>
intake-left-out = This sheet is left out.
intake-leave-out = leave this sheet out
intake-heading-row = Headings: row { $row }
intake-column = { $column } “{ $heading }” → { $target }
intake-way = All rows: { $way }
intake-not-taken = not taken
intake-lacking = ❗ Still missing: { $names }. Press the column that holds it.
intake-samples = The first rows:
intake-which-kind = What are the rows of the sheet “{ $sheet }”?
intake-which-column = What does column { $column } “{ $heading }” mean?
intake-which-way = Which way did everything on this sheet go?
intake-sheet-partners = partners
intake-sheet-agreements = agreements
intake-sheet-exchanges = exchanges
intake-sheet-events = events
intake-sheet-participants = participants
intake-sheet-programmes = programmes
intake-outcome = 📊 <b>{ $file }</b>
intake-alike = 🔁 Possible duplicates, left out unless you want them: { $n }
intake-dropped = ✖️ The file was discarded. Nothing was saved.
button-intake-kind = 🗂 { $kind }
button-intake-way = ↔️ Direction
button-intake-try = ▶️ See what would come of it
button-intake-drop = ✖️ Discard this file
button-intake-save = ✅ Save ({ $n })
button-intake-save-alike = ✅ Save with possible duplicates ({ $n })
field-copies-received = Copies received
field-copies-sent = Copies sent
field-from = Begins
field-until = Ends
note-row-total = this row adds up the others and was not taken
note-looks-like = this may be recorded already: { $ids }
note-taken-for = “{ $value }” was taken for the partner “{ $name }”
note-partner-new = a new partner: “{ $value }”
refused-import-gone = This file is done with. Please send it again with /import.
refused-import-kind = For an import, please send a spreadsheet: .xlsx, .ods or .csv.
refused-partner-is-place = “{ $value }” is a place. Which institution there is meant?
refused-workbook-empty = There is nothing in this spreadsheet.
refused-workbook-not-table = This file could not be read as a table. Please save it as .xlsx, .ods or .csv and send it again.
