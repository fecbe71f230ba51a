"""Calls that were decided: whose they are, in which order they leave, and that nobody settles another's."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from db import outbox
from db.outbox import Call
from db.store import Store

NOW = datetime(2026, 11, 25, 4, 0, tzinfo=UTC)
LEASE = timedelta(minutes=1)
AFTER = NOW + LEASE


def put(store: Store, *chats: int, told: bool = False) -> list[int]:
    with store.write() as session:
        return [outbox.put(session, chat, "sendMessage", {"chat_id": chat}, NOW, told=told) for chat in chats]


def claim(store: Store, now: datetime = NOW, limit: int = 10, but: tuple[int, ...] = ()) -> list[Call]:
    with store.aside() as session:
        return outbox.claim(session, now, LEASE, limit, but)


def begin(store: Store, call: Call, now: datetime = NOW) -> bool:
    with store.aside() as session:
        return outbox.begin(session, call, now + LEASE)


def settle(store: Store, call: Call, state: str = outbox.SENT) -> bool:
    with store.aside() as session:
        return outbox.settle(session, call, state, NOW)


def states(store: Store) -> list[str]:
    with store.read() as session:
        return list(session.execute(select(outbox.table.c.state).order_by(outbox.table.c.no)).scalars())


def test_a_chat_hears_things_in_their_order_and_no_chat_waits_for_another(store: Store) -> None:
    put(store, 1, 1, 2, 3, 1)
    first = claim(store)
    assert [call.chat for call in first] == [1, 2, 3]
    assert claim(store) == []
    assert settle(store, first[0])
    assert [call.no for call in claim(store)] == [2]


def test_what_waits_for_its_moment_holds_up_its_own_chat_alone(store: Store) -> None:
    put(store, 1, 1, 2)
    first, other = claim(store)
    with store.aside() as session:
        outbox.postpone(session, first, NOW + timedelta(seconds=30), "asked to wait", doubt=False)
    assert settle(store, other)
    put(store, 2)
    assert [call.chat for call in claim(store)] == [2]
    assert [call.no for call in claim(store, NOW + timedelta(seconds=29))] == []
    assert [call.no for call in claim(store, NOW + timedelta(seconds=30))] == [1]


def test_whoever_wakes_after_his_lease_changes_nothing(store: Store) -> None:
    put(store, 1)
    (frozen,) = claim(store)
    assert begin(store, frozen)
    assert claim(store, AFTER - timedelta(seconds=1)) == []
    (taken_over,) = claim(store, AFTER)
    assert not begin(store, frozen, AFTER)
    assert not settle(store, frozen)
    with store.aside() as session:
        outbox.postpone(session, frozen, NOW + timedelta(days=1), "late", doubt=True)
        outbox.give_back(session, [frozen], NOW)
    assert begin(store, taken_over, AFTER)
    assert settle(store, taken_over)
    assert not settle(store, taken_over, outbox.NEVER)
    assert states(store) == [outbox.SENT]


@pytest.mark.parametrize("left", [False, True])
def test_only_what_had_left_may_have_arrived(store: Store, left: bool) -> None:
    put(store, 1)
    (call,) = claim(store)
    if left:
        assert begin(store, call)
    (again,) = claim(store, AFTER)
    assert (again.doubts, again.attempts) == (int(left), 2)


def test_what_was_given_back_is_in_no_doubt(store: Store) -> None:
    put(store, 1)
    (call,) = claim(store)
    assert begin(store, call)
    with store.aside() as session:
        outbox.give_back(session, [call], NOW)
    (again,) = claim(store)
    assert again.doubts == 0


def test_what_is_recalled_does_not_leave_even_when_claimed(store: Store) -> None:
    put(store, 1, 1)
    (call,) = claim(store)
    with store.write() as session:
        outbox.recall(session, 1, NOW)
    assert not begin(store, call)
    assert states(store) == [outbox.NEVER, outbox.NEVER]


def test_answers_go_first_and_reminders_keep_a_share(store: Store) -> None:
    put(store, *range(100, 140), told=True)
    put(store, *range(1, 41))
    found = claim(store, limit=8)
    assert [call.told for call in found] == [False] * 6 + [True] * 2
    for call in found:
        settle(store, call)
    while answers := [call for call in claim(store, limit=8) if not call.told]:
        for call in answers:
            settle(store, call)
    assert {call.told for call in claim(store, AFTER, limit=8)} == {True}


def test_chats_that_must_rest_are_passed_over(store: Store) -> None:
    put(store, 1, 2)
    assert [call.chat for call in claim(store, but=(1,))] == [2]


def test_a_group_that_moved_takes_its_messages_along(store: Store) -> None:
    put(store, -5, -5)
    (call,) = claim(store)
    assert begin(store, call)
    with store.aside() as session:
        outbox.readdress(session, -5, -1005, NOW)
    assert not settle(store, call)
    assert [call.chat for call in claim(store)] == [-1005]


def test_a_clock_set_back_makes_nothing_wait_longer(store: Store) -> None:
    put(store, 1)
    (call,) = claim(store)
    with store.aside() as session:
        outbox.postpone(session, call, NOW + timedelta(hours=3), "asked to wait", doubt=False)
    back = NOW - timedelta(days=2)
    with store.write() as session:
        outbox.shift(session, timedelta(days=2), back)
    assert claim(store, back + timedelta(hours=2)) == []
    assert len(claim(store, back + timedelta(hours=3))) == 1


def test_two_who_claim_at_once_never_claim_the_same(store: Store) -> None:
    put(store, *range(1, 21))
    with store.aside() as one:
        mine = outbox.claim(one, NOW, LEASE, 10)
        if store.is_sqlite:
            theirs = []
        else:
            with store.aside() as other:
                theirs = outbox.claim(other, NOW, LEASE, 10)
    theirs = theirs or claim(store)
    assert len({call.no for call in mine + theirs}) == 20


def test_a_message_is_known_by_what_it_answers_even_before_it_is_known_to_have_arrived(store: Store) -> None:
    with store.write() as session:
        outbox.put(session, 1, "sendMessage", {"chat_id": 1}, NOW, answer=7)
        outbox.put(session, 1, "sendMessage", {"chat_id": 1}, NOW)
        outbox.put(session, 2, "sendMessage", {"chat_id": 2}, NOW, answer=8)

    def answers(chat: int, message: int) -> int | None:
        with store.read() as session:
            return outbox.answered_by(session, chat, message)

    first, other = claim(store)
    assert answers(1, 50) is None
    assert begin(store, first)
    assert answers(1, 50) == 7
    with store.aside() as session:
        outbox.settle(session, first, outbox.SENT, NOW, message=50)
    assert (answers(1, 50), answers(1, 51), answers(2, 50)) == (7, None, None)
    (second,) = claim(store)
    with store.aside() as session:
        outbox.begin(session, second, NOW + LEASE)
        outbox.settle(session, second, outbox.SENT, NOW, message=51)
    assert answers(1, 51) is None
    assert begin(store, other)
    assert (answers(1, 51), answers(2, 9)) == (None, 8)
