"""A reminder arrives on its day, in the manager's language; stopping the bot over the moment loses none."""

from datetime import UTC, datetime, timedelta

from db import history, notices
from db.vocabulary import Sheet
from tests.dialogues.conftest import MONDAY, Stage

TODAY = MONDAY.date()


def enter_agreement(stage: Stage, ends_in: int) -> None:
    term = f"{TODAY - timedelta(days=1000)}/{TODAY + timedelta(days=ends_in)}"
    row = {"sheet": "agreements", "partner": "poland", "kind": "memorandum", "term": term}
    with stage.store().write() as session:
        history.save(session, history.TERMINAL, [row], now=stage.clock())


async def test_thirty_days_before_its_end_managers_are_told_and_staff_are_not(stage: Stage) -> None:
    enter_agreement(stage, ends_in=31)
    async with stage.bot():
        stage.manager.catches_up()
        await stage.manager.hears()  # entered late: the rung that has passed is told at once
        stage.clock.now = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
        await stage.manager.hears_nothing(within=1)
        stage.clock.now = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)
        told = await stage.manager.hears()
        assert "Польши" in told.text
        assert "24 декабря 2026" in told.text
        assert "/a13" in told.formatted("bot_command")
        assert "24 December 2026" in (await stage.admin.hears()).text
        await stage.staff.hears_nothing(within=0.5)


async def test_a_bot_that_was_stopped_over_the_moment_tells_it_on_its_return(stage: Stage) -> None:
    enter_agreement(stage, ends_in=31)
    async with stage.bot():
        await stage.manager.hears()
    stage.clock.now = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)
    async with stage.bot():
        assert "/a13" in (await stage.manager.hears()).formatted("bot_command")
        await stage.manager.hears_nothing(within=1)
    with stage.store().read() as session:
        steps = [
            (row.step, row.recipient)
            for rows in notices.of_records(session, Sheet.AGREEMENTS, {13}).values()
            for row in rows
        ]
    assert len(steps) == len(set(steps))
