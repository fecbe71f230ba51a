"""Rows follow the facts: written once, armed again when a date moves, withdrawn when the reason goes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from bot.remind import desk, plan
from db import notices
from db.notices import Reminder, State
from db.vocabulary import Language, Role, Sheet
from tests.remind.world import ADMIN, MANAGER, STAFF, World

FUTURE = "2022-01-01/2027-05-20"
LADDER = ["end-90", "end-60", "end-30", "end-14", "end-7", "end-1", "end-0", "end+7"]


def test_an_agreement_gets_its_ladder_and_at_once_the_rung_that_has_passed(either: World) -> None:
    either.agreement(FUTURE)
    (message,) = either.tick()
    assert (message.chat, message.steps, message.ids) == (MANAGER, ("end-180",), ["/a1"])
    assert either.waiting() == LADDER
    assert either.tick() == []


def test_what_ended_long_ago_gets_no_row(world: World) -> None:
    world.agreement("2005/2010")
    world.event("2014-09-16/2014-09-22")
    assert world.tick() == []
    assert world.rows() == world.rows(Sheet.EVENTS) == []


def test_an_entry_that_comes_late_gets_only_what_still_helps(world: World) -> None:
    world.agreement("2022-01-01/2026-12-03")
    (message,) = world.tick()
    assert message.steps == ("end-14",)
    assert "after its reminder date" in message.text
    assert world.waiting() == ["end-7", "end-1", "end-0", "end+7"]


def test_the_last_day_itself_still_helps_and_the_day_after_does_not(world: World) -> None:
    world.agreement("2022-01-01/2026-11-23")
    world.agreement("2022-01-01/2026-11-22")
    (message,) = world.tick()
    assert (message.steps, message.ids) == (("end-0",), ["/a1"])


def test_a_later_date_arms_the_ladder_again(either: World) -> None:
    either.agreement("2022-01-01/2026-12-03")
    either.tick()
    either.change(1, term="2022-01-01/2027-05-20")
    assert either.tick() == [], "this day's digest has gone"
    (message,) = either.at("2026-11-24T09:00").tick()
    assert message.steps == ("end-180",)
    assert either.waiting() == LADDER
    assert {str(row.day) for row in either.rows() if row.state is State.DUE} == {"2027-05-20"}


def test_an_unchanged_date_arms_nothing(world: World) -> None:
    world.agreement("2022-01-01/2026-12-03")
    world.tick()
    before = world.rows()
    world.change(1, note="the original is in the safe")
    assert world.tick() == []
    assert world.rows() == before


@pytest.mark.parametrize(
    ("change", "instead"),
    [
        ({"state": "terminated"}, []),
        ({"state": "replaced"}, []),
        ({"state": "draft"}, []),
        ({"term": "2022/.."}, ["review"]),
        ({"term": "2022/"}, ["complete"]),
        ({"term": ""}, ["complete"]),
    ],
)
def test_a_reason_that_goes_takes_its_reminders_with_it(
    world: World, change: dict[str, str], instead: list[str]
) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.change(1, **change)
    assert world.tick() == []
    assert world.waiting() == instead


def test_a_reason_that_comes_back_brings_what_is_still_to_come_and_repeats_nothing(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.change(1, state="terminated")
    world.tick()
    world.change(1, state="")
    assert world.tick() == []
    assert world.waiting() == LADDER


def test_a_removed_record_is_not_reminded_of(either: World) -> None:
    no = either.event("2027-03-15")
    either.tick()
    assert either.waiting(Sheet.EVENTS) != []
    either.remove(Sheet.EVENTS, no)
    either.tick()
    assert either.waiting(Sheet.EVENTS) == []


def test_a_signed_renewal_takes_the_place_of_the_old_agreement(either: World) -> None:
    either.agreement(FUTURE)
    either.tick()
    new = either.agreement("2027-05-21/2032-05-20", replaces="a1", state="draft")
    either.tick()
    assert either.waiting() == LADDER, "a draft renews nothing yet"
    either.change(new, state="")
    either.tick()
    assert either.waiting() == []
    assert either.waiting(no=new)[:2] == ["end-180", "end-90"]
    either.remove(Sheet.AGREEMENTS, new)
    either.tick()
    assert either.waiting() == LADDER, "without the renewal the old end is an end again"


def test_a_renewal_that_turns_to_another_agreement_gives_the_first_its_end_back(world: World) -> None:
    first, second = world.agreement(FUTURE), world.agreement(FUTURE)
    new = world.agreement("2027-05-21/2032-05-20", replaces="a1")
    world.tick()
    assert (world.waiting(no=first), world.waiting(no=second)) == ([], LADDER)
    world.change(new, replaces="a2")
    world.at("2026-11-24T09:00").tick()
    assert (world.waiting(no=first), world.waiting(no=second)) == (LADDER, [])


def test_managers_and_administrators_are_told_and_nobody_else(either: World) -> None:
    either.join(STAFF, "Sardor", Role.STAFF, Language.RU).join(ADMIN, "Aziza", Role.ADMIN, None)
    either.agreement("2022-01-01/2026-12-03")
    assert sorted(message.chat for message in either.tick()) == [MANAGER, ADMIN]


@pytest.mark.parametrize("responsible", ["502", "Sardor Aliyev", "сардор алиев", "  SARDOR ALIYEV "])
def test_the_responsible_person_is_told_too(world: World, responsible: str) -> None:
    world.join(STAFF, "Sardor Aliyev", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2026-12-03", responsible=responsible)
    assert sorted(message.chat for message in world.tick()) == [MANAGER, STAFF]


def test_a_responsible_person_whom_nobody_knows_is_pointed_out_to_managers(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN).join(504, "Sardor", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2026-12-03", responsible="Zulfiya")
    world.agreement("2022-01-01/2026-12-04", responsible="Sardor")
    (message,) = world.tick()
    assert message.chat == MANAGER
    assert "Responsible: Zulfiya." in message.text
    assert "Responsible: Sardor." in message.text, "a name that two members share decides nothing"


def test_who_joins_later_gets_what_is_to_come_and_not_what_the_others_know(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.join(ADMIN, "Aziza", Role.ADMIN, Language.EN)
    assert world.tick() == []
    theirs = [row.step for row in world.rows() if row.recipient == ADMIN and row.state is State.DUE]
    assert sorted(theirs) == sorted(LADDER)


def test_who_joins_when_nobody_has_been_told_is_told_at_once(world: World) -> None:
    world.leave(MANAGER)
    world.agreement(FUTURE)
    assert world.tick() == []
    world.join(ADMIN, "Aziza", Role.ADMIN, Language.EN)
    (message,) = world.tick()
    assert (message.chat, message.steps) == (ADMIN, ("end-180",))


def test_another_role_changes_who_is_told(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.RU)
    world.agreement(FUTURE)
    world.tick()
    world.join(STAFF, "Sardor", Role.MANAGER, Language.RU).tick()
    assert {row.recipient for row in world.rows() if row.state is State.DUE} == {MANAGER, STAFF}
    world.join(STAFF, "Sardor", Role.VIEWER, Language.RU).tick()
    assert {row.recipient for row in world.rows() if row.state is State.DUE} == {MANAGER}


def test_who_leaves_is_told_nothing_more(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.leave(MANAGER)
    world.tick()
    assert world.waiting() == []


def test_who_is_let_go_is_not_told_even_before_the_next_plan(world: World) -> None:
    world.agreement("2022-01-01/2026-12-07")
    world.tick()
    world.at("2026-11-30T09:00").leave(MANAGER)
    assert world.tick() == []
    assert [row.state for row in world.rows() if row.step == "end-7"] == [State.WITHDRAWN]


def test_another_hour_moves_what_is_to_come(world: World) -> None:
    world.agreement(FUTURE)
    world.tick()
    world.remind_at = "16:30"
    assert world.tick() == []
    hours = {f"{row.at:%H:%M}" for row in world.rows() if row.state is State.DUE}
    assert hours == {"11:30"}  # half past four in Tashkent


def test_planning_is_done_in_small_steps_until_all_is_planned(
    either: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "CHUNK", 3)
    for _ in range(10):
        either.event("2027-03-15")
    either.tick()
    assert all(either.waiting(Sheet.EVENTS, no) for no in range(1, 11))
    either.join(ADMIN, "Aziza", Role.ADMIN, Language.EN)
    either.tick()
    people = [{row.recipient for row in either.rows(Sheet.EVENTS, no)} for no in range(1, 11)]
    assert people == [{MANAGER, ADMIN}] * 10


def test_a_self_renewing_agreement_is_planned_anew_when_its_term_has_turned(world: World) -> None:
    world.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    (message,) = world.tick()
    assert message.steps == ("notice-14",), "notice is due by 1 December 2026"
    later = world.ticks("2027-12-05T12:00", every=timedelta(hours=12))
    told = [step for message in later for step in message.steps]
    assert told == ["notice-7", "notice-1", "notice-60", "notice-30", "notice-14", "notice-7", "notice-1"]
    assert {str(row.day) for row in world.rows() if row.state is State.DUE} == {"2028-12-01"}


def test_the_table_refuses_a_second_row_for_the_same_step_and_person(either: World) -> None:
    either.agreement(FUTURE)
    either.tick()
    row = either.rows()[0]
    twin = Reminder(row.sheet, row.subject, row.step, row.recipient, row.day, row.at, late=False)
    with pytest.raises(IntegrityError), either.store.write() as session:
        notices.add(session, [twin])


def test_an_idle_tick_and_the_search_for_due_rows_read_by_index_alone(either: World) -> None:
    either.agreement(FUTURE)
    either.tick()
    with either.store.read() as session:
        asked: list[tuple[str, Any]] = []
        here = desk.at(session, either.settings, either.now)
        with listening(session, asked):
            assert not plan.waiting(session, here)
            assert not notices.due(session, either.now)
        if session.get_bind().dialect.name == "sqlite":
            explain = "EXPLAIN QUERY PLAN "
        else:
            session.execute(sa.text("SET enable_seqscan = off"))
            explain = "EXPLAIN "
        told = []
        for query, values in asked:
            lines = session.connection().exec_driver_sql(explain + query, values).all()
            told += [" ".join(str(part) for part in line) for line in lines]
    whole = [line for line in told if re.search(r"Seq Scan on|SCAN (?!.*USING)", line)]
    assert {word for line in whole for word in GROWING if word in line} == set(), told
    assert sum("ix_notices_due" in line for line in told) == 2, told
    assert any("ix_watches_again" in line for line in told), told


GROWING = ("notices", "watches", "agreements", "outbox")


@contextmanager
def listening(session: Session, asked: list[tuple[str, Any]]) -> Iterator[None]:
    """Notes what is asked of the database meanwhile."""

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, _many: bool) -> None:
        asked.append((statement, values))

    connection = session.connection()
    sa.event.listen(connection, "before_cursor_execute", note)
    yield
    sa.event.remove(connection, "before_cursor_execute", note)
