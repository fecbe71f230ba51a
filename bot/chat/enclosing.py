"""Files in the outbox: a call names what it encloses, and is given the bytes only when it is made."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from telegram import InputFile

from bot.show.reply import EnclosedAs, Enclosure
from db import enclosures

_FIELDS = tuple(EnclosedAs)


def enclosed(session: Session, enclosure: Enclosure, now: datetime) -> dict[str, str]:
    """Keeps the file with the call that will send it; what stands in the call for it."""
    return {"enclosed": enclosures.keep(session, enclosure.content, now), "name": enclosure.name}


def opened(session: Session, payload: dict[str, Any]) -> dict[str, Any]:
    """The call's payload with the bytes of what it encloses."""
    return {name: _opened(session, value) if name in _FIELDS else value for name, value in payload.items()}


def _opened(session: Session, value: Any) -> Any:
    if not isinstance(value, dict) or "enclosed" not in value:
        return value
    content = enclosures.content(session, value["enclosed"])
    # Telegram refuses an empty file: a call whose file has been forgotten is settled, not sent for ever.
    return InputFile(content or b"", filename=value["name"], attach=False)
