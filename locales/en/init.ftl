# `init`: setting the bot up on the terminal.

init-welcome = Hamkor is set up in a minute. Enter keeps what stands in brackets.
init-botfather =
    1. In Telegram, open a chat with @BotFather and send /newbot.
    2. Give the bot a name people will see, and a user name that ends in "bot".
    3. BotFather answers with a token, like 123456789:AAE… Copy it here.
init-token = Token:{ " " }
init-token-good = Telegram knows it: @{ $name }.
init-token-known = The token is there already: @{ $name }.
init-language = Language until a person chooses one: uz-Latn, uz-Cyrl, ru or en [{ $known }]:{ " " }
init-organisation = Name of your organisation [{ $known }]:{ " " }
init-city = City [{ $known }]:{ " " }
init-country = Country, two letters [{ $known }]:{ " " }
init-timezone = Time zone [{ $known }]:{ " " }
init-written = The settings are in { $file }. Keep this file to yourself: the token is in it.
init-administrator = Whoever opens this link first becomes the administrator (once, within 24 hours): { $link }
init-next = Now start the bot: python -m bot
refused-init-unfinished = The questions were not all answered. What was answered has been kept; run it again: python -m bot init
