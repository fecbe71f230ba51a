"""What a query takes and leaves out, as SQL: whoever and whatever is one, or none, of those."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from db import partners
from db.query import Besides, Query

Clause = sa.ColumnElement[bool]


def not_those(besides: Besides) -> list[Clause]:
    """Partners who are none of those that are left out."""
    c = partners.table.c
    apart = ((c.no, besides.partners), (c.country, besides.countries), (c.city, besides.cities),
             (c.kind, besides.partner_kinds))  # fmt: skip
    return [is_none_of(column, values) for column, values in apart if values]


def among(column: sa.ColumnElement[Any], values: Sequence[object]) -> Clause:
    """Mostly there is one, and a list of one takes twice as long to say as the value itself."""
    return column == values[0] if len(values) == 1 else column.in_(values)


def is_none_of(column: sa.ColumnElement[Any], values: tuple[Any, ...]) -> Clause:
    return sa.or_(column.is_(None), column.not_in(values))


def kinds_of(query: Query, column: sa.ColumnElement[Any]) -> list[Clause]:
    clauses = [among(column, query.kinds)] if query.kinds else []
    if query.besides and query.besides.kinds:
        clauses.append(is_none_of(column, query.besides.kinds))
    return clauses


def held_elsewhere(query: Query, c: Any) -> list[Clause]:
    """Events that were not there and not with them."""
    if query.besides is None:
        return []
    apart = query.besides
    told = ((c.country, apart.countries), (c.city, apart.cities), (c.host_partner, apart.partners))
    return [is_none_of(column, values) for column, values in told if values]


def of_other_things(query: Query, c: Any) -> list[Clause]:
    """Exchanges of other materials, on other grounds."""
    if query.besides is None:
        return []
    told = ((c.material, query.besides.materials), (c.basis, query.besides.bases))
    return [is_none_of(column, values) for column, values in told if values]
