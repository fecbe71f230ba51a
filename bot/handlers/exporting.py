"""The registry as a workbook: written by the porter, sent as a file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx, Deps
from bot.chat.porter import Work
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.record.workbook.write import export_workbook
from bot.rights import Act, may
from bot.show.reply import EnclosedAs, Enclosure, Reply
from db import chores, members
from db.chores import Chore
from db.vocabulary import Role

EXPORT = "export"
"""The kind of chore that writes the workbook."""


@dataclass(frozen=True, slots=True)
class Written:
    """A workbook, whether it holds what only managers may see, and else whose drafts."""

    workbook: bytes
    private: bool
    drafts: frozenset[int]


async def export(update: Update, ctx: Ctx) -> None:
    """/export"""
    await ctx.do(update, Act.EXPORT, order)


def order(turn: Turn) -> Reply:
    """Decides to write it."""
    body = {"drafts": sorted(Sight(turn).drafts())}
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, EXPORT, body=body)
    chores.put(turn.session, chore, turn.now)
    return Reply(turn.words("export-coming"))


def look(deps: Deps, chore: Chore, content: bytes) -> Written:
    """Writes one unchanging view of what the person may see of the registry."""
    with deps.store.read() as session:
        member = members.get(session, chore.person)
    private, drafts = _sees_all(member.role if member else None), frozenset[int](chore.body["drafts"])
    with TemporaryDirectory() as folder:
        file = Path(folder) / "registry.xlsx"
        export_workbook(deps.store, file, deps.clock(), private=private, drafts=drafts)
        return Written(file.read_bytes(), private, drafts)


def settle(turn: Turn, found: Sequence[tuple[Chore, Written]]) -> Reply:
    """Sends it to whoever may still have it."""
    written = found[0][1]
    own = _sees_all(turn.person.role) or written.drafts <= Sight(turn).drafts()
    if (written.private and not _sees_all(turn.person.role)) or not own:
        raise UserFault("export-again")
    name = f"hamkor-{turn.today.isoformat()}.xlsx"
    text = turn.words("export-here" if written.private else "export-here-public")
    return Reply(text, enclosure=Enclosure(EnclosedAs.DOCUMENT, name, written.workbook))


def _sees_all(role: Role | None) -> bool:
    """The whole workbook holds drafts in approval and private contacts too."""
    return may(role, Act.SEE_DRAFTS) and may(role, Act.SEE_CONTACTS)


WORK = Work(Act.EXPORT, look, settle)
HANDLERS = [CommandHandler("export", export, filters.ChatType.PRIVATE)]
