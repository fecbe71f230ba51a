from datetime import date

import pytest

from db.query import Condition, Field, Group, Having, Measure, Query, Span, Unit
from db.vocabulary import Basis, Direction, Sheet

QUERIES = (
    Query(subject=Sheet.EXCHANGES, measure=Measure.SUM, unit=Unit.COPIES, partners=(3, 5),
        direction=Direction.SENT,
          basis=Basis.GIFT, dated=Span(date(2014, 1, 1), None), group=Group.YEAR, limit=3, descending=False),
    Query(subject=Sheet.PARTNERS, measure=Measure.LIST, having=(Having(Sheet.EXCHANGES, any=False,
        direction=Direction.SENT),)),
    Query(subject=Sheet.AGREEMENTS, measure=Measure.FIELD, fields=(Field.END, Field.START),
        conditions=(Condition.OPEN,), upcoming=True),
)  # fmt: skip


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_told_as_json_is_read_back_the_same(query: Query) -> None:
    assert Query.of_json(query.as_json()) == query


@pytest.mark.parametrize(
    "told", [{"subject": "weather"}, {"subject": "partners", "measure": "list", "sql": "DROP"}, {}]
)
def test_what_is_no_query_is_refused(told: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Query.of_json(told)
