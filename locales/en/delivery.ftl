# Whether messages arrive, and whether the bot itself is well.

delivery-again = ↻ You may have received this message before.
delivery-failed = ⚠️ A message to <b>{ $who }</b> could not be delivered: { $why }.
delivery-uncertain = ⚠️ It is not known whether a message to <b>{ $who }</b> arrived: { $why }. It will not be sent again.
delivery-blocked = they have blocked the bot
delivery-deactivated = the account no longer exists
delivery-gone = the bot has no access to that chat
delivery-unanswered = Telegram has not answered, several times over
delivery-other = Telegram’s answer was “{ $reason }”
delivery-not-saved = ⚠️ Not saved yet: the registry cannot be written to at the moment. Your message is not lost: I will act on it as soon as possible, there is no need to send it again.

watch-away = I was away from { $since } to { $until }. Everything that fell due meanwhile is being sent now.
watch-away-long = I was away from { $since } to { $until }. Everything that fell due meanwhile is being sent now. Telegram keeps messages for 24 hours only: please ask colleagues to repeat what they wrote before that.
watch-alarm = ⚠️ Something is wrong with the bot:
watch-line = • { $what }
watch-well = ✅ The bot is working normally again.
watch-fetching = no messages can be fetched from Telegram
watch-conflict = another program is fetching messages with this bot’s token
watch-webhook = Telegram cannot deliver to the webhook
watch-tick = reminders are not being looked at
watch-inbox = messages have been waiting for about a minute to be handled
watch-outbox = messages have been waiting for more than five minutes to be sent
watch-store = the registry cannot be written to
watch-clock = ⚠️ The server’s clock was changed by { $minutes } minutes. Please check that it shows the right time.

check-alive = bot: at work, last sign of life { $seconds } s ago
check-asleep = bot: not at work
check-stopped = bot: no sign of life since { $time }
check-trouble = bot: { $what }
check-queues = queues: to handle { $inbox }, to send { $outbox }
check-failures = messages of the last 7 days: not deliverable { $never }, uncertain { $uncertain }

refused-bot-deaf = The bot could no longer do its work and has ended itself; the log says why. Start it again: a service manager does so by itself.
