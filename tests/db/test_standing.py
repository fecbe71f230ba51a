from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.edtf import Edtf
from db.standing import InForce, Standing, State, in_force_during, renewal, standing
from db.vocabulary import Agreement, AgreementState, Renewal

DAY = timedelta(days=1)


def agreement(term: str | None = None, **said: object) -> Agreement:
    known: dict[str, Any] = {"term": Edtf.parse(term) if term else None, **said}
    for name in {"signed", "ended"} & set(said):
        known[name] = Edtf.parse(str(said[name]))
    return Agreement(no=1, id="a1", partner=1, **known)


def full_months(anchor: date, day: date) -> int:
    """How many whole months have gone by since the anchor, as one counts on one's fingers."""
    months = (day.year - anchor.year) * 12 + day.month - anchor.month
    return months - 1 if day.day < anchor.day else months


def naive_terms(first_end: date, months: int, times: int) -> list[tuple[date, date]]:
    """The renewed terms found by walking through the calendar one day at a time."""
    anchor = first_end + DAY
    terms: list[tuple[date, date]] = []
    start = day = anchor
    while len(terms) < times:
        if full_months(anchor, day + DAY) >= months * (len(terms) + 1):
            terms.append((start, day))
            start = day + DAY
        day += DAY
    return terms


@pytest.mark.parametrize(
    ("old_end", "months", "times", "first", "last"),
    [
        ("2014-12-31", 12, 1, "2015-01-01", "2015-12-31"),
        ("2016-02-29", 12, 1, "2016-03-01", "2017-02-28"),
        ("2016-02-29", 12, 4, "2019-03-01", "2020-02-29"),
        ("2015-02-28", 12, 1, "2015-03-01", "2016-02-29"),
        ("2016-02-28", 12, 1, "2016-02-29", "2017-02-28"),
        ("2016-02-28", 12, 4, "2019-03-01", "2020-02-28"),
        ("2015-01-30", 1, 1, "2015-01-31", "2015-02-28"),
        ("2015-01-30", 1, 2, "2015-03-01", "2015-03-30"),
        ("2015-01-31", 1, 1, "2015-02-01", "2015-02-28"),
        ("2014-06-22", 36, 1, "2014-06-23", "2017-06-22"),
    ],
)
def test_a_renewal_begins_the_day_after_and_lasts_calendar_months(
    old_end: str, months: int, times: int, first: str, last: str
) -> None:
    assert renewal(date.fromisoformat(old_end), months, times) == (
        date.fromisoformat(first),
        date.fromisoformat(last),
    )


@settings(max_examples=300)
@given(st.dates(date(1995, 1, 1), date(2045, 1, 1)), st.integers(1, 26), st.integers(1, 4))
def test_renewals_agree_with_walking_through_the_calendar(end: date, months: int, times: int) -> None:
    walked = naive_terms(end, months, times)
    assert [renewal(end, months, count) for count in range(1, times + 1)] == walked


