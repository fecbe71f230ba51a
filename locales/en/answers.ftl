# Answers to questions.

answer-yes = Yes
answer-no = No
answer-none-in-force = No agreement is in force today
answer-nothing-recorded = nothing of the kind is recorded: { $what }
answer-figure = <b>{ $figure }</b> — { $what }
answer-bare = <b>{ $figure }</b>
answer-of = { $name }: { $said }
answer-which-event = <i>Which of these events? A tap shows it alone.</i>
answer-with = { $name } ({ $what })
answer-reply = <b>{ $reply }</b> — { $said }
answer-part = { $name }: { $figure }
answer-understood = <i>Understood: { $what }</i>
answer-more = … and { $n } more
answer-not-understood = ❔ I did not understand the question.
answer-examples = For example:
answer-example = “{ $text }”
example-end = When does the agreement with { $name } end?
example-received = How many copies did we receive from { $name }?
example-event = When was { $name }?
answer-words-not-understood = ❔ I did not understand “{ $words }”. Please put the question another way.
answer-out-of-scope = ❔ I can answer only from the registry: agreements, exchanges, events and partners.
answer-private = ❔ This is shown to managers only, in a private chat.
answer-not-in-registry = ❔ There is nothing in the registry under this name: { $name }
answer-nothing-picked = ❔ { $said }
answer-not-recorded = ❔ Not recorded in the registry: { $what }
answer-clarify = ❔ Which one do you mean?
answer-n-agreements = { $n ->
    [one] { $n } agreement
   *[other] { $n } agreements
}
answer-n-exchanges = { $n ->
    [one] { $n } exchange
   *[other] { $n } exchanges
}
answer-n-partners = { $n ->
    [one] { $n } partner
   *[other] { $n } partners
}
answer-n-cities = { $n ->
    [one] { $n } city
   *[other] { $n } cities
}
answer-n-countries = { $n ->
    [one] { $n } country
   *[other] { $n } countries
}
answer-n-events = { $n ->
    [one] { $n } event
   *[other] { $n } events
}
answer-n-programmes = { $n ->
    [one] { $n } programme
   *[other] { $n } programmes
}
answer-n-series = { $n ->
    [one] { $n } series
   *[other] { $n } series
}
answer-n-approvals = { $n ->
    [one] { $n } approval stage
   *[other] { $n } approval stages
}
answer-n-participants = { $n ->
    [one] { $n } entry
   *[other] { $n } entries
}
answer-no-agreements = No such agreements
answer-no-exchanges = No such exchanges
answer-no-partners = No such partners
answer-no-events = No such events
answer-no-programmes = No such programmes
answer-no-series = No such series of events
answer-no-approvals = No such approval stages
answer-no-participants = No such participants
answer-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
answer-years = { $n ->
    [one] { $n } year
   *[other] { $n } years
}
standing-in-force-until = in force { $date }
standing-in-force-open = in force, open-ended: no end date is set
standing-renews = in force { $date }, renews automatically
standing-renews-undated = in force, renews automatically
standing-ended = ended { $date }
standing-ended-undated = ended, the date is not recorded
standing-terminated = terminated { $date }
standing-terminated-undated = terminated, the date is not recorded
standing-replaced = replaced by a newer agreement
standing-draft = a draft, not yet signed
standing-upcoming = not yet in force, begins { $date }
standing-upcoming-undated = not yet in force
standing-end-unknown = the end is not recorded
standing-term-unknown = the term is not recorded
answer-field-start = start
answer-field-end = end
answer-field-term = term
answer-field-length = length
answer-field-signed = signed
answer-field-in-force = in force
answer-field-state = state
answer-field-renewal = renewal
answer-field-notice = notice period
answer-field-responsible = responsible person
answer-field-number = number
answer-field-kind = kind
answer-field-partner = partner
answer-field-title = title
answer-field-date = date
answer-field-place = place
answer-field-host = organiser
answer-field-topic = topic
answer-field-edition = edition
answer-field-recurs = recurs
answer-field-submission = papers due
answer-field-registration = registration until
answer-field-city = city
answer-field-country = country
answer-field-phone = telephone
answer-field-email = e-mail
answer-field-website = website
answer-field-contact = contact person
answer-field-stage = stage
answer-field-holder = with
answer-field-sent = sent
answer-field-due = due
answer-field-decided = decided
answer-field-letter-out = our letter
answer-field-letter-in = their letter
answer-field-replaces = replaces
answer-field-person = person
answer-field-role = role
answer-field-institution = institution
answer-field-material = material
answer-field-basis = basis
answer-field-titles = number of titles
answer-field-people = number of people
answer-field-quantity = number of copies
answer-field-note = note
filter-at = in force { $span }
filter-ends = ending { $span }
filter-ended-within = ended { $span }
filter-starts = beginning { $span }
filter-signed = signed { $span }
filter-today = today
filter-in-force = in force
filter-not-in-force = not in force
filter-ended = ended
filter-upcoming = not yet begun
filter-draft = drafts
filter-concluded = concluded
filter-terminated = terminated
filter-replaced = replaced
filter-open = open-ended
filter-renewing = renewing automatically
filter-ours = from our side
filter-theirs = from our partners’ side
filter-ours-events = with our people
filter-theirs-events = with our partners’ people
filter-ahead = upcoming
filter-past = past
filter-abroad = abroad
filter-host = organiser: { $name }
filter-edition = edition { $n }
filter-without-agreements = without agreements
filter-without-exchanges = without exchanges
filter-without-programmes = without joint programmes
filter-without-received = sent us nothing
filter-without-sent = were sent nothing
filter-quantity = { $n } in one exchange
filter-overdue = overdue
filter-pending = in approval
filter-at-least = at least { $n }
filter-at-most = at most { $n }
filter-total-at-least = at least { $n } in all
filter-total-at-most = at most { $n } in all
filter-missing = no { $what } recorded
filter-present = { $what } recorded
filter-besides = except { $what }
assumed-spelling = “{ $written }” was read as “{ $taken }”
assumed-soon = “soon” means the next { $days } days
assumed-began-in = the year is taken as the one in which it began
assumed-event-taken = exchanges connected with this event
assumed-both-directions = both directions
assumed-any-kind = agreements of any kind
assumed-all-of-country = all our partners in this country
assumed-any-material = records of library resources with no kind stated are counted
assumed-advised = the meaning was found by a language model: check it
assumed-continued = continuing your previous question
assumed-continued-reply = continuing the answer that you replied to
assumed-own-drafts = only drafts that you are responsible for
assumed-left-out = “{ $word }” was left out of account
note-uncounted = { $n ->
    [one] In { $n } record the number is not recorded; it is not in the figure
   *[other] In { $n } records the number is not recorded; they are not in the figure
}
note-ungrouped = { $n ->
    [one] { $n } record does not say what is compared here; it is not in the figure:
   *[other] { $n } records do not say what is compared here; they are not in the figure:
}
note-may = { $n ->
    [one] { $n } record may belong here too (its date is not recorded or not exact):
   *[other] { $n } records may belong here too (their dates are not recorded or not exact):
}
note-loose = of these, as library resources with no kind stated: { $loose }; as { $material }: { $exact }
note-drafts = concluded: { $signed }, drafts: { $drafts }
answer-draft-only = only a draft
answer-ended-only = only ones that have ended
answer-balance = received { $received }, sent { $sent }; { $total } together, difference { $figure }
answer-difference = difference: { $figure }
answer-no-figure = not recorded
answer-whole = { $whole } ({ $parts })
answer-average = { $figure } on average
average-copies = { $figure } copies
average-titles = { $figure } titles
answer-share = { $percent }% ({ $part } of { $whole })
answer-received = received: { $figure }
answer-sent = sent: { $figure }
answer-still-running = { $date }, still running
answer-renews-by-act = only by an act of both sides
answer-renews-itself = automatically, by { $months }
answer-no-such = no such record
answer-unknown-host = organiser not recorded
answer-undated = date not recorded
answer-unknown-key = not recorded
