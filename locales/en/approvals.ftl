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
