"""Updates that were kept: each once, those of a chat in their order, none lost with whoever was at it."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from db import inbox
from db.inbox import Held
from db.store import Store

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
LEASE = timedelta(minutes=1)


def message(update_id: int, chat: int) -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": chat}, "from": {"id": 9}}}


def keep(store: Store, *updates: dict[str, Any]) -> None:
    with store.write() as session:
        inbox.keep(session, updates, NOW)


def claim(store: Store, now: datetime = NOW, limit: int = 10) -> list[Held]:
    with store.aside() as session:
        return inbox.claim(session, now, LEASE, limit)


def settle(store: Store, update_id: int) -> bool:
    with store.write() as session:
        return inbox.settle(session, update_id, inbox.DONE)


def test_a_chat_is_served_in_its_order_and_no_chat_waits_for_another(store: Store) -> None:
    keep(store, message(1, 7), message(2, 7), message(3, 8))
    assert [held.update_id for held in claim(store)] == [1, 3]
    assert claim(store) == []
    assert settle(store, 1)
    assert [held.update_id for held in claim(store)] == [2]


def test_what_came_twice_is_acted_on_once(store: Store) -> None:
    keep(store, message(1, 7), message(1, 7))
    keep(store, message(1, 7))
    assert len(claim(store)) == 1
    assert settle(store, 1)
    assert not settle(store, 1)
    keep(store, message(1, 7))
    assert claim(store, NOW + LEASE) == []


def test_ids_that_go_down_are_new_all_the_same(store: Store) -> None:
    keep(store, message(900, 7))
    settle(store, 900)
    keep(store, message(5, 7))
    assert [held.update_id for held in claim(store)] == [5]


def test_after_the_lease_somebody_else_takes_it_and_every_time_is_counted(store: Store) -> None:
    keep(store, message(1, 7))
    assert [held.attempts for held in claim(store)] == [1]
    assert claim(store, NOW + LEASE - timedelta(seconds=1)) == []
    assert [held.attempts for held in claim(store, NOW + LEASE)] == [2]
    with store.aside() as session:
        inbox.release(session, NOW + LEASE)
    assert [held.attempts for held in claim(store, NOW + LEASE)] == [3]


@pytest.mark.parametrize(
    ("raw", "lane"),
    [
        (message(1, 7), 7),
        ({"update_id": 1, "callback_query": {"from": {"id": 5}, "message": {"chat": {"id": -8}}}}, -8),
        ({"update_id": 1, "inline_query": {"from": {"id": 5}, "query": "x"}}, 5),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": -9}, "from": {"id": 5}}}, -9),
        ({"update_id": 1, "message": {"chat": {"id": "x"}}}, 0),
        ({"update_id": 1, "message": {"chat": {"id": 2**70}, "from": {"id": 4}}}, 4),
        ({"update_id": 1, "message": None, "new_thing": []}, 0),
        ({"update_id": 1}, 0),
    ],
)
def test_the_lane_of_an_update_is_its_chat_else_its_person(raw: dict[str, Any], lane: int) -> None:
    assert inbox.lane_of(raw) == lane
