"""Takes the README's picture from the try-out itself: `python docs/pictures.py`, or `make pictures`.

The real bot answers on a data folder of its own; Debian's Chromium looks at the page.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Page, async_playwright

from bot.demo.page_server import DemoServer
from bot.demo.run import DemoWorld
from bot.demo.standin import Standin
from tests.browser import arguments, chromium

PORT = 8099
FOLDER = Path(__file__).parent / "pictures"
SAID = ("РДКдан неча нусха ресурс олганмиз?", "Bugun Polsha Milliy kutubxonasidan 25 nusxa kitob oldik")


async def main() -> None:
    """Plays a short dialogue and takes the picture."""
    with tempfile.TemporaryDirectory() as folder:
        world = DemoWorld(Path(folder), f"http://127.0.0.1:{PORT}", empty=False)
        standin = Standin(world.now, port=PORT)
        server = DemoServer(standin, world)
        await server.start()
        await world.start_bot()
        try:
            await play(server)
        finally:
            await world.stop_bot()
            await server.stop()


async def play(server: DemoServer) -> None:
    """Says two things as the staff member and waits for what the bot answers."""
    dilnoza = next(iter(server.actors.values()))
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=str(chromium()), args=arguments())
        page = await browser.new_page(viewport={"width": 1160, "height": 760}, device_scale_factor=1.5)
        await page.goto(f"http://127.0.0.1:{PORT}/?lang=en")
        for said in SAID:
            await dilnoza.says(said)
            await dilnoza.hears(within=60)
        await settle(page)
        FOLDER.mkdir(exist_ok=True)
        await page.screenshot(path=FOLDER / "try-out.png")
        await browser.close()


async def settle(page: Page) -> None:
    """Until nothing moves on the page any more."""
    await page.wait_for_timeout(1500)


if __name__ == "__main__":
    asyncio.run(main())
