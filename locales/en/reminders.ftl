# The list of reminders.

command-reminders = reminders: coming and sent
reminders-mine = 🔔 <b>Your reminders for the next { $days } days</b> ({ $n })
reminders-team = 👥 <b>All reminders for the next { $days } days</b> ({ $n })
reminders-sent = ✉️ <b>Reminders sent in the last { $days } days</b> ({ $n })
reminders-tab-mine = 🔔 Mine
reminders-tab-team = 👥 Everybody’s
reminders-tab-sent = ✉️ Sent
reminders-when = ⏰ I will remind on: { $dates }
reminders-whom = To: { $people }
reminders-managers = managers
reminders-went = { $id } <b>{ $name }</b> · { $before } · { $at }
reminders-before-end = { $n ->
    [0] on the last day
    [one] { $n } day before the end
   *[other] { $n } days before the end
}
reminders-before-notice = { $n ->
    [0] on the last day to decline renewal
    [one] { $n } day before the last day to decline renewal
   *[other] { $n } days before the last day to decline renewal
}
reminders-before-submission = { $n ->
    [0] on the day papers are due
    [one] { $n } day before papers are due
   *[other] { $n } days before papers are due
}
reminders-before-registration = { $n ->
    [0] on the day registration closes
    [one] { $n } day before registration closes
   *[other] { $n } days before registration closes
}
reminders-before-start = { $n ->
    [0] on the first day
    [one] { $n } day before the beginning
   *[other] { $n } days before the beginning
}
reminders-gone = deleted record
reminders-failed = ⚠️ Could not be delivered to: { $people }
reminders-none = Nothing is to be reminded of in this time. Reminders come from agreements with an end and from events with dates: record those, and I will remind you.
reminders-none-sent = No reminder was sent in this time.
reminders-after-end = { $n ->
    [one] { $n } day after the end
   *[other] { $n } days after the end
}
reminders-before-review = yearly review
reminders-before-complete = end not recorded
reminders-before-stage = stage without movement
reminders-before-visa = { $n ->
    [one] visas, { $n } day before the beginning
   *[other] visas, { $n } days before the beginning
}
reminders-before-travel = { $n ->
    [one] travel papers, { $n } day before the beginning
   *[other] travel papers, { $n } days before the beginning
}
reminders-after-after = { $n ->
    [one] { $n } day after the last day
   *[other] { $n } days after the last day
}
reminders-before-edition = { $n ->
    [one] { $n } day before the next edition is expected
   *[other] { $n } days before the next edition is expected
}
reminders-after-shipment = { $n ->
    [one] { $n } day after sending
   *[other] { $n } days after sending
}
reminders-before-silent = a year without contact
reminders-before-promise = { $n ->
    [0] on the day a promise is due
    [one] { $n } day before a promise is due
   *[other] { $n } days before a promise is due
}
reminders-after-promise = { $n ->
    [one] { $n } day after a promise was due
   *[other] { $n } days after a promise was due
}
reminders-more = {" "}{ $n ->
        [one] … and once more
       *[other] … and { $n } more times
    }
reminders-again = asked again
story-head = 📖 <b>What became of it</b>
story-gone = The record has changed since: { $id }
story-nothing = Nobody has been reminded of it, and nothing has been decided.
story-decide = ⚖️ Decide
story-sent = 🔔 { $at } · { $person } · { $step }: delivered
story-never = ⚠️ { $at } · { $person } · { $step }: could not be delivered
story-uncertain = ❔ { $at } · { $person } · { $step }: perhaps delivered
story-unknown = 🔔 { $at } · { $person } · { $step }: sent; whether it arrived is no longer kept
story-due = ⏳ { $at } · { $person } · { $step }: on its way
story-claimed = ⏳ { $at } · { $person } · { $step }: on its way
story-sending = ⏳ { $at } · { $person } · { $step }: on its way
story-later = ⏳ { $at } · { $person } · { $step }: will be tried again
story-deed = { $what } · { $at }
story-undone = ↩️ { $at } · { $name } took it back
