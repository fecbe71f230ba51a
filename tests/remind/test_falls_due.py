"""All that falls due besides ends and deadlines: each kind from facts in a registry to a message."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.vocabulary import Language, Role, Row, Sheet
from tests.remind.world import MANAGER, STAFF, World

DAILY = timedelta(hours=24)


def steps(world: World, until: str) -> list[tuple[str, str]]:
    """What a manager is told on which day, looked at every morning."""
    found = world.at("2026-11-24T09:00").ticks(until, every=DAILY)
    return [
        (str(message.local.date()), step)
        for message in found
        if message.chat == MANAGER
        for step in message.steps
    ]


def partner(world: World, **columns: str) -> int:
    return world.save({"sheet": "partners", "id": "p1", "name_en": "Diet Library", **columns})


def test_an_open_ended_agreement_is_reviewed_once_a_year_and_never_expires(world: World) -> None:
    world.agreement("2019-02-15/..")
    assert steps(world, "2027-02-20T12:00") == [("2027-02-15", "review")]
    assert world.waiting() == ["review"]
    assert {str(row.day) for row in world.rows()} == {"2027-02-15", "2028-02-15"}


def test_an_end_that_is_not_recorded_is_asked_for_every_month(world: World) -> None:
    world.agreement("2019/")
    world.save({"sheet": "agreements", "partner": "p1", "title": "Without a term"})
    first, *others = world.at("2026-11-24T09:00").ticks("2027-02-02T12:00", every=DAILY)
    assert (str(first.local.date()), first.ids) == ("2026-12-01", ["/a1", "/a2"])
    assert "is not recorded. Please look it up" in first.text
    # 1 January is a holiday, and so is the day before it: a Friday is the last working day.
    assert [str(message.local.date()) for message in others] == ["2026-12-30", "2027-02-01"]
    world.change(1, term="2019/2035")
    (last,) = world.ticks("2027-03-02T12:00", every=DAILY)
    assert last.ids == ["/a2"]


def test_a_stage_that_stands_still_is_asked_of_whoever_holds_it_and_then_told_to_managers(
    world: World,
) -> None:
    world.join(STAFF, "Sardor", Role.STAFF, Language.EN)
    world.agreement("2027-01-01/2030-12-31", state="draft", responsible="Sardor")
    stage: dict[str, str | int] = {
        "sheet": "approvals",
        "agreement": "a1",
        "stage": "Ministry of Justice",
        "sent": "2026-11-23",
    }
    world.save(
        {**stage, "agreement": "a1", "sent": "2026-01-12", "decided": "2026-01-19", "outcome": "approved"},
        stage,
    )
    found = world.at("2026-11-24T09:00").ticks("2027-01-15T12:00", every=DAILY)
    assert [(str(message.local.date()), message.chat) for message in found] == [
        ("2026-12-07", STAFF),
        ("2026-12-21", MANAGER),
        ("2026-12-21", STAFF),
    ]
    assert "10 working days without movement" in found[0].text
    assert "At: Ministry of Justice, since 23 November 2026. Where is it now?" in found[0].text
    assert "usually takes us 5 working days" in found[0].text
    world.save({**stage, "sent": "2027-01-15"})
    assert world.at("2027-01-16T09:00").ticks("2027-01-28T12:00", every=DAILY) == []
    assert [message.chat for message in world.at("2027-01-29T09:00").tick()] == [STAFF]


def test_of_a_stage_that_is_entered_late_only_the_last_of_its_days_is_told(world: World) -> None:
    world.agreement("2027-01-01/2030-12-31", state="draft")
    world.save(
        {"sheet": "approvals", "agreement": "a1", "stage": "Ministry of Justice", "sent": "2026-10-26"}
    )
    (message,) = world.tick()
    assert [str(row.day) for row in message.told] == ["2026-11-23"]
    assert "20 working days without movement" in message.text


def test_the_first_warning_comes_as_early_as_approvals_take_us(world: World) -> None:
    world.agreement("2026-01-01/2030-12-31", state="draft")
    for sent, decided in (("2025-01-10", "2025-03-10"), ("2025-03-11", "2025-09-01")):
        world.save({"sheet": "approvals", "agreement": "a1", "stage": f"Stage of {sent}", "sent": sent,
                    "decided": decided, "outcome": "approved"})  # fmt: skip
    world.agreement("2022-01-01/2028-05-20")
    world.tick()
    world.tick()
    # 234 days from the first paper to the last answer, thirty to spare, by tens.
    assert world.waiting(no=2)[:2] == ["end-270", "end-180"]


TRIP: dict[str, str | int] = {"sheet": "events", "id": "new1", "title_en": "World Congress",
                              "kind": "congress", "date": "2027-06-14/2027-06-17",
                              "city": "Prague", "country": "CZ"}  # fmt: skip
OURS: dict[str, str | int] = {
    "sheet": "participants",
    "event": "new1",
    "institution": "us",
    "person": "D. Karimova",
}


@pytest.mark.parametrize(
    ("rows", "extra"),
    [
        ((TRIP, OURS), ["visa-60", "visa-45", "travel-30", "travel-7"]),
        ((TRIP,), []),
        (({**TRIP, "country": "UZ"}, OURS), []),
        (({**TRIP, "city": "online"}, OURS), []),
    ],
)
def test_visas_and_travel_are_for_our_people_abroad(
    world: World, rows: tuple[Row, ...], extra: list[str]
) -> None:
    world.save(*rows)
    world.tick()
    found = world.waiting(Sheet.EVENTS)
    assert [step for step in found if step.startswith(("visa", "travel"))] == extra


def test_after_an_event_we_ask_who_took_part_until_it_is_recorded(world: World) -> None:
    world.event("2026-11-30/2026-12-01")
    world.tick()
    world.at("2026-12-02T09:00").tick()
    (message,) = world.at("2026-12-04T09:00").tick()
    assert message.steps == ("after+3",)
    assert "Who took part? What came of it?" in message.text
    world.save({"sheet": "participants", "event": "e1", "person": "A. Navoiy"})
    assert world.at("2026-12-08T09:00").tick() == []


def test_the_next_edition_of_a_series_is_missed(world: World) -> None:
    world.save({"sheet": "series", "id": "new1", "title_en": "Central Asia", "recurs": "every year"})
    for year in (2022, 2024, 2026):
        world.save({"sheet": "events", "title_en": f"CA {year}", "series": "s1", "date": f"{year}-06-05"})
    world.tick()
    assert world.waiting(Sheet.SERIES) == ["edition-180", "edition-90"]
    (message,) = [m for m in world.at("2027-12-08T09:00").ticks("2027-12-09T09:00") if "/s1" in m.text]
    assert "expected June 2028, is not recorded yet" in message.text
    world.save({"sheet": "events", "title_en": "CA 2028", "series": "s1", "date": "2028-06-05"})
    world.tick()
    assert {str(row.day) for row in world.rows(Sheet.SERIES) if row.state == "due"} == {"2030-06-05"}


def test_a_shipment_nobody_acknowledged(world: World) -> None:
    partner(world)
    sent: dict[str, str | int] = {
        "sheet": "exchanges",
        "partner": "p1",
        "direction": "sent",
        "quantity": 12,
        "material": "books",
    }
    world.save({**sent, "date": "2026-11-20"}, {**sent, "date": "2026-05-20"}, {**sent, "date": "2026"})
    world.save({**sent, "direction": "received", "date": "2026-11-20"})
    found = world.at("2026-11-24T09:00").ticks("2027-03-01T12:00", every=DAILY)
    assert [message.steps for message in found] == [("shipment+45",), ("shipment+90",)]
    assert "45 days without acknowledgement — Diet Library" in found[0].text.replace("46", "45")
    assert "Books, 12 copies. Sent: 20 November 2026" in found[0].text


def test_a_partner_of_whom_nothing_is_heard_for_a_year(world: World) -> None:
    partner(world, country="JP")
    row: dict[str, str | int] = {
        "sheet": "exchanges",
        "id": "new1",
        "partner": "p1",
        "direction": "received",
        "quantity": 1,
    }
    world.save({**row, "date": "2026-01-15"})
    world.tick()
    assert world.waiting(Sheet.PARTNERS) == ["silent"]
    world.save({**row, "date": "2026-10"})
    world.tick()
    (message,) = world.at("2027-10-20T09:00").ticks("2027-11-05T12:00", every=DAILY)
    assert (str(message.local.date()), message.ids) == ("2027-10-29", ["/p1"])
    assert "A year without contact — Diet Library" in message.text


def test_what_was_long_over_when_it_was_entered_is_not_brought_up(world: World) -> None:
    partner(world)
    world.save({"sheet": "exchanges", "partner": "p1", "direction": "sent", "date": "2014-05-20"})
    world.save({"sheet": "series", "id": "new1", "title_en": "Old", "recurs": "yearly"})
    world.save({"sheet": "events", "title_en": "Old 2014", "series": "s1", "date": "2014-06-05"})
    assert world.at("2026-11-24T09:00").ticks("2027-02-01T12:00", every=DAILY) == []


def test_a_promise_is_reminded_of_until_it_is_kept(either: World) -> None:
    either.join(STAFF, "Sardor Aliyev", Role.STAFF, Language.RU)
    no = either.save(
        {"sheet": "promises", "title": "the catalogue", "due": "2026-12-01", "responsible": "Sardor Aliyev"}
    )
    told = either.tick()
    assert [(message.chat, message.steps) for message in told] == [
        (MANAGER, ("promise-14",)),
        (STAFF, ("promise-14",)),
    ]
    assert "Promised: The catalogue. Due: 1 December 2026 · /o1" in told[0].text
    later = either.ticks("2026-12-09T12:00")
    steps = [message.steps for message in later if message.chat == STAFF]
    # Whoever did nothing is asked again after three days.
    assert steps == [("promise-7",), ("promise-4",), ("promise-1",), ("promise-0",), ("promise+7",)]
    assert "It was due: 1 December 2026" in later[-2].text
    either.save({"sheet": "promises", "id": f"o{no}", "done": "2026-12-09"})
    assert either.tick() == []
    assert either.waiting(Sheet.PROMISES) == []


def test_a_promise_of_a_month_is_due_on_its_first_day_at_the_earliest(world: World) -> None:
    world.save({"sheet": "promises", "title": "the catalogue", "due": "2027-03"})
    world.tick()
    assert {str(row.day) for row in world.rows(Sheet.PROMISES)} == {"2027-03-01"}
    (message,) = world.at("2027-02-15T09:00").tick()
    assert "At least 14 days left" in message.text
