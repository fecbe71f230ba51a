"""When calls leave: evenly, within what Telegram puts up with, and no later than that asks for."""

import asyncio
import heapq
import random
from collections import deque
from itertools import pairwise
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.pace import TELEGRAM, Limits, Pace, Window


class Ticks:
    """A clock in our hands."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


def allowed(pace: Pace, ticks: Ticks, chat: int, seconds: float) -> list[float]:
    """When messages to the chat leave, as soon as each may."""
    left, until = [], ticks.now + seconds
    while ticks.now < until:
        if chat not in pace.cooling():
            pace.left(chat, "sendMessage")
            left.append(ticks.now)
        else:
            ticks.now += pace.wait() or 0
    return left


def arrivals(dice: random.Random, calls: int, there: float, back: float, stutter: float) -> list[float]:
    """When so many calls arrive, four under way at a time, if each way, and each look at the clock, may take
    longer than it must, by up to `stutter`, and one in twenty longer yet.
    """

    def late() -> float:
        return dice.expovariate(1) * stutter * (10 if dice.random() < 0.05 else 1)

    ticks = Ticks()
    pace, arrived, under_way = Pace(TELEGRAM, ticks), list[float](), list[tuple[float, float]]()
    while len(arrived) < calls:
        moment = max(ticks.now, pace.ready()) + late() if len(under_way) < 4 else float("inf")
        if under_way and under_way[0][0] <= moment:
            ticks.now, left = heapq.heappop(under_way)
            pace.back(left)
        else:
            ticks.now = moment
            arrived.append(moment + there + late())
            heapq.heappush(under_way, (arrived[-1] + back + late(), pace.left(len(arrived), "sendMessage")))
    return sorted(arrived)


def refused(moments: list[float]) -> int:
    """How many of them Telegram would refuse: those that come after thirty others within a second."""
    taken = deque[float](maxlen=30)
    number = 0
    for moment in moments:
        if len(taken) == 30 and taken[0] > moment - 1:
            number += 1
        else:
            taken.append(moment)
    return number


@given(
    st.integers(0, 10**6),
    st.floats(0.0005, 0.2),
    st.floats(0.0005, 0.2),
    st.sampled_from((0.0, 0.001, 0.01, 0.1)),
)
def test_none_is_refused_however_the_line_and_the_machine_stutter(
    seed: int, there: float, back: float, stutter: float
) -> None:
    assert refused(arrivals(random.Random(seed), 120, there, back, stutter)) == 0


@pytest.mark.parametrize("way", [0.001, 0.02, 0.05])
def test_on_a_steady_line_the_pace_is_nearly_all_that_telegram_allows(way: float) -> None:
    moments = arrivals(random.Random(1), 600, way, way, stutter=0.0005)
    assert 599 / (moments[-1] - moments[0]) > 0.97 * 30


def test_what_leaves_late_is_caught_up_with() -> None:
    ticks = Ticks()
    pace, left = Pace(Limits(rate=10), ticks), list[float]()
    for call in range(20):
        ticks.now = max(ticks.now, pace.ready()) + (0.3 if call == 5 else 0)
        left.append(ticks.now)
        pace.back(pace.left(call, "sendMessage"))
    assert left[-1] - left[0] == pytest.approx(1.9)
    assert min(later - earlier for earlier, later in pairwise(left)) == pytest.approx(0.05)


@pytest.mark.parametrize(("chat", "burst"), [(7, 5), (-7, 3)])
def test_a_chat_may_have_a_burst_and_then_one_a_second_at_most(chat: int, burst: int) -> None:
    ticks = Ticks()
    left = allowed(Pace(TELEGRAM, ticks), ticks, chat, seconds=15)
    assert left[:burst] == [100.0] * burst
    assert all(later - earlier >= burst for earlier, later in zip(left, left[burst:], strict=False))
    assert len(left) >= 15


def test_a_group_gets_twenty_a_minute() -> None:
    ticks = Ticks()
    assert len(allowed(Pace(TELEGRAM, ticks), ticks, -7, seconds=59)) == 20


def test_answers_to_buttons_and_one_chat_cost_another_nothing() -> None:
    pace = Pace(TELEGRAM, Ticks())
    for _ in range(50):
        pace.left(7, "answerCallbackQuery")
        pace.left(8, "sendMessage")
    assert list(pace.cooling()) == [8]


async def test_a_flood_stops_everybody_and_one_refused_chat_stops_nobody() -> None:
    pace = Pace(Limits(rate=1000, flood=3, person=(Window(5, 5.0),)))
    began = monotonic()
    for _ in range(2):
        pace.refused(0.3)
    await pace.turn()
    assert monotonic() - began < 0.2
    pace.refused(0.3)
    pace.back(pace.left(7, "sendMessage"))
    await pace.turn()
    assert monotonic() - began > 0.29


async def test_those_who_share_a_bot_share_its_pace() -> None:
    pace = Pace(TELEGRAM)
    pace.share(10)
    began = monotonic()
    for chat in range(3):
        await pace.turn()
        pace.left(chat, "sendMessage")
    assert monotonic() - began > 0.6


async def test_whoever_has_all_that_is_allowed_under_way_waits_for_an_answer() -> None:
    pace = Pace(Limits(rate=1000))
    pace.share(15)
    moments = [pace.left(chat, "sendMessage") for chat in range(2)]
    turn = asyncio.create_task(pace.turn())
    await asyncio.sleep(0.05)
    assert not turn.done()
    began = monotonic()
    pace.back(moments[0])
    await turn
    assert monotonic() - began == pytest.approx(1.0, abs=0.1)
