"""The try-out's settings: its own folder and its own Telegram. Nothing is read from the environment or a
`.env` file.
"""

from __future__ import annotations

from pathlib import Path

from pydantic_settings import BaseSettings, PydanticBaseSettingsSource

from bot.demo.identity import TOKEN
from bot.settings import Settings


class DemoSettings(Settings):
    """Settings that take nothing but what they are given."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        *others: PydanticBaseSettingsSource,
        **more: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Only the arguments count."""
        return (init_settings,)


def demo_settings(folder: Path, bot_api: str) -> Settings:
    """The settings of a try-out that lives in `folder` and talks to `bot_api`."""
    return DemoSettings(token=TOKEN, data=folder, bot_api_url=bot_api, log="warning")
