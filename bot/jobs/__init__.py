"""The edge where the clock strikes: ticks that look for due work. What is due stands in tables, never in
timers.
"""

from __future__ import annotations

from datetime import timedelta

from bot.chat.context import HamkorApplication
from bot.jobs import remind, tidy


def install(application: HamkorApplication, tick: timedelta) -> None:
    """Sets the ticks going; they begin with the application."""
    # A tick that comes late still comes, and several that were missed are one.
    patience = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    queue = application.job_queue
    if queue is not None:
        queue.run_repeating(remind.tick, tick, first=0, job_kwargs=patience)
        queue.run_repeating(tidy.tick, tidy.EVERY, first=tidy.EVERY, job_kwargs=patience)
