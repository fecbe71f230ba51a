"""How this organisation reminds: settings that are changed in the chat, each under a name of its own.

The names: `week` (5 or 6), `hour` (of reminders, `09:30`), `calendar` (days that were moved: day → worked?),
`ladders` (ladder → days), `lead` (days before its end an agreement is first warned of, as measured), `stages`
(the template of an approval).
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from db.metadata import metadata

table = sa.Table(
    "office",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.JSON, nullable=False),
)


def every(session: Session) -> dict[str, Any]:
    """All that has been set, by name."""
    return {row.name: row.value for row in session.execute(_EVERY)}


_EVERY = sa.select(table)


def put(session: Session, name: str, value: Any) -> None:
    """Sets it; None makes it what it was before anybody set it."""
    session.execute(sa.delete(table).where(table.c.name == name))
    if value is not None:
        session.execute(sa.insert(table).values(name=name, value=value))
