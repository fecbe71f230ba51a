"""Deciding under a reminder: rights are checked on each press, and all who were reminded see who decided."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from telegram import Update

from bot.chat.context import Ctx
from bot.chat.links import sheet_of
from bot.chat.say import tell
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.log import hold
from bot.handlers.pressed import Pressed, doing
from bot.record.dialogue import key_of
from bot.record.renewing import renewed
from bot.remind import deciding, desk
from bot.remind.arranging import EDITABLE
from bot.remind.choices import CHOICES, may_wait, postponements
from bot.remind.deciding import Matter
from bot.remind.desk import Desk
from bot.remind.notice import Ladder
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import decisions as shown
from bot.show import matters
from bot.show.decisions import Subjected, Told
from bot.show.matters import Decide, Give, Reconsider, Snooze
from bot.show.reply import Place, Reply, Said
from bot.words import Words
from db import decisions, partners, records
from db.decisions import Decision
from db.references import References
from db.vocabulary import Agreement, Decided, Partner, Sheet

Pointed = matters.Matter | Decide | Snooze | Give


async def reconsider(update: Update, ctx: Ctx, action: Reconsider) -> None:
    """The button under the receipt of a decision."""
    await ctx.do(update, Act.DECIDE, take_back, ctx.deps.settings, action.no)


def show(turn: Turn, settings: Settings, action: matters.Matter) -> Reply:
    """What falls due, with what has been decided about it and what can be."""
    here = desk.at(turn.session, settings, turn.now)
    matter = _matter(turn, here, action)
    made = [told(here, each) for each in matter.made]
    may_arrange = may(turn.person.role, Act.SET_LADDERS) and matter.goal.ladder in EDITABLE
    return shown.card(subject(turn, matter), made, turn.words, may_arrange=may_arrange)


def answer(turn: Turn, settings: Settings, action: Decide) -> Said | tuple[Said, ...]:
    """Asks what has to be asked; else it is decided."""
    here = desk.at(turn.session, settings, turn.now)
    matter = _open(turn, here, action)
    if action.kind not in CHOICES[matter.goal.ladder]:
        raise UserFault("button-old")
    of = subject(turn, matter)
    match action.kind:
        case Decided.SNOOZE:
            return shown.until(of, postponements(matter.goal, here.today, here.office), turn.words)
        case Decided.GIVE:
            return shown.whom(of, _people(here, matter), turn.words)
        case Decided.RENEW if isinstance(matter.case.record, Agreement):
            return _decided(turn, here, matter, Decided.RENEW), _renewal(turn, matter.case.record)
    return _decided(turn, here, matter, action.kind)


def put_off(turn: Turn, settings: Settings, action: Snooze) -> Reply:
    """It is silent until that working day, and speaks then."""
    here = desk.at(turn.session, settings, turn.now)
    matter = _open(turn, here, action)
    if not may_wait(matter.goal, action.until, here.today, here.office):
        raise UserFault("button-old")
    return _decided(turn, here, matter, Decided.SNOOZE, until=action.until)


def hand_over(turn: Turn, settings: Settings, action: Give) -> Reply:
    """That member answers for the record from now on, and is told."""
    here = desk.at(turn.session, settings, turn.now)
    matter = _open(turn, here, action)
    if action.person not in dict(_people(here, matter)):
        raise UserFault("button-old")
    reply = _decided(turn, here, matter, Decided.GIVE, given=action.person)
    if action.person != turn.person.id:
        words, of = _words(turn, here, action.person), subject(turn, matter)
        tell(turn.session, action.person, shown.given(of, turn.person.name, words), turn.now)
    return reply


def take_back(turn: Turn, settings: Settings, no: int) -> Reply:
    """Whoever decided, or a manager, takes it back; everybody who was told of it is told of that."""
    here, decision = desk.at(turn.session, settings, turn.now), _standing(turn, no)
    deciding.take_back(turn.session, decision, turn.actor, turn.now)
    matter = deciding.matter(turn.session, here, *_at(decision))
    if matter is None:
        return Reply(turn.words("decided-undone", name=turn.person.name), place=Place.PRESSED)
    of = subject(turn, matter)

    def news(words: Words) -> Reply:
        return shown.taken_back(of, turn.person.name, words, place=Place.NEW)

    _announce(turn, here, decision, news, [decision.given] if decision.given else [])
    return shown.taken_back(of, turn.person.name, turn.words, place=Place.PRESSED)


def _standing(turn: Turn, no: int) -> Decision:
    """Raises UserFault where it is taken back already, or is somebody else's."""
    decision = decisions.get(turn.session, no)
    if decision is None:
        raise UserFault("button-old")
    if decision.undone_at is not None:
        raise UserFault("undo-done")
    if decision.member != turn.person.id and not may(turn.person.role, Act.DECIDE_ANY):
        raise UserFault("undo-not-yours")
    return decision


