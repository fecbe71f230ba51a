"""The list of what was not understood is bounded, and the same question stands in it once."""

from datetime import UTC, datetime, timedelta

from db import misses
from db.store import Store

NOON = datetime(2026, 11, 23, 12, tzinfo=UTC)


def test_the_same_question_in_another_script_is_counted_again(store: Store) -> None:
    with store.write() as session:
        for n, text in enumerate(("Marsdan nechta?", "Марсдан нечта?", "marsdan nechta?")):
            misses.note(session, text, "not_in_registry", "Mars", NOON + timedelta(minutes=n))
        misses.note(session, "Marsdan nechta?", misses.WRONG, "", NOON)
        first, second = misses.latest(session, 0, 9)
        assert (first.text, first.times, first.at) == ("Marsdan nechta?", 3, NOON + timedelta(minutes=2))
        assert (second.why, second.times) == (misses.WRONG, 1)


def test_the_oldest_are_forgotten(store: Store) -> None:
    with store.write() as session:
        for n in range(misses.MOST + 3):
            misses.note(session, f"question {n}", "not_understood", "", NOON + timedelta(seconds=n))
        assert misses.count(session) == misses.MOST
        (last,) = misses.latest(session, misses.MOST - 1, 9)
        assert last.text == "question 3"
        misses.settle(session, last.no)
        assert misses.get(session, last.no) is None
