"""Whatever is written, the bot answers with a clear line or harmless text, and nothing breaks."""

import pytest

from bot.demo.standin import Actor
from tests.dialogues.conftest import Stage
from tests.dialogues.registering import paper, partner, record

TEXTS = (
    "<b>x</b> & <script>alert(1)</script>", "</a><a href='tg://user?id=1'>x", "&lt;&amp;&#0;",
    "{ $n } {0} %s", "1 000" * 800, "000 " * 1000,
    "\u202eevil\u202c", "\u200b\u200d\u2060", "\ufeff", "\u2028x\u2029", "x" * 4096, "Ў" * 4096, "9" * 4000,
    "99999999999.99999999999.99999999999", "since 99999999999999", "q" * 30 + "z" * 34,
    "-1", "1e309", "١٢٣", "2016-02-30", "32.13.2016", "12.00001", "/" + "a" * 300, "/a99999999999999999999",
    "/p0", "/x-1", "/find", "'; DROP TABLE partners; --", "👩‍👩‍👧‍👦" * 300, "\n" * 50 + "?", "?", "…",
)  # fmt: skip
COMMANDS = (
    "",
    "/ask ",
    "/find ",
    "/exchange ",
    "/partner ",
    "/invite ",
    "/start ",
    "/undo ",
    "/history ",
    "/a1 ",
)
FORMS = ("/exchange ", "/partner ")
"""Commands after which the next message would be an answer."""
NAME = "<i>\u202eA</i> &amp; \u200b" + "Ж" * 40


async def answered(person: Actor, text: str) -> str:
    await person.says(text)
    return (await person.hears(within=30)).text


@pytest.mark.parametrize(("first", "role"), list(enumerate(["viewer", "staff", "manager", "admin"])))
async def test_no_text_breaks_anything_in_any_of_the_four_languages(
    stage: Stage, first: int, role: str
) -> None:
    person = stage.people[role]
    async with stage.bot():
        for number, text in enumerate(TEXTS, start=first):
            command = COMMANDS[number % len(COMMANDS)]
            await person.says((command + text)[:4096])
            if command in FORMS:
                await person.says("/cancel")
        await person.says("/x7")
        said = ""
        while "600" not in said:
            said = (await person.hears(within=60)).text
            assert "⚠️" not in said, said
            assert "\u202e" not in said, said
        heard = sum(shown.sender == "Hamkor" for shown in person.sees())
        assert heard >= len(TEXTS)


async def test_names_are_shown_and_not_obeyed(stage: Stage) -> None:
    long = "<b>" + "Ў" * 4000
    [one, other] = record(
        stage, partner("new1", NAME, note=long[:3900]), paper("new1", title=long[:3900], number="\u202e1")
    )
    mallory = stage.telegram.user(1010, NAME, "ru")
    async with stage.bot():
        for person in (stage.viewer, stage.staff, stage.manager, stage.admin):
            for text in (one, other, "/agreements", NAME):
                said = await answered(person, text)
                assert "⚠️" not in said
                assert "\u202e" not in said
        assert "<i>A</i>" in await answered(stage.admin, one)
        await mallory.says("/start")
        await mallory.presses("", await mallory.hears())
        assert "<i>A</i>" in (await stage.admin.hears()).text
