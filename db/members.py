"""Who may use the bot: members with a role, and people who asked to be let in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Row,
    String,
    Table,
    Text,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.orm import Session

from db.folding import fold
from db.metadata import metadata
from db.types import Choice, UtcDateTime
from db.vocabulary import Language, Role

table = Table(
    "members",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("role", Choice(Role), nullable=False),
    Column("language", String(8)),
    Column("active", Boolean, nullable=False),
    Column("since", UtcDateTime, nullable=False),
)

requests = Table(
    "access_requests",
    metadata,
    Column("person", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
)


@dataclass(frozen=True, slots=True)
class Member:
    """A person who may use the bot; `id` is the Telegram user id. `language` None = has not chosen yet."""

    id: int
    name: str
    role: Role
    language: Language | None
    active: bool


def get(session: Session, person: int) -> Member | None:
    """The member, active or not."""
    found = session.execute(select(table).where(table.c.id == person)).first()
    return _member(found) if found else None


def every(session: Session) -> tuple[Member, ...]:
    """All members that have not been let go, by name."""
    found = session.execute(_EVERY)
    return tuple(_member(row) for row in found)


_EVERY = select(table).where(table.c.active).order_by(table.c.name, table.c.id)


def named(everybody: Iterable[Member], written: str) -> Member | None:
    """The one of them whom this names, by Telegram id or by name in any script; None where several are."""
    key = fold(written)
    found = [each for each in everybody if written.strip() == str(each.id) or fold(each.name) == key]
    return found[0] if len(found) == 1 else None


def language_of(session: Session, person: int) -> Language | None:
    """The language the person chose; None for one who has not, or is unknown."""
    member = get(session, person)
    return member.language if member else None


def admit(session: Session, person: int, name: str, role: Role, now: datetime) -> Member:
    """Makes the person a member, or gives a member another role; the wish to be let in is settled with it."""
    if get(session, person) is None:
        session.execute(insert(table).values(id=person, name=name, role=role, active=True, since=now))
    else:
        session.execute(update(table).where(table.c.id == person).values(role=role, active=True))
    session.execute(delete(requests).where(requests.c.person == person))
    member = get(session, person)
    assert member is not None  # noqa: S101 -- written three lines above
    return member


def administrators(session: Session) -> int:
    """How many there are."""
    chosen = select(func.count()).where(table.c.active, table.c.role == Role.ADMIN)
    return session.execute(chosen).scalar_one()


def speak(session: Session, person: int, language: Language) -> None:
    """The language the person chose."""
    session.execute(update(table).where(table.c.id == person).values(language=language.value))


def dismiss(session: Session, person: int) -> None:
    """Ends the membership from the next message on."""
    session.execute(update(table).where(table.c.id == person).values(active=False))


def knock(session: Session, person: int, name: str, now: datetime) -> bool:
    """Notes the wish to be let in; False when it was noted before."""
    if session.execute(select(requests.c.person).where(requests.c.person == person)).first():
        return False
    session.execute(insert(requests).values(person=person, name=name, at=now))
    return True


def knocking(session: Session, person: int) -> str | None:
    """The name of a person who waits to be let in."""
    name: str | None = session.execute(select(requests.c.name).where(requests.c.person == person)).scalar()
    return name


def all_knocking(session: Session) -> tuple[tuple[int, str], ...]:
    """Everybody who waits to be let in, by id and name, the longest waiting first."""
    chosen = select(requests.c.person, requests.c.name).order_by(requests.c.at, requests.c.person)
    return tuple((row.person, row.name) for row in session.execute(chosen))


def decline(session: Session, person: int) -> None:
    """Drops the wish to be let in."""
    session.execute(delete(requests).where(requests.c.person == person))


def _member(row: Row[tuple[object, ...]]) -> Member:
    chosen = Language(row.language) if row.language else None
    return Member(id=row.id, name=row.name, role=row.role, language=chosen, active=row.active)
