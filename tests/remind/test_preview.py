"""The preview: the contract's form, from the facts alone, and nothing sent or written."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from bot.remind.preview import as_json, preview
from db.vocabulary import Language, Role, Sheet
from tests.remind.world import STAFF, World


def items(world: World, first: str, days: int) -> list[dict[str, Any]]:
    with world.store.read() as session:
        found = preview(session, world.desk(), date.fromisoformat(first), days)
    return as_json(found, world.settings.zone)


def outline(found: list[dict[str, Any]]) -> list[tuple[str, str, bool]]:
    return [(each["at"], each["step"], each["late"]) for each in found]


def test_an_item_has_the_form_that_programs_rely_on(world: World) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.RU)
    world.agreement("2022-01-01/2027-05-20", responsible="Sardor")
    assert items(world, "2027-02-01", 30) == [
        {
            "at": "2027-02-19T09:00:00+05:00",
            "subject": {"sheet": "agreements", "id": "a1"},
            "step": "end-90",
            "day": "2027-05-20",
            "counted_from": "exact",
            "recipients": ["role:manager", "member:502"],
            "late": False,
        }
    ]


def test_the_days_are_counted_from_the_first_and_the_last_is_not_among_them(world: World) -> None:
    world.agreement("2022-01-01/2027-05-20")
    assert outline(items(world, "2027-02-19", 28)) == [("2027-02-19T09:00:00+05:00", "end-90", False)]
    assert [step for _, step, _ in outline(items(world, "2027-02-19", 29))] == ["end-90", "end-60"]
    assert items(world, "2027-02-20", 27) == []


def test_it_plans_and_sends_nothing(world: World) -> None:
    world.agreement("2022-01-01/2026-12-03")
    assert items(world, "2026-11-23", 30) != []
    assert world.rows() == []
    assert world.messages() == []


def test_what_is_late_today_is_shown_until_it_has_been_told(world: World) -> None:
    world.agreement("2022-01-01/2026-12-03")
    late = ("2026-11-23T09:00:00+05:00", "end-14", True)
    assert outline(items(world, "2026-11-23", 1)) == [late]
    world.tick()
    assert items(world, "2026-11-23", 1) == []


def test_what_passes_before_a_day_still_to_come_will_not_be_late(world: World) -> None:
    world.agreement("2022-01-01/2026-12-13")
    assert outline(items(world, "2026-12-01", 7)) == [("2026-12-04T09:00:00+05:00", "end-7", False)]


def test_a_year_is_counted_from_its_first_day_and_said_to_be(world: World) -> None:
    world.agreement("2022/2027")
    found = items(world, "2026-12-20", 20)
    assert [(each["day"], each["counted_from"], each["at"]) for each in found] == [
        ("2027-01-01", "earliest", "2026-12-25T09:00:00+05:00"),
        ("2027-01-01", "earliest", "2026-12-30T09:00:00+05:00"),
        ("2027-01-01", "earliest", "2026-12-30T09:00:00+05:00"),
    ]


def test_what_ends_no_more_is_not_shown(world: World) -> None:
    world.agreement("2022-01-01/2026-12-03", state="terminated")
    world.agreement("2022-01-01/2026-12-03")
    world.agreement("2026-12-04/2031-12-03", replaces="a2")
    assert items(world, "2026-11-23", 30) == []


def test_all_the_terms_of_a_long_stretch_are_shown(world: World) -> None:
    world.agreement("2020-01-01/2022-12-31", renews_months=12, notice_days=30)
    found = items(world, "2027-01-01", 3 * 365)
    assert [each["day"] for each in found if each["step"] == "notice-1"] == [
        "2027-12-01", "2028-12-01", "2029-12-01",
    ]  # fmt: skip
    assert len(found) == 15


def test_it_shows_what_then_arrives(world: World) -> None:
    world.agreement("2022-01-01/2026-12-09")
    world.event("2026-12-20/2026-12-22", submission_deadline="2026-12-06", registration_deadline="2026-12")
    foreseen = [(each["at"][:10], each["step"], each["late"]) for each in items(world, "2026-11-23", 40)]
    arrived = [
        (f"{message.local:%Y-%m-%d}", reminder.step, reminder.late)
        for message in world.ticks("2027-01-02T00:00", every=timedelta(hours=6))
        for reminder in message.told
    ]
    assert sorted(foreseen) == sorted(arrived)


@pytest.mark.parametrize("days", [0, -5])
def test_no_days_hold_nothing(world: World, days: int) -> None:
    world.agreement("2022-01-01/2026-12-03")
    assert items(world, "2026-11-23", days) == []


def test_a_stretch_may_reach_to_the_end_of_the_calendar(world: World) -> None:
    world.event("2027-03-15")
    found = items(world, "2026-11-23", 10**9)
    assert {each["subject"]["sheet"] for each in found} == {Sheet.EVENTS.value}


def test_what_falls_on_the_first_day_is_shown_once_and_is_not_late(world: World) -> None:
    world.agreement("2022-01-01/2026-12-23")
    assert outline(items(world, "2026-11-23", 1)) == [("2026-11-23T09:00:00+05:00", "end-30", False)]
