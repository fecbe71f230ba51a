"""The front desk: what is said to strangers, newcomers, and whoever asked for something that cannot be."""

from __future__ import annotations

from functools import cache

from bot.faults import UserFault
from bot.html import Html, clip, join
from bot.language.scripts import fold
from bot.rights import Act, may
from bot.show.admission import Admit, Ask, Enable, Invite
from bot.show.buttons import Speak
from bot.show.reply import Button, Copy, Place, Reply, Toast
from bot.words import Words, heard
from db.vocabulary import Language, Role

COMMANDS: tuple[tuple[str, Act], ...] = (
    ("ask", Act.ASK),
    ("find", Act.FIND),
    ("agreements", Act.SEE_LISTS),
    ("events", Act.SEE_LISTS),
    ("approvals", Act.SEE_OWN_DRAFTS),
    ("reminders", Act.SEE_REMINDERS),
    ("today", Act.SEE_LISTS),
    ("stats", Act.SEE_LISTS),
    ("report", Act.REPORT),
    ("calendar", Act.SEE_LISTS),
    ("gaps", Act.SEE_LISTS),
    ("log", Act.LOG),
    ("exchange", Act.LOG),
    ("event", Act.LOG),
    ("agreement", Act.LOG),
    ("partner", Act.LOG),
    ("undo", Act.UNDO_OWN),
    ("cancel", Act.LOG),
    ("import", Act.IMPORT),
    ("export", Act.EXPORT),
    ("history", Act.SEE_HISTORY),
    ("invite", Act.MANAGE_MEMBERS),
    ("members", Act.MANAGE_MEMBERS),
    ("misses", Act.TEACH),
    ("settings", Act.DECIDE),
    ("language", Act.CHOOSE_LANGUAGE),
    ("help", Act.ASK),
)
"""The commands of a private chat in the order of its menu, each with the act that it needs."""

_LONGEST = 40
GROUP_COMMANDS = ("ask", "find", "log")


def stranger(person: int, words: Words) -> Reply:
    """The one neutral line: nothing of what is kept here, and a way in."""
    asking = Button(words.plain("front-ask-access"), Ask())
    return Reply(words("front-stranger", id=str(person)), buttons=((asking,),))


def knocked(words: Words, *, again: bool) -> Reply:
    """The wish to be let in was noted."""
    return Reply(words("front-knocked-again" if again else "front-knocked"), place=Place.PRESSED)


def knock_report(person: int, name: str, words: Words, place: Place = Place.NEW) -> Reply:
    """Tells an administrator who asks to be let in, with a button a role."""
    roles = (Role.VIEWER, Role.STAFF, Role.MANAGER)
    admit = tuple(
        (Button(words.plain(f"front-admit-{role.value}"), Admit(person, role.value)),) for role in roles
    )
    decline = Button(words.plain("front-decline"), Admit(person, ""))
    return Reply(words("front-knock", name=name, id=str(person)), (*admit, (decline,)), place)


def admitted(name: str, role: Role | None, words: Words) -> Reply:
    """Tells the administrator how the wish was settled."""
    text = words("front-declined", name=name)
    if role is not None:
        text = words("front-admitted", name=name, role=words.plain(f"role-{role.value}"))
    return Reply(text, place=Place.PRESSED)


def welcome(name: str, role: Role, words: Words) -> Reply:
    """The first message to a member: what can be done here, as three things to try."""
    examples = join([words("front-try-ask"), words("front-try-log") if may(role, Act.LOG) else Html("")])
    return Reply(join([words("front-welcome", name=name), examples, words("front-more")], "\n\n"))


def help_(role: Role, words: Words) -> Reply:
    """The commands that the reader may use, a line each, and how to ask without any."""
    lines = [
        words.html("help-line", command=Html(f"/{name}"), what=words(f"command-{name}"))
        for name, act in COMMANDS
        if may(role, act)
    ]
    return Reply(join([words("help-ask"), join(lines), words("help-ids")], "\n\n"))


