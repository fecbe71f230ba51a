# What is not recorded yet.

command-gaps = what is not recorded yet
gaps-head = 🧩 <b>Not recorded yet, on { $date }</b>
gaps-how = Open a record and press “✏️ Edit” to fill it in.
gaps-back = ◀️ All gaps
gaps-none = ✅ Nothing is missing: every end, date, count, country and participant that figures and reminders need is recorded.
gaps-end = Agreements whose end or term is not recorded: { $n }. No reminder can be laid for them.
gaps-vague = Agreements in force whose last day is not known exactly: { $n }. Reminders count from the earliest day it can be.
gaps-held = Events without a date: { $n }
gaps-people = Past events without participants: { $n }
gaps-count = Exchanges without a number of copies: { $n }. They are in no figure.
gaps-moved = Exchanges without a date: { $n }. They are in no year.
gaps-country = Partners without a country: { $n }
gaps-contact = Partners with an agreement in force but no contact person or e-mail: { $n }
gaps-show-end = 📄 End not recorded ({ $n })
gaps-show-vague = 📄 End not exact ({ $n })
gaps-show-held = 📅 Event dates ({ $n })
gaps-show-people = 👥 Participants ({ $n })
gaps-show-count = 📦 Copies ({ $n })
gaps-show-moved = 📦 Exchange dates ({ $n })
gaps-show-country = 🌍 Countries ({ $n })
gaps-show-contact = 📇 Contacts ({ $n })
