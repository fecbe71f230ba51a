# The front desk: strangers, newcomers, help, languages, groups.

language-name = English
language-which = Which language should I speak?
language-chosen = I will speak English with you.

role-viewer = viewer
role-staff = staff member
role-manager = manager
role-admin = administrator

front-stranger = This bot is for staff of one organisation. Your Telegram ID: <code>{ $id }</code>
front-ask-access = Ask for access
front-knocked = ✅ Your request has been passed on. You will be told when it is decided.
front-knocked-again = Your request has already been passed on.
front-knock = <b>{ $name }</b> (<code>{ $id }</code>) is asking for access. Which role?
front-admit-viewer = 👀 Viewer
front-admit-staff = ✍️ Staff member
front-admit-manager = 🗂 Manager
front-decline = ✖️ Decline
front-admitted = ✅ { $name } has been admitted: { $role }.
front-declined = { $name } has not been admitted.
front-welcome = Hello, { $name }! I keep our international relations: partners, agreements, exchanges and events.
front-try-ask = <b>Ask</b> as you would ask a colleague: “When does the agreement with Shanghai end?”
front-try-log = <b>Log</b> in one line: “Today we received 25 books from the National Library of Poland”, or step by step: /exchange, /event
front-more = All commands: /help · Language: /language
front-apology = ⚠️ Something went wrong on our side and your message was not carried out. The administrators have been told. Please try again a little later.
front-report = ⚠️ A message could not be handled: <code>{ $kind }</code>, update <code>{ $update }</code>. Details are in the log.

help-ask = Simply write a question or what happened: I understand Uzbek (in Latin and Cyrillic letters), Russian and English.
help-line = { $command } – { $what }
help-ids = Every record has a short number such as /x7: tap it to see the whole record.
command-ask = ask a question
command-find = find a partner, agreement or event
command-exchange = log an exchange
command-event = log an event
command-agreement = record an agreement
command-partner = add a partner
command-undo = take back my last entry
command-cancel = stop the current conversation
command-invite = invite a colleague
command-language = choose the language
command-help = what I can do

ask-what = What would you like to know?
ask-placeholder = Your question
find-what = Whom or what are you looking for?
find-placeholder = Name of a partner, event or place
cancelled = ✖️ Cancelled. Nothing was saved.
cancelled-nothing = There is nothing to cancel.

group-offer = May I answer in this group? Members of the bot will be able to use /find, /ask and /log here; others will get no answer.
group-open = ✅ Allow
group-close = ✖️ Stop answering here
group-is-open = I answer look-ups in this group.
group-opened = ✅ Members can now use /find, /ask and /log here.
group-closed = I no longer answer in this group.
group-only = Send /group in the group that you want to open.

invite-which = Which role should the invitation give?
invite-link = Invitation ({ $role }), for one person and seven days:
    { $link }
    If the link opens nothing, send me: <code>/start</code> and the code behind “start=”.
invite-copy = 📋 Copy the link
invite-accepted = ✅ Welcome! Your role: { $role }.

refused-not-allowed = Your role does not allow this. Please ask an administrator.
refused-button-old = This button is out of date. Please call the list or card up again.
refused-invitation-invalid = This invitation is not valid: it may have been used, or its seven days are over. Please ask for a new one.
refused-role-unknown = There is no role “{ $role }”. Roles: viewer, staff, manager, admin.
refused-record-unknown = There is no record { $id }.
refused-draft-unfinished = Please fill in what is still missing first.
refused-edit-not-yours = Somebody else recorded this. You may fill in what is missing in it; to change it, please ask a manager.
refused-setting-wrong = Wrong setting { $name }: { $reason }.
command-log = log in one line what happened
command-export = get the registry as an Excel file
command-unknown = ❔ There is no command { $command }. All commands: /help
command-perhaps = Perhaps you meant: { $commands }

# A greeting or thanks, and nothing else: what people write, and what they hear.
greeting-heard = hello, hi, hey, good morning, good afternoon, good evening, good day
thanks-heard = thanks, thank you, thank you very much, many thanks, thanks a lot
undo-heard = undo, undo it, undo that, undo this, undo the last one, take it back, take that back, cancel, cancel it, cancel that, revert, revert it, delete the last one, delete the last record, delete it, remove the last one, that was a mistake
greeting = Good day, { $name }! Ask a question, or write what happened. All commands: /help
thanks = You are welcome, { $name }.
