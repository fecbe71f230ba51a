# The list of events.

command-events = events: what comes next
events-head = 📅 <b>Events</b>: { $n }, coming or under way: { $coming }
events-now = <b>Under way</b> ({ $n })
events-coming = <b>Coming</b> ({ $n })
events-undated = <b>Date not recorded</b> ({ $n })
events-past = <b>Past, latest first</b> ({ $n })
events-line = { $id } <b>{ $title }</b>
events-deadline = ⏳ { $what }: { $date } ({ $away })
events-inexact = exact day not recorded
events-none = No event is recorded yet.
events-none-log = No event is recorded yet. Record the first one: /event
