"""Faults on order, and the ledger that shows what nevertheless took effect."""

import time
from datetime import timedelta

import pytest
from telegram import Bot
from telegram.error import Forbidden, NetworkError, RetryAfter

from bot.demo.standin import Actor, Silence, Standin
from tests.demo.conftest import HandClock


async def test_flood_control_is_told_with_its_seconds(
    bot: Bot, chat: int, standin: Standin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    standin.fail("sendMessage", times=2, status=429, retry_after=7)
    for _ in range(2):
        with pytest.raises(RetryAfter) as caught:
            await bot.send_message(chat, "x")
        assert caught.value.retry_after == timedelta(seconds=7)
    await bot.send_message(chat, "x")
    assert len(standin.calls("sendMessage")) == 1
    assert [call.code for call in standin.calls("sendMessage", accepted=False)] == [429, 429]


@pytest.mark.parametrize(("status", "kind"), [(403, Forbidden), (500, NetworkError), (502, NetworkError)])
async def test_any_status_can_be_had(
    bot: Bot, chat: int, standin: Standin, status: int, kind: type[Exception]
) -> None:
    standin.fail("*", status=status)
    with pytest.raises(kind):
        await bot.get_chat(chat)
    await bot.get_chat(chat)


async def test_a_dropped_connection_may_have_been_heard(
    bot: Bot, chat: int, standin: Standin, dilnoza: Actor
) -> None:
    standin.fail("sendMessage", drop="before")
    standin.fail("sendMessage", drop="after")
    for text in ("lost", "heard"):
        with pytest.raises(NetworkError):
            await bot.send_message(chat, text)
    await bot.send_message(chat, "plain")
    assert [(await dilnoza.hears()).text, (await dilnoza.hears()).text] == ["heard", "plain"]
    assert [(c.arguments["text"], c.answered) for c in standin.calls("sendMessage")] == [
        ("heard", False),
        ("plain", True),
    ]


async def test_an_answer_can_be_late(bot: Bot, chat: int, standin: Standin) -> None:
    standin.fail("sendMessage", delay=0.2)
    begin = time.perf_counter()
    await bot.send_message(chat, "x")
    assert time.perf_counter() - begin > 0.2


async def test_every_call_is_noted_with_its_time(
    bot: Bot, chat: int, standin: Standin, clock: HandClock
) -> None:
    await bot.send_message(chat, "a")
    clock.forward(days=1)
    await bot.send_document(chat, b"abc", filename="a.txt")
    first, second = standin.calls()[-2:]
    assert (first.method, first.arguments["text"], first.result["text"]) == ("sendMessage", "a", "a")
    assert (second.at - first.at).days == 1
    assert second.arguments["document"]["file_name"] == "a.txt"
    assert second.number == first.number + 1


async def test_silence_tells_what_was_going_on(bot: Bot, chat: int, standin: Standin, dilnoza: Actor) -> None:
    await dilnoza.says("savol")
    standin.fail("sendMessage", status=403)
    with pytest.raises(Forbidden):
        await bot.send_message(chat, "javob")
    with pytest.raises(Silence) as caught:
        await dilnoza.hears(within=0.1)
    told = str(caught.value)
    assert "Dilnoza Karimova: savol" in told
    assert "refused: sendMessage" in told
    assert "unconfirmed updates: 1" in told


async def test_what_was_said_unheard_is_not_skipped(bot: Bot, chat: int, dilnoza: Actor) -> None:
    await dilnoza.hears_nothing(within=0.05)
    await bot.send_message(chat, "a")
    with pytest.raises(AssertionError, match="heard: Hamkor: a"):
        await dilnoza.hears_nothing(within=0.05)
    dilnoza.catches_up()
    await bot.send_message(chat, "b")
    assert (await dilnoza.hears()).text == "b"


async def test_a_link_starts_the_bot(bot: Bot, dilnoza: Actor) -> None:
    await dilnoza.follows("https://t.me/hamkor_demo_bot?start=AB-c_9")
    message = (await bot.get_updates())[0].message
    assert message is not None
    assert message.text == "/start AB-c_9"
    with pytest.raises(AssertionError):
        await dilnoza.follows("https://t.me/other_bot?start=x")


async def test_after_a_reset_no_number_comes_again(bot: Bot, chat: int, standin: Standin) -> None:
    last = (await bot.send_message(chat, "a")).message_id
    standin.reset()
    dilnoza = standin.user(1001, "Dilnoza")
    assert (await dilnoza.says("/start")).id > last
    (update,) = await bot.get_updates()
    assert update.update_id == 2
    assert standin.transcript(dilnoza) == "Dilnoza: /start"
