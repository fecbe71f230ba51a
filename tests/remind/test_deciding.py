"""A decision stops a ladder, puts it off or brings another one; what comes late says why, and only if it is
so.
"""

from __future__ import annotations

from datetime import date, timedelta

from bot.remind import arranging, deciding
from bot.remind.notice import Ladder
from db.decisions import Decision
from db.history import Actor
from db.vocabulary import Decided, Sheet
from tests.remind.test_plan import FUTURE, LADDER
from tests.remind.world import MANAGER, World

ENTERED = "after its reminder date"


def decide(
    world: World,
    kind: Decided,
    until: date | None = None,
    at: tuple[Ladder, str] = (Ladder.END, "2027-05-20"),
) -> Decision:
    here, actor = world.desk(), Actor(MANAGER, "Madina")
    with world.store.write() as session:
        ladder, day = at
        found = deciding.matter(session, here, Sheet.AGREEMENTS, 1, ladder, date.fromisoformat(day))
        assert found is not None
        return deciding.decide(session, found, kind, actor, world.now, here.today, until=until)


def take_back(world: World, made: Decision) -> None:
    with world.store.write() as session:
        deciding.take_back(session, made, Actor(MANAGER, "Madina"), world.now)


def test_what_is_put_off_speaks_on_that_day_and_its_later_rungs_follow(either: World) -> None:
    either.agreement(FUTURE)
    either.tick()
    decide(either, Decided.SNOOZE, until=date(2027, 3, 1))
    assert either.tick() == []
    assert either.waiting() == ["end-80", "end-60", "end-30", "end-14", "end-7", "end-1", "end-0", "end+7"]
    (message,) = either.ticks("2027-03-02T12:00", every=timedelta(hours=12))
    assert (message.steps, str(message.local.date())) == (("end-80",), "2027-03-01")


def test_a_decision_that_is_taken_back_arms_what_is_still_to_come(either: World) -> None:
    either.agreement(FUTURE)
    either.tick()
    made = decide(either, Decided.LET)
    either.tick()
    assert either.waiting() == []
    take_back(either, made)
    assert either.tick() == []
    assert either.waiting() == LADDER


def test_a_date_that_moves_after_a_decision_is_a_day_of_its_own(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    decide(world, Decided.LET)
    world.tick()
    world.change(1, term="2022-01-01/2028-05-20")
    world.tick()
    assert sorted(world.waiting()) == sorted(["end-180", *LADDER])


def test_notice_given_brings_the_end_without_a_word_until_its_next_warning(either: World) -> None:
    """38 days are left: the warning of sixty days is past, and who gave notice knows."""
    either.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    assert [message.steps for message in either.tick()] == [("notice-14",)]
    decide(either, Decided.DECLINED, at=(Ladder.NOTICE, "2026-12-01"))
    assert either.tick() == []
    assert either.waiting()[:2] == ["end-30", "end-14"]
    either.change(1, note="filed")
    assert either.tick() == [], "a note leaves the days where the decision brought them"
    (message,) = either.at("2026-12-01T09:00").tick()
    assert "30 days left" in message.text
    assert ENTERED not in message.text


def test_notice_taken_back_brings_the_day_of_notice_again(world: World) -> None:
    world.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    world.tick()
    made = decide(world, Decided.DECLINED, at=(Ladder.NOTICE, "2026-12-01"))
    world.tick()
    take_back(world, made)
    assert world.tick() == []
    assert world.waiting() == ["notice-7", "notice-1"]


def test_a_date_changed_by_hand_after_a_decision_is_told_at_once(world: World) -> None:
    world.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    world.tick()
    decide(world, Decided.DECLINED, at=(Ladder.NOTICE, "2026-12-01"))
    world.tick()
    world.change(1, ended="2026-11-29")
    (message,) = world.tick()
    assert message.steps == ("end-7",)
    assert ENTERED in message.text


def test_what_a_decision_held_back_is_told_when_it_is_taken_back_and_was_not_entered_late(
    world: World,
) -> None:
    world.agreement(FUTURE)
    world.tick()
    made = decide(world, Decided.LET)
    assert world.at("2027-04-21T10:00").tick() == []
    take_back(world, made)
    (message,) = world.tick()
    assert message.steps == ("end-30",)
    assert "29 days left" in message.text
    assert ENTERED not in message.text


def test_a_rung_added_to_the_ladder_is_told_at_once_and_was_not_entered_late(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.at("2027-04-10T10:00").tick()
    with world.store.write() as session:
        arranging.set_ladder(session, Ladder.END, (90, 45, 30))
    (message,) = world.at("2027-04-11T10:00").tick()
    assert message.steps == ("end-45",)
    assert ENTERED not in message.text
