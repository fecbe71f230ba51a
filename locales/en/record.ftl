# Taking facts in: forms, drafts, receipts, undo.

form-exchange = Exchange
form-event = Event
form-agreement = Agreement
form-partner = Partner
form-stage = Approval stage
form-participant = Participant
form-programme = Programme
form-series = Event series
form-ourselves = Our organisation

field-partner = Partner
field-direction = Direction
field-quantity = Copies
field-titles = Titles
field-material = Material
field-basis = Basis
field-date = Date
field-event = Event
field-programme = Programme
field-note = Note
field-title = Title
field-title-en = Title in English
field-title-ru = Title in Russian
field-title-uz-latn = Title in Uzbek, Latin script
field-title-uz-cyrl = Title in Uzbek, Cyrillic script
field-kind = Kind
field-series = Series
field-edition = Edition
field-city = City
field-country = Country
field-host = Organiser
field-topic = Topic
field-submission-deadline = Papers due
field-registration-deadline = Registration until
field-participants = Participants
field-name = Name
field-name-en = Name in English
field-name-ru = Name in Russian
field-name-uz-latn = Name in Uzbek, Latin script
field-name-uz-cyrl = Name in Uzbek, Cyrillic script
field-aliases = Other names
field-contact = Contact person
field-email = E-mail
field-phone = Telephone
field-website = Website
field-number = Number
field-term = Term
field-signed = Signed
field-renews-months = Renews by months
field-renewal = Renewal
field-notice-days = Days of notice
field-state = State
field-ended = Ended
field-replaces = Replaces
field-responsible = Responsible
field-agreement = Agreement
field-stage = Stage
field-holder = With
field-sent = Sent
field-due = Due
field-decided = Decided
field-outcome = Outcome
field-letter-out = Our letter
field-letter-in = Their letter
field-institution = Institution
field-person = Person
field-role = Role
field-count = People
field-recurs = Recurs

word-direction-received = received
word-direction-sent = sent
word-basis-exchange = exchange
word-basis-gift = gift
word-basis-purchase = purchase
word-basis-loan = loan
word-material-books = books
word-material-periodicals = periodicals
word-material-newspapers = newspapers
word-material-dissertations = dissertations
word-material-manuscripts = manuscripts
word-material-facsimiles = facsimiles
word-material-maps = maps
word-material-music = music
word-material-audiovisual = audiovisual material
word-material-electronic-resources = electronic resources
word-material-library-resources = library resources
word-material-other = other
word-state-draft = draft
word-state-terminated = terminated
word-state-replaced = replaced
word-renewal-tacit = by itself
word-renewal-by-act = by an act of both sides
word-outcome-approved = approved
word-outcome-returned = returned
word-stage-ministry-of-foreign-affairs = Ministry of Foreign Affairs
word-stage-ministry-of-justice = Ministry of Justice
word-stage-cabinet-of-ministers = Cabinet of Ministers
word-kind-national-library = national library
word-kind-university-library = university library
word-kind-public-library = public library
word-kind-parliamentary-library = parliamentary library
word-kind-research-library = research library
word-kind-special-library = special library
word-kind-archive = archive
word-kind-university = university
word-kind-museum = museum
word-kind-embassy = embassy
word-kind-ministry = ministry
word-kind-international-organisation = international organisation
word-kind-foundation = foundation
word-kind-publisher = publisher
word-kind-other = other
word-kind-memorandum = memorandum
word-kind-agreement = agreement
word-kind-contract = contract
word-kind-programme = programme
word-kind-project = project
word-kind-membership = membership
word-kind-letter-of-intent = letter of intent
word-kind-exchange-arrangement = exchange arrangement
word-kind-annex = annex
word-kind-amendment = amendment
word-kind-conference = conference
word-kind-congress = congress
word-kind-seminar = seminar
word-kind-webinar = webinar
word-kind-training = training
word-kind-exhibition = exhibition
word-kind-fair = fair
word-kind-forum = forum
word-kind-meeting = meeting
word-kind-round-table = round table
word-kind-visit = visit
word-kind-presentation = presentation
word-kind-anniversary = anniversary
word-kind-access = access
word-kind-reading-room = reading room
word-kind-exchange = exchange

party-us = ourselves
party-new = { $name } (new)
city-online = online
amount-quantity = { $n ->
    [one] { $n } copy
   *[other] { $n } copies
}
amount-titles = { $n ->
    [one] { $n } title
   *[other] { $n } titles
}
amount-count = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
amount-renews-months = { $n ->
    [one] { $n } month
   *[other] { $n } months
}
amount-notice-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}

