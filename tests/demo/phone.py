"""The page in a browser, spoken of as a person with a phone would speak of it."""

from playwright.async_api import Locator, Page, expect

from bot.demo.page_server import DemoServer
from bot.demo.standin import Standin
from tests.demo.handworld import HandWorld


class Stage:
    """The try-out of one test: world, stand-in, server."""

    def __init__(self) -> None:
        self.world = HandWorld()
        self.standin = Standin(self.world.now)
        self.world.standin = self.standin
        self.server = DemoServer(self.standin, self.world)

    async def rise(self) -> None:
        await self.server.start()
        await self.world.start_bot()

    async def fall(self) -> None:
        await self.world.stop_bot()
        await self.server.stop()


class Phone:
    """One browser page; `faults` collects script errors, refused resources and requests to elsewhere."""

    def __init__(self, page: Page, stage: Stage) -> None:
        self.page = page
        self.stage = stage
        self.faults: list[str] = []
        page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        page.on("console", lambda told: self.faults.append(told.text) if told.type == "error" else None)
        page.on("request", lambda asked: self._same_place(asked.url))

    def _same_place(self, url: str) -> None:
        if not url.startswith((self.stage.standin.url, "data:", "blob:")):
            self.faults.append(f"asked elsewhere: {url}")

    async def opens(self, place: str = "") -> None:
        """Load the page; `place` is `#person/chat` or a query."""
        await self.page.goto(f"{self.stage.standin.url}/{place}")
        await expect(self.page.locator(".start:visible, .line:visible").first).to_be_visible()

    async def begins(self) -> None:
        """Load the page and press START."""
        await self.opens()
        await self.page.get_by_role("button", name="Boshlash", exact=True).click()
        await self.hears("Salom, Hamkor shu yerda")

    async def says(self, text: str) -> None:
        await self.page.locator("#message").fill(text)
        await self.page.locator("#message").press("Enter")

    async def hears(self, text: str) -> Locator:
        """The newest message of somebody else, once it holds the text."""
        message = self.page.locator(".message.theirs").last
        await expect(message).to_contain_text(text)
        return message

    async def presses(self, label: str) -> None:
        await self.page.locator(".button", has_text=label).last.click()

    def mine(self) -> Locator:
        return self.page.locator(".message.mine")

    async def overflow(self) -> int:
        """How many pixels stick out at the side."""
        found: int = await self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        return found