def _matter(turn: Turn, here: Desk, action: Pointed) -> Matter:
    """Raises UserFault where the facts no longer lead there, or it is not this person's to decide."""
    sheet = sheet_of(action.letter)
    found = deciding.matter(turn.session, here, sheet, action.no, action.ladder, action.day)
    if found is None:
        raise UserFault("decide-overtaken", id=f"/{action.letter}{action.no}")
    if not deciding.may_decide(here, found.case, turn.person.id, turn.person.role):
        raise UserFault("decide-not-yours")
    return found


def _open(turn: Turn, here: Desk, action: Pointed) -> Matter:
    """Raises UserFault also where somebody has settled it already."""
    found = _matter(turn, here, action)
    if found.settled:
        raise UserFault("decide-settled", name=found.settled.name)
    return found


def _decided(
    turn: Turn,
    here: Desk,
    matter: Matter,
    kind: Decided,
    *,
    until: date | None = None,
    given: int | None = None,
) -> Reply:
    made = deciding.decide(
        turn.session, matter, kind, turn.actor, turn.now, here.today, until=until, given=given
    )
    of, said = subject(turn, matter), told(here, made)
    _announce(turn, here, made, lambda words: shown.announced(of, said, words))
    return shown.receipt(of, said, made.no, turn.words)


def _announce(
    turn: Turn, here: Desk, made: Decision, news: Callable[[Words], Reply], also: Collection[int] = ()
) -> None:
    """Tells the others who were reminded, and `also` these, if they are members, in their languages."""
    for person in sorted({*deciding.told(turn.session, made), *also} - {turn.person.id}):
        if here.audience.find(person):
            tell(turn.session, person, news(_words(turn, here, person)), turn.now)


def _renewal(turn: Turn, agreement: Agreement) -> Reply:
    row = records.row_of(Sheet.AGREEMENTS, agreement, References(turn.session))
    return hold(turn, renewed(agreement, row, turn.today, key_of(turn.now), turn.person.language))


def _people(here: Desk, matter: Matter) -> list[tuple[int, str]]:
    """Who can be given it: everybody who may decide, but for whoever has it."""
    has = here.audience.answers(matter.case)
    able = [member for member in here.audience.members if may(member.role, Act.DECIDE) and member != has]
    return sorted(((member.id, member.name) for member in able), key=lambda each: each[1])


def subject(turn: Turn, matter: Matter) -> Subjected:
    """What it is about, with whose it is."""
    record = matter.case.record
    no = None if isinstance(record, Partner) else getattr(record, "partner", None)
    partner = partners.get(turn.session, no) if no else None
    return Subjected(record, matter.goal, partner.names if partner else None)


def told(here: Desk, made: Decision) -> Told:
    """The decision as it is shown."""
    member = here.audience.find(made.given) if made.given else None
    return Told(made.kind, made.name, made.until, member.name if member else str(made.given or ""))


def _words(turn: Turn, here: Desk, person: int) -> Words:
    member = here.audience.find(person)
    return Words((member.language if member else None) or turn.default_language)


def _at(made: Decision) -> tuple[Sheet, int, Ladder, date]:
    return made.sheet, made.subject, Ladder(made.ladder), made.day


HANDLERS = [
    doing(Act.DECIDE, show, matters.Matter),
    doing(Act.DECIDE, answer, Decide),
    doing(Act.DECIDE, put_off, Snooze),
    doing(Act.DECIDE, hand_over, Give),
    Pressed(reconsider, Reconsider),
]
