"""Who may use the bot: administrators see the members, change a role, let somebody go."""

from __future__ import annotations

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.menus import no_menu, personal_menu
from bot.chat.say import tell
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.invitations import role_named
from bot.handlers.pressed import Pressed
from bot.rights import Act
from bot.show import front
from bot.show import members as shown
from bot.show.admission import Appoint, LetGo, Members, OpenMember, OpenWaiting
from bot.show.members import Listed
from bot.show.paging import page_of
from bot.show.reply import Place, Reply
from bot.words import Words
from db import dialogues, members, outbox
from db.members import Member
from db.vocabulary import Role


async def everyone(update: Update, ctx: Ctx) -> None:
    """/members"""
    await ctx.do(update, Act.MANAGE_MEMBERS, list_members, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Members) -> None:
    """Another page of them."""
    await ctx.do(update, Act.MANAGE_MEMBERS, list_members, action.page, Place.PRESSED)


async def open_member(update: Update, ctx: Ctx, action: OpenMember) -> None:
    """One member."""
    await ctx.do(update, Act.MANAGE_MEMBERS, show_member, action.person)


async def open_waiting(update: Update, ctx: Ctx, action: OpenWaiting) -> None:
    """One who waits to be let in."""
    await ctx.do(update, Act.MANAGE_MEMBERS, show_waiting, action.person)


async def appoint(update: Update, ctx: Ctx, action: Appoint) -> None:
    """A role was chosen for a member."""
    await ctx.do(update, Act.MANAGE_MEMBERS, give_role, action)


async def let_go(update: Update, ctx: Ctx, action: LetGo) -> None:
    """A membership is to end."""
    await ctx.do(update, Act.MANAGE_MEMBERS, dismiss, action)


def list_members(turn: Turn, page: int, place: Place) -> Reply:
    """Everybody, those who wait first."""
    waiting = [Listed(person, name, None) for person, name in members.all_knocking(turn.session)]
    people = [*waiting, *map(_listed, members.every(turn.session))]
    return shown.listing(page_of(people, page), turn.words, place)


def show_member(turn: Turn, person: int) -> Reply:
    """The member, with what can be changed."""
    member = _member(turn, person)
    return shown.card(_listed(member), turn.words, only_administrator=_is_last(turn, member))


def show_waiting(turn: Turn, person: int) -> Reply:
    """The same question that administrators were asked when the person knocked."""
    name = members.knocking(turn.session, person)
    if name is None:
        raise UserFault("button-old")
    return front.knock_report(person, name, turn.words, Place.PRESSED)


def give_role(turn: Turn, action: Appoint) -> Reply:
    """From the member's next message on; they are told, and their menu changes at once."""
    member, role = _member(turn, action.person), role_named(action.role)
    if member.role is not role:
        _spare_last(turn, member)
        members.admit(turn.session, member.id, member.name, role, turn.now)
        words = Words(member.language or turn.default_language)
        personal_menu(turn.session, member.id, role, words, turn.now)
        tell(turn.session, member.id, shown.new_role(role, words), turn.now)
    return show_member(turn, action.person)


def dismiss(turn: Turn, action: LetGo) -> Reply:
    """Ends the membership, and with it whatever was under way or on its way to that person."""
    member = _member(turn, action.person)
    _spare_last(turn, member)
    if not action.sure:
        return shown.ask_if_sure(_listed(member), turn.words)
    members.dismiss(turn.session, member.id)
    dialogues.drop(turn.session, member.id)
    outbox.recall(turn.session, member.id, turn.now)
    no_menu(turn.session, member.id, turn.now)
    return shown.gone(member.name, turn.words)


def _member(turn: Turn, person: int) -> Member:
    member = members.get(turn.session, person)
    if member is None or not member.active:
        raise UserFault("button-old")
    return member


def _spare_last(turn: Turn, member: Member) -> None:
    if _is_last(turn, member):
        raise UserFault("last-administrator")


def _is_last(turn: Turn, member: Member) -> bool:
    return member.role is Role.ADMIN and members.administrators(turn.session) == 1


def _listed(member: Member) -> Listed:
    return Listed(member.id, member.name, member.role, member.language)


HANDLERS = [
    CommandHandler("members", everyone, filters.ChatType.PRIVATE),
    Pressed(turn_page, Members),
    Pressed(open_member, OpenMember),
    Pressed(open_waiting, OpenWaiting),
    Pressed(appoint, Appoint),
    Pressed(let_go, LetGo),
]
