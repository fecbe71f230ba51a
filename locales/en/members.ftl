# Members: who may use the bot, and who waits to.

command-members = who may use the bot
members-head = <b>Members of the bot</b> ({ $n })
members-line = • { $name } – { $role }, { $language }
members-waiting = ⏳ { $name } – waiting for access
members-no-language = no language chosen yet
members-invite = Choose a person to change the role or end the access. Invite a colleague: /invite
members-card = <b>{ $name }</b> (<code>{ $id }</code>)
    Role: { $role }
    Language: { $language }
members-only-administrator = The only administrator. To change this, please appoint another administrator first.
members-appoint = Appoint: { $role }
members-let-go = ✖️ End the access
members-let-go-sure = End the access of <b>{ $name }</b>? From the next message on they will get no answer and no reminders. What they have recorded stays in the registry.
members-let-go-yes = ✖️ Yes, end the access
members-gone = { $name } no longer has access.
members-your-role = Your role has changed. You are now: { $role }.
members-guessing = ⚠️ <b>{ $name }</b> (<code>{ $id }</code>) is trying out invitation codes. No more codes from this account will be accepted today.
members-first-administrator = There is no administrator yet. Whoever opens this link first becomes one (once, within 24 hours): { $link }
refused-last-administrator = This is the only administrator. Please appoint another one first.