def courtesy(said: str, name: str, words: Words) -> Reply | None:
    """The answer to a greeting or thanks and nothing else, in whichever language; None for all that says
    more.
    """
    for key, answer in _COURTESIES.items():
        if _is(said, key):
            return Reply(words(answer, name=name))
    return None


def wants_back(said: str) -> bool:
    """Whether a message is the wish to take back or to break off, and nothing else, in whichever language."""
    return _is(said, "undo-heard")


def _is(said: str, key: str) -> bool:
    return fold(said.strip(" .,!?…)(\u2764\ufe0f🙏😊👋")) in _phrases(key)


_COURTESIES = {"greeting-heard": "greeting", "thanks-heard": "thanks"}
"""The key of what people write → the key of what they hear."""


@cache
def _phrases(key: str) -> frozenset[str]:
    return frozenset(map(fold, heard(key)))


def unknown_command(command: str, role: Role, words: Words) -> Reply:
    """There is no such command; the ones that look like it are named."""
    # A megabyte, for the few who mistype.
    from difflib import get_close_matches

    open_ = [name for name, act in COMMANDS if may(role, act)]
    close = get_close_matches(command.lstrip("/").partition("@")[0].lower(), open_, n=2)
    near = ", ".join(f"/{name}" for name in close)
    perhaps = words("command-perhaps", commands=near) if near else Html("")
    return Reply(join([words("command-unknown", command=clip(command, _LONGEST)), perhaps]))


def languages(words: Words) -> Reply:
    """The choice of the four languages, each in its own name."""
    rows = tuple((Button(Words(choice).plain("language-name"), Speak(choice.value)),) for choice in Language)
    return Reply(words("language-which"), buttons=rows)


def language_chosen(words: Words) -> Reply:
    """Said in the language just chosen."""
    return Reply(words("language-chosen"), place=Place.PRESSED)


def group_offer(words: Words, *, enabled: bool) -> Reply:
    """Asks the administrator whether the bot may speak in this group."""
    if enabled:
        return Reply(
            words("group-is-open"), buttons=((Button(words.plain("group-close"), Enable(on=False)),),)
        )
    return Reply(words("group-offer"), buttons=((Button(words.plain("group-open"), Enable(on=True)),),))


def group_settled(words: Words, *, enabled: bool) -> Reply:
    """The group was opened or closed."""
    return Reply(words("group-opened" if enabled else "group-closed"), place=Place.PRESSED)


def which_role(words: Words) -> Reply:
    """Which role an invitation is to give."""
    rows = tuple((Button(words.plain(f"role-{role.value}"), Invite(role.value)),) for role in Role)
    return Reply(words("invite-which"), buttons=rows)


def invited(role: Role, words: Words) -> Reply:
    """The invitation was good."""
    return Reply(words("invite-accepted", role=words.plain(f"role-{role.value}")))


def invalid_invitation(words: Words) -> Reply:
    """The invitation was not."""
    return Reply(words("refused-invitation-invalid"))


def invitation(link: str, role: Role, words: Words) -> Reply:
    """A link that makes its first user a member."""
    text = words("invite-link", link=link, role=words.plain(f"role-{role.value}"))
    return Reply(text, buttons=((Copy(words.plain("invite-copy"), link),),))


def refused(fault: UserFault, words: Words, *, pressed: bool) -> Reply | Toast:
    """Why something cannot be done; a short window where a button was pressed."""
    key = f"refused-{fault.key}"
    if pressed:
        return Toast(words.plain(key, **fault.values), alert=True)
    return Reply(words(key, **fault.values))


def apology(words: Words) -> Reply:
    """Something broke on our side."""
    return Reply(words("front-apology"))


def report(update_id: int, kind: str, words: Words) -> Reply:
    """Tells an administrator that something broke, with what finds it in the log."""
    return Reply(words("front-report", update=str(update_id), kind=kind))
