"""Working days against a calendar written by hand, and against a search that shares no code with them."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.remind.workdays import Office, is_working
from tests.remind.oracle import differing_calendar, differing_renewal

ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")

# Days off in Uzbekistan in 2026 besides the weekends, and the Saturday worked in exchange for 31 December.
OFF_2026 = {
    date(2026, month, day)
    for month, day in (
        (1, 1), (1, 2), (3, 9), (3, 20), (3, 23), (5, 11), (5, 27),
        (5, 28), (5, 29), (8, 31), (9, 1), (10, 1), (12, 8), (12, 31),
    )
}  # fmt: skip
WORKED_2026 = {date(2026, 12, 12)}

TASHKENT = Office(ZoneInfo("Asia/Tashkent"), time(9))
YEAR_2026 = [date(2026, 1, 1) + timedelta(days=n) for n in range(365)]


def working_day(day: date, office: Office = TASHKENT) -> date:
    return office.day(office.moment_before(day))


def written_down(day: date) -> bool:
    return day in WORKED_2026 or (day.weekday() < 5 and day not in OFF_2026)


def test_the_year_2026_is_as_written_down() -> None:
    assert [day for day in YEAR_2026 if is_working(day, "UZ") != written_down(day)] == []


@pytest.mark.parametrize(
    ("day", "goes_out"),
    [
        (date(2026, 11, 23), date(2026, 11, 23)),
        (date(2026, 11, 22), date(2026, 11, 20)),
        (date(2026, 12, 12), date(2026, 12, 12)),
        (date(2026, 12, 13), date(2026, 12, 12)),
        (date(2026, 12, 31), date(2026, 12, 30)),
        (date(2026, 5, 31), date(2026, 5, 26)),
        (date(2026, 3, 23), date(2026, 3, 19)),
    ],
)
def test_a_day_off_gives_way_to_the_working_day_before(day: date, goes_out: date) -> None:
    assert working_day(day) == goes_out


NOWHERE = Office(ZoneInfo("Asia/Tashkent"), time(9), "XX")


def test_a_country_without_a_calendar_has_weekends() -> None:
    assert working_day(date(2026, 1, 1), NOWHERE) == date(2026, 1, 1)
    assert working_day(date(2026, 1, 4), NOWHERE) == date(2026, 1, 2)


@given(st.dates(date(2026, 1, 10), date(2026, 12, 31)))
def test_the_nearest_working_day_agrees_with_a_plain_search(day: date) -> None:
    assert working_day(day) == max(other for other in YEAR_2026 if other <= day and written_down(other))


@example(date(2016, 3, 13), time(2, 0, fold=1), "America/New_York")
@settings(max_examples=400)
@given(
    st.dates(date(1995, 1, 1), date(2060, 1, 1)),
    st.times().map(lambda value: value.replace(second=0, microsecond=0)),
    st.sampled_from(ZONES),
)
def test_the_moment_is_never_before_its_hour_and_at_most_a_skipped_stretch_after_it(
    day: date, hour: time, zone: str
) -> None:
    local = Office(ZoneInfo(zone), hour).moment(day).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    wanted = datetime.combine(day, hour)
    # Clocks skip an hour at most, except that Apia slept through 30 December 2011.
    stretch = timedelta(days=1) if day == date(2011, 12, 30) else timedelta(hours=1)
    assert wanted <= local <= wanted + stretch


@pytest.mark.parametrize(
    ("zone", "day", "utc"),
    [
        ("Asia/Tashkent", date(2026, 11, 23), "2026-11-23T04:00"),
        ("Europe/Berlin", date(2026, 7, 1), "2026-07-01T07:00"),
        ("Europe/Berlin", date(2026, 12, 1), "2026-12-01T08:00"),
        ("America/New_York", date(2027, 3, 15), "2027-03-15T13:00"),
        ("Australia/Lord_Howe", date(2026, 7, 1), "2026-06-30T22:30"),
        ("Australia/Lord_Howe", date(2026, 12, 1), "2026-11-30T22:00"),
        ("Pacific/Apia", date(2026, 7, 1), "2026-06-30T20:00"),
    ],
)
def test_nine_in_the_morning_everywhere(zone: str, day: date, utc: str) -> None:
    assert Office(ZoneInfo(zone), time(9)).moment(day) == datetime.fromisoformat(utc).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("remind_at", "clock", "may"),
    [
        ("09:00", "08:59", False),
        ("09:00", "09:00", True),
        ("09:00", "20:59", True),
        ("09:00", "21:00", False),
        ("09:00", "03:00", False),
        ("07:30", "07:30", True),
        ("23:00", "23:30", False),
        ("23:00", "09:00", True),
        ("23:00", "08:00", False),
        ("03:00", "04:30", False),
    ],
)
def test_what_is_late_waits_for_daytime(remind_at: str, clock: str, may: bool) -> None:
    zone = ZoneInfo("Asia/Tashkent")
    now = datetime.combine(date(2026, 11, 24), time.fromisoformat(clock), zone)
    assert Office(zone, time.fromisoformat(remind_at)).daytime(now) is may


SIX = Office(ZoneInfo("Asia/Tashkent"), time(9), week=6)


@pytest.mark.parametrize(
    ("day", "worked"),
    [
        ("2026-11-21", True),  # a Saturday
        ("2026-11-22", False),
        ("2026-03-21", False),  # Navroʻz, a Saturday: its Monday is off in a week of five days alone
        ("2026-03-23", True),
        ("2026-03-09", False),  # 8 March is a Sunday
        ("2026-03-10", True),
        ("2026-09-01", False),
    ],
)
def test_a_week_of_six_days_has_its_own_days_off(day: str, worked: bool) -> None:
    assert SIX.works(date.fromisoformat(day)) is worked


def test_days_that_were_moved_here_come_before_the_countrys_calendar() -> None:
    moved = frozenset({(date(2026, 11, 23), False), (date(2026, 11, 21), True)})
    office = Office(ZoneInfo("Asia/Tashkent"), time(9), moved=moved)
    assert working_day(date(2026, 11, 23), office) == date(2026, 11, 21)


def test_working_days_are_counted_from_the_next_day_on() -> None:
    assert TASHKENT.after(date(2026, 11, 20), 1) == date(2026, 11, 23)
    assert TASHKENT.after(date(2026, 12, 1), 5) == date(2026, 12, 9)  # the 8th is off
    assert TASHKENT.between(date(2026, 12, 1), date(2026, 12, 9)) == 5
    assert TASHKENT.between(date(2026, 12, 1), date(2026, 12, 1)) == 0


def test_random_calendars_and_renewals_agree_with_a_search_day_by_day() -> None:
    dice = random.Random(3)
    found = [why for _ in range(400) for why in (differing_calendar(dice), differing_renewal(dice)) if why]
    assert found == []
