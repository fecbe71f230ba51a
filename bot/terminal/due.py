"""`due`: which reminders fall due, for whom, when. A preview from the facts that plans and sends nothing."""

from __future__ import annotations

import json
from datetime import date

from bot.clock import local_day, system_clock
from bot.opening import open_store
from bot.remind import desk
from bot.remind.preview import as_json, preview
from bot.settings import read
from bot.show import notices
from bot.terminal.speech import terminal_words


def due(first: date | None, days: int, *, as_list: bool) -> int:
    """Prints what goes out on `days` days from `first` on; from today where none is given."""
    settings, now = read(), system_clock()
    store = open_store(settings, system_clock)
    with store.read() as session:
        here = desk.at(session, settings, now)
        coming = preview(session, here, first or local_day(now, settings.zone), days)
    if as_list:
        print(json.dumps(as_json(coming, settings.zone), ensure_ascii=False, indent=1))
    else:
        print("\n".join(notices.preview(coming, settings.zone, terminal_words())))
    return 0
