# One's day, and the briefings of managers.
command-today = today: what is due, who is away
agenda-today = 📅 <b>{ $weekday }, { $date }</b>
agenda-off = 🌿 A day off.
agenda-week = 🗓 <b>The week, { $dates }</b>
agenda-done = { $added ->
    [0] 🖊 Last week { $changed ->
        [one] { $changed } record was changed.
       *[other] { $changed } records were changed.
    }
    [one] 🖊 Last week { $added } record was added, { $changed } changed.
   *[other] 🖊 Last week { $added } records were added, { $changed } changed.
}
agenda-undecided = ⚠️ <b>Passed, and not decided yet</b> ({ $n })
agenda-comes = ⏳ <b>Until { $date }</b> ({ $n })
agenda-still = 📝 <b>Drafts that stand still</b> ({ $n })
agenda-running = 🎪 <b>On now</b> ({ $n })
agenda-event = { $id } { $title }
agenda-away = 🌴 <b>Away</b> ({ $n })
agenda-until = until { $date } inclusive
agenda-absence = { $name }: { $dates }. Deputy: { $deputy }
agenda-more = { $n ->
    [one] … and { $n } more: /reminders
   *[other] … and { $n } more: /reminders
}
agenda-nothing = Nothing is due until { $date }, and nothing waits for a decision.
agenda-reminders = 🔔 Reminders
agenda-approvals = 📝 Drafts
monthly-head = 📊 <b>{ $month }</b>
monthly-concluded = { $n ->
    [0] Agreements concluded: none recorded
   *[other] Agreements concluded: { $n } · { $ids }
}
monthly-ended = { $n ->
    [0] Agreements that ended: none recorded
   *[other] Agreements that ended: { $n } · { $ids }
}
monthly-events = { $n ->
    [0] Events: none recorded
   *[other] Events: { $n } · { $ids }
}
monthly-exchanges = { $n ->
    [0] Exchanges: none recorded
   *[other] Exchanges: { $n } · { $ids }
}
monthly-moved = Received: { $received }, sent: { $sent }
monthly-soon = { $n ->
    [0] ⏳ No agreement ends in the next 90 days.
   *[other] ⏳ Agreements that end in the next 90 days: { $n } · { $ids }
}
monthly-as-of = As recorded on { $date }
