"""What people write when they arrange reminders, and the names and stages that follow from it."""

from collections.abc import Callable
from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from bot.faults import UserFault
from bot.remind.approving import next_stage
from bot.remind.arranging import day_of, days_of, hour_of, special_days, stages_of
from bot.remind.ladder import Rules
from bot.remind.notice import Ladder, step_name, step_of
from bot.remind.workdays import Office
from db.edtf import Edtf
from db.vocabulary import Approval, Outcome


@pytest.mark.parametrize(
    ("ladder", "text", "days"),
    [
        (Ladder.END, "90, 30, 7, 0", (90, 30, 7, 0)),
        (Ladder.END, "7;90 30;30", (90, 30, 7)),
        (Ladder.STAGE, "20, 10", (10, 20)),
        (Ladder.AFTER, "7, 0, 30", (-7, -30)),
        (Ladder.END, "730", (730,)),
        (Ladder.END, "10 9 8 7 6 5 4 3 2 1", (10, 9, 8, 7, 6, 5, 4, 3, 2, 1)),
    ],
)
def test_the_days_of_a_ladder_are_read_as_they_are_written(
    ladder: Ladder, text: str, days: tuple[int, ...]
) -> None:
    assert days_of(ladder, text) == days


@pytest.mark.parametrize(
    ("text", "hour"), [("9:30", time(9, 30)), (" 23.59 ", time(23, 59)), ("0:00", time(0))]
)
def test_an_hour_is_read(text: str, hour: time) -> None:
    assert hour_of(text) == hour


@pytest.mark.parametrize("text", ["20.03.2027", "2027-03-20", " 20.3.2027"])
def test_a_day_is_read(text: str) -> None:
    assert day_of(text) == date(2027, 3, 20)


def test_stages_are_lines() -> None:
    assert stages_of(" Lawyers \n\nRector\nLawyers\n") == ("Lawyers", "Rector")
    assert stages_of("Cabinet\nМИД") == ("Cabinet of Ministers", "Ministry of Foreign Affairs")
    assert len(stages_of("\n".join(f"{n}" for n in range(10)))) == 10


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (lambda text: days_of(Ladder.END, text), ""),
        (lambda text: days_of(Ladder.END, text), "731"),
        (lambda text: days_of(Ladder.END, text), "30, soon"),
        (lambda text: days_of(Ladder.END, text), "11 10 9 8 7 6 5 4 3 2 1"),
        (hour_of, "24:00"),
        (hour_of, "9:60"),
        (hour_of, "nine"),
        (day_of, "31.02.2027"),
        (day_of, "tomorrow"),
        (stages_of, " \n "),
        (stages_of, "\n".join(f"{n}" for n in range(11))),
        (stages_of, "x" * 121),
    ],
)
def test_anything_else_is_refused(read: Callable[[str], object], text: str) -> None:
    with pytest.raises(UserFault):
        read(text)


def test_special_days_are_holidays_and_moved_days_alone() -> None:
    moved = frozenset({(date(2027, 3, 13), True), (date(2027, 3, 15), False)})
    office = Office(ZoneInfo("Asia/Tashkent"), time(9), "UZ", 5, moved)
    found = special_days(Rules(office), date(2027, 3, 1))
    assert (date(2027, 3, 8), False) in found
    assert (date(2027, 3, 13), True) in found
    assert (date(2027, 3, 15), False) in found
    assert not {date(2027, 3, 4), date(2027, 3, 14)} & {day for day, _ in found}


@pytest.mark.parametrize(
    ("ladder", "days", "name"),
    [
        (Ladder.END, 30, "end-30"),
        (Ladder.END, 0, "end-0"),
        (Ladder.SHIPMENT, -45, "shipment+45"),
        (Ladder.REVIEW, 0, "review"),
    ],
)
def test_a_step_is_named_after_its_ladder_and_day_and_read_back(ladder: Ladder, days: int, name: str) -> None:
    assert step_name(ladder, days) == name
    assert step_of(name) == (ladder, days)


def stage(no: int, name: str, sent: str, outcome: Outcome | None = None) -> Approval:
    """A stage of a draft's approval."""
    return Approval(no=no, agreement=1, stage=name, sent=Edtf.parse(sent), outcome=outcome)


def test_what_comes_next_follows_the_order_of_the_stages() -> None:
    order = ("First", "Second", "Third")
    first = stage(1, "First", "2026-01-05", Outcome.APPROVED)
    assert next_stage([], order) == "First"
    assert next_stage([first], order) == "Second"
    assert next_stage([first, stage(2, "Second", "2026-02-05", Outcome.RETURNED)], order) == "Second"
    assert next_stage([first, stage(2, "Third", "2026-02-05", Outcome.APPROVED)], order) is None
    assert next_stage([stage(1, "Elsewhere", "2026-01-05", Outcome.APPROVED)], order) is None
