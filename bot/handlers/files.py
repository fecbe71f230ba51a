"""Files that people send: a photo, scan or letter is kept with its record, shown from its card."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from telegram import Update
from telegram.ext import MessageHandler, filters

from bot.chat import drafts, reviews
from bot.chat.context import Ctx, Deps
from bot.chat.hearing import is_to_us, words_to_us
from bot.chat.links import LinksIn, command, sheet_of, shown_as
from bot.chat.porter import Work
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.cards import SHORT_ID_IN
from bot.handlers.importing import IMPORT
from bot.handlers.log import stated
from bot.handlers.pressed import Pressed
from bot.record import attaching, dialogue, documents
from bot.record.workbook.grids import KINDS
from bot.rights import Act, may
from bot.show import files as shown
from bot.show import lines
from bot.show.handling import Attach, Detach, Files
from bot.show.reply import Place, Reply, Said
from db import attachments, chores, dialogues, records
from db.attachments import Brought
from db.chores import Chore
from db.vocabulary import Sheet

ATTACH = "attach"
"""The kind of chore that keeps a file, and of the dialogue that asks with which record."""
OFFERED = 4
_PHOTO = "photo.jpg"


@dataclass(frozen=True, slots=True)
class Sent:
    """A file in a message, before it is fetched; `replied` is the message that it answers."""

    source: str
    name: str
    size: int
    picture: bool
    said: str
    replied: int | None
    first_line: str


async def sent(update: Update, ctx: Ctx) -> None:
    """A photo or a document."""
    file = file_of(update, ctx)
    if file is None:
        await ctx.pass_over(update)
    else:
        await ctx.do(update, Act.ATTACH, bring, file)


async def too_much(update: Update, ctx: Ctx) -> None:
    """A film or a recording."""
    if is_to_us(update, ctx):
        await ctx.do(update, Act.ATTACH, refuse_kind)
    else:
        await ctx.pass_over(update)


async def attach(update: Update, ctx: Ctx, action: Attach) -> None:
    """A record was chosen for the files that wait."""
    await ctx.do(update, Act.ATTACH, keep_with, sheet_of(action.letter), action.no, Place.PRESSED)


async def show(update: Update, ctx: Ctx, action: Files) -> None:
    """📎 under a card."""
    await ctx.do(update, Act.ATTACH, send_files, action)


async def detach(update: Update, ctx: Ctx, action: Detach) -> None:
    """🗑 under a file."""
    await ctx.do(update, Act.ATTACH, take_away, action)


def file_of(update: Update, ctx: Ctx) -> Sent | None:
    """The file of a message that is the bot's business."""
    message = update.effective_message
    if message is None or not is_to_us(update, ctx):
        return None
    answered, said = message.reply_to_message, words_to_us(message, ctx)
    line = ((answered and (answered.text or answered.caption)) or "").partition("\n")[0]
    where = (said, answered.message_id if answered else None, line)
    if message.photo:
        largest = message.photo[-1]
        return Sent(largest.file_id, _PHOTO, largest.file_size or 0, True, *where)
    document = message.document
    if document is None:
        return None
    picture = (document.mime_type or "") in {"image/jpeg", "image/png"}
    return Sent(document.file_id, document.file_name or "", document.file_size or 0, picture, *where)


def bring(turn: Turn, file: Sent) -> Said | None:
    """Decides to keep the file; its caption may be a statement, whose draft is shown at once."""
    name = attaching.checked_name(file.name, file.size)
    if _is_import(turn, file):
        return _order_import(turn, file, name)
    target = _target(turn, file)
    if not target and not file.said and _is_report(turn, name):
        return reviews.order(turn, name, file.source)
    body = {"name": name, "picture": file.picture, "target": target, "message": turn.incoming.message}
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, ATTACH, file.source, body)
    chores.put(turn.session, chore, turn.now)
    return stated(turn, file.said) if file.said and not target else None


def _is_import(turn: Turn, file: Sent) -> bool:
    """Whether the file was asked for by /import, or says so in its caption."""
    asked = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    by_command = asked is not None and asked.kind == IMPORT and not file.picture
    return turn.incoming.private and (by_command or file.said.startswith(f"/{IMPORT}"))


def _order_import(turn: Turn, file: Sent, name: str) -> Reply:
    if not may(turn.person.role, Act.IMPORT):
        raise UserFault("not-allowed")
    if name.rpartition(".")[2].casefold() not in KINDS:
        raise UserFault("import-kind")
    asked = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    if asked is not None and asked.kind == IMPORT:
        dialogues.end(turn.session, asked.no)
    body = {"name": name, "message": turn.incoming.message}
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, IMPORT, file.source, body)
    chores.put(turn.session, chore, turn.now)
    return Reply(turn.words("intake-opening", file=name))


def _is_report(turn: Turn, name: str) -> bool:
    """Whether a file is there to be read; one that comes while something is under way goes with that."""
    held = dialogues.get(turn.session, turn.person.id, turn.incoming.chat)
    busy = held is not None and held.kind in {dialogue.DRAFT, ATTACH}
    return turn.incoming.private and documents.is_report(name) and not busy


def refuse_kind(turn: Turn) -> Reply:
    """Always refuses: what is kept with records is papers and pictures."""
    raise UserFault("file-kind")


