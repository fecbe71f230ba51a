"""The list of drafts in approval: where each one is, and that it moved on today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from telegram import Update
from telegram.ext import CommandHandler, filters

from bot.chat.context import Ctx
from bot.chat.sight import Sight
from bot.chat.turn import Turn
from bot.faults import UserFault
from bot.handlers.pressed import Pressed, doing
from bot.remind import approving, cases, deciding, desk
from bot.remind.case import Case
from bot.remind.desk import Desk
from bot.rights import Act, may
from bot.settings import Settings
from bot.show import approvals as shown
from bot.show.approvals import Listed
from bot.show.buttons import Approvals
from bot.show.matters import MoveOn, Recall
from bot.show.reply import Place, Reply
from db import agreements, approvals, history, partners
from db.edtf import Precision
from db.vocabulary import Agreement, AgreementState, Approval, Names, Row, Sheet


async def every(update: Update, ctx: Ctx) -> None:
    """/approvals"""
    await ctx.do(update, Act.SEE_OWN_DRAFTS, listing, ctx.deps.settings, 0, Place.NEW)


async def turn_page(update: Update, ctx: Ctx, action: Approvals) -> None:
    """Another page of them."""
    await ctx.do(update, Act.SEE_OWN_DRAFTS, listing, ctx.deps.settings, action.page, Place.PRESSED)


def listing(turn: Turn, settings: Settings, page: int, place: Place) -> Reply:
    """Every draft that this person may see, with where it is."""
    here, sight, stages = desk.at(turn.session, settings, turn.now), Sight(turn), _stages(turn)
    drafts = agreements.where(turn.session, agreements.table.c.state == AgreementState.DRAFT)
    seen = [draft for draft in drafts if sight.draft(draft)]
    found = cases.of(turn.session, Sheet.AGREEMENTS, [draft.no for draft in seen], here.today) if seen else {}
    usual = approving.usual_days((stage for each in stages.values() for stage in each), here.office)
    names = {partner.no: partner.names for partner in partners.every(turn.session)}
    items = [_listed(turn, here, draft, found[draft.no], names, usual) for draft in seen]
    may_see_all = may(turn.person.role, Act.SEE_DRAFTS)
    return shown.listing(items, page, turn.today, turn.words, place, may_see_all=may_see_all)


def move_on(turn: Turn, settings: Settings, action: MoveOn) -> tuple[Reply, Reply]:
    """Approved where it was, sent to the next stage: both today."""
    here = desk.at(turn.session, settings, turn.now)
    draft, case = _own(turn, here, action)
    rows = approving.moved_on(draft, case.stages, approving.template(turn.session), here.today)
    return _saved(turn, settings, draft, rows, "on")


def take_back(turn: Turn, settings: Settings, action: Recall) -> tuple[Reply, Reply]:
    """The stage stays, as returned today: that it was sent is not forgotten."""
    here = desk.at(turn.session, settings, turn.now)
    draft, case = _own(turn, here, action)
    now = approving.current(case.stages)
    if now is None or now.outcome is not None:
        raise UserFault("approvals-moved")
    return _saved(turn, settings, draft, [approving.taken_back(now, here.today)], "back")


def _saved(
    turn: Turn, settings: Settings, draft: Agreement, rows: list[Row], told: str
) -> tuple[Reply, Reply]:
    batch = history.save(turn.session, turn.actor, rows, now=turn.now).batch
    return listing(turn, settings, 0, Place.PRESSED), shown.moved(draft, told, batch, turn.words)


def _own(turn: Turn, here: Desk, action: MoveOn | Recall) -> tuple[Agreement, Case]:
    """Raises UserFault where it is not this person's to move, or has moved since the button was shown."""
    case = cases.of(turn.session, Sheet.AGREEMENTS, [action.agreement], here.today).get(action.agreement)
    draft = case.record if case else None
    if case is None or not isinstance(draft, Agreement) or draft.state is not AgreementState.DRAFT:
        raise UserFault("approvals-moved")
    if not deciding.may_decide(here, case, turn.person.id, turn.person.role):
        raise UserFault("decide-not-yours")
    now = approving.current(case.stages)
    if (now.no if now else 0) != action.stage:
        raise UserFault("approvals-moved")
    return draft, case


def _stages(turn: Turn) -> Mapping[int, list[Approval]]:
    stages = defaultdict[int, list[Approval]](list)
    for stage in approvals.every(turn.session):
        stages[stage.agreement].append(stage)
    return stages


def _listed(
    turn: Turn, here: Desk, draft: Agreement, case: Case, names: Mapping[int, Names], usual: Mapping[str, int]
) -> Listed:
    now = approving.current(case.stages)
    since = now.sent.start if now and now.sent and now.outcome is None else None
    known = since is not None and since.precision is Precision.DAY and since.earliest <= here.today
    return Listed(
        agreement=draft,
        partner=names[draft.partner],
        stage=now,
        waited=here.office.between(since.earliest, here.today) if since and known else None,
        usual=usual.get(now.stage) if now else None,
        follows=approving.next_stage(case.stages, approving.template(turn.session)),
        may_move=deciding.may_decide(here, case, turn.person.id, turn.person.role),
    )


HANDLERS = [
    CommandHandler("approvals", every, filters.ChatType.PRIVATE),
    Pressed(turn_page, Approvals),
    doing(Act.DECIDE, move_on, MoveOn),
    doing(Act.DECIDE, take_back, Recall),
]
