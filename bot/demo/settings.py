"""The try-out's settings: its own folder and its own Telegram. Nothing is read from the environment or a
`.env` file.
"""

from __future__ import annotations

from pathlib import Path

from bot.demo.identity import TOKEN
from bot.settings import Settings


def demo_settings(folder: Path, bot_api: str) -> Settings:
    """The settings of a try-out that lives in `folder` and talks to `bot_api`."""
    return Settings(token=TOKEN, data=folder, bot_api_url=bot_api, log="warning")
