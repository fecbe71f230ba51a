"""What happens when Telegram, or we, misbehave: nothing is lost, the rest goes on, somebody is told."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.chat.turn import Turn
from bot.handlers import start
from bot.html import Html
from bot.show.reply import EnclosedAs, Enclosure, Reply
from db import history, inbox, members, outbox
from tests.dialogues.conftest import Stage


async def refused(stage: Stage) -> None:
    """Until Telegram has turned a message down, and the bot has written down why."""
    store = stage.store()
    reason = None
    while reason is None:
        await asyncio.sleep(0.05)
        with store.read() as session:
            reason = session.execute(select(outbox.table.c.reason)).scalars().first()


async def test_a_reply_waits_as_long_as_telegram_asks_and_arrives(stage: Stage) -> None:
    stage.telegram.fail("sendMessage", times=1, status=429, retry_after=3)
    async with stage.bot():
        await stage.staff.says("/help")
        await refused(stage)
        await stage.staff.hears_nothing(within=1.5)
        stage.clock.forward(seconds=3)
        assert "/exchange" in (await stage.staff.hears()).text


async def test_an_unanswered_call_is_made_again(stage: Stage) -> None:
    stage.telegram.fail("sendMessage", times=1, status=502)
    async with stage.bot():
        await stage.staff.says("/help")
        await refused(stage)
        await stage.staff.hears_nothing(within=0.5)
        stage.clock.forward(seconds=2)
        assert "/exchange" in (await stage.staff.hears()).text


async def test_somebody_who_blocked_the_bot_holds_up_nobody(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/help")
        await stage.staff.hears()
        await stage.staff.blocks()
        with stage.store().write() as session:
            outbox.put(session, 1001, "sendMessage", {"chat_id": 1001, "text": "x"}, stage.clock())
        await stage.manager.says("/help")
        assert "/exchange" in (await stage.manager.hears()).text
    with stage.store().read() as session:
        (refused,) = session.execute(select(outbox.table).where(outbox.table.c.state == outbox.NEVER)).all()
    assert "blocked" in refused.reason


async def test_an_update_nobody_can_read_is_set_aside_and_its_neighbours_are_served(stage: Stage) -> None:
    with stage.store().write() as session:
        inbox.keep(session, [{"update_id": 999, "message": {"text": "no date, no chat"}}], stage.clock())
    async with stage.bot():
        await stage.staff.says("/help")
        assert "/exchange" in (await stage.staff.hears()).text
    with stage.store().read() as session:
        states = {row.update_id: row.state for row in session.execute(select(inbox.table))}
    assert states[999] == inbox.SET_ASIDE


async def test_a_fault_of_ours_is_apologised_for_and_reported_once(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(turn: Turn) -> Reply:
        raise RuntimeError("a defect")

    monkeypatch.setattr(start, "explain", broken)
    async with stage.bot():
        await stage.staff.says("/help")
        assert (await stage.staff.hears()).text.startswith("⚠️")
        report = await stage.admin.hears()
        assert "RuntimeError" in report.text
        await stage.admin.hears_nothing(within=0.5)
    with stage.store().read() as session:
        failed = session.execute(select(inbox.table).where(inbox.table.c.state == inbox.FAILED)).all()
    assert len(failed) == 1


async def test_what_came_in_while_the_bot_was_away_is_answered_when_it_returns(stage: Stage) -> None:
    await stage.staff.says("/help")
    async with stage.bot():
        assert "/exchange" in (await stage.staff.hears()).text
    await stage.staff.says("/language")
    await asyncio.sleep(0)
    async with stage.bot():
        assert "English" in (await stage.staff.hears()).labels


async def test_administrators_are_told_how_long_the_bot_was_away(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/help")
        await stage.staff.hears()
    stage.clock.forward(hours=2)
    async with stage.bot():
        assert "I was away" in (await stage.admin.hears()).text


async def test_a_file_that_the_bot_made_arrives_whole_also_after_a_fault(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def sheet(turn: Turn) -> Reply:
        return Reply(Html("Here it is"), enclosure=Enclosure(EnclosedAs.DOCUMENT, "list.csv", b"one;two"))

    monkeypatch.setattr(start, "explain", sheet)
    stage.telegram.fail("sendDocument", times=1, status=502)
    async with stage.bot():
        await stage.staff.says("/help")
        await refused(stage)
        stage.clock.forward(seconds=2)
        heard = await stage.staff.hears()
    assert heard.text == "Here it is"
    assert heard.file
    assert (heard.file.name, heard.file.content) == ("list.csv", b"one;two")


async def test_the_token_reaches_no_log(stage: Stage, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    from bot.launch import start_logging

    start_logging(stage.settings)
    stage.telegram.fail("sendMessage", times=1, drop="before")
    async with stage.bot() as hamkor:
        assert stage.telegram.token not in repr(hamkor.application.bot)
        await stage.staff.says("/help")
        await asyncio.sleep(0.5)
    formatted = [record.getMessage() + (record.exc_text or "") for record in caplog.records]
    assert formatted
    assert not [line for line in formatted if stage.telegram.token in line]


async def reminders_wait(stage: Stage, *ends_in: int) -> list[int]:
    """A day's message to the manager and one to the administrator, put off for half an hour by Telegram."""
    day = stage.clock().date()
    terms = [f"{day - timedelta(days=900)}/{day + timedelta(days=days)}" for days in ends_in]
    rows = [
        {"sheet": "agreements", "partner": "poland", "kind": "memorandum", "term": term} for term in terms
    ]
    with stage.store().write() as session:
        saved = history.save(session, history.TERMINAL, rows, now=stage.clock()).saved
    stage.telegram.fail("sendMessage", times=2, status=429, retry_after=1800)
    return [each.no for each in saved]


