"""When calls leave: evenly, within what Telegram puts up with, and no later than that asks for."""

import asyncio
from time import monotonic

import pytest

from bot.chat.pace import TELEGRAM, Limits, Pace, Window


async def test_sixty_calls_leave_at_no_more_than_thirty_a_second_and_hardly_less() -> None:
    pace, left = Pace(TELEGRAM), []
    for chat in range(60):
        await pace.turn()
        pace.left(chat, "sendMessage")
        left.append(monotonic())
    assert all(later - earlier > 1 for earlier, later in zip(left, left[30:], strict=False))
    assert 59 / (left[-1] - left[0]) > 25


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
    await asyncio.sleep(0)
