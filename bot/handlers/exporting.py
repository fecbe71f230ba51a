"""The registry as a workbook: written by the porter, sent as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx, Deps
from bot.chat.porter import Work
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.record.workbook.write import export_workbook
from bot.rights import Act, may
from bot.show.reply import EnclosedAs, Enclosure, Reply
from db import chores
from db.chores import Chore

EXPORT = "export"
"""The kind of chore that writes the workbook."""


async def export(update: Update, ctx: Ctx) -> None:
    """/export"""
    await ctx.do(update, Act.EXPORT, order)


def order(turn: Turn) -> Reply:
    """Decides to write it."""
    _check(turn)
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, EXPORT)
    chores.put(turn.session, chore, turn.now)
    return Reply(turn.words("export-coming"))


def look(deps: Deps, chore: Chore, content: bytes) -> bytes:
    """Writes one unchanging view of the registry."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "registry.xlsx"
        export_workbook(deps.store, file, deps.clock())
        return file.read_bytes()


def settle(turn: Turn, found: Sequence[tuple[Chore, bytes]]) -> Reply:
    """Sends it to whoever still may have it."""
    _check(turn)
    name = f"hamkor-{turn.today.isoformat()}.xlsx"
    return Reply(turn.words("export-here"), enclosure=Enclosure(EnclosedAs.DOCUMENT, name, found[0][1]))


def _check(turn: Turn) -> None:
    """A workbook holds everything: drafts in approval and private contacts too."""
    if not (may(turn.person.role, Act.SEE_DRAFTS) and may(turn.person.role, Act.SEE_CONTACTS)):
        raise UserFault("export-whole")


WORK = Work(Act.EXPORT, look, settle)
HANDLERS = [CommandHandler("export", export, filters.ChatType.PRIVATE)]