async def put_off(stage: Stage) -> None:
    """Until both messages wait."""
    for _ in range(200):
        await asyncio.sleep(0.05)
        with stage.store().read() as session:
            later = select(outbox.table.c.no).where(outbox.table.c.state == outbox.LATER)
            if len(session.execute(later).all()) == 2:
                return
    raise AssertionError("nothing was put off")


def ends(stage: Stage) -> dict[int, tuple[str, str | None]]:
    """How the messages to each chat ended, and why."""
    with stage.store().read() as session:
        rows = session.execute(select(outbox.table).order_by(outbox.table.c.no)).all()
    return {row.chat: (row.state, row.reason) for row in rows}


async def test_a_reminder_does_not_reach_who_has_left_meanwhile(stage: Stage) -> None:
    async with stage.bot():
        (no,) = await reminders_wait(stage, 1)
        await put_off(stage)
        with stage.store().write() as session:
            members.dismiss(session, 1002)
        stage.clock.forward(minutes=31)
        assert f"/a{no}" in (await stage.admin.hears()).text
        await stage.manager.hears_nothing(within=1)
    assert ends(stage)[1002] == (outbox.NEVER, "dismissed")


async def test_a_reminder_that_was_overtaken_is_worded_anew(stage: Stage) -> None:
    async with stage.bot():
        first, second = await reminders_wait(stage, 1, 6)
        await put_off(stage)
        with stage.store().write() as session:
            row = {"sheet": "agreements", "id": f"a{first}", "partner": "poland", "state": "terminated"}
            history.save(session, history.TERMINAL, [row], now=stage.clock())
        stage.clock.forward(minutes=31)
        heard = (await stage.manager.hears()).text
        assert f"/a{second}" in heard
        assert f"/a{first}" not in heard
        await stage.manager.hears_nothing(within=0.5)
    with stage.store().read() as session:
        reasons = session.execute(select(outbox.table.c.reason).where(outbox.table.c.state == outbox.NEVER))
        assert set(reasons.scalars()) == {"overtaken"}


async def test_administrators_are_told_once_of_a_chat_that_cannot_be_reached(stage: Stage) -> None:
    async with stage.bot():
        await stage.staff.says("/help")
        await stage.staff.hears()
        await stage.staff.blocks()
        for number in range(3):
            with stage.store().write() as session:
                text = {"chat_id": 1001, "text": f"Xabar {number}"}
                outbox.put(session, 1001, "sendMessage", text, stage.clock(), told=True)
        told = (await stage.admin.hears()).text
        assert "Staff" in told
        assert "blocked the bot" in told
        assert "Xabar 0" in told
        await stage.admin.hears_nothing(within=1)


async def test_what_may_have_arrived_says_so_when_it_comes_again(stage: Stage) -> None:
    stage.telegram.fail("sendMessage", times=1, drop="after")
    async with stage.bot():
        await stage.staff.says("/help")
        assert "↻" not in (await stage.staff.hears()).text
        await refused(stage)
        stage.clock.forward(seconds=2)
        assert "↻" in (await stage.staff.hears()).text
        await stage.staff.hears_nothing(within=0.5)
