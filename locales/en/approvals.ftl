# The list of drafts in approval.

command-approvals = drafts in approval: where each one is
approvals-head = 📝 <b>Drafts in approval</b> ({ $n })
approvals-line = { $id } <b>{ $partner }</b> · { $title }
approvals-no-stage = No stage is recorded yet.
approvals-stage = Now at: { $stage }. Sent: { $since }
approvals-since = { $date }, { $away }
approvals-holder = With: { $holder }
approvals-due = Answer due: { $date }
approvals-late = ⚠️ The answer was due: { $date }
approvals-approved = Approved: { $stage }, { $date }. The next stage is not recorded.
approvals-returned = Returned: { $stage }, { $date }. The next stage is not recorded.
approvals-undated = date not recorded
approvals-none = No draft is in approval. To begin, write for example: “The draft memorandum with the National Library of Poland was sent to the Ministry of Foreign Affairs today”.
approvals-none-yours = None of the drafts in approval is yours. You see here those for which you are recorded as responsible.
approvals-waited = { $n ->
    [one] Here for { $n } working day.
   *[other] Here for { $n } working days.
}
approvals-pace = { $n ->
    [one] Here for { $n } working day; usually it takes us { $usual }.
   *[other] Here for { $n } working days; usually it takes us { $usual }.
}
approvals-slow = { $n ->
    [one] ⚠️ Here for { $n } working day; usually it takes us { $usual }.
   *[other] ⚠️ Here for { $n } working days; usually it takes us { $usual }.
}
approvals-next = Next: { $stage }
approvals-sign = Next: signing
approvals-move = ➡️ { $id }: moved on today
approvals-recall = ↩️ { $id }: taken back
approvals-moved-on = ➡️ { $id }: noted that it moved on today.
approvals-moved-back = ↩️ { $id }: noted that the papers were taken back today.
refused-approvals-moved = It has moved since this list was shown. Please open /approvals again.
