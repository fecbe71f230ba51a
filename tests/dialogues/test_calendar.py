"""The calendar file: whole days, each thing once, what is not exact marked so."""

from datetime import date, timedelta

import pytest
from icalendar import Alarm, Calendar, Event

from tests.dialogues.conftest import Hands, Stage
from tests.dialogues.registering import paper, partner, record


@pytest.fixture(autouse=True)
def _by_night(clock: Hands) -> None:
    """Nobody is reminded of what is recorded here before the morning comes."""
    clock.forward(hours=-6)


async def taken_in(stage: Stage) -> dict[str, Event]:
    """What a calendar program makes of the file, by UID."""
    await stage.admin.says("/calendar")
    heard = await stage.admin.hears()
    assert heard.file is not None, heard.text
    assert heard.file.name == "hamkor.ics"
    events = Calendar.from_ical(heard.file.content).walk("VEVENT")
    return {str(event["uid"]): event for event in events if isinstance(event, Event)}


async def test_ends_deadlines_and_events_as_whole_days(stage: Stage) -> None:
    today = stage.clock().date()
    soon = today + timedelta(days=20)
    record(
        stage,
        partner("new1", "Alpha"),
        paper("new1", term=f"2020-01-01/{soon}"),
        paper("new1", term="2020/2027"),
        paper("new1", term=f"2020-01-01/{soon}", renews_months=12, notice_days=10),
        paper("new1", state="draft", term=f"2020-01-01/{soon}"),
        {
            "sheet": "events", "id": "new2", "title_en": "Book, fair; and more",
            "city": "Baku", "country": "AZ", "date": f"{soon}/{soon + timedelta(days=2)}",
            "submission_deadline": str(today + timedelta(days=3)),
        },
    )  # fmt: skip
    async with stage.bot():
        found = await taken_in(stage)
    told = {str(event["summary"]): event for event in found.values()}
    fair = told["Book, fair; and more"]
    assert (fair.start, fair.end) == (soon, soon + timedelta(days=3))
    assert fair["location"] == "Baku, Azerbaijan"
    assert told["Agreement ends: Alpha"].start == soon
    assert told["Agreement ends: Alpha (date not exact)"].start == date(2027, 1, 1)
    assert told["Last day to decline renewal: Alpha"].start == soon - timedelta(days=10)
    assert told["Submissions close: Book, fair; and more"].start == today + timedelta(days=3)
    assert len(told) == 5
    alarms = [alarm.TRIGGER for alarm in fair.walk("VALARM") if isinstance(alarm, Alarm)]
    assert alarms == [timedelta(days=-7, hours=9), timedelta(days=-1, hours=9)]


async def test_a_file_taken_in_again_doubles_nothing(stage: Stage) -> None:
    record(stage, partner("new1", "Alpha"), paper("new1", term="2020-01-01/2027-03-01"))
    async with stage.bot():
        first = await taken_in(stage)
        assert set(await taken_in(stage)) == set(first)


async def test_with_nothing_ahead_the_bot_says_how_to_begin(stage: Stage) -> None:
    async with stage.bot():
        await stage.admin.says("/calendar")
        heard = await stage.admin.hears()
    assert heard.file is None
    assert "/event" in heard.text
