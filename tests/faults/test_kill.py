"""kill -9 under load: whatever was acknowledged is there once, and every dialogue goes on where it was."""

from pathlib import Path

from tests.faults.workload import under_fire

KILLS = 10


async def test_ten_kills_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    verdict = await under_fire(tmp_path, people=4, kills=KILLS, seed=7)
    assert verdict.kills == KILLS
    assert verdict.logged > KILLS
    assert (verdict.unanswered, verdict.lost, verdict.doubled) == ([], [], [])
    assert verdict.sound
