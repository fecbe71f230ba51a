"""From facts to rungs: tables written by hand, and an oracle that counts days one by one."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.remind.due import still_helpful
from bot.remind.notice import Ladder, Rung
from bot.remind.workdays import Office
from db.edtf import Edtf
from db.refused import Refused
from db.vocabulary import Agreement, AgreementState, Event, Names, Renewal
from tests.remind.laying import look_again, rungs
from tests.remind.oracle import ladder

TASHKENT = Office(ZoneInfo("Asia/Tashkent"), time(9))
ZONES = ("Asia/Tashkent", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia")
TODAY = date(2026, 11, 23)


def agreement(
    term: str | None = None,
    *,
    state: AgreementState | None = None,
    ended: str | None = None,
    renews: int | None = None,
    renewal: Renewal | None = None,
    notice: int | None = None,
) -> Agreement:
    return Agreement(
        no=1,
        id="a1",
        partner=1,
        term=Edtf.parse(term) if term else None,
        state=state,
        ended=Edtf.parse(ended) if ended else None,
        renews_months=renews,
        renewal=renewal,
        notice_days=notice,
    )


def event(date: str | None = None, submission: str | None = None, registration: str | None = None) -> Event:
    return Event(
        no=1,
        id="e1",
        titles=Names(en="Central Asia"),
        date=Edtf.parse(date) if date else None,
        submission_deadline=Edtf.parse(submission) if submission else None,
        registration_deadline=Edtf.parse(registration) if registration else None,
    )


def outline(found: tuple[Rung, ...], office: Office = TASHKENT) -> list[str]:
    return [f"{rung.at.astimezone(office.zone):%Y-%m-%dT%H:%M} {rung.step}" for rung in found]


def steps(found: tuple[Rung, ...]) -> list[str]:
    return [rung.step for rung in found]


def test_an_agreement_climbs_down_to_its_last_day_on_working_days() -> None:
    assert outline(rungs(agreement("2022-01-01/2027-05-20"), TODAY, TASHKENT)) == [
        "2026-11-20T09:00 end-180",  # the 21st is a Saturday
        "2027-02-19T09:00 end-90",
        "2027-03-19T09:00 end-60",  # the 21st a Sunday, and Navroʻz
        "2027-04-20T09:00 end-30",
        "2027-05-06T09:00 end-14",
        "2027-05-13T09:00 end-7",
        "2027-05-19T09:00 end-1",
        "2027-05-20T09:00 end-0",
        "2027-05-27T09:00 end+7",
    ]


def test_an_event_climbs_down_to_its_first_day_and_to_its_deadlines() -> None:
    found = outline(rungs(event("2027-03-15/2027-03-17", "2027-01-15", "2027-02-26"), TODAY, TASHKENT))
    assert found == [
        "2026-12-15T09:00 start-90",
        "2026-12-16T09:00 submission-30",
        "2026-12-30T09:00 submission-14",  # 31 December and 1 January are off
        "2027-01-08T09:00 submission-7",
        "2027-01-12T09:00 submission-3",
        "2027-01-14T09:00 submission-1",
        "2027-01-27T09:00 registration-30",
        "2027-02-12T09:00 start-30",
        "2027-02-12T09:00 registration-14",
        "2027-02-19T09:00 registration-7",
        "2027-02-23T09:00 registration-3",
        "2027-02-25T09:00 registration-1",
        "2027-03-01T09:00 start-14",
        "2027-03-05T09:00 start-7",  # 8 March is Women's Day, a Monday
        "2027-03-12T09:00 start-1",
        "2027-03-15T09:00 start-0",
        "2027-03-19T09:00 after+3",  # the 20th is a Saturday
        "2027-03-24T09:00 after+7",
    ]


@pytest.mark.parametrize(
    ("term", "day", "last", "counted_from"),
    [
        ("2022-01-01/2027-05-20", "2027-05-20", "2027-05-20", "exact"),
        ("2022/2027-05", "2027-05-01", "2027-05-31", "earliest"),
        ("2022/2027", "2027-01-01", "2027-12-31", "earliest"),
        ("2022/2027-24", "2027-12-01", "2028-02-29", "earliest"),
        ("2022/2027-05-20?", "2027-05-20", "2027-05-20", "earliest"),
        ("2022/2027-05-20~", "2027-05-20", "2027-05-20", "earliest"),
        ("/2027-05-20", "2027-05-20", "2027-05-20", "exact"),
    ],
)
def test_days_are_counted_to_the_earliest_day_that_is_meant(
    term: str, day: str, last: str, counted_from: str
) -> None:
    goals = {rung.goal for rung in rungs(agreement(term), TODAY, TASHKENT)}
    assert [(str(g.day), str(g.last), g.counted_from) for g in goals] == [(day, last, counted_from)]


@pytest.mark.parametrize(
    "paper",
    [
        agreement("2022/2027", state=AgreementState.DRAFT),
        agreement("2022/2027", state=AgreementState.TERMINATED),
        agreement("2022/2027", state=AgreementState.TERMINATED, ended="2027-03-01"),
        agreement("2022/2027", state=AgreementState.REPLACED),
        agreement("2000-01-01/9999-12-31"),
        agreement("0001/0002"),
        agreement("2020-01-01/2020-12-31", renews=12, notice=9_999_999),
    ],
)
def test_nothing_is_reminded_of_where_nothing_ends(paper: Agreement) -> None:
    assert rungs(paper, TODAY, TASHKENT) == ()
    assert look_again(paper, TODAY, TASHKENT) is None


def test_an_agreement_whose_place_is_taken_is_not_reminded_of() -> None:
    assert rungs(agreement("2022/2027"), TODAY, TASHKENT, successor=9) == ()


def test_a_recorded_end_still_to_come_overrides_the_term() -> None:
    goals = {rung.goal for rung in rungs(agreement("2022/2030", ended="2027-05-20"), TODAY, TASHKENT)}
    assert [(goal.ladder, goal.day) for goal in goals] == [(Ladder.END, date(2027, 5, 20))]


@pytest.mark.parametrize(
    "conference", [event(), event("/2027"), event(None, None, None)], ids=["none", "start unknown", "empty"]
)
def test_an_event_without_a_first_day_is_not_reminded_of(conference: Event) -> None:
    assert rungs(conference, TODAY, TASHKENT) == ()


def test_a_deadline_written_as_an_interval_is_counted_from_its_first_day() -> None:
    found = rungs(event(None, "2027-02-01/2027-02-10", "/2027-03-01"), TODAY, TASHKENT)
    assert {str(rung.goal.day) for rung in found} == {"2027-02-01", "2027-03-01"}


@pytest.mark.parametrize(
    ("as_of", "last_word", "term_ends"),
    [
        # A first term of three years, then a year each: no renewal, one, three.
        ("2022-06-01", "2022-12-01", "2022-12-31"),
        ("2022-12-01", "2022-12-01", "2022-12-31"),
        ("2022-12-02", "2023-12-01", "2023-12-31"),
        ("2023-06-01", "2023-12-01", "2023-12-31"),
        ("2025-06-01", "2025-12-01", "2025-12-31"),
        ("2026-11-23", "2026-12-01", "2026-12-31"),
    ],
)
def test_notice_is_counted_from_the_term_that_runs(as_of: str, last_word: str, term_ends: str) -> None:
    paper = agreement("2020-01-01/2022-12-31", renews=12, notice=30)
    found = rungs(paper, date.fromisoformat(as_of), TASHKENT)
    assert [rung.step for rung in found] == ["notice-60", "notice-30", "notice-14", "notice-7", "notice-1"]
    (goal,) = {rung.goal for rung in found}
    assert (str(goal.day), goal.found and goal.found.text) == (last_word, term_ends)
    assert (goal.counted_from, goal.assumed) == ("exact", None)
    assert look_again(paper, date.fromisoformat(as_of), TASHKENT) == date.fromisoformat(
        last_word
    ) + timedelta(days=1)


def test_notice_that_is_not_recorded_is_assumed_and_said_to_be() -> None:
    (goal,) = {r.goal for r in rungs(agreement("2022-01-01/2026-12-31", renews=12), TODAY, TASHKENT)}
    assert (goal.day, goal.counted_from, goal.assumed) == (date(2027, 10, 2), "earliest", 90)


def test_notice_longer_than_the_term_reaches_over_several_terms() -> None:
    found = rungs(agreement("2026-01-01/2026-06-30", renews=6, notice=400), TODAY, TASHKENT)
    (goal,) = {rung.goal for rung in found}
    assert goal.found is not None
    assert (goal.found.text, goal.day) == ("2027-12-31", date(2026, 11, 26))


def test_notice_before_a_year_is_counted_from_its_first_day() -> None:
    (goal,) = {r.goal for r in rungs(agreement("2022/2026", renews=24, notice=30), TODAY, TASHKENT)}
    assert (goal.day, goal.last, goal.counted_from) == (date(2027, 12, 2), date(2028, 12, 1), "earliest")


def test_an_act_of_renewal_leaves_the_end_an_end() -> None:
    found = rungs(agreement("2022/2027", renews=12, renewal=Renewal.BY_ACT, notice=30), TODAY, TASHKENT)
    assert {rung.goal.ladder for rung in found} == {Ladder.END}


def test_tacit_renewal_never_rings_an_expiry() -> None:
    for year in range(2020, 2040):
        found = rungs(agreement("2022-02-01/2024-02-29", renews=12, notice=30), date(year, 1, 1), TASHKENT)
        assert {rung.goal.ladder for rung in found} == {Ladder.NOTICE}


@pytest.mark.parametrize(
    ("now", "helps"),
    [
        ("2026-11-20T03:59", []),
        ("2026-11-20T04:00", ["end-180"]),
        ("2027-04-25T10:00", ["end-30"]),
        ("2027-05-20T03:00", ["end-1"]),
        ("2027-05-20T18:00", ["end-0"]),
        ("2027-05-20T19:00", []),  # midnight in Tashkent
        ("2029-01-01T00:00", []),
    ],
)
def test_a_late_entry_is_helped_by_the_last_rung_alone(now: str, helps: list[str]) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=UTC)
    found = rungs(agreement("2022-01-01/2027-05-20"), TASHKENT.day(moment), TASHKENT)
    late = still_helpful(found, moment, TASHKENT.day(moment))
    assert [rung.step for rung in late.values()] == helps


def test_a_year_helps_until_its_last_day() -> None:
    found = rungs(agreement("2022/2027"), TODAY, TASHKENT)
    summer = datetime(2027, 7, 1, 6, tzinfo=UTC)
    assert steps(tuple(still_helpful(found, summer, date(2027, 7, 1)).values())) == ["end-0"]
    assert still_helpful(found, summer, date(2028, 1, 1)) == {}


@settings(max_examples=300)
@given(
    st.dates(date(2000, 1, 1), date(2060, 12, 31)),
    st.sampled_from(ZONES),
    st.integers(6, 22),
    st.sampled_from([0, 15, 30]),
)
def test_every_end_agrees_with_the_oracle(last_day: date, zone: str, hour: int, minute: int) -> None:
    office = Office(ZoneInfo(zone), time(hour, minute))
    found = rungs(agreement(f"1999-01-01/{last_day}"), TODAY, office)
    due = ladder("end", last_day, zone, time(hour, minute))
    # Nobody here knew of a day that was past; of one to come, the next week is planned when it has come.
    weekly = {"end+7"} if last_day >= TODAY else set()
    expected = {step: at for step, at in due.items() if "+" not in step or step in weekly}
    assert {rung.step: rung.at for rung in found} == expected


def naive_notice(first_end: date, months: int, notice: int, as_of: date) -> date:
    """Follows the terms one after another, month by month, until notice can still be given."""
    start = first_end + timedelta(days=1)
    passed, end = 0, first_end
    while end - timedelta(days=notice) < as_of:
        passed += months
        total = start.month - 1 + passed
        year, month = start.year + total // 12, total % 12 + 1
        next_start = None
        for day in range(start.day, 27, -1):
            try:
                next_start = date(year, month, day)
                break
            except ValueError:
                continue
        next_start = next_start or date(year, month, start.day)
        # A start that does not exist in its month means the term lasts to the month's end.
        end = next_start - timedelta(days=1) if next_start.day == start.day else next_start
    return end - timedelta(days=notice)


@settings(max_examples=300)
@given(
    st.dates(date(2010, 1, 1), date(2027, 12, 31)),
    st.integers(1, 60),
    st.integers(0, 400),
    st.dates(date(2010, 1, 1), date(2035, 12, 31)),
)
def test_every_notice_agrees_with_terms_followed_one_by_one(
    end: date, months: int, notice: int, as_of: date
) -> None:
    paper = agreement(f"2009-01-01/{end}", renews=months, notice=notice)
    days = {rung.goal.day for rung in rungs(paper, as_of, TASHKENT)}
    assert days == {naive_notice(end, months, notice, as_of)}


DATES = st.sampled_from(
    [
        "0001",
        "0001-01-01",
        "1969-12-31",
        "2024-02-29",
        "2026",
        "2027-24",
        "2100-06",
        "9998-12-31",
        "9999",
        "9999-12-31",
    ]
)


@settings(max_examples=600)
@given(
    DATES,
    DATES,
    st.sampled_from([None, 0, 1, 11, 1200, 10**6]),
    st.sampled_from([None, 0, 30, 4000, 10**6, 10**9]),
    st.sampled_from([date(1, 1, 1), date(1999, 12, 31), TODAY, date(2999, 12, 31)]),
    st.sampled_from(ZONES),
)
def test_no_date_that_can_be_recorded_stops_the_others(
    start: str, end: str, months: int | None, notice: int | None, as_of: date, zone: str
) -> None:
    office = Office(ZoneInfo(zone), time(23, 59))
    try:
        paper = agreement(f"{start}/{end}", renews=months, notice=notice)
    except Refused:
        return  # backwards
    conference = event(end, start, end)
    for record in (paper, conference):
        assert all(1969 <= rung.at.year <= 9999 for rung in rungs(record, as_of, office))
        again = look_again(record, as_of, office)
        assert again is None or again > as_of
