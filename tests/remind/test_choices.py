"""What can be chosen about a matter, and who may choose it."""

from datetime import date, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.remind import approving, deciding
from bot.remind.choices import may_wait
from bot.remind.notice import Goal, Ladder
from bot.remind.workdays import Office
from db.decisions import Decision
from db.edtf import Edtf
from db.history import Actor
from db.vocabulary import Approval, Decided, Language, Outcome, Role, Sheet
from tests.remind.world import MANAGER, STAFF, World

TODAY = date(2026, 11, 23)
OFFICE = Office(ZoneInfo("Asia/Tashkent"), time(9))


@pytest.mark.parametrize(
    ("ladder", "until", "allowed"),
    [
        (Ladder.START, "2026-11-23", False),  # today is no delay
        (Ladder.START, "2026-11-24", True),
        (Ladder.START, "2026-11-28", False),  # a Saturday
        (Ladder.START, "2026-12-10", True),  # the day itself
        (Ladder.START, "2026-12-11", False),  # it would be over
        (Ladder.END, "2026-12-11", True),  # a passed end is still to be decided
        (Ladder.END, "2027-11-24", True),  # a leap year's worth of days
        (Ladder.END, "2027-11-25", False),
    ],
)
def test_a_matter_waits_for_a_working_day_on_which_it_still_helps(
    ladder: Ladder, until: str, allowed: bool
) -> None:
    goal = Goal(ladder, None, date(2026, 12, 10), date(2026, 12, 10))
    assert may_wait(goal, date.fromisoformat(until), TODAY, OFFICE) is allowed


def test_a_promise_that_was_kept_says_when_and_is_settled(either: World) -> None:
    no = either.save({"sheet": "promises", "title": "the catalogue", "due": "2026-12-01"})
    either.tick()
    here, actor, day = either.desk(), Actor(MANAGER, "Madina"), date(2026, 12, 1)
    with either.store.write() as session:
        found = deciding.matter(session, here, Sheet.PROMISES, no, Ladder.PROMISE, day)
        assert found is not None
        assert found.settled is None
        made = deciding.decide(session, found, Decided.DONE, actor, either.now, here.today)
    assert made.batch is not None, "the record itself says so, and it can be undone"
    either.tick()
    assert either.waiting(Sheet.PROMISES) == []
    with either.store.read() as session:
        assert deciding.matter(session, here, Sheet.PROMISES, no, Ladder.PROMISE, day) is None
    after = deciding.Matter(found.case, found.goal, (made,))
    assert after.settled == made
    assert deciding.Matter(found.case, found.goal, (_talks(made),)).settled is None


def _talks(made: Decision) -> Decision:
    return Decision(
        made.sheet, made.subject, made.ladder, made.day, Decided.TALKS, made.member, made.name, made.at
    )


def test_staff_decide_what_they_answer_for_and_managers_anything(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN).join(504, "Nodira", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2027-05-20", responsible="Sardor")
    with world.store.read() as session:
        day = date(2027, 5, 20)
        found = deciding.matter(session, world.desk(), Sheet.AGREEMENTS, 1, Ladder.END, day)
    assert found is not None
    may = [
        deciding.may_decide(world.desk(), found.case, person, role)
        for person, role in (
            (MANAGER, Role.MANAGER),
            (STAFF, Role.STAFF),
            (504, Role.STAFF),
            (STAFF, Role.VIEWER),
        )
    ]
    assert may == [True, True, False, False]


def test_a_day_that_has_passed_can_still_be_decided(world: World) -> None:
    world.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    world.now += timedelta(days=30)
    with world.store.read() as session:
        found = deciding.matter(session, world.desk(), Sheet.AGREEMENTS, 1, Ladder.NOTICE, date(2026, 12, 1))
    assert found is not None
    assert found.goal.day == date(2026, 12, 1)


def test_the_papers_are_where_no_outcome_is_recorded_however_early_they_went_there() -> None:
    early = Approval(no=1, agreement=1, stage="Justice", sent=Edtf.parse("2026-01-10"))
    late = Approval(
        no=2,
        agreement=1,
        stage="Cabinet of Ministers",
        sent=Edtf.parse("2026-02-10"),
        outcome=Outcome.APPROVED,
    )
    assert approving.current([early, late]) == early
    ended = Approval(
        no=1, agreement=1, stage="Ministry of Justice", sent=early.sent, outcome=Outcome.RETURNED
    )
    assert approving.current([late, ended]) == late
    assert approving.current([]) is None
