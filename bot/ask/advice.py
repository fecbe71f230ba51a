"""What a language model may say of a question that the parser declined: a query of closed choices or nothing.

It names records by numbers that it was given and everything else by words of closed lists, so no text of its
own can reach a person. Whatever does not fit to the letter counts as nothing. Pure.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bot.language.names import Gazetteer
from db.kinds import AGREEMENT_KINDS, EVENT_KINDS, MATERIALS, PARTNER_KINDS
from db.query import Field, Group, Measure, Query, Unit
from db.vocabulary import (
    Basis,
    Direction,
    Language,
    Sheet,
)

MOST_PARTNERS = 300
"""Partners that are told to the model."""
_MOST_VALUES, _MOST_ROWS = 20, 60

_SUBJECTS = (Sheet.PARTNERS, Sheet.AGREEMENTS, Sheet.EXCHANGES, Sheet.EVENTS, Sheet.PROGRAMMES)
_MEASURES = (
    Measure.EXISTS, Measure.COUNT, Measure.SUM, Measure.LIST, Measure.FIRST, Measure.LAST, Measure.FIELD,
    Measure.BALANCE,
)  # fmt: skip
_WANTED: Mapping[Sheet, tuple[Field, ...]] = {
    Sheet.PARTNERS: (Field.CITY, Field.COUNTRY, Field.WEBSITE),
    Sheet.AGREEMENTS: (Field.START, Field.END, Field.TERM, Field.SIGNED, Field.NUMBER, Field.KIND),
    Sheet.EVENTS: (Field.DATE, Field.PLACE, Field.HOST, Field.TOPIC),
    Sheet.EXCHANGES: (), Sheet.PROGRAMMES: (Field.START, Field.END),
}  # fmt: skip
_FIELDS = tuple(dict.fromkeys(field for fields in _WANTED.values() for field in fields))
_GROUPS = (Group.YEAR, Group.PARTNER, Group.COUNTRY)
_KINDS = (*PARTNER_KINDS, *AGREEMENT_KINDS, *EVENT_KINDS)
_SUMMED = frozenset((Measure.SUM, Measure.BALANCE))


def messages(text: str, gazetteer: Gazetteer, today: date) -> list[dict[str, str]]:
    """The question as it is put to the model, with the partners it may name."""
    known = list(gazetteer.partners.values())[:MOST_PARTNERS]
    told = {
        "today": today.isoformat(),
        "partners": {partner.no: partner.names.best(Language.EN) for partner in known},
    }
    wanted = "Translate the question into one query over a registry of partners, as JSON of the schema."
    return [
        {"role": "system", "content": f"{wanted}\n{json.dumps(told, ensure_ascii=False)}"},
        {"role": "user", "content": text},
    ]


def schema() -> dict[str, Any]:
    """The JSON schema of a query that may be returned."""
    many = {name: {"type": "array", "items": {"enum": list(values)}} for name, values in _LISTS.items()}
    one = {name: {"enum": list(values)} for name, values in _CHOICES.items()}
    numbers = {"type": "array", "items": {"type": "integer"}}
    text = {"type": "array", "items": {"type": "string"}}
    day = {"type": "string", "format": "date"}
    span = {"type": "object", "properties": {"first": day, "last": day}, "required": ["first", "last"]}
    properties = {**one, **many, "partners": numbers, "countries": text, "dated": span, "at": span,
                  "limit": {"type": "integer"}}  # fmt: skip
    return {"type": "object", "properties": properties, "required": ["subject", "measure"],
            "additionalProperties": False}  # fmt: skip


_CHOICES: Mapping[str, tuple[str, ...]] = {
    "subject": _SUBJECTS, "measure": _MEASURES, "unit": (Unit.RECORDS, Unit.COPIES, Unit.TITLES),
    "direction": tuple(Direction), "basis": tuple(Basis), "group": _GROUPS,
}  # fmt: skip
_LISTS: Mapping[str, tuple[str, ...]] = {
    "fields": _FIELDS, "materials": MATERIALS, "kinds": _KINDS, "partner_kinds": PARTNER_KINDS,
}  # fmt: skip


def read_query(content: str, gazetteer: Gazetteer) -> Query | None:
    """The query that the model returned; None for whatever is not one to the letter."""
    try:
        told = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not all(_fits(name, told[name], gazetteer) for name in told):
        return None
    try:
        query = Query.of_json(told)
    except (KeyError, TypeError, ValueError):
        return None
    return query if _makes_sense(query) else None


def _fits(name: str, value: Any, gazetteer: Gazetteer) -> bool:
    if name in _CHOICES:
        return isinstance(value, str) and value in _CHOICES[name]
    if name in _LISTS:
        return _is_list(value, lambda item: isinstance(item, str) and item in _LISTS[name])
    if name == "partners":
        return _is_list(value, lambda item: type(item) is int and item in gazetteer.partners)
    if name == "countries":
        return _is_list(value, lambda item: isinstance(item, str) and item in gazetteer.partner_places)
    if name in {"dated", "at"}:
        return isinstance(value, dict) and set(value) == {"first", "last"} and _is_span(value)
    return name == "limit" and type(value) is int and 0 < value <= _MOST_ROWS


def _is_list(value: Any, fits: Callable[[Any], bool]) -> bool:
    return isinstance(value, list) and len(value) <= _MOST_VALUES and all(fits(item) for item in value)


def _is_span(value: dict[str, Any]) -> bool:
    try:
        first, last = (date.fromisoformat(value[bound]) for bound in ("first", "last"))
    except (TypeError, ValueError):
        return False
    return first <= last


def _makes_sense(query: Query) -> bool:
    """Whether the subject has what is asked of it."""
    if query.measure is Measure.FIELD and not query.fields:
        return False
    counted = query.unit is not Unit.RECORDS
    exchanged = query.subject is Sheet.EXCHANGES
    return (
        set(query.fields) <= set(_WANTED[query.subject])
        and (not counted or exchanged)
        and (query.measure not in _SUMMED or counted)
        and (query.at is None or query.subject is Sheet.AGREEMENTS)
    )
