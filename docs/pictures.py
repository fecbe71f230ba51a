"""Takes the pictures of the documentation from the try-out itself: `python docs/pictures.py`, or `make
pictures`.

The real bot answers; Debian's Chromium looks at the page, as wide as a phone. Colour emoji need a font that
has them (Debian: fonts-noto-color-emoji).
"""

from __future__ import annotations

import asyncio
import io
import tempfile
from pathlib import Path

from PIL import Image
from playwright.async_api import Browser, async_playwright

from bot.demo.standin import Actor
from bot.demo.standin.shown import Shown
from docs.scenes import DILNOZA, FOLDER, Camera, Stage, play, raised, told
from tests.browser import arguments, chromium

COLOURS = 128
"""In a picture: enough for a page of few colours, and a third of the bytes."""


async def main() -> None:
    """Plays every scene before the camera."""
    with tempfile.TemporaryDirectory() as folder:
        async with raised(Path(folder)) as (stage, server), async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=str(chromium()), args=arguments())
            lines: list[str] = []
            await play(stage, server.actors, camera(stage, browser, lines))
            (FOLDER / "shown.txt").write_text("\n".join(lines) + "\n", "utf-8")
            await browser.close()


def camera(stage: Stage, browser: Browser, lines: list[str]) -> Camera:
    """Files that were sent are kept as they are; of anything else the page is photographed."""

    async def take(name: str, actor: Actor, shown: Shown) -> None:
        lines.extend(told(name, shown))
        content = shown.file.content if shown.file else await photograph(name, actor)
        keep(content, FOLDER / f"{name}.png")

    async def photograph(name: str, actor: Actor) -> bytes:
        language = name.partition("-")[2]
        size = {"width": 390, "height": 760 if actor.id == DILNOZA else 640}
        page = await browser.new_page(viewport=size, device_scale_factor=1.5)
        await page.goto(f"{stage.standin.url}/?lang={language}#{actor.id}/{actor.id}")
        await page.locator(".message").last.wait_for()
        await page.wait_for_timeout(800)
        content = await page.screenshot()
        await page.close()
        return content

    return take


def keep(content: bytes, file: Path) -> None:
    """In few colours."""
    picture = Image.open(io.BytesIO(content)).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(file, optimize=True)


if __name__ == "__main__":
    asyncio.run(main())
