# Reminders. $date is a date in words, $id a short id such as /a12, $n a number of days.

notice-head = 🔔 <b>Reminders, { $date }</b>
notice-away = These came due while I was away ({ $since }); here they are in one message.
notice-first = { $mark } <b>{ $left }</b> — { $who }
notice-today = Today
notice-left = { $n ->
    [one] { $n } day left
   *[other] { $n } days left
}
notice-left-earliest = { $n ->
    [one] At least { $n } day left
   *[other] At least { $n } days left
}
notice-any-day = Any day now
notice-passed = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
notice-titled = { $kind } “{ $title }”
notice-placed = { $kind }, { $place }
notice-end = { $what }. Ends: { $date } · { $id }
notice-end-passed = { $what }. It expired before I could remind you: { $date } · { $id }
notice-notice = { $what }. Last day to decline renewal: { $date } · { $id }
notice-notice-passed = { $what }. The last day to decline renewal passed before I could remind you: { $date } · { $id }
notice-renews = Otherwise it renews automatically. Current term ends: { $date }.
notice-submission = { $what }. Papers due: { $date } · { $id }
notice-submission-passed = { $what }. The deadline for papers passed before I could remind you: { $date } · { $id }
notice-registration = { $what }. Registration until: { $date } · { $id }
notice-registration-passed = { $what }. Registration closed before I could remind you: { $date } · { $id }
notice-start = { $what }. Dates: { $date } · { $id }
notice-start-passed = { $what }. It began before I could remind you: { $date } · { $id }
notice-inexact = The exact day is not recorded; days are counted to the earliest possible one, { $date }. Please find out the exact day.
notice-assumed = { $n ->
    [one] The notice period is not recorded; I assume { $n } day. Please check the text of the agreement.
   *[other] The notice period is not recorded; I assume { $n } days. Please check the text of the agreement.
}
notice-unknown = Responsible: { $name }. There is no such person among the members of the bot.
notice-late = This was entered after its reminder date.
notice-late-all = These were entered after their reminder dates.

preview-nothing = Nothing falls due in this time.
preview-line = { $at }  { $id }  { $step }  { $who }: { $date } → { $people }
preview-late = { $at }  { $id }  { $step }  { $who }: { $date } → { $people } (late)
notice-left-review = Yearly review
notice-left-complete = End not recorded
notice-left-stage = { $n ->
    [one] { $n } working day without movement
   *[other] { $n } working days without movement
}
notice-left-after = It is over
notice-left-shipment = { $n ->
    [one] { $n } day without acknowledgement
   *[other] { $n } days without acknowledgement
}
notice-left-silent = A year without contact
notice-end-over = { $what }. It ended: { $date }. What has been decided? · { $id }
notice-review = { $what }. It has no end; please check whether it is still active. Day of the review: { $date } · { $id }
notice-complete = { $what }. Until when it is valid is not recorded. Please look it up and add it · { $id }
notice-stage = { $what }. At: { $stage }, since { $date }. Where is it now? · { $id }
notice-usual = { $n ->
    [one] This stage usually takes us { $n } working day.
   *[other] This stage usually takes us { $n } working days.
}
notice-visa = { $what }. Begins: { $date }. Is a visa needed? Please apply in time · { $id }
notice-visa-passed = { $what }. It began before I could remind you of visas: { $date } · { $id }
notice-travel = { $what }. Begins: { $date }. Travel order, tickets, papers in hand? · { $id }
notice-travel-passed = { $what }. It began before I could remind you of travel papers: { $date } · { $id }
notice-after = { $what }. Last day: { $date }. Who took part? What came of it? · { $id }
notice-edition = { $what }. The next one, expected { $date }, is not recorded yet · { $id }
notice-edition-passed = { $what }. The next one was expected { $date } and is not recorded · { $id }
notice-shipment = { $what }. Sent: { $date }. Nobody has recorded that it arrived · { $id }
notice-silent = { $what }. Last recorded: { $date }. Is the partnership still active? · { $id }
notice-promise = Promised: { $what }. Due: { $date } · { $id }
notice-promise-passed = Promised: { $what }. The day passed before I could remind you: { $date } · { $id }
notice-promise-over = Promised: { $what }. It was due: { $date }. Has it been done? · { $id }
notice-again = I have asked already, and nobody has decided yet.
notice-escalated = ⏫ { $name } has been reminded twice and has not decided yet.
