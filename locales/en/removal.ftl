# Taking a record out.

button-delete = 🗑 Delete
removal-sure = <b>Delete this record?</b>
removal-parts = Its participants or stages of approval go with it: { $n }
removal-undo = It disappears from lists, answers and reminders, but stays in the history: one Undo brings it back.
removal-yes = 🗑 Yes, delete
removal-in-use = { $id } cannot be deleted while other records refer to it ({ $n }):
refused-delete-not-yours = You can delete only what you have recorded yourself. Please ask a manager.
