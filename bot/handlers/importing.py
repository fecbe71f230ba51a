"""/import: anybody's spreadsheet, or the registry's own workbook, looked at first and saved in one batch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat import drafts, imports
from bot.chat.context import Ctx, Deps
from bot.chat.imports import OURS, opened, shown
from bot.chat.porter import Work, tell_on
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed
from bot.progress import paced
from bot.record import dialogue
from bot.record.intake import proposal, remembering, spreadsheet
from bot.record.intake.mapping import signature
from bot.record.intake.rows import Told, rows_of
from bot.record.workbook.grids import grids_of, headings_of
from bot.record.workbook.load import Wish, load
from bot.record.workbook.read import Workbook, read_workbook
from bot.record.workbook.report import ImportReport
from bot.rights import Act
from bot.show import importing
from bot.show.buttons import Undo
from bot.show.choices import KIND, WAY, Column, DropImport, Mean, Part, TakeIn, TryOut
from bot.show.reply import Button, Place, Reply
from bot.words import Words
from db import chores, dialogues
from db import imports as kept
from db.chores import Chore
from db.history import Actor
from db.progress import Progress, no_progress
from db.vocabulary import WORKBOOK, Direction, Language

IMPORT, TRY, TAKE = "import", "import-try", "import-take"
_READING = 0.5
"""The part of a trial that reading takes."""
"""The kinds of chores: to open a file, to say what it would do, to save it; the first also of a dialogue."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A file that was opened: where it is kept, and its sheets; none of the registry's own workbook."""

    file: str
    parts: tuple[spreadsheet.Part, ...]
    ours: Workbook | None = None


async def ask_for_file(update: Update, ctx: Ctx) -> None:
    """/import"""
    await ctx.do(update, Act.IMPORT, await_file)


async def show(update: Update, ctx: Ctx, action: Part) -> None:
    """Another sheet, or back to it."""
    await ctx.do(update, Act.IMPORT, show_part, action)


async def column(update: Update, ctx: Ctx, action: Column) -> None:
    """A column is to mean something else."""
    await ctx.do(update, Act.IMPORT, choose, action)


async def mean(update: Update, ctx: Ctx, action: Mean) -> None:
    """What it means."""
    await ctx.do(update, Act.IMPORT, understand, action)


async def try_out(update: Update, ctx: Ctx, action: TryOut) -> None:
    """▶️"""
    await ctx.do(update, Act.IMPORT, order_try, action)


async def take_in(update: Update, ctx: Ctx, action: TakeIn) -> None:
    """✅"""
    await ctx.do(update, Act.IMPORT, order_take, action)


async def drop(update: Update, ctx: Ctx, action: DropImport) -> None:
    """✖️"""
    await ctx.do(update, Act.IMPORT, do_without, action)


def await_file(turn: Turn) -> Reply:
    """Asks for the file; the next one that comes is it."""
    dialogues.begin(turn.session, turn.person.id, turn.incoming.chat, IMPORT, {}, turn.now)
    return Reply(turn.words("intake-send-file"))


def look(deps: Deps, chore: Chore, content: bytes) -> Opened:
    """Opens the file and guesses what its columns mean."""
    file = deps.files.put(content)
    path = deps.files.path(file)
    if spreadsheet.is_ours(headings_of(path)):
        return Opened(file, (), read_workbook(path))
    grids = grids_of(path, str(chore.body["name"]))
    with deps.store.read() as session:
        return Opened(file, remembering.parts_of(session, grids))


def settle(turn: Turn, found: Sequence[tuple[Chore, Opened]]) -> Reply:
    """Shows how the first sheet is understood; of the registry's own workbook, what it would do."""
    chore, file = found[0]
    body = {"parts": [part.pack() for part in file.parts], OURS: file.ours is not None,
            "day": drafts.reading(turn).today.isoformat()}  # fmt: skip
    name = str(chore.body["name"])
    new = kept.Import(0, turn.person.id, turn.incoming.chat, name, file.file, body)
    no = kept.begin(turn.session, new, turn.now)
    if file.ours is not None:
        order(turn, TRY, no, name)
        return Reply(turn.words("intake-checking", file=name))
    return importing.mapping(shown(opened(turn, no), 0), turn.words, Place.NEW)


def show_part(turn: Turn, action: Part) -> Reply:
    """How a sheet is understood."""
    return importing.mapping(shown(opened(turn, action.no), action.part), turn.words)


def choose(turn: Turn, action: Column) -> Reply:
    """What a column can mean."""
    return importing.choice(shown(opened(turn, action.no), action.part), action.column, turn.words)


def understand(turn: Turn, action: Mean) -> Reply:
    """A column, or the sheet, means something else from now on. Raises UserFault for what cannot be."""
    found = opened(turn, action.no)
    after = _meaning(shown(found, action.part).part, action)
    if after is None:
        raise UserFault("button-old")
    return importing.mapping(shown(imports.keep(turn, found, action.part, after), action.part), turn.words)


def _meaning(part: spreadsheet.Part, action: Mean) -> spreadsheet.Part | None:
    if action.column == KIND:
        sheet = next((sheet for sheet in WORKBOOK if sheet.value == action.target), None)
        return spreadsheet.retyped(part, sheet)
    if action.column == WAY:
        way = next((way.value for way in Direction if way.value == action.target), "")
        return replace(part, mapping=replace(part.mapping, way=way))
    return spreadsheet.meaning(part, action.column, action.target)


