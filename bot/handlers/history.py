"""What was changed: one's own latest changes, everybody's, or a record's life."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.links import LinksIn, shown_as
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.rights import Act, may
from bot.show import history as shown
from bot.show.buttons import History, Retract
from bot.show.history import ALL, MINE, Changed, Item, Kept, View
from bot.show.paging import Page, page_of, placed
from bot.show.reply import Place, Reply
from db import attachments, history
from db.history import Batch, Entry
from db.refused import Refused
from db.vocabulary import Sheet, short_number

SIZE = 5
"""Batches on a page: each may hold several records."""
MOST = 5
"""Records shown of one batch."""


async def mine(update: Update, ctx: Ctx) -> None:
    """/history"""
    await ctx.do(update, Act.SEE_HISTORY, listing, History(MINE, 0), Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: History) -> None:
    """Another page, another history, or the one behind a card."""
    await ctx.do(update, Act.SEE_HISTORY, listing, action, Place.PRESSED)


async def retract(update: Update, ctx: Ctx, action: Retract) -> None:
    """A batch in the list is to be undone."""
    await ctx.do(update, Act.UNDO_OWN, ask_to_undo, action.batch)


def ask_to_undo_last(turn: Turn) -> Reply:
    """Shows what this person did last before it is undone. Raises Refused `undo-nothing`."""
    last = history.last_batch(turn.session, turn.actor)
    if last is None:
        raise Refused("undo-nothing")
    return ask_to_undo(turn, last.no, Place.NEW)


def ask_to_undo(turn: Turn, no: int, place: Place = Place.PRESSED) -> Reply:
    """Shows what the batch holds before anything is undone."""
    batch, sight = history.batch_of(turn.session, no), Sight(turn)
    if batch is None:
        raise UserFault("button-old")
    item = _item(turn, batch, history.entries_of(turn.session, no, MOST), sight)
    if not item.may_undo:
        raise UserFault("button-old")
    view = View(MINE, turn.zone, sight.contacts, may(turn.person.role, Act.UNDO_ANY), place)
    return shown.ask_if_sure(item, view, LinksIn(turn.session), turn.words)


def listing(turn: Turn, wanted: History, place: Place) -> Reply:
    """A page of what this person may see of it."""
    sight, all_ = Sight(turn), may(turn.person.role, Act.UNDO_ANY)
    if wanted.of == ALL and not all_:
        raise UserFault("not-allowed")
    of_record = wanted.of not in {MINE, ALL}
    page = _life(turn, wanted, sight) if of_record else _batches(turn, wanted, sight)
    files = tuple(_files(turn, wanted.of)) if of_record and page.number == 0 else ()
    view = View(wanted.of, turn.zone, sight.contacts, all_, place, files)
    return shown.listing(page, view, LinksIn(turn.session), turn.words)


def _batches(turn: Turn, wanted: History, sight: Sight) -> Page[Item]:
    member = turn.person.id if wanted.of == MINE else None
    total = history.count(turn.session, member)
    number, of = placed(total, wanted.page, SIZE)
    found = history.latest(turn.session, member, skip=number * SIZE, limit=SIZE)
    items = tuple(
        _item(turn, batch, history.entries_of(turn.session, batch.no, MOST), sight) for batch in found
    )
    return Page(items, number, of, total)


def _life(turn: Turn, wanted: History, sight: Sight) -> Page[Item]:
    """The record's own entries, batch by batch."""
    sheet, no = _record(wanted.of)
    life = history.of_record(turn.session, sheet, no)[::-1]
    batches = [(batch, tuple(entries)) for batch, entries in groupby(life, lambda entry: entry.batch)]
    page = page_of(batches, wanted.page, SIZE)
    items = tuple(_item(turn, batch, entries, sight, whole=False) for batch, entries in page.items)
    if items and not any(item.changes for item in items):
        raise UserFault("record-unknown", id=f"/{wanted.of}")
    return Page(items, page.number, page.of, page.total)


def _files(turn: Turn, of: str) -> list[Kept]:
    """What became of the record's files, for those who may see them."""
    if not may(turn.person.role, Act.ATTACH):
        return []
    found = attachments.ever_of(turn.session, *_record(of))
    told = [Kept(one.name, one.by, one.at) for one in found]
    told += [Kept(one.name, one.gone_by or "", one.gone_at, gone=True) for one in found if one.gone_at]
    return sorted(told, key=lambda one: one.at, reverse=True)


def _record(id_: str) -> tuple[Sheet, int]:
    found = ((sheet, short_number(sheet, id_)) for sheet in Sheet if sheet.letter == id_[:1])
    sheet, no = next(found, (None, None))
    if sheet is None or no is None:
        raise UserFault("button-old")
    return sheet, no


def _item(turn: Turn, batch: Batch, entries: Sequence[Entry], sight: Sight, *, whole: bool = True) -> Item:
    """A batch, of which `entries` are shown; `whole`: it may hold more than them."""
    visible = [entry for entry in entries if sight.entry(entry)]
    own = batch.actor.member == turn.person.id
    return Item(
        batch=batch.no,
        at=batch.at,
        name=batch.actor.name,
        changes=tuple(_changed(turn, entry) for entry in visible),
        hidden=len(entries) - len(visible),
        more=history.size(turn.session, batch.no) - len(entries) if whole else 0,
        undoing=batch.undoes is not None,
        undone=batch.undone_by is not None,
        may_undo=batch.undone_by is None and (own or may(turn.person.role, Act.UNDO_ANY)),
    )


def _changed(turn: Turn, entry: Entry) -> Changed:
    saved = entry.saved
    then = entry.after if saved.action == "added" else entry.before
    row = shown_as(turn.session, saved.sheet, saved.no, None if saved.action == "changed" else then)
    return Changed(saved.action.value, row, entry.before, entry.after)


HANDLERS = [
    CommandHandler("history", mine, filters.ChatType.PRIVATE),
    Pressed(turn_page, History),
    Pressed(retract, Retract),
]