ask-promise-title = What was promised?
ask-promise-due = By which day? Write it as you like: 5 March, 12.10.2026, March 2027.
ask-contact-person = Who is it? Please write the person’s name.
ask-log = What would you like to record?
ask-partner = Which partner? Choose one, or write the name in Latin or Cyrillic letters.
ask-direction = Was it received or sent?
ask-quantity = How many copies?
ask-material = What kind of material?
ask-basis = On what basis?
ask-date = On what date? You may write it your own way: 5 March, 12.10.2026, March 2026.
ask-event-title = What is the event called?
ask-event-kind = What kind of event is it?
ask-event-date = When is the event? For several days write, for example, 12–14 March 2026.
ask-event-city = In which city?
ask-participants = Who takes part? Write each on a line or after a semicolon: a name, or a number and an institution.
ask-agreement-kind = What kind of document is it?
ask-term = For what term? For example: 5 May 2026 – 4 May 2031, or 2026–2031.
ask-signed = When was it signed?
ask-name = What is the partner called?
ask-aliases = Which other names does it have? Write all of them, separated by semicolons.
ask-country = In which country?
ask-city = In which city?
ask-partner-kind = What kind of institution is it?
ask-agreement = Which agreement? Write its short id, for example /a12.
ask-stage = Which stage has it reached?
ask-outcome = How did the stage end? Skip it while the papers are still there.
ask-sent = When were the papers sent there?
ask-other = { $field }: please write it.
ask-year = Which year?
ask-which = “{ $said }” fits several partners. Which one?
ask-new-partner = “{ $said }” is not in the registry. Add it as a new partner, or write the name another way.

draft-head = 📝 <b>{ $form }</b>
draft-card-head = 📝 <b>{ $form }</b>. Please check and save.
draft-edit-head = ✏️ <b>{ $form }</b>. Please check the changes and save.
draft-field = { $field }: <b>{ $value }</b>
draft-field-read = { $field }: <b>{ $value }</b> ← <i>{ $quote }</i>
draft-field-empty = { $field }: not recorded
draft-changed = { $field }: <s>{ $was }</s> → <b>{ $now }</b>
draft-line = { $n }. { $form }: { $said }
draft-empty = not recorded
draft-mark = ⚠️
draft-doubtful = ⚠️ marks what was read with some doubt.
draft-like = ⚠️ A similar record is already there: { $ids }. Please make sure that this is another one.
draft-correct-what = What should be corrected?
draft-discarded = ✖️ The draft was discarded. Nothing was saved.
draft-kept-open = A draft is under way. Its card is below.

button-save = ✅ Save
button-correct = ✏️ Correct
button-discard = ✖️ Discard
button-skip = Skip
button-back = ↩️ Back
button-today = Today
button-yesterday = Yesterday
button-calendar = 📅 Calendar
button-next-edition = 🔁 Next edition
button-year-only = Only the year is known
button-new = ➕ Add as new
button-drop = ✖️ Leave out no. { $n }
button-undo = ↩️ Undo
button-edit = ✏️ Edit

receipt-added = ✅ Saved: { $id } — { $said }
receipt-changed = ✅ Changed: { $id } — { $said }
receipt-removed = ↩️ Removed: { $id }
receipt-restored = ↩️ Restored: { $id } — { $said }
receipt-small = ✅ Saved.
read-nothing = This text does not say that anything has happened.
refused-undo-nothing = There is nothing of yours to undo.

refused-draft-old = This button is out of date. Please use the latest card.
refused-draft-saved = This draft has already been saved or discarded.
refused-draft-empty = Nothing has been changed, so there is nothing to save.
refused-draft-incomplete = Please fill in “{ $field }” first.
refused-draft-not-understood = I could not tell which field this belongs to. Please use ✏️ Correct.
refused-draft-changed-meanwhile = Somebody changed this record in the meantime. Please open it again and look.
refused-answer-number = Please write a whole number, for example 25.
refused-answer-people = “{ $said }”: please write people by name, or a number and an institution, for example: 2 from Shanghai Library.
refused-answer-too-big = This number is too large.
refused-answer-date = I could not read “{ $said }” as a date. For example: 5 March 2026, 12.10.2026, March 2026 or 2026.
refused-answer-term = I could not read “{ $said }” as a term. For example: 5 May 2026 – 4 May 2031, 2026–2031.
refused-answer-choice = Please choose one of the buttons.
refused-answer-country = I do not know the country “{ $said }”. Please write its name another way.
refused-answer-unknown-record = I did not find “{ $said }”. Please write a short id such as /e3.
refused-answer-too-long = This is too long: at most { $limit } characters, please.
refused-answer-empty = Please write the answer, or skip the question.
refused-undo-not-yours = You can undo only what you have saved yourself.
log-placeholder = What happened?
log-nothing = ❔ This text does not say that anything has happened. For example: “Yesterday we sent 40 books to Warsaw”.
draft-meanwhile = ⚠️ Meanwhile { $name } has changed { $id }.
draft-look-again = Nothing has been saved yet. The card now shows the record as it stands and your changes: please check and save.
retold = ✏️ Your message was read again. The difference is below; nothing changes until you press ✅.
retold-same = Your message was read again: there is nothing to change in the records that were saved from it.
retold-untold = ✏️ Your message no longer tells of this, but it is still recorded: { $id } – { $said }
refused-draft-not-yours = This card is answered by its author or a manager.
receipt-files = { $n ->
    [one] 📎 { $n } file is kept with it.
   *[other] 📎 { $n } files are kept with it.
}
refused-report-too-long = This text is too long to be read as one report: send it in parts of at most { $limit } characters.
form-promise = Promise
form-contact = Contact
form-absence = Absence
field-done = Kept
field-member = Member
field-deputy = Deputy
