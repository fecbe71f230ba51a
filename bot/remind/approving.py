"""How long approvals take with us: working days at each stage, days from the first stage to the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from sqlalchemy.orm import Session

from bot.remind.workdays import Office
from db import approvals, office
from db.edtf import Edtf, Precision
from db.kinds import STAGES
from db.vocabulary import Agreement, Approval, Outcome, Row, Sheet

LEAD = "lead"
TEMPLATE = "stages"
_SPARE = 30
"""Days added to the time that approvals take: renewing begins before the papers first leave."""
_STEP = 10
"""The first warning moves by so many days at a time, so that not every answer moves it."""


def usual_days(stages: Iterable[Approval], hours: Office) -> Mapping[str, int]:
    """The median of the working days that each stage took, of those whose two days are known."""
    took: defaultdict[str, list[int]] = defaultdict(list)
    for stage in stages:
        first, last = _day(stage.sent), _day(stage.decided)
        if first and last and first <= last:
            took[stage.stage].append(hours.between(first, last))
    return {stage: round(median(days)) for stage, days in took.items()}


def remember_lead(session: Session) -> None:
    """Keeps how many days before its end an agreement has to be spoken of, as approvals went so far."""
    lead = measured_lead(approvals.every(session))
    if office.every(session).get(LEAD, 0) != lead:
        office.put(session, LEAD, lead or None)


def measured_lead(stages: Iterable[Approval]) -> int:
    """The median of the days from the first stage of an agreement to its last approval, and some more."""
    of: defaultdict[int, list[Approval]] = defaultdict(list)
    for stage in stages:
        of[stage.agreement].append(stage)
    took = [days for each in of.values() if (days := _took(each)) is not None]
    return -(-(round(median(took)) + _SPARE) // _STEP) * _STEP if took else 0


def _took(stages: list[Approval]) -> int | None:
    """Days from the first stage to the last; None while it is not through, or where days are not known."""
    if any(stage.outcome is None for stage in stages):
        return None
    sent = [day for stage in stages if (day := _day(stage.sent))]
    approved = [day for stage in stages if stage.outcome is Outcome.APPROVED and (day := _day(stage.decided))]
    if not sent or not approved or max(approved) < min(sent):
        return None
    return (max(approved) - min(sent)).days


def template(session: Session) -> tuple[str, ...]:
    """The stages that a draft goes through with us, in their order."""
    return tuple(office.every(session).get(TEMPLATE, STAGES))


def current(stages: Iterable[Approval]) -> Approval | None:
    """Where the papers are: the latest stage that has not ended, else the latest."""
    ordered = sorted(stages, key=lambda stage: (_since(stage), stage.no))
    return next((stage for stage in reversed(ordered) if stage.outcome is None), None) or next(
        reversed(ordered), None
    )


def next_stage(stages: Iterable[Approval], order: Sequence[str]) -> str | None:
    """The stage that follows where the papers are: the same again where they were returned, the first where
    there is none yet; None behind the last.
    """
    now = current(stages)
    if now is None:
        return next(iter(order), None)
    if now.outcome is Outcome.RETURNED:
        return now.stage
    at = order.index(now.stage) if now.stage in order else len(order)
    return order[at + 1] if at + 1 < len(order) else None


def moved_on(
    agreement: Agreement, stages: Iterable[Approval], order: Sequence[str], today: date
) -> list[Row]:
    """The rows that say: approved where it was today, and sent to the next stage today."""
    stages = tuple(stages)
    now, after = current(stages), next_stage(stages, order)
    rows: list[Row] = []
    if now is not None and now.outcome is None:
        rows.append(_ended(now, Outcome.APPROVED, today))
    if after is not None:
        sent = {"agreement": agreement.id, "stage": after, "sent": today.isoformat()}
        rows.append({"sheet": Sheet.APPROVALS.value, **sent})
    return rows


def taken_back(stage: Approval, today: date) -> Row:
    """The row that says: the papers came back, and why."""
    return _ended(stage, Outcome.RETURNED, today)


def _ended(stage: Approval, outcome: Outcome, today: date) -> Row:
    row = {"outcome": outcome.value, "decided": today.isoformat()}
    return {"sheet": Sheet.APPROVALS.value, "no": stage.no, **row}


def _since(stage: Approval) -> date:
    """When the papers came there; a stage without a date is older than any other."""
    return (stage.sent.earliest if stage.sent else None) or date.min


def _day(written: Edtf | None) -> date | None:
    bound = written.start if written else None
    return bound.earliest if bound and bound.precision is Precision.DAY else None
