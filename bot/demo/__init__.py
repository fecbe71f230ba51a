"""The try-out: a Telegram stand-in and a chat page, for looking at the bot and for testing it."""
