# Files kept with records.

files-waiting = 📎 Files ({ $n }): { $names }
files-which = With which record should they be kept? Choose one, write its short id (for example /x12), or what happened: “Yesterday we sent 40 books to Warsaw”.
files-kept = 📎 Kept with { $ids } ({ $n ->
    [one] { $n } file
   *[other] { $n } files
}): { $names }
files-caption = 📎 { $name }
    { $by }, { $at }
files-removed = 🗑 { $name } is no longer kept with { $id }.
button-files = 📎 Files ({ $n })
button-detach = 🗑 Remove from the record
refused-files-none = There are no files here at the moment.
refused-file-too-large = The file is too large: at most { $limit } MB can be taken through Telegram.
refused-file-type = Such a file is not taken: { $name }. With a record go pictures, PDF, Word, Excel, PowerPoint and text files.
refused-file-kind = Films and recordings are not taken. With a record go pictures, PDF, Word, Excel, PowerPoint and text files.
refused-file-gone = The file could not be fetched from Telegram. Please send it again.
