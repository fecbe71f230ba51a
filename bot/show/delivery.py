"""What is said of the delivery itself: what did not arrive, what is not saved yet, when the bot was away."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.html import Html, escape, join
from bot.show import dates
from bot.show.reply import Reply
from bot.words import Words


def failed(words: Words, who: str, excerpt: str, cause: str, reason: str, *, sure: bool) -> Reply:
    """A message did not arrive, or perhaps it did. `cause` is the key of a cause that has words of its own,
    else empty.
    """
    why = words(f"delivery-{cause}") if cause else words("delivery-other", reason=reason)
    head = words.html("delivery-failed" if sure else "delivery-uncertain", who=escape(who), why=why)
    quoted = [Html(f"<blockquote>{escape(excerpt)}</blockquote>")] if excerpt else []
    return Reply(join([head, *quoted]))


def alarm(words: Words, troubles: Sequence[str]) -> Reply:
    """What is wrong with the bot, a line each."""
    lines = [words.html("watch-line", what=words(f"watch-{trouble}")) for trouble in troubles]
    return Reply(join([words("watch-alarm"), *lines]))


def well(words: Words) -> Reply:
    """Nothing is, any more."""
    return Reply(words("watch-well"))


def clock_changed(words: Words, minutes: int) -> Reply:
    """Somebody set the clock, or the machine slept."""
    return Reply(words("watch-clock", minutes=f"{minutes:+d}"))


def away(words: Words, since: datetime, until: datetime, zone: ZoneInfo, *, too_long: bool) -> Reply:
    """After an outage; one that was longer than Telegram keeps messages."""
    key = "watch-away-long" if too_long else "watch-away"
    first, last = dates.moment(since, zone, words), dates.moment(until, zone, words)
    return Reply(words(key, since=first, until=last))


def not_saved(words: Words) -> str:
    """Said past the outbox, which cannot be written to either."""
    return words("delivery-not-saved")
