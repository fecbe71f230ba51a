"""A renewal follows the old term by calendar months, its last day inclusive."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.record.renewing import next_term, renewed
from db.edtf import Edtf
from db.vocabulary import Agreement, Language, Renewal

TODAY = date(2026, 11, 23)


def paper(term: str, months: int | None = None, renewal: Renewal | None = None) -> Agreement:
    written = Edtf.parse(term) if term else None
    return Agreement(no=1, id="a1", partner=1, term=written, renews_months=months, renewal=renewal)


@pytest.mark.parametrize(
    ("term", "follows"),
    [
        ("2021-12-24/2026-12-23", ("2026-12-24", "2031-12-23")),
        ("2024-01-01/2024-12-31", ("2025-01-01", "2025-12-31")),
        ("2023-03-01/2024-02-29", ("2024-03-01", "2025-02-28")),
        ("2024-02-29/2025-02-28", ("2025-03-01", "2026-02-28")),
        ("2026-01-31/2026-02-28", ("2026-03-01", "2026-03-31")),
        ("2026-01-15/2026-03-02", None),
        ("2020/2026", None),
        ("2020-01-01/2026-12-31?", None),
        ("2020/..", None),
        ("2020/", None),
        ("", None),
    ],
)
def test_the_term_that_follows(term: str, follows: tuple[str, str] | None) -> None:
    found = next_term(paper(term), TODAY)
    assert (tuple(map(str, found)) if found else None) == follows


def test_the_length_that_is_recorded_goes_before_that_of_the_term() -> None:
    found = next_term(paper("2020-05-04/2026-12-31", 12, Renewal.BY_ACT), TODAY)
    assert found == (date(2027, 1, 1), date(2027, 12, 31))


@given(st.dates(date(1990, 1, 1), date(2080, 1, 1)), st.integers(1, 240))
def test_no_day_is_lost_or_counted_twice_over_many_renewals(first: date, months: int) -> None:
    eve = first - timedelta(days=1)
    total = eve.year * 12 + eve.month - 1 + months
    last = date(total // 12, total % 12 + 1, 1) + timedelta(days=13)
    term = next_term(paper(f"{first}/{last}", months), first)
    assert term is not None
    assert term[0] == last + timedelta(days=1)
    after = term[1] + timedelta(days=1)
    # A day that the later month does not have is followed by the first of the next.
    away = (after.year - term[0].year) * 12 + after.month - term[0].month
    assert away == months
    assert after.day == term[0].day


def test_where_the_term_is_not_told_to_the_day_it_is_asked_for() -> None:
    row = {"id": "a1", "partner": "p1", "kind": "memorandum", "note": "in the safe", "responsible": "Sardor"}
    draft = renewed(paper("2020/2026"), row, TODAY, "k", Language.EN)
    assert draft.asking is not None
    assert draft.asking.field == "term"
    (entry,) = draft.entries
    assert entry.row == {
        "id": "new1", "partner": "p1", "kind": "memorandum", "responsible": "Sardor", "replaces": "a1",
    }  # fmt: skip
