"""One message a person a day, ordered by urgency; what falls in the last days stands alone."""

from __future__ import annotations

from datetime import timedelta

from db.vocabulary import Language, Role
from tests.remind.world import MANAGER, STAFF, World


def entered_before(world: World, *ends: str) -> World:
    """Agreements with these ends, entered long before their reminders."""
    world.now -= timedelta(days=400)
    for end in ends:
        world.agreement(f"2020-01-01/{end}")
    world.tick()
    world.now += timedelta(days=400)
    return world


def test_what_presses_stands_alone_after_the_digest(world: World) -> None:
    entered_before(world, "2027-01-30", "2026-12-08", "2026-12-31")
    world.at("2026-11-23T09:00").ticks("2026-11-30T09:00", every=timedelta(hours=24))
    far, near = world.at("2026-12-01T09:00").tick()
    assert (far.ids, near.ids) == (["/a3", "/a1"], ["/a2"]), "the day's digest, then what presses"
    assert far.text.startswith("🔔 Reminders, 1 December 2026")
    assert near.text.startswith("🔴 7 days left")


def test_more_than_three_at_once_are_a_list(world: World) -> None:
    entered_before(world, *["2026-12-01"] * 4)
    world.at("2026-11-23T09:00").tick()
    (message,) = world.at("2026-11-24T09:00").tick()
    assert message.ids == ["/a1", "/a2", "/a3", "/a4"]


def test_what_an_outage_held_back_is_one_message_however_near(world: World) -> None:
    entered_before(world, "2026-12-01", "2026-12-23")
    world.at("2026-11-23T08:30").tick()
    (message,) = world.at("2026-11-26T12:00").tick()
    assert message.ids == ["/a1", "/a2"]
    assert "while I was away" in message.text


def test_what_is_entered_late_waits_for_the_next_day_where_this_days_digest_has_gone(world: World) -> None:
    world.agreement("2022-01-01/2026-12-13")
    assert [message.ids for message in world.tick()] == [["/a1"]]
    world.agreement("2022-01-01/2026-12-15")
    world.agreement("2022-01-01/2026-11-27")
    (pressing,) = world.tick()
    assert pressing.ids == ["/a3"], "what presses waits for nothing"
    assert world.at("2026-11-23T18:00").tick() == []
    (message,) = world.at("2026-11-24T09:00").ticks("2026-11-24T18:00")
    assert message.ids == ["/a2"]


def test_whoever_has_had_no_message_today_waits_for_none(world: World) -> None:
    world.agreement("2022-01-01/2026-12-13")
    world.tick()
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN)
    world.agreement("2022-01-01/2026-12-15", responsible="Sardor")
    assert [message.chat for message in world.tick()] == [STAFF]
    assert [message.chat for message in world.at("2026-11-24T09:00").tick()] == [MANAGER]
