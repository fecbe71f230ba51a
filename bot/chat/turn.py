"""One turn of a conversation: what came in, and what a use case is given to answer it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.language.names import Gazetteer
from bot.words import Words
from db.history import Actor
from db.vocabulary import Language, Role


@dataclass(frozen=True, slots=True)
class Incoming:
    """An update, as far as every door needs to know it. `message` is what it came with, `replied` the bot's
    message that it replies to, `pressed` whose button; `sent` is when the person wrote the message, which may
    be long ago where it was edited or waited.
    """

    update_id: int
    person: int
    name: str
    chat: int
    title: str
    private: bool
    message: int | None = None
    replied: int | None = None
    pressed: int | None = None
    query: str | None = None
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A member who acts, as the doors recognised them."""

    id: int
    name: str
    role: Role
    language: Language


@dataclass(frozen=True, slots=True)
class Turn:
    """What a use case works with, inside its one transaction. `today` is the organisation's calendar day."""

    session: Session
    person: Person
    incoming: Incoming
    now: datetime
    zone: ZoneInfo
    today: date
    names: Gazetteer
    default_language: Language
    """What people who have not chosen a language are spoken to in."""
    advised: bool
    """Whether an endpoint is set that may be asked what a question means."""
    bot: str
    """The bot's own name at Telegram, for links to it."""

    @property
    def words(self) -> Words:
        """The texts in the person's language."""
        return Words(self.person.language)

    @property
    def actor(self) -> Actor:
        """Who stands in the history for what is done in this turn."""
        return Actor(self.person.id, self.person.name)


@dataclass(frozen=True, slots=True)
class Doorstep:
    """What is known of somebody who is perhaps no member yet: enough to let them in, nothing of the
    registry.
    """

    session: Session
    incoming: Incoming
    now: datetime
    words: Words
