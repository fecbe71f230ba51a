# The list of agreements.

command-agreements = agreements: what ends soonest first
agreements-head = 📄 <b>Agreements</b>: { $n }, in force: { $force }
agreements-ending = <b>In force, with an end</b> ({ $n })
agreements-renewing = <b>In force, renewing automatically</b> ({ $n })
agreements-open = <b>In force, open-ended</b> ({ $n })
agreements-upcoming = <b>Not yet in force</b> ({ $n })
agreements-draft = <b>Drafts</b> ({ $n })
agreements-unknown = <b>End or term not recorded</b> ({ $n })
agreements-over = <b>No longer in force</b> ({ $n })
agreements-line = { $id } <b>{ $partner }</b> · { $said }
agreements-to-year = known only to the year
agreements-to-season = known only to the season
agreements-to-month = known only to the month
agreements-decline = renewal can be declined until { $date }
agreements-none = No agreement is recorded yet.
agreements-none-log = No agreement is recorded yet. Record the first one: /agreement
