"""What an installation may set, from the environment or a `.env` file. One wrong setting, one clear line."""

from __future__ import annotations

import re
from datetime import time
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.faults import UserFault
from db.vocabulary import Language

_TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")


class Settings(BaseSettings):
    """Every setting, named as in the environment without the prefix `HAMKOR_`."""

    model_config = SettingsConfigDict(
        env_prefix="HAMKOR_", env_file=".env", env_ignore_empty=True, extra="ignore", frozen=True
    )

    token: str | None = Field(None, description="the bot's token, from @BotFather", repr=False)
    data: Path = Field(
        Path("data"), description="the folder of the database file, attached files and backups"
    )
    database_url: str | None = Field(None, description="SQLite or PostgreSQL; hamkor.db in the data folder")
    admins: str = Field("", description="Telegram user ids that are administrators from the start, by commas")
    organisation: str = Field("National Library of Uzbekistan", description="ourselves, at first start")
    city: str = Field("Tashkent", description="our city")
    country: str = Field("UZ", description="our country, ISO 3166 alpha-2", pattern="^[A-Z]{2}$")
    timezone: str = Field("Asia/Tashkent", description="for reminders and for words like today")
    language: Language = Field(Language.UZ_LATN, description="until a person chooses another")
    remind_at: time = Field(time(9), description="when reminders go out on a working day")
    bot_api_url: str = Field(
        "https://api.telegram.org", description="the Bot API server", pattern="^https?://"
    )
    proxy: str | None = Field(None, description="for all calls to Telegram", repr=False)
    log: str = Field("info", description="log level", pattern="^(?i:debug|info|warning|error)$")

    @field_validator("token")
    @classmethod
    def _token_shape(cls, token: str | None) -> str | None:
        if token is not None and not _TOKEN.fullmatch(token):
            raise ValueError("a token looks like 123456:AbC…")
        return token

    @field_validator("admins")
    @classmethod
    def _ids(cls, text: str) -> str:
        if not all(part.strip().isdigit() for part in text.split(",") if part.strip()):
            raise ValueError("whole numbers parted by commas")
        return text

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, name: str) -> str:
        try:
            ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError) as fault:
            raise ValueError("no such time zone") from fault
        return name

    @property
    def zone(self) -> ZoneInfo:
        """The organisation's time zone."""
        return ZoneInfo(self.timezone)

    @property
    def admin_ids(self) -> frozenset[int]:
        """Telegram user ids that are administrators from the start."""
        return frozenset(int(part) for part in self.admins.split(",") if part.strip())

    @property
    def database(self) -> str:
        """The URL of the registry's database."""
        return self.database_url or f"sqlite:///{self.data / 'hamkor.db'}"


def read() -> Settings:
    """The settings in force. Raises UserFault naming the first wrong one, without its value."""
    try:
        return Settings()
    except ValidationError as fault:
        first = fault.errors(include_url=False, include_input=False)[0]
        name = "HAMKOR_" + str(first["loc"][0]).upper()
        raise UserFault("setting-wrong", name=name, reason=first["msg"]) from None
