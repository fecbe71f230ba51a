"""How often a series comes round, from its editions."""

import pytest

from bot.remind.series import months_between
from db.edtf import Edtf, Point


def starts(*dates: str) -> list[Point]:
    """Where these dates begin."""
    return [start for date in dates if (start := Edtf.parse(date).start)]


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        (("2010", "2012", "2014"), 24),
        (("2014-06", "2010", "2012-09-01/2012-09-04"), 24),
        (("2010", "2011", "2014"), 12),
        (("2013-04", "2013-11", "2014-04"), 12),
        (("2005", "2010"), 60),
        (("2004", "2010"), None),
    ],
)
@pytest.mark.parametrize("recurring", [True, False])
def test_the_years_between_editions_say_how_often_it_comes(
    dates: tuple[str, ...], months: int | None, recurring: bool
) -> None:
    assert months_between(starts(*dates), recurring=recurring) == months


def test_one_edition_says_nothing_unless_the_series_is_said_to_recur() -> None:
    assert months_between(starts("2014"), recurring=True) == 12
    assert months_between(starts("2014-04", "2014-10"), recurring=True) == 12
    assert months_between(starts("2014"), recurring=False) is None
    assert months_between([], recurring=True) is None