def order_try(turn: Turn, action: TryOut) -> Reply:
    """Decides to say what it would do."""
    found = opened(turn, action.no)
    order(turn, TRY, found.no, found.name)
    return Reply(turn.words("intake-checking", file=found.name), place=Place.PRESSED)


def order_take(turn: Turn, action: TakeIn) -> Reply:
    """Decides to save it."""
    found = opened(turn, action.no)
    order(turn, TAKE, found.no, found.name, alike=action.alike)
    return Reply(turn.words("intake-saving", file=found.name), place=Place.PRESSED)


def order(turn: Turn, kind: str, no: int, name: str, *, alike: bool = False) -> None:
    """Puts it among the porter's work."""
    body = {
        "import": no,
        "alike": alike,
        "language": turn.person.language,
        "file": name,
        "pressed": turn.incoming.pressed,
    }
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, kind, body=body)
    chores.put(turn.session, chore, turn.now)


def _progress(deps: Deps, chore: Chore) -> Progress:
    """On the message whose button was pressed; where none was, the line "typing…" is enough."""
    words, pressed, name = Words(Language(chore.body["language"])), chore.body["pressed"], chore.body["file"]
    if pressed is None:
        return no_progress
    return paced(
        lambda percent: tell_on(deps, chore, pressed, words("intake-progress", file=name, percent=percent))
    )


def read_again(deps: Deps, chore: Chore, progress: Progress = no_progress) -> Told | Workbook | None:
    """What the file tells, in the light of its mappings; None for one that is done with."""
    with deps.store.read() as session:
        found = kept.get(session, int(chore.body["import"]))
        if found is None:
            return None
        day, language = date.fromisoformat(found.body["day"]), Language(chore.body["language"])
        known = dialogue.reading(session, deps.names.current(session), day, language)
    path = deps.files.path(found.file)
    if found.body[OURS]:
        return read_workbook(path, progress)
    mappings = [part.mapping for part in imports.parts_of(found)]
    return rows_of(grids_of(path, found.name), mappings, known, progress)


def look_and_try(deps: Deps, chore: Chore, content: bytes) -> tuple[ImportReport, int] | None:
    """Sets the file against the registry without writing."""
    progress = _progress(deps, chore)
    told = read_again(deps, chore, lambda done: progress(done * _READING))
    if told is None:
        return None
    with deps.store.read() as session:
        if isinstance(told, Told):
            found = proposal.propose(session, told, with_alike=False)
            progress(1)
            return found.report, found.alike
        actor = Actor(chore.person, chore.name)
        wish = Wish(dry_run=True, partial=True)
        return load(
            session, told, actor, deps.clock(), wish, lambda done: progress(_READING + done * (1 - _READING))
        ), 0


def settle_try(turn: Turn, found: Sequence[tuple[Chore, tuple[ImportReport, int] | None]]) -> Reply:
    """Says what it would do."""
    chore, tried = found[0]
    if tried is None:
        raise UserFault("import-gone")
    report, alike = tried
    here = shown(opened(turn, int(chore.body["import"])), 0)
    return importing.outcome(here, report, alike, turn.words, Place.NEW)


def look_and_take(deps: Deps, chore: Chore, content: bytes) -> proposal.Ready | Workbook | None:
    """Works out what is to be saved: nobody waits for that."""
    told = read_again(deps, chore)
    if not isinstance(told, Told):
        return told
    with deps.store.read() as session:
        return proposal.ready(session, told, with_alike=bool(chore.body["alike"]))


def settle_take(turn: Turn, found: Sequence[tuple[Chore, proposal.Ready | Workbook | None]]) -> Reply:
    """Saves all that is not refused, and remembers how its headings were understood."""
    chore, wanted = found[0]
    taken = opened(turn, int(chore.body["import"]))
    if wanted is None or not kept.end(turn.session, taken.no):
        raise UserFault("import-gone")
    if isinstance(wanted, proposal.Ready):
        report = proposal.save(turn.session, turn.actor, wanted, turn.now)
        for part in imports.parts_of(taken):
            kept.remember(turn.session, signature(part.headings), part.mapping.pack())
    else:
        report = load(turn.session, wanted, turn.actor, turn.now, Wish(partial=True))
    undo = ((Button(turn.words.plain("button-undo"), Undo(report.batch)),),) if report.batch else ()
    return Reply(importing.saved(report, turn.words), undo)


def do_without(turn: Turn, action: DropImport) -> Reply:
    """Nothing was saved of it."""
    kept.end(turn.session, opened(turn, action.no).no)
    return Reply(turn.words("intake-dropped"), place=Place.PRESSED)


WORKS = {
    IMPORT: Work(Act.IMPORT, look, settle),
    TRY: Work(Act.IMPORT, look_and_try, settle_try),
    TAKE: Work(Act.IMPORT, look_and_take, settle_take),
}
HANDLERS = [
    CommandHandler("import", ask_for_file, filters.ChatType.PRIVATE),
    Pressed(show, Part),
    Pressed(column, Column),
    Pressed(mean, Mean),
    Pressed(try_out, TryOut),
    Pressed(take_in, TakeIn),
    Pressed(drop, DropImport),
]
