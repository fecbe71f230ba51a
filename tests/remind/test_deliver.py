"""What arrives, when, and for whom: never early, never at night, never lost, never twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from bot.chat.say import tell
from bot.jobs.remind import remind
from bot.remind import deliver, desk
from db.notices import State
from db.vocabulary import Language, Role, Sheet
from tests.remind.world import ADMIN, MANAGER, STAFF, World


def test_it_goes_out_at_the_hour_and_not_a_second_before(planned: World) -> None:
    assert planned.at("2027-02-19T08:59:59").tick() == []
    (message,) = planned.at("2027-02-19T09:00:00").tick()
    assert message.steps == ("end-90",)
    assert "90 days left" in message.text
    assert planned.ticks("2027-03-19T08:59", every=timedelta(hours=7)) == []


def test_a_tick_that_comes_a_little_late_is_no_absence(planned: World) -> None:
    (message,) = planned.at("2027-02-19T09:59").tick()
    assert "away" not in message.text


def test_an_absence_ends_in_one_message(planned_on_either: World) -> None:
    (message,) = planned_on_either.at("2027-04-28T11:00").tick()
    assert message.steps == ("end-30", "end-60", "end-90")
    assert "came due while I was away (from 19 February 2027)" in message.text
    assert message.ids == ["/a1"], "one line for three rungs of one ladder"
    assert "22 days left" in message.text


def test_a_last_day_missed_is_told_as_missed(planned: World) -> None:
    (message,) = planned.at("2027-05-24T11:00").tick()
    assert message.steps[:2] == ("end-0", "end-1")
    assert "4 days ago" in message.text
    assert "It expired before I could remind you: 20 May 2027" in message.text
    assert planned.waiting() == ["end+7"]


def test_the_last_day_alone_missed_is_told_as_missed(planned: World) -> None:
    planned.at("2027-05-19T09:30").tick()
    (message,) = planned.at("2027-05-21T11:00").tick()
    assert message.steps == ("end-0",)
    assert "It expired before I could remind you: 20 May 2027" in message.text


def test_a_last_day_missed_by_more_than_a_week_is_still_told_as_missed(planned: World) -> None:
    (message,) = planned.at("2027-05-28T11:00").tick()
    assert {"end-0", "end+7"} <= set(message.steps)
    assert "It expired before I could remind you: 20 May 2027" in message.text


def test_nothing_is_too_old_to_be_told(planned: World) -> None:
    planned.event("2027-09-10", submission_deadline="2027-06-01")
    planned.tick()
    (message,) = planned.at("2029-01-09T11:00").tick()
    assert len(message.told) == 9 + 5 + 8
    assert message.ids == ["/a1", "/e1", "/e1", "/e1"], "most urgent first, however long ago"
    weekly = planned.ticks("2029-02-01T00:00", every=timedelta(hours=6))
    assert {message.steps[0][:4] for message in weekly} == {"end+"}, "until somebody decides"
    assert [len(message.told) for message in weekly] == [1] * 3


def test_what_ended_is_asked_about_every_week_until_it_is_decided(planned: World) -> None:
    planned.at("2027-05-20T09:30").tick()
    weekly = planned.ticks("2027-06-18T12:00", every=timedelta(hours=8))
    assert [message.steps for message in weekly] == [("end+7",), ("end+14",), ("end+21",), ("end+28",)]
    assert "It ended: 20 May 2027. What has been decided?" in weekly[0].text
    planned.change(1, state="terminated")
    assert planned.ticks("2027-08-01T00:00", every=timedelta(hours=8)) == []


def test_what_is_late_waits_for_the_morning(planned: World) -> None:
    assert planned.at("2027-02-19T21:30").tick() == []
    assert planned.at("2027-02-20T03:00").tick() == []
    assert planned.at("2027-02-20T08:59").tick() == []
    (message,) = planned.at("2027-02-20T09:00").tick()
    assert message.steps == ("end-90",)


def test_what_is_late_joins_what_is_due_in_one_message(planned: World) -> None:
    planned.event("2027-05-20")  # its start-90 is due with end-90, its start-30 with end-30
    planned.tick()
    assert planned.at("2027-03-18T23:00").tick() == []
    (message,) = planned.at("2027-03-19T09:00").tick()
    assert message.steps == ("end-60", "end-90", "start-90")


def test_several_things_make_one_message_most_urgent_first(world: World) -> None:
    far, near = world.agreement("2022/2027-03-03"), world.agreement("2022/2026-12-03")
    soon = world.event("2026-12-12")
    (message,) = world.tick()
    assert message.ids == [f"/a{near}", f"/e{soon}", f"/a{far}"]


def test_everybody_reads_in_their_own_language(world: World) -> None:
    world.join(STAFF, "Sardor", Role.MANAGER, Language.RU).join(ADMIN, "Aziza", Role.ADMIN, None)
    world.agreement("2022/2026-12-03")
    texts = {message.chat: message.text for message in world.tick()}
    assert "10 days left" in texts[MANAGER]
    assert "Осталось 10 дней" in texts[STAFF]
    assert "10 kun qoldi" in texts[ADMIN], "who has not chosen reads the organisation's language"


def ends(world: World) -> None:
    world.change(1, state="terminated")


def moves(world: World) -> None:
    world.change(1, term="2022-01-01/2027-05-21")


def vanishes(world: World) -> None:
    world.remove(Sheet.AGREEMENTS, 1)


def is_renewed(world: World) -> None:
    world.agreement("2027-05-21/2032-05-20", replaces="a1")


def loses_its_reader(world: World) -> None:
    world.leave(MANAGER)


def loses_the_readers_role(world: World) -> None:
    world.join(MANAGER, "Madina", Role.STAFF, Language.EN)


@pytest.mark.parametrize(
    "something", [ends, moves, vanishes, is_renewed, loses_its_reader, loses_the_readers_role]
)
def test_facts_and_rights_are_looked_at_again_when_the_message_is_made(
    planned: World, something: Callable[[World], None]
) -> None:
    """Even where the plan has not caught up, nothing goes out that is no longer true or no longer theirs."""
    something(planned.at("2027-02-19T09:00"))
    with planned.store.write() as session:
        assert deliver.collect(session, desk.at(session, planned.settings, planned.now)) == ()
    assert [row.state for row in planned.rows() if row.step == "end-90"] == [State.WITHDRAWN]


def test_a_death_before_the_commit_repeats_nothing_and_loses_nothing(
    planned_on_either: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    planned_on_either.join(ADMIN, "Aziza", Role.ADMIN, Language.EN).tick()
    planned_on_either.at("2027-02-19T09:00")
    calls = iter((True, False))

    def dies_at_the_second(*args: object) -> int:
        if next(calls):
            return tell(*args)  # type: ignore[arg-type]
        raise ConnectionError

    monkeypatch.setattr("bot.jobs.remind.tell", dies_at_the_second)
    with pytest.raises(ConnectionError):
        planned_on_either.tick()
    assert planned_on_either.messages() == []
    monkeypatch.undo()
    assert sorted(message.chat for message in planned_on_either.tick()) == [MANAGER, ADMIN]
    assert planned_on_either.tick() == []


def test_two_ticks_at_once_send_once(planned_on_either: World) -> None:
    world = planned_on_either.at("2027-02-19T09:00")
    with ThreadPoolExecutor(4) as pool:
        runs = [pool.submit(remind, world.store, lambda: world.now, world.settings) for _ in range(4)]
    assert sum(run.result() for run in runs) == 1
    assert len(world.messages()) == 1


def test_a_missed_day_of_notice_is_told_before_the_next_term_takes_its_rows(either: World) -> None:
    either.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    either.tick()
    assert either.waiting() == ["notice-7", "notice-1"]
    either.at("2027-01-10T03:00")
    assert either.tick() == [], "not at night"
    either.change(1, note="looked at in the night")
    assert either.tick() == []
    held = {row.step for row in either.rows() if str(row.day) == "2026-12-01" and row.state is State.DUE}
    assert held == {"notice-7", "notice-1"}, "still to be told"
    (message,) = either.at("2027-01-10T09:00").tick()
    assert message.steps == ("notice-1", "notice-7")
    assert "passed before I could remind you: 1 December 2026" in message.text
    either.at("2027-01-10T11:00").tick()
    assert {str(row.day) for row in either.rows() if row.state is State.DUE} == {"2027-12-01"}


def test_a_date_moved_during_an_absence_is_told_by_its_new_day_alone(planned: World) -> None:
    planned.at("2027-04-28T11:00").change(1, term="2022-01-01/2028-05-20")
    assert planned.tick() == [], "the new end is more than half a year away"
    assert {str(row.day) for row in planned.rows() if row.state is State.DUE} == {"2028-05-20"}


def test_a_clock_that_goes_back_repeats_nothing(planned: World) -> None:
    assert len(planned.at("2027-02-19T09:00").tick()) == 1
    assert planned.at("2027-02-18T08:00").tick() == []
    assert planned.at("2027-02-19T09:00").tick() == []
    (message,) = planned.at("2027-03-19T09:00").tick()
    assert message.steps == ("end-60",)
