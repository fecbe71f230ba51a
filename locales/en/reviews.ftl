# Reports: what was read from a narrative, reviewed before it is saved.

review-reading = ⏳ Reading: { $name } …
review-progress = ⏳ Reading: { $name } – { $percent } %
review-pasted = your text
review-one = 📄 One fact was found in your text.
review-nothing = 📄 No facts for the registry were found in it.
review-head = 📄 <b>{ $name }</b>: { $n ->
    [one] { $n } record was read
   *[other] { $n } records were read
}. Nothing is saved until you press ✅.
    { $counts }
review-count-new = 🔹 new: { $n }
review-count-lacking = ✏️ to be completed: { $n }
review-count-known = 🔁 recorded already: { $n }
review-count-saved = ✅ saved: { $n }
review-count-dropped = ✖️ left out: { $n }
review-mark-new = 🔹
review-mark-lacking = ✏️
review-mark-known = 🔁
review-mark-saved = ✅
review-mark-dropped = ✖️
review-line = { $mark } <b>{ $n }. { $form }</b>: { $said }
review-quote = <i>“{ $quote }”</i>
review-known-as = 🔁 This seems to be recorded already: { $ids }
review-saved-as = Saved: { $ids }
review-item = { $mark } <b>{ $n }. { $form }</b> · { $name }
review-refused = Could not be saved and wait in the list: { $n }
review-closed = ✖️ The list is closed. What you have saved from it stays.
button-save-all = ✅ Save all new ones ({ $n })
button-close-review = ✖️ Close the list
button-complete = ✏️ Complete
button-leave-out = ✖️ Leave out
button-take-back = ↩️ Take in again
button-to-list = ⬅️ To the list
refused-review-gone = This list is no longer there. Please send the report once more.
refused-review-done = There is nothing left to save here.
refused-document-unreadable = This file could not be read as a text. Please save it as .docx or .txt and send it again.
refused-document-locked = This is an old Word document or one locked with a password. Please save it as .docx without a password and send it again.
