"""Which groups of a ranking are told."""

import pytest

from db.placing import leading
from db.query import Measure, Query
from db.result import Portion
from db.vocabulary import Direction, Exchange, Sheet

ONE = Exchange(no=1, id="x", partner=1, direction=Direction.SENT, quantity=1)
PORTIONS = [Portion(key, figure, (ONE,)) for key, figure in ((1, 5), (2, 9), (3, 9), (4, 2), (None, 70))]
PORTIONS += [Portion(5, 0, (ONE,), (ONE,))]


@pytest.mark.parametrize(
    ("limit", "nth", "descending", "keys"),
    [
        (None, None, True, [2, 3]),
        (1, None, False, [4]),
        (3, None, True, [2, 3, 1]),
        (None, 1, True, [2, 3]),
        (None, 3, True, [1]),
        (None, 4, True, [4]),
        (None, 5, True, []),
    ],
)
def test_the_first_or_the_one_at_a_place_with_its_equals(
    limit: int | None, nth: int | None, descending: bool, keys: list[int]
) -> None:
    query = Query(subject=Sheet.EXCHANGES, measure=Measure.RANK, limit=limit, nth=nth, descending=descending)
    assert [portion.key for portion in leading(PORTIONS, query)] == keys
