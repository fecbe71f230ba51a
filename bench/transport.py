"""`python -m bench.transport`: a backlog of messages echoed, by the library as it is and over our own line to
Telegram; updates a second, and the processor time of the bot for each.
"""

from __future__ import annotations

import asyncio
import statistics
import sys
from pathlib import Path
from time import monotonic

import psutil

from bot.clock import system_clock
from bot.demo.standin import TOKEN, Standin

UPDATES, PEOPLE, ROUNDS = 600, 60, 3
ECHO = """
import sys
from telegram.ext import ApplicationBuilder, MessageHandler, filters
from bot.chat.wire import Wire
url, token, ours = sys.argv[1], sys.argv[2], sys.argv[3] == "ours"
async def echo(update, context):
    await update.message.reply_text(update.message.text)
builder = ApplicationBuilder().token(token).base_url(url + "/bot")
if ours:
    builder = builder.request(Wire()).get_updates_request(Wire(connections=1)).concurrent_updates(32)
application = builder.build()
application.add_handler(MessageHandler(filters.TEXT, echo))
application.run_polling()
"""


async def main() -> None:
    """Prints the medians of all rounds, taken in turn."""
    found: dict[str, list[tuple[float, float]]] = {"stock": [], "ours": []}
    for _ in range(ROUNDS):
        for kind, rounds in found.items():
            rounds.append(await one(kind))
    for kind, rounds in found.items():
        rate, cost = (statistics.median(figures) for figures in zip(*rounds, strict=True))
        print(f"{kind}: {rate:.0f} updates a second, {cost * 1e6:.0f} µs of the processor each")
    times = [mine[0] / theirs[0] for mine, theirs in zip(found["ours"], found["stock"], strict=True)]
    less = [theirs[1] / mine[1] for mine, theirs in zip(found["ours"], found["stock"], strict=True)]
    print(f"ours: {statistics.median(times):.1f} times as many, at {statistics.median(less):.1f} times less")


async def one(kind: str) -> tuple[float, float]:
    """Updates a second, and seconds of the processor for each."""
    async with Standin(system_clock, patience=120) as telegram:
        people = [telegram.user(number, "X", "uz") for number in range(1, PEOPLE + 1)]
        for number in range(UPDATES):
            await people[number % PEOPLE].says(f"Xabar {number}")
        command = (sys.executable, "-c", ECHO, telegram.url, TOKEN, kind)
        bot = await asyncio.create_subprocess_exec(*command, cwd=Path(__file__).parents[1])
        first = psutil.Process(bot.pid)
        await telegram.until(lambda: telegram.calls("sendMessage") or None, 60, "the first echo")
        began, used = monotonic(), sum(first.cpu_times()[:2])
        already = len(telegram.calls("sendMessage"))
        await telegram.until(
            lambda: len(telegram.calls("sendMessage")) >= UPDATES or None, 120, "the last echo"
        )
        took, used = monotonic() - began, sum(first.cpu_times()[:2]) - used
        bot.kill()
        await bot.wait()
    return (UPDATES - already) / took, used / (UPDATES - already)


if __name__ == "__main__":
    asyncio.run(main())
