"""Fixtures of the page's tests: one browser for a file, one try-out and one page for a test."""

from collections.abc import AsyncIterator

import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from tests import browser
from tests.demo.phone import Phone, Stage


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        command = str(browser.chromium())
        opened = await playwright.chromium.launch(executable_path=command, args=browser.arguments())
        yield opened
        await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def stage() -> AsyncIterator[Stage]:
    made = Stage()
    await made.rise()
    yield made
    await made.fall()


@pytest_asyncio.fixture(loop_scope="module")
async def phone(chromium: Browser, stage: Stage) -> AsyncIterator[Phone]:
    """A page as wide as a phone; whatever went wrong in it fails the test."""
    context = await chromium.new_context(viewport={"width": 390, "height": 780}, reduced_motion="reduce")
    context.set_default_timeout(8000)
    await context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened = Phone(await context.new_page(), stage)
    yield opened
    await context.close()
    assert opened.faults == []
