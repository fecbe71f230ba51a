"""A bot that is told to stop stops, also at the very moment it is woken."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest

from bot.app import Hamkor
from bot.demo.standin import TOKEN
from bot.settings import Settings

Run = Callable[[Hamkor], tuple[asyncio.Event, Coroutine[Any, Any, None]]]


def work(hamkor: Hamkor) -> tuple[asyncio.Event, Coroutine[Any, Any, None]]:
    return hamkor.mailbox._bell, hamkor.mailbox.work(hamkor.application)


def send(hamkor: Hamkor) -> tuple[asyncio.Event, Coroutine[Any, Any, None]]:
    return hamkor.post._bell, hamkor.post.run()


def carry(hamkor: Hamkor) -> tuple[asyncio.Event, Coroutine[Any, Any, None]]:
    return hamkor.porter._bell, hamkor.porter.run()


async def waited_for(bell: asyncio.Event) -> None:
    """Until somebody listens to the bell."""
    async with asyncio.timeout(10):
        while not bell._waiters:  # noqa: ASYNC110 -- the bell has no bell of its own
            await asyncio.sleep(0.005)


@pytest.mark.parametrize("run", [work, send, carry])
async def test_a_stop_that_comes_with_the_bell_is_obeyed(run: Run, store_url: str, tmp_path: Path) -> None:
    hamkor = Hamkor(Settings(token=TOKEN, database_url=store_url, data=tmp_path))
    for steps in range(6):
        bell, life = run(hamkor)
        task = asyncio.create_task(life)
        await waited_for(bell)
        bell.set()
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        done, _ = await asyncio.wait([task], timeout=1)
        assert done, f"it works on, told to stop {steps} steps after the bell"
        assert task.cancelled()
    hamkor.store.close()
