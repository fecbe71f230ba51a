# The report of a year.

command-report = the report of a year as a Word file
report-which = Which year should the report be of? For an earlier one, write it after the command: /report 2014
refused-report-year = I can report on a year from 1900 to { $latest }. Please write it as a number: /report 2014
report-caption = 📘 <b>Report for { $year }</b>. Every row of the file names its record.
report-title = International relations in { $year }
report-as-of = As of { $date }
report-running = The year is not over yet.
report-gaps = What the figures leave out
report-vague-agreements = { $n ->
    [one] { $n } agreement may have been in force this year: its term is not recorded closely enough to tell.
   *[other] { $n } agreements may have been in force this year: their terms are not recorded closely enough to tell.
}
report-vague-exchanges = { $n ->
    [one] { $n } exchange may belong to this year: its date is not recorded closely enough to tell.
   *[other] { $n } exchanges may belong to this year: their dates are not recorded closely enough to tell.
}
report-vague-events = { $n ->
    [one] { $n } event may belong to this year: its date is not recorded closely enough to tell.
   *[other] { $n } events may belong to this year: their dates are not recorded closely enough to tell.
}
report-vague-programmes = { $n ->
    [one] { $n } programme may belong to this year: its dates are not recorded closely enough to tell.
   *[other] { $n } programmes may belong to this year: their dates are not recorded closely enough to tell.
}
report-agreements = Agreements
report-agreements-told = Agreements in force in the course of the year: { $force }; signed: { $concluded }; ended: { $ended }.
report-concluded = Signed this year
report-ended = Ended this year
report-in-force = In force in the course of the year
report-exchange = Exchange of library resources
report-flow = { $year }: received — { $received }, sent — { $sent }.
report-events = Events: { $n }
report-programmes = Programmes: { $n }
report-nothing = Nothing is recorded.
report-column-id = Record
report-column-partner = Partner
report-column-country = Country
report-column-document = Document
report-column-signed = Signed
report-column-term = Term
report-column-state = State today
report-column-received = Received, copies
report-column-sent = Sent, copies
report-column-records = Records
report-column-date = Date
report-column-title = Title
report-column-place = Place
report-column-people = Participants
