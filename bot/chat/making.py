"""An answer as a picture or a workbook: ordered by a button, made by the porter, sent as a file.

It is computed from the registry as it stands while it is made, for the eyes of whoever ordered it, and given
to nobody whose rights have changed meanwhile.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session

from bot.ask import engine
from bot.ask.answer import Answer, Question
from bot.ask.further import Step
from bot.chat.asking import role_here
from bot.chat.context import Deps, known_names
from bot.chat.porter import Work
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.clock import local_day
from bot.faults import UserFault
from bot.record.workbook.write import write_records
from bot.report import gathering
from bot.report.overview import Spread
from bot.rights import Act, may
from bot.show import overview, plotted
from bot.show.reply import EnclosedAs, Enclosure, Reply, Toast
from bot.show.understood import filters
from bot.words import Words
from db import chores, members
from db.chores import Chore
from db.contexts import Context
from db.query import Query
from db.vocabulary import Agreement, Language, Partner, Role, Sheet

KINDS = {Step.PICTURE: "answer-picture", Step.WORKBOOK: "answer-workbook"}
Make = Callable[[], Reply]
Gather = Callable[[Deps, Session, Answer, Role], Make]


@dataclass(frozen=True, slots=True)
class Made:
    """What was made, and for whose eyes."""

    role: Role
    drafts: frozenset[int]
    reply: Reply


def order(turn: Turn, context: Context, step: Step) -> Toast:
    """Decides to make it."""
    body = {"query": context.query.as_json(), "text": context.text, "language": context.language.value,
            "message": turn.incoming.message, "answer": context.no,
            "drafts": sorted(Sight(turn).drafts())}  # fmt: skip
    chore = Chore(turn.person.id, turn.person.name, turn.incoming.chat, KINDS[step], body=body)
    chores.put(turn.session, chore, turn.now)
    return Toast(Words(context.language).plain("further-coming"))


def look(
    deps: Deps, chore: Chore, content: bytes, *, gather: Callable[[Deps, Session, Answer, Role], Make]
) -> Made:
    """Reads what it takes, then makes it with nothing open."""
    names, today = known_names(deps), local_day(deps.clock(), deps.settings.zone)
    with deps.store.read() as session:
        member = members.get(session, chore.person)
        role = member.role if member and chore.chat == chore.person else Role.VIEWER
        drafts = frozenset(chore.body["drafts"])
        question = Question(chore.body["text"], Language(chore.body["language"]), today, role, drafts)
        answer = engine.again(session, question, Query.of_json(chore.body["query"]), names)
        make = gather(deps, session, answer, role)
    return Made(role, drafts, make())


def picture(deps: Deps, session: Session, answer: Answer, role: Role) -> Make:
    """What fits the answer's subject: what moved, how long papers hold, where partners are."""
    result, query, words = answer.result, answer.query, Words(answer.language)
    if result is None or query is None:
        raise UserFault("button-old")
    drawn: Make
    match query.subject:
        case Sheet.EXCHANGES:
            moved = gathering.flows(session, answer.today, query)
            names = {no: partner.names for no, partner in result.around.partners.items()}
            drawn = partial(overview.flows, moved, names, answer.today, words)
        case Sheet.AGREEMENTS:
            papers = plotted.papers([r for r in result.records if isinstance(r, Agreement)], result)
            drawn = partial(overview.timeline, papers, answer.today, words)
        case Sheet.PARTNERS:
            spread = gathering.spread(session, [r for r in result.records if isinstance(r, Partner)])
            drawn = partial(_world, spread, words)
        case _:
            raise UserFault("button-old")
    return lambda: plotted.captioned(drawn(), answer, words)


def _world(spread: Spread, words: Words) -> Reply:
    return overview.world(gathering.shapes(), spread, words)


def workbook(deps: Deps, session: Session, answer: Answer, role: Role) -> Make:
    """The records of the answer as a workbook that may be read in again."""
    result, query, words = answer.result, answer.query, Words(answer.language)
    if result is None or query is None:
        raise UserFault("button-old")
    with TemporaryDirectory() as folder:
        file = Path(folder) / "answer.xlsx"
        private = may(role, Act.SEE_CONTACTS)
        write_records(session, file, query.subject, result.records, deps.clock(), private=private)
        content = file.read_bytes()
    what = filters(query, result, words) or words.plain(f"sheet-{query.subject.value}")
    name = f"{query.subject.value}-{answer.today.isoformat()}.xlsx"
    enclosure = Enclosure(EnclosedAs.DOCUMENT, name, content)
    return lambda: Reply(words("further-workbook-caption", what=what), enclosure=enclosure)


def settle(turn: Turn, found: Sequence[tuple[Chore, Made]]) -> Reply:
    """Sends it to whoever may still have it."""
    chore, made = found[0]
    if made.role is not role_here(turn) or not made.drafts <= Sight(turn).drafts():
        raise UserFault("answer-changed")
    return replace(made.reply, answer=chore.body.get("answer"))


WORKS = {
    KINDS[Step.PICTURE]: Work(Act.ASK, partial(look, gather=picture), settle),
    KINDS[Step.WORKBOOK]: Work(Act.EXPORT, partial(look, gather=workbook), settle),
}