@settings(max_examples=300)
@given(
    st.dates(date(1995, 1, 1), date(2045, 1, 1)),
    st.integers(1, 26),
    st.integers(-40, 1200),
    st.none() | st.integers(0, 200),
)
def test_the_running_term_agrees_with_walking_through_the_calendar(
    end: date, months: int, later: int, notice: int | None
) -> None:
    today = end + later * DAY
    found = standing(agreement(f"1994/{end}", renews_months=months, notice_days=notice), today)
    terms: list[tuple[date | None, date]] = [
        (None, end),
        *naive_terms(end, months, 1200 // (28 * months) + 2),
    ]
    times = next(index for index, (_, last) in enumerate(terms) if last >= today)
    first, last = terms[times]
    assert found.state is State.IN_FORCE
    assert (found.renewals, found.term_start, found.latest_end) == (times, first, last)
    assert found.end == Edtf.parse(last.isoformat())
    assert found.notice_by == (None if notice is None else last - notice * DAY)


def test_the_last_day_is_inclusive() -> None:
    paper = agreement("2014-06-22/2017-06-21")
    assert standing(paper, date(2014, 6, 21)).state is State.UPCOMING
    assert standing(paper, date(2014, 6, 22)).state is State.IN_FORCE
    assert standing(paper, date(2017, 6, 21)).state is State.IN_FORCE
    assert standing(paper, date(2017, 6, 22)).state is State.ENDED
    assert all(standing(paper, day).certain for day in (date(2014, 6, 21), date(2017, 6, 22)))


def test_a_year_as_end_means_until_its_last_day_known_only_to_the_year() -> None:
    paper = agreement("2009/2014")
    before, within, after = (
        standing(paper, day) for day in (date(2013, 12, 31), date(2014, 7, 1), date(2015, 1, 1))
    )
    assert (before.state, before.certain) == (State.IN_FORCE, True)
    assert (within.state, within.certain) == (State.IN_FORCE, False)
    assert (after.state, after.certain) == (State.ENDED, True)
    assert within.end == Edtf.parse("2014")
    assert (within.earliest_end, within.latest_end) == (date(2014, 1, 1), date(2014, 12, 31))
    assert within.term_start is None


@pytest.mark.parametrize(
    ("paper", "state", "certain"),
    [
        (agreement("2007/.."), State.IN_FORCE, True),
        (agreement("2007/..", renews_months=12), State.IN_FORCE, True),
        (agreement("2008/"), State.END_NOT_RECORDED, False),
        (agreement("2008/", renews_months=12), State.END_NOT_RECORDED, False),
        (agreement(None), State.TERM_NOT_RECORDED, False),
        (agreement(None, signed="2014-01-01"), State.TERM_NOT_RECORDED, False),
        (agreement("2017/2020"), State.UPCOMING, True),
        (agreement("2017/"), State.UPCOMING, True),
        (agreement("2016/2020"), State.IN_FORCE, False),
        (agreement("/2018"), State.IN_FORCE, False),
        (agreement("/2018", signed="2015-03-01"), State.IN_FORCE, True),
        (agreement("/2014"), State.ENDED, True),
        (agreement("2010/2014~"), State.ENDED, False),
        (agreement("2010/2020", state=AgreementState.DRAFT), State.DRAFT, True),
        (agreement("2010/2020", state=AgreementState.TERMINATED), State.TERMINATED, True),
        (agreement("2010/2020", state=AgreementState.REPLACED), State.REPLACED, True),
        (agreement("2010/..", state=AgreementState.TERMINATED), State.TERMINATED, True),
        (agreement("2010/2020", ended="2015-03-01"), State.ENDED, True),
        (agreement("2010/2020", ended="2016-07-01"), State.IN_FORCE, True),
        (agreement("2010/2012", ended="2019"), State.IN_FORCE, True),
        (agreement("2010/2020", ended="2016"), State.IN_FORCE, False),
        (agreement("2010/2020", ended="2016", state=AgreementState.TERMINATED), State.TERMINATED, False),
        (agreement("2010/2020", ended="2016-07-01", state=AgreementState.TERMINATED), State.IN_FORCE, True),
        (agreement("2010/2020", ended="2017", state=AgreementState.TERMINATED), State.IN_FORCE, True),
        (agreement(None, ended="2015"), State.ENDED, True),
        (agreement("2010/2014", renews_months=12, renewal=Renewal.BY_ACT), State.ENDED, True),
        (agreement("2010/2014", renews_months=12, ended="2015"), State.ENDED, True),
        (agreement("2010/2014", renews_months=0), State.ENDED, True),
        (agreement("2010/2014", renews_months=12, renewal=Renewal.TACIT), State.IN_FORCE, True),
        (agreement("2010/2014", renews_months=12), State.IN_FORCE, True),
        (agreement("2017/2018", renews_months=12), State.UPCOMING, True),
    ],
)
def test_what_is_recorded_means(paper: Agreement, state: State, certain: bool) -> None:
    found = standing(paper, date(2016, 7, 1))
    assert (found.state, found.certain) == (state, certain)


def test_a_renewed_year_stays_a_year_and_a_renewed_month_a_month() -> None:
    today = date(2016, 7, 1)
    assert standing(agreement("2010/2014", renews_months=12), today).end == Edtf.parse("2016")
    assert standing(agreement("2010/2014?", renews_months=24), today).end == Edtf.parse("2016?")
    assert standing(agreement("2010/2014-09", renews_months=6), today).end == Edtf.parse("2016-09")
    assert standing(agreement("2010/2014-22", renews_months=12), today).end == Edtf.parse("2016-22")
    uneven = standing(agreement("2010/2014", renews_months=7), today)
    assert uneven.end is None
    assert (uneven.earliest_end, uneven.latest_end) == (date(2015, 10, 1), date(2016, 9, 30))


def test_renewals_end_where_the_calendar_does() -> None:
    paper = agreement("2010/9998-12-31", renews_months=1200)
    assert standing(paper, date(9999, 12, 31)).latest_end == date.max


@pytest.mark.parametrize(
    ("paper", "first", "last", "expected"),
    [
        (agreement("2009/2014"), "2015-01-01", "2015-12-31", InForce.NO),
        (agreement("2009/2014"), "2014-06-01", "2014-06-01", InForce.YES),
        (agreement("2009/2014"), "2008-01-01", "2009-12-31", InForce.YES),
        (agreement("2009/2014"), "2007-01-01", "2008-12-31", InForce.NO),
        (agreement("2008/"), "2008-01-01", "2008-12-31", InForce.YES),
        (agreement("2008/"), "2010-01-01", "2010-12-31", InForce.UNKNOWN),
        (agreement("2008/"), "2007-01-01", "2007-12-31", InForce.NO),
        (agreement("2007/.."), "2030-01-01", "2030-12-31", InForce.YES),
        (agreement("/2014"), "2014-01-01", "2014-12-31", InForce.YES),
        (agreement("/2014"), "2010-01-01", "2010-12-31", InForce.UNKNOWN),
        (agreement("/2014"), "2015-01-01", "2015-12-31", InForce.NO),
        (agreement("/2014", signed="2009-05-01"), "2010-01-01", "2010-12-31", InForce.YES),
        (agreement(None), "2010-01-01", "2010-12-31", InForce.UNKNOWN),
        (agreement("2009/2014", renews_months=12), "2030-01-01", "2030-12-31", InForce.YES),
        (
            agreement("2009/2014", renews_months=12, renewal=Renewal.BY_ACT),
            "2030-01-01",
            "2030-01-01",
            InForce.NO,
        ),
        (agreement("2009/2020", ended="2012-05-01"), "2012-05-02", "2012-12-31", InForce.NO),
        (agreement("2009/2020", ended="2012-05-01"), "2012-05-01", "2012-05-01", InForce.YES),
        (
            agreement("2009/2020", state=AgreementState.TERMINATED),
            "2012-01-01",
            "2012-12-31",
            InForce.UNKNOWN,
        ),
        (agreement("2009/2020", state=AgreementState.TERMINATED), "2009-01-01", "2009-12-31", InForce.YES),
        (agreement("2009/2020", state=AgreementState.DRAFT), "2012-01-01", "2012-12-31", InForce.NO),
    ],
)
def test_whether_it_was_in_force_during(paper: Agreement, first: str, last: str, expected: InForce) -> None:
    assert in_force_during(paper, date.fromisoformat(first), date.fromisoformat(last)) is expected


@settings(max_examples=300)
@given(
    st.builds(
        agreement,
        st.sampled_from(
            ["2009/2014", "2009-02-28/2014-02-28", "2007/..", "2012-03/2013-22", "2010-05-05/2016-01-31"]
        ),
        renews_months=st.sampled_from([0, 1, 12, 36]),
        state=st.sampled_from([None, AgreementState.DRAFT]),
    ),
    st.dates(date(2006, 1, 1), date(2020, 12, 31)),
)
def test_a_day_and_a_period_of_one_day_say_the_same(paper: Agreement, day: date) -> None:
    found: Standing = standing(paper, day)
    in_force = in_force_during(paper, day, day) is InForce.YES
    assert in_force == (found.state is State.IN_FORCE)
