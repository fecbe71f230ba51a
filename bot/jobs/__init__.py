"""The edge where the clock strikes: ticks that look for due work. What is due stands in tables, never in
timers.
"""

from __future__ import annotations

from datetime import timedelta

from bot.chat.context import HamkorApplication
from bot.jobs import remind


def install(application: HamkorApplication, tick: timedelta) -> None:
    """Sets the ticks going; they begin with the application."""
    if application.job_queue is not None:
        application.job_queue.run_repeating(
            remind.tick,
            tick,
            first=0,
            job_kwargs={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
