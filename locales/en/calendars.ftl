# The calendar file.

command-calendar = a calendar file: ends, deadlines, events
calendar-name = International relations
calendar-end = Agreement ends: { $name }
calendar-notice = Last day to decline renewal: { $name }
calendar-submission = Submissions close: { $name }
calendar-registration = Registration closes: { $name }
calendar-event = { $name }
calendar-vague = { $title } (date not exact)
calendar-why-vague = Recorded as: { $date }. It stands on the earliest day this can mean.
calendar-caption = 📅 { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}: agreement ends, deadlines and events from today on. Open the file to put them into your calendar. { $vague ->
    [0] All dates are exact.
   *[other] Not exact and marked so: { $vague }.
}
calendar-none = Nothing ends or happens from today on, as far as is recorded. Record an event: /event
