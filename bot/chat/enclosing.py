"""Files in the outbox: a call names what it encloses, and is given the bytes only when it is made."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session
from telegram import InputFile

from bot.show.reply import EnclosedAs, Enclosure, Stored
from db import enclosures
from db.files import Files

_FIELDS = tuple(EnclosedAs)


def enclosed(session: Session, enclosure: Enclosure | Stored, now: datetime) -> dict[str, str]:
    """Keeps the file with the call that will send it, unless the store has it; what stands in the call for
    it.
    """
    if isinstance(enclosure, Stored):
        return {"stored": enclosure.file, "name": enclosure.name}
    return {"enclosed": enclosures.keep(session, enclosure.content, now), "name": enclosure.name}


def opened(session: Session, files: Files, payload: dict[str, Any]) -> dict[str, Any]:
    """The call's payload with the bytes of what it encloses."""
    return {
        name: _opened(session, files, value) if name in _FIELDS else value for name, value in payload.items()
    }


def _opened(session: Session, files: Files, value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "stored" in value:
        path = files.path(value["stored"])
        content = path.read_bytes() if path.exists() else None
    else:
        content = enclosures.content(session, value["enclosed"])
    # Telegram refuses an empty file: a call whose file has been forgotten is settled, not sent for ever.
    return InputFile(content or b"", filename=value["name"], attach=False)
