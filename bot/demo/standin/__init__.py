"""A stand-in for Telegram's Bot API: real HTTP on the loopback address, strict where Telegram is strict.

It serves the dialogue tests and the try-out alike. It refuses what Telegram refuses, in Telegram's words,
and beyond that what it does not know (arguments, fields, parse modes) instead of ignoring it.

    async with Standin(clock) as telegram:            # clock: () -> aware datetime
        dilnoza = telegram.user(1001, "Dilnoza", "uz")
        bot = Application.builder().token(telegram.token).base_url(f"{telegram.url}/bot")
        ...                                           # base_file_url(f"{telegram.url}/file/bot")

        await dilnoza.says("/start")
        card = await dilnoza.hears()                  # next message or edit of the bot: card.text,
        press = await dilnoza.presses("✅", card)     # card.labels, card.formatted("bold"), card.file
        assert (await press.toast()).text == ""       # what answerCallbackQuery said
        edited = await dilnoza.hears()
        await dilnoza.hears_nothing(within=0.2)

        await dilnoza.taps("Key of the reply keyboard")
        await dilnoza.uploads("report.docx", content, caption="…")       # photo=True for a photo
        await dilnoza.follows("https://t.me/hamkor_demo_bot?start=CODE")  # deep link
        answer = await dilnoza.asks_inline("shanghai")                    # answer.titles, answer.button
        await dilnoza.chooses(answer, answer.titles[0], group)
        await dilnoza.blocks(); await dilnoza.edits(message, "…"); dilnoza.commands(); dilnoza.keys()

        group = telegram.group(-2001, "Aloqalar", [nigora, dilnoza])      # the first is its creator
        await group.adds_bot(by=nigora)                                   # my_chat_member and service message
        await dilnoza.says("/find", group); await dilnoza.hears(group)

        telegram.fail("sendMessage", times=2, status=429, retry_after=1)  # or status=502, delay=…,
        telegram.fail("sendMessage", drop="after")                        # drop="before"/"after"
        telegram.calls("sendMessage")                 # the ledger: accepted calls in order, with time
        telegram.calls(accepted=False)                # what was refused, and why
        await telegram.confirmed()                    # the bot has confirmed every update
        print(telegram.transcript(dilnoza))

Each person hears each chat by their own cursor: nothing the bot says is skipped, so a dialogue that
goes on while something was unheard fails at the right place. `catches_up()` skips on purpose.
"""

from __future__ import annotations

from bot.demo.identity import BOT_ID, BOT_USERNAME, TOKEN

from .actors import Actor, Article, Group, InlineAnswer, Press, Silence, Toast
from .ledger import Call, Fault
from .people import NotPossible
from .server import Standin
from .shown import Button, Shown

__all__ = [
    "BOT_ID",
    "BOT_USERNAME",
    "TOKEN",
    "Actor",
    "Article",
    "Button",
    "Call",
    "Fault",
    "Group",
    "InlineAnswer",
    "NotPossible",
    "Press",
    "Shown",
    "Silence",
    "Standin",
    "Toast",
]
