"""Nobody reacts: whoever answers is asked again, then managers are told who has not; a deputy stands in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.remind import deciding
from bot.remind.notice import Ladder
from db.history import Actor
from db.vocabulary import Decided, Language, Role, Sheet
from tests.remind.world import ADMIN, MANAGER, STAFF, World

END = "2027-05-20"


@pytest.fixture
def staffed(either: World) -> World:
    """An agreement that Sardor answers for, entered long before its first reminder."""
    either.join(STAFF, "Sardor", Role.STAFF, Language.EN).join(504, "Nodira", Role.STAFF, Language.EN)
    either.now -= timedelta(days=30)
    either.agreement(f"2022-01-01/{END}", responsible="Sardor")
    assert either.tick() == []
    return either


def told(world: World, until: str) -> list[tuple[str, int, tuple[str, ...]]]:
    found = world.ticks(until, every=timedelta(hours=12))
    return [(str(message.local.date()), message.chat, message.steps) for message in found]


def test_three_days_later_again_and_after_a_week_the_managers(staffed: World) -> None:
    staffed.at("2026-11-20T09:00")
    found = staffed.ticks("2026-12-04T12:00", every=timedelta(hours=12))
    assert [(str(each.local.date()), each.chat, each.steps) for each in found] == [
        ("2026-11-20", MANAGER, ("end-180",)),
        ("2026-11-20", STAFF, ("end-180",)),
        ("2026-11-23", STAFF, ("end-178",)),
        ("2026-11-27", MANAGER, ("end-174",)),
    ]
    assert "nobody has decided yet" in found[2].text
    assert "Sardor has been reminded twice" in found[3].text


def test_whoever_a_matter_was_given_to_last_answers_for_it(staffed: World) -> None:
    staffed.at("2026-11-20T09:00").tick()
    here, actor = staffed.desk(), Actor(MANAGER, "Madina")
    for person in (MANAGER, 504):
        with staffed.store.write() as session:
            found = deciding.matter(session, here, Sheet.AGREEMENTS, 1, Ladder.END, date.fromisoformat(END))
            assert found is not None
            deciding.decide(session, found, Decided.GIVE, actor, staffed.now, here.today, given=person)
    assert told(staffed, "2027-02-19T12:00")[-2:] == [
        ("2027-02-19", MANAGER, ("end-90",)),
        ("2027-02-19", 504, ("end-90",)),
    ]


def test_whoever_reacts_is_left_alone_until_the_next_reminder(staffed: World) -> None:
    staffed.at("2026-11-20T09:00").tick()
    staffed.at("2026-11-20T15:00")
    here = staffed.desk()
    with staffed.store.write() as session:
        found = deciding.matter(session, here, Sheet.AGREEMENTS, 1, Ladder.END, date.fromisoformat(END))
        assert found is not None
        actor = Actor(STAFF, "Sardor")
        deciding.decide(session, found, Decided.TALKS, actor, staffed.now, here.today)
    assert told(staffed, "2027-02-24T12:00")[:4] == [
        ("2027-02-19", MANAGER, ("end-90",)),
        ("2027-02-19", STAFF, ("end-90",)),
        ("2027-02-22", STAFF, ("end-87",)),
    ]


def test_where_nobody_answers_by_name_nobody_is_pressed(world: World) -> None:
    world.now -= timedelta(days=30)
    world.agreement(f"2022-01-01/{END}")
    assert told(world, "2026-12-04T12:00") == [("2026-11-20", MANAGER, ("end-180",))]


def test_a_late_entry_is_not_asked_about_again(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2027-05-18", responsible="Sardor")
    assert {message.steps for message in world.tick()} == {("end-180",)}
    assert told(world, "2026-12-10T12:00") == []


def test_a_deputy_stands_in_while_somebody_is_away(staffed: World) -> None:
    staffed.at("2026-11-19T09:00").tick()
    staffed.away(STAFF, "2026-11-19/2026-11-24", 504)
    assert told(staffed, "2026-11-24T12:00") == [
        ("2026-11-20", MANAGER, ("end-180",)),
        ("2026-11-20", 504, ("end-180",)),
        ("2026-11-23", 504, ("end-178",)),
    ]
    staffed.at("2026-11-25T09:00").tick()
    due = {row.recipient for row in staffed.rows() if row.state == "due"}
    assert due == {MANAGER, STAFF}


def test_of_somebody_away_without_a_deputy_the_managers_hear(staffed: World) -> None:
    staffed.join(ADMIN, "Aziza", Role.ADMIN, Language.EN)
    staffed.at("2026-11-19T09:00").tick()
    staffed.away(STAFF, "2026-11-19/2026-11-24")
    assert {chat for _, chat, _ in told(staffed, "2026-11-24T12:00")} == {MANAGER, ADMIN}


def test_an_absence_that_fits_no_member_or_no_known_day_changes_nothing(staffed: World) -> None:
    staffed.at("2026-11-19T09:00").tick()
    staffed.save(
        {"sheet": "absences", "member": "Somebody else", "date": "2026-11-19/2026-11-24", "deputy": "504"},
        {"sheet": "absences", "member": "Sardor", "date": "2026-11", "deputy": "504"},
    )
    assert told(staffed, "2026-11-20T12:00") == [
        ("2026-11-20", MANAGER, ("end-180",)),
        ("2026-11-20", STAFF, ("end-180",)),
    ]
    staffed.save({"sheet": "absences", "member": "Sardor", "date": "2026-11-23", "deputy": "Nodira"})
    assert told(staffed, "2026-11-23T12:00") == [("2026-11-23", 504, ("end-178",))]
