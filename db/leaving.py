"""What a query leaves out, as SQL: whoever and whatever is none of those."""

from __future__ import annotations

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


def is_none_of(column: sa.ColumnElement[Any], values: tuple[Any, ...]) -> Clause:
    return sa.or_(column.is_(None), column.not_in(values))


def kinds_of(query: Query, column: sa.ColumnElement[Any]) -> list[Clause]:
    apart = query.besides.kinds if query.besides else ()
    return [column.in_(query.kinds)] * bool(query.kinds) + [is_none_of(column, apart)] * bool(apart)


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