def _target(turn: Turn, file: Sent) -> str:
    """The record that the caption or the answered message names."""
    for text in (file.said, file.first_line):
        found = SHORT_ID_IN.search(text)
        if found:
            return f"{found[1]}{found[2]}"
    if file.replied is None:
        return ""
    told = attaching.told_in(turn.session, turn.incoming.chat, file.replied)
    return f"{told[0].letter}{told[1]}" if told else ""


def look(deps: Deps, chore: Chore, content: bytes) -> tuple[str, int]:
    """Puts the bytes into the store, before anything speaks of them."""
    attaching.checked_name(str(chore.body["name"]), len(content))
    return deps.files.put(content), len(content)


def settle(turn: Turn, found: Sequence[tuple[Chore, Any]]) -> Said | tuple[Said, ...] | None:
    """Keeps what was fetched: with the record that it was sent to, with the draft under way, or asks."""
    chat, person = turn.incoming.chat, turn.person
    held = drafts.under_way(turn)
    for chore, (file, size) in found:
        brought = Brought(
            person.id, person.name, chat, file, chore.body["name"], bool(chore.body["picture"]), size
        )
        attachments.wait(turn.session, brought, turn.now)
    target = next((str(chore.body["target"]) for chore, _ in found if chore.body["target"]), "")
    if target:
        return keep_with(turn, sheet_of(target[0]), int(target[1:]), Place.NEW)
    if held is not None:
        return replace(drafts.show(turn, held), place=Place.HELD)
    return _ask(turn)


def keep_with(turn: Turn, sheet: Sheet, no: int, place: Place) -> Reply:
    """Keeps the files that wait with the record."""
    Sight(turn).check(sheet, no)
    if records.get(turn.session, sheet, no) is None:
        raise UserFault("record-unknown", id=command(sheet, no) or "")
    person, chat = turn.person.id, turn.incoming.chat
    names = [one.name for one in attachments.waiting(turn.session, person, chat)]
    if not names:
        raise UserFault("files-none")
    attachments.settle(turn.session, person, chat, [(sheet, no)])
    asking = dialogues.get(turn.session, person, chat)
    if asking is not None and asking.kind == ATTACH:
        dialogues.end(turn.session, asking.no)
    return shown.kept(names, [command(sheet, no) or ""], turn.words, place)


def _ask(turn: Turn) -> Reply:
    person, chat = turn.person.id, turn.incoming.chat
    asking = dialogues.get(turn.session, person, chat)
    if asking is None or asking.kind != ATTACH:
        asking = dialogues.begin(turn.session, person, chat, ATTACH, {}, turn.now)
    names = [one.name for one in attachments.waiting(turn.session, person, chat)]
    return shown.which_record(names, list(_offers(turn)), turn.words, asking.no)


def _offers(turn: Turn) -> list[shown.Offer]:
    sight, links = Sight(turn), LinksIn(turn.session)
    offers = []
    for sheet, no in attaching.latest(turn.session, turn.actor, OFFERED):
        if sheet.letter and records.get(turn.session, sheet, no) is not None and sight.record(sheet, no):
            told = lines.telling(shown_as(turn.session, sheet, no, None), links, turn.words)
            offers.append(shown.Offer(sheet.letter, no, " · ".join((f"{sheet.letter}{no}", *told))))
    return offers


def send_files(turn: Turn, action: Files) -> tuple[Said, ...]:
    """Every file of the record, each as a message."""
    sheet = sheet_of(action.letter)
    Sight(turn).check(sheet, action.no)
    found = attachments.of_record(turn.session, sheet, action.no)
    if not found:
        raise UserFault("files-none")
    return tuple(
        shown.sent(
            shown.File(
                one.no, one.file, one.name, one.picture, one.size, one.by, one.at,
                removable=attaching.may_detach(turn.person.role, turn.person.id, one),
            ), turn.zone, turn.words,
        ) for one in found
    )  # fmt: skip


def take_away(turn: Turn, action: Detach) -> Reply:
    """The file is no longer kept with its record."""
    found = attachments.get(turn.session, action.no)
    if found is None or found.sheet is None or found.record is None:
        raise UserFault("files-none")
    Sight(turn).check(found.sheet, found.record)
    if not attaching.may_detach(turn.person.role, turn.person.id, found):
        raise UserFault("not-allowed")
    attachments.remove(turn.session, found.no, turn.person.name, turn.now)
    id_ = command(found.sheet, found.record) or ""
    return Reply(turn.words("files-removed", name=found.name, id=id_))


def for_files(turn: Turn, text: str) -> Said | None:
    """A text while files wait for their record: its short id, or the statement that they prove."""
    named = SHORT_ID_IN.search(text)
    if named:
        return keep_with(turn, sheet_of(named[1]), int(named[2]), Place.NEW)
    return stated(turn, text)


WORK = Work(Act.ATTACH, look, settle, together=True)
_NEW = filters.UpdateType.MESSAGE
HANDLERS = [
    MessageHandler((filters.PHOTO | filters.Document.ALL) & _NEW, sent),
    MessageHandler((filters.VIDEO | filters.AUDIO | filters.VOICE | filters.VIDEO_NOTE) & _NEW, too_much),
    Pressed(attach, Attach),
    Pressed(show, Files),
    Pressed(detach, Detach),
]
