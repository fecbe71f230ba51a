"""Managers are briefed on the first working day of a week and of a month: once each, however the bot ran."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.jobs.brief import brief
from bot.remind import arranging
from db.vocabulary import Language, Role, Row
from tests.remind.world import ADMIN, MANAGER, STAFF, World


def chats(world: World) -> list[int]:
    return [message.chat for message in world.brief()]


def test_the_week_is_told_to_managers_on_monday_at_the_hour_and_once(either: World) -> None:
    either.join(STAFF, "Sardor", Role.STAFF, Language.EN).join(ADMIN, "Aziza", Role.ADMIN, Language.RU)
    assert chats(either) == [], "who came on that Monday waits for the next"
    assert chats(either.at("2026-11-30T08:59")) == []
    assert sorted(chats(either.at("2026-11-30T09:00"))) == [MANAGER, ADMIN]
    assert chats(either.at("2026-11-30T09:01")) == []


def test_what_comes_waits_or_stands_still_is_in_it(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2026-12-04", title="Near")
    world.agreement("2022-01-01/2026-11-25", title="Passed")
    world.agreement("2022-01-01/2027-05-20", title="Far")
    draft = {"sheet": "approvals", "agreement": "a4", "stage": "Ministry of Justice", "sent": "2026-11-02"}
    world.agreement("2027/2030", title="Still", state="draft")
    world.save(draft)
    world.tick()
    world.away(STAFF, "2026-12-02/2026-12-09")
    (message,) = world.at("2026-11-30T09:00").brief()
    assert message.text.splitlines()[0] == "🗓 The week, 30 November – 6 December 2026"
    assert "🖊 Last week 9 records were added, 0 changed." in message.text
    order = [message.text.index(title) for title in ("Passed", "Near", "Sardor: 2–9 December 2026")]
    assert order == sorted(order)
    assert "Ministry of Justice" in message.text
    assert "Far" not in message.text


def test_a_monday_off_moves_it_to_the_next_working_day(world: World) -> None:
    with world.store.write() as session:
        arranging.move_day(session, date(2026, 11, 30), worked=False)
    assert chats(world.at("2026-11-30T10:00")) == []
    assert chats(world.at("2026-12-01T08:59")) == []
    assert len(chats(world.at("2026-12-01T09:00"))) == 2, "of the week, and of the month"


@pytest.mark.parametrize(
    ("moment", "given"),
    [
        ("2026-12-02T22:00", 0),
        ("2026-12-03T09:30", 2),
        ("2026-12-05T12:00", 0),
        ("2026-12-07T08:00", 0),
    ],
)
def test_missed_it_is_given_by_day_while_the_week_lasts(world: World, moment: str, given: int) -> None:
    assert len(chats(world.at(moment))) == given


def test_the_month_before_is_told_with_a_picture(world: World) -> None:
    world.agreement("2020-01-01/2026-11-28", signed="2026-11-03")
    world.agreement("2020-01-01/2027-01-28")
    sent: Row = {"sheet": "exchanges", "partner": "National Library no. 1", "direction": "sent"}
    world.save({**sent, "quantity": 12, "date": "2026-11-20"}, {**sent, "date": "2026-11-21"})
    week, month = world.at("2026-12-01T09:00").brief()
    assert week.text.startswith("🗓")
    assert month.text.splitlines() == [
        "📊 November 2026",
        "Agreements concluded: 1 · /a1",
        "Agreements that ended: 1 · /a1",
        "Events: none recorded",
        "Exchanges: 2 · /x1 /x2",
        "Received: nothing recorded, sent: 12 copies",
        "1 shipment has no count recorded and is not in these figures.",
        "⏳ Agreements that end in the next 90 days: 1 · /a2",
        "As recorded on 1 December 2026",
    ]


def test_who_is_away_is_briefed_on_return(world: World) -> None:
    world.away(MANAGER, "2026-11-30/2026-12-01")
    assert chats(world.at("2026-11-30T09:00")) == []
    assert len(chats(world.at("2026-12-02T09:00"))) == 2


def test_two_ticks_at_once_brief_once(either: World) -> None:
    either.at("2026-11-30T09:00")
    with ThreadPoolExecutor(3) as pool:
        runs = [pool.submit(brief, either.store, lambda: either.now, either.settings) for _ in range(3)]
    assert sum(run.result() for run in runs) == 1
