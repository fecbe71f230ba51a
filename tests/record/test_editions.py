"""The next edition of an event: its weeks and days of the week, its name, and nothing of what came of it."""

import pytest

from bot.record.editions import next_edition, wished
from db.edtf import Edtf
from db.vocabulary import Event, Names, Row

IFLA: Row = {
    "id": "e1", "title_en": "IFLA Congress 2026", "title_ru": "Конгресс ИФЛА 2026", "kind": "congress",
    "series": "s1", "edition": "91", "date": "2026-08-10/2026-08-14", "city": "Busan", "country": "KR",
    "topic": "Reading", "submission_deadline": "2026-02-02", "note": "a success",
}  # fmt: skip


def test_dates_move_by_whole_weeks_and_results_stay_behind() -> None:
    entry = next_edition(IFLA)
    assert entry.row == {
        "id": "new1", "title_en": "IFLA Congress 2027", "title_ru": "Конгресс ИФЛА 2027", "kind": "congress",
        "series": "s1", "edition": "92", "date": "2027-08-09/2027-08-13", "city": "Busan", "country": "KR",
        "submission_deadline": "2027-02-01",
    }  # fmt: skip
    assert entry.doubts >= {"date", "city", "country"}


@pytest.mark.parametrize(
    ("date", "years", "there"),
    [
        ("2024-02-29", 1, "2025-02-27"),
        ("2026-12-31", 2, "2028-12-28"),
        ("2026-05", 1, "2027-05"),
        ("2026", 3, "2029"),
        ("2026-04/2026-05", 1, "2027-04/2027-05"),
    ],
)
def test_what_is_known_to_the_month_or_year_moves_by_years(date: str, years: int, there: str) -> None:
    assert next_edition({"title_en": "A", "date": date}, years).row["date"] == there


def event(no: int, title: str, date: str) -> Event:
    return Event(no=no, id=f"e{no}", titles=Names(en=title), date=Edtf.parse(date))


EVENTS = (
    event(1, "IFLA Congress", "2026-08"),
    event(2, "Book Fair", "2026"),
    event(3, "IFLA Congress", "2025-08"),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("IFLA 2027 like 2026", (1, 1)),
        ("IFLA 2028 как 2025", (3, 3)),
        ("IFLA 2027 2026 kabi", (1, 1)),
        ("Book fair 2027 2026дек", None),
        ("IFLA 2027 like 2024", None),
        ("IFLA 2026 and 2027", None),
        ("2027 like 2026", None),
        ("How many books like these?", None),
    ],
)
def test_an_event_like_an_earlier_one_is_wished_for(text: str, found: tuple[int, int] | None) -> None:
    wish = wished(text, EVENTS)
    assert (wish and (wish.event, wish.years)) == found
