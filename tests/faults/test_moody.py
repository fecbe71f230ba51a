"""Telegram misbehaves: every message arrives, or stands there with the reason why not."""

from pathlib import Path

from db import outbox
from tests.faults.moody import sent_through

MESSAGES = 400


async def test_each_message_arrives_or_is_listed_with_its_reason(tmp_path: Path) -> None:
    outcome = await sent_through(tmp_path, MESSAGES, seed=3)
    assert outcome.whole, outcome
    assert outcome.states.total() == MESSAGES
    assert outcome.asked > MESSAGES * 1.3
    assert outcome.states[outbox.SENT] > MESSAGES * 0.95
    assert all("blocked" in reason for reason in outcome.reasons), outcome.reasons
