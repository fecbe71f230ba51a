"""Every query that an endpoint may return can be answered and worded; what is none is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.ask import advice
from bot.ask.answer import Question
from bot.ask.engine import again
from bot.show import further
from bot.words import Words
from db.vocabulary import Language, Role
from tests.ask.conftest import Opened
from tests.ask.world import TODAY

PROPERTIES: dict[str, Any] = advice.schema()["properties"]
SPAN = st.fixed_dictionaries(
    {"first": st.just("2014-01-01"), "last": st.sampled_from(["2014-12-31", "2027-01-01"])}
)
VALUES = {
    **{name: st.sampled_from(kind["enum"]) for name, kind in PROPERTIES.items() if "enum" in kind},
    **{
        name: st.lists(st.sampled_from(kind["items"]["enum"]), max_size=2)
        for name, kind in PROPERTIES.items()
        if "enum" in kind.get("items", ())
    },
    "partners": st.lists(st.integers(1, 3), max_size=2), "countries": st.lists(st.sampled_from(["PL", "LV"])),
    "dated": SPAN, "at": SPAN, "limit": st.integers(1, 60),
}  # fmt: skip
NEEDED = ("subject", "measure")
QUERIES = st.fixed_dictionaries(
    {name: VALUES[name] for name in NEEDED},
    optional={name: value for name, value in VALUES.items() if name not in NEEDED},
)


@given(told=QUERIES)
@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_passes_can_be_answered_and_worded(library: Opened, told: dict[str, Any]) -> None:
    query = advice.read_query(json.dumps(told), library.names)
    if query is None:
        return
    with library.store.read() as session:
        answer = again(session, Question("?", Language.RU, TODAY, Role.STAFF), query, library.names)
        assert further.reply(answer, 1, Role.STAFF, Words(Language.RU), private=True).text
        assert further.how(answer, 1, "?", Words(Language.RU)).text


@pytest.mark.parametrize(
    "content",
    [
        "", "null", "[]", "{}", "{", '{"subject": "partners"}', '{"measure": "list"}',
        '{"subject": "members", "measure": "list"}', '{"subject": "partners", "measure": "field"}',
        '{"subject": "partners", "measure": "field", "fields": ["email"]}',
        '{"subject": "partners", "measure": "list", "persons": ["x"]}',
        '{"subject": "partners", "measure": "list", "limit": 1e9}',
        '{"subject": "partners", "measure": "list", "partners": [true]}',
        '{"subject": "partners", "measure": "list", "dated": {"first": "2014", "last": "x"}}',
        '{"subject": "partners", "measure": "sum", "unit": "copies"}',
    ],
)  # fmt: skip
def test_anything_else_is_no_query(library: Opened, content: str) -> None:
    assert advice.read_query(content, library.names) is None
