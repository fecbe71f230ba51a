"""What the page is told, as JSON: chats, messages, menus, the world's state."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, tzinfo

from .persons import PERSONS
from .standin.refusal import Json
from .standin.telegram import Telegram
from .standin.things import Chat, Message
from .world import World


def message_view(message: Message) -> Json:
    """A message with all that a person sees of it: reply keyboards and reactions too."""
    reactions = [reaction["emoji"] for given in message.reactions.values() for reaction in given]
    return {**message.json(), "reply_markup": message.markup, "reactions": reactions}


def world_view(world: World, zone: tzinfo) -> Json:
    """Moments in the bot's zone, to the second."""
    due = world.next_due()
    return {
        "now": _moment(world.now(), zone),
        "next_due": _moment(due, zone) if due else None,
        "running": world.bot_running(),
    }


def _moment(moment: datetime, zone: tzinfo) -> str:
    return moment.astimezone(zone).isoformat(timespec="seconds")


def menus_view(telegram: Telegram) -> Json:
    """The command menu of each chat for each of its persons, and the bot's description by language."""
    people = [telegram.persons[person.id] for person in PERSONS]
    return {
        "commands": {
            str(chat.id): {
                str(person.id): telegram.menu.shown(chat, person)
                for person in people
                if _sees(chat, person.id)
            }
            for chat in telegram.chats.values()
        },
        "descriptions": {
            language: text for (kind, language), text in telegram.menu.texts.items() if kind == "description"
        },
    }


def chats_view(chats: Iterable[Chat], telegram: Telegram) -> list[Json]:
    return [
        {
            "id": chat.id,
            "type": chat.type,
            "title": telegram.bot.first_name if chat.private else chat.title,
            "members": [person for person in chat.statuses if chat.has(person)] or [chat.id],
            "opened": chat.person.opened if chat.person else True,
            "messages": [message_view(message) for message in telegram.history(chat.id)],
        }
        for chat in chats
    ]


def state_view(telegram: Telegram, world: World, zone: tzinfo) -> Json:
    """All that the page needs to begin."""
    return {
        "kind": "state",
        "bot": {"id": telegram.bot.id, "name": telegram.bot.first_name, "username": telegram.bot.username},
        "persons": [
            {"id": p.id, "name": p.name, "role": p.role, "language_code": p.language_code} for p in PERSONS
        ],
        "chats": chats_view(telegram.chats.values(), telegram),
        **menus_view(telegram),
        "world": world_view(world, zone),
    }


def _sees(chat: Chat, person_id: int) -> bool:
    return chat.id == person_id if chat.private else chat.has(person_id)
