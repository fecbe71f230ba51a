"""Who the bot of the try-out is, to its stand-in of Telegram and to itself."""

BOT_ID = 7000
BOT_USERNAME = "hamkor_demo_bot"
TOKEN = f"{BOT_ID}:AAHamkorDemoTokenForTheStandInOnly1"
