from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.edtf import Edtf, Precision, of_day
from db.refused import Refused


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2014-06-22", date(2014, 6, 22), date(2014, 6, 22), Precision.DAY),
        ("2016-02-29", date(2016, 2, 29), date(2016, 2, 29), Precision.DAY),
        ("2014-09", date(2014, 9, 1), date(2014, 9, 30), Precision.MONTH),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29), Precision.MONTH),
        ("1900-02", date(1900, 2, 1), date(1900, 2, 28), Precision.MONTH),
        ("2008", date(2008, 1, 1), date(2008, 12, 31), Precision.YEAR),
        ("2014-21", date(2014, 3, 1), date(2014, 5, 31), Precision.SEASON),
        ("2014-22", date(2014, 6, 1), date(2014, 8, 31), Precision.SEASON),
        ("2014-23", date(2014, 9, 1), date(2014, 11, 30), Precision.SEASON),
        ("2014-24", date(2014, 12, 1), date(2015, 2, 28), Precision.SEASON),
        ("2015-24", date(2015, 12, 1), date(2016, 2, 29), Precision.SEASON),
    ],
)
def test_a_date_spans_the_days_it_can_mean(
    text: str, earliest: date, latest: date, precision: Precision
) -> None:
    for mark in ("", "?", "~"):
        read = Edtf.parse(text + mark)
        assert (read.earliest, read.latest) == (earliest, latest)
        assert read.start is not None
        assert read.start.precision is precision
        assert (read.uncertain, read.approximate) == (mark == "?", mark == "~")
        assert str(read) == text + mark
        assert not read.is_interval
        assert (read.open_end, read.unknown_end, read.unknown_start) == (False, False, False)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "is_open", "unknown_start", "unknown_end"),
    [
        ("2009/2014", date(2009, 1, 1), date(2014, 12, 31), False, False, False),
        ("2014-06-22/2014-07-01", date(2014, 6, 22), date(2014, 7, 1), False, False, False),
        ("2014-06/2014", date(2014, 6, 1), date(2014, 12, 31), False, False, False),
        ("2014/2014", date(2014, 1, 1), date(2014, 12, 31), False, False, False),
        ("2007/..", date(2007, 1, 1), None, True, False, False),
        ("2008/", date(2008, 1, 1), None, False, False, True),
        ("/2014", None, date(2014, 12, 31), False, True, False),
        ("2009~/2014?", date(2009, 1, 1), date(2014, 12, 31), False, False, False),
    ],
)
def test_an_interval_keeps_what_is_not_known_unknown(
    text: str,
    earliest: date | None,
    latest: date | None,
    is_open: bool,
    unknown_start: bool,
    unknown_end: bool,
) -> None:
    read = Edtf.parse(text)
    assert read.is_interval
    assert (read.earliest, read.latest) == (earliest, latest)
    assert (read.open_end, read.unknown_start, read.unknown_end) == (is_open, unknown_start, unknown_end)
    assert read.day is None


@pytest.mark.parametrize(
    "text",
    "|/|/..|../2014|..|2014/..?|2014-13|2014-00|2015-02-29|2014-02-30|2014-06-31|0000|2014-25|2014-20|14"
    "|201|20145|2014-6-1|2014 |\n2014|2014\n|2014?~|2014%|?2014|2014-?|2014-06-22T10:00"
    "|2014/2015/2016|2014//2015|22.06.2014"
    "|June 2014|20１4|٢٠١٤|-2014|Y2014|201X|2014-XX|[2014,2015]|2014-21-01|1/2|2014-06-22/ 2014-07-01".split(
        "|"
    ),
)
def test_all_else_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"^date-unreadable") as refused:
        Edtf.parse(text)
    assert refused.value.values["value"] == text


@pytest.mark.parametrize(
    "text", ["2014/2009", "2014-06-22/2014-06-21", "2014-06-22/2014-05", "2014-07/2014-21", "2015/2014-12-31"]
)
def test_an_end_before_its_start_is_refused(text: str) -> None:
    with pytest.raises(Refused, match=r"^date-backwards"):
        Edtf.parse(text)


@given(st.text(alphabet="0123456789-/.?~ ", max_size=24))
def test_reading_gives_the_text_back_or_refuses(text: str) -> None:
    try:
        read = Edtf.parse(text)
    except Refused:
        return
    assert str(read) == text
    assert read == Edtf.parse(text)
    if read.earliest and read.latest:
        assert read.earliest <= read.latest


@given(st.dates())
def test_every_day_there_is_can_be_written(day: date) -> None:
    written = of_day(day)
    assert written.day == day
    assert written.earliest == written.latest == day


@given(st.dates(max_value=date(9000, 1, 1)))
def test_a_month_is_as_long_as_the_calendar_says(day: date) -> None:
    month = Edtf.parse(f"{day:%Y-%m}" if day.year > 999 else f"{day.year:04}-{day.month:02}")
    assert month.earliest is not None
    assert month.latest is not None
    assert month.earliest <= day <= month.latest
    assert (month.latest + timedelta(days=1)).day == 1
    assert month.earliest.day == 1
