# The terminal.

refused-token-missing = There is no token yet. Talk to @BotFather in Telegram, send /newbot, and put the token it gives you into HAMKOR_TOKEN (the environment, or a file named .env). To try everything without Telegram: python -m bot demo
refused-token-refused = Telegram does not accept the token in HAMKOR_TOKEN. Ask @BotFather for the current one (/token).
refused-telegram-unreachable = Telegram cannot be reached at { $url }.
refused-port-taken = Port { $port } is in use. Choose another: --port N
refused-file-unreadable = The file { $file } cannot be read: { $reason }.
refused-batch-line = Line { $line } is not an object in JSON.

check-good = ✅ { $what }
check-bad = ✖️ { $what }
check-settings = settings: time zone { $zone }, language { $language }, reminders at { $time }
check-database = database: { $kind }, schema { $revision }, { $records ->
    [one] { $records } record
   *[other] { $records } records
}
check-database-unreachable = database: it cannot be reached
check-integrity = database: { $faults ->
    [0] sound
    [one] { $faults } fault found
   *[other] { $faults } faults found
}
check-token = Telegram: @{ $name }
check-webhook = Telegram: a webhook is set ({ $url }); it will be removed when polling begins
check-no-webhook = Telegram: no webhook, polling
check-locales = languages: { $n } texts in each of { $languages } languages
check-locales-missing = languages: { $n } texts are missing
check-clock = clock: { $time } in { $zone }
