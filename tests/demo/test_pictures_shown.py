"""The pictures of the documentation show what the bot says today; else `make pictures` takes them anew."""

from pathlib import Path

from bot.demo.standin import Actor
from bot.demo.standin.shown import Shown
from docs.scenes import FOLDER, play, raised, told


async def test_the_pictures_show_what_the_bot_says_today(tmp_path: Path) -> None:
    lines: list[str] = []

    async def listen(name: str, _actor: Actor, shown: Shown) -> None:
        lines.extend(told(name, shown))
        assert (FOLDER / f"{name}.png").exists()

    async with raised(tmp_path) as (stage, server):
        await play(stage, server.actors, listen)
    assert lines == (FOLDER / "shown.txt").read_text("utf-8").splitlines()


def test_every_picture_that_a_page_names_is_there_and_every_one_there_is_named() -> None:
    pages = [*FOLDER.parent.glob("**/*.md"), FOLDER.parent.parent / "README.md"]
    text = "\n".join(page.read_text("utf-8") for page in pages)
    assert {each.name for each in FOLDER.glob("*.png") if each.name not in text} == set()
