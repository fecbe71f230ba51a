"""What the page may do to the world around the chats: the clock, the bot's process, a fresh start."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class World(Protocol):
    """The try-out's own; all moments are aware."""

    def now(self) -> datetime:
        """The bot's present moment."""
        ...

    def move_to(self, moment: datetime) -> None:
        """Move the bot's clock, forward only."""
        ...

    def next_due(self) -> datetime | None:
        """When the next reminder goes out; None when there is none."""
        ...

    def bot_running(self) -> bool:
        """Whether the bot's process lives."""
        ...

    async def start_bot(self) -> None:
        """Start the bot, unless it runs."""
        ...

    async def stop_bot(self) -> None:
        """Ask the bot to stop and wait until it has."""
        ...

    async def kill_bot(self) -> None:
        """End the bot as a power cut would."""
        ...

    async def reset(self, *, examples: bool) -> None:
        """Put the bot's data and clock back to the beginning, with the example records or without, and start
        the bot.
        """
        ...
