"""The people of the try-out and their group. Their ids never change: the seed registers members by them."""

from __future__ import annotations

from dataclasses import dataclass

from .standin import BOT_ID, BOT_USERNAME, TOKEN, Actor, Group, Standin

__all__ = [
    "BOT_ID",
    "BOT_USERNAME",
    "GROUP_ID",
    "GROUP_TITLE",
    "MEMBERS",
    "PERSONS",
    "STRANGER",
    "TOKEN",
    "DemoPerson",
    "settle",
]


@dataclass(frozen=True)
class DemoPerson:
    """Somebody with a phone.

    `role` is the bot's word for what they may, `stranger` for nothing; `language` is a locale of the bot,
    `language_code` what their Telegram is set to.
    """

    id: int
    name: str
    username: str
    role: str
    language: str
    language_code: str


MEMBERS = (
    DemoPerson(1001, "Dilnoza", "dilnoza_demo", "staff", "uz-Latn", "uz"),
    DemoPerson(1002, "Rustam", "rustam_demo", "manager", "ru", "ru"),
    DemoPerson(1003, "Nigora", "nigora_demo", "admin", "uz-Latn", "uz"),
)
STRANGER = DemoPerson(1004, "Anvar", "anvar_demo", "stranger", "uz-Latn", "uz")
PERSONS = (*MEMBERS, STRANGER)
GROUP_ID = -2001
GROUP_TITLE = "Xalqaro aloqalar"


async def settle(standin: Standin) -> tuple[dict[int, Actor], Group]:
    """Bring the people and the group into an empty stand-in; the administrator adds the bot to the group."""
    actors = {
        person.id: standin.user(person.id, person.name, person.language_code, username=person.username)
        for person in PERSONS
    }
    for member in MEMBERS:  # they have written to the bot before: it may write to them
        actors[member.id].person.opened = True
    nigora = actors[next(person.id for person in MEMBERS if person.role == "admin")]
    others = [actor for actor in actors.values() if actor is not nigora]
    group = standin.group(GROUP_ID, GROUP_TITLE, [nigora, *others])
    await group.adds_bot(by=nigora)
    return actors, group
