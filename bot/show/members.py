"""Who may use the bot and who waits to be let in, for an administrator. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.html import EMPTY, Html, clip, join
from bot.show.admission import Appoint, LetGo, Members, OpenMember, OpenWaiting
from bot.show.paging import Page, held, turning
from bot.show.reply import Button, Place, Reply, Row
from bot.words import Words
from db.vocabulary import Language, Role

_LABEL = 30


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in the list. `role` None = waits to be let in; `language` None = has not chosen."""

    id: int
    name: str
    role: Role | None
    language: Language | None = None


def listing(page: Page[Listed], words: Words, place: Place = Place.NEW) -> Reply:
    """A page of the people, those who wait first, each with a button."""
    lines = [_line(person, words) for person in page.items]
    buttons = [
        Button(clip(person.name, _LABEL), OpenMember(person.id) if person.role else OpenWaiting(person.id))
        for person in page.items
    ]
    pairs = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    text = held(words("members-head", n=page.total), [*lines, words("members-invite")])
    return Reply(text, (*pairs, *turning(page, Members, words)), place)


def card(person: Listed, words: Words, *, only_administrator: bool) -> Reply:
    """One member, and what an administrator can change."""
    text = join((_facts(person, words), words("members-only-administrator") if only_administrator else EMPTY))
    roles = [role for role in Role if role is not person.role]
    changes: Sequence[Row] = (
        *((Button(_appoint(role, words), Appoint(person.id, role.value)),) for role in roles),
        (Button(words.plain("members-let-go"), LetGo(person.id, sure=False)),),
    )
    return Reply(text, (*(() if only_administrator else changes), _back(words)), Place.PRESSED)


def ask_if_sure(person: Listed, words: Words) -> Reply:
    """Before a membership ends."""
    yes = Button(words.plain("members-let-go-yes"), LetGo(person.id, sure=True))
    back = Button(words.plain("button-back"), OpenMember(person.id))
    return Reply(words("members-let-go-sure", name=person.name), ((yes,), (back,)), Place.PRESSED)


def gone(name: str, words: Words) -> Reply:
    """The membership has ended."""
    return Reply(words("members-gone", name=name), (_back(words),), Place.PRESSED)


def new_role(role: Role, words: Words) -> Reply:
    """Tells a member what they are now."""
    return Reply(words("members-your-role", role=words.plain(f"role-{role.value}")))


def guessing(person: int, name: str, words: Words) -> Reply:
    """Tells an administrator that somebody tries out codes."""
    return Reply(words("members-guessing", name=name, id=str(person)))


def _line(person: Listed, words: Words) -> Html:
    if person.role is None:
        return words("members-waiting", name=person.name)
    role, language = words.plain(f"role-{person.role.value}"), _language(person.language, words)
    return words("members-line", name=person.name, role=role, language=language)


def _facts(person: Listed, words: Words) -> Html:
    role = words.plain(f"role-{person.role.value}") if person.role else ""
    language = _language(person.language, words)
    return words("members-card", name=person.name, id=str(person.id), role=role, language=language)


def _language(language: Language | None, words: Words) -> str:
    return Words(language).plain("language-name") if language else words.plain("members-no-language")


def _appoint(role: Role, words: Words) -> str:
    return words.plain("members-appoint", role=words.plain(f"role-{role.value}"))


def _back(words: Words) -> Row:
    return (Button(words.plain("button-back"), Members(0)),)
